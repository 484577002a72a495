/// Finds the word of the vocabulary that was meant by one that is in no phrase and in no list of common words.
///
/// The distance is that of optimal string alignment (Damerau 1964; Levenshtein 1966) with weighed edits: swapped
/// neighbours, doubled letters, vowels for vowels and letters that sound alike cost less, a wrong first letter more. Only
/// words of the same first letter and about the same length are looked at, and of those only the ones that share nearly
/// all letters.
package final class Corrector: Sendable {
    private struct Entry: BitwiseCopyable {
        /// One bit for each letter in it.
        var letters: UInt32
        var id: Int32
        /// How much the lexicon has to say with it; decides between words that are equally near.
        var weight: Int32
        var start: UInt32
        var length: UInt32
        var isEnglish: Bool
    }

    private static let shortest = 4
    private static let longest = 20

    private let everyday: EverydayWords
    private let entries: [Entry]
    /// Per first letter and length: the first of `entries`, and one more at the end.
    private let buckets: [Int32]
    private let bytes: [UInt8]
    /// What words end with where a letter was left off ("killin"), and what is added.
    private let endings: [(written: [UInt8], added: [UInt8])]

    package init(
        _ vocabulary: Vocabulary, besides everyday: EverydayWords, weights: [Int32] = [],
        endings: [(written: [UInt8], added: [UInt8])] = []
    ) {
        self.everyday = everyday
        self.endings = endings
        var words: [(word: [UInt8], id: Int32, own: Int32)] = []
        for id in 1..<Int32(max(1, vocabulary.count)) {
            let word = vocabulary.word(id)
            guard (Self.shortest...Self.longest + 2).contains(word.count),
                word.allSatisfy({ (97...122).contains($0) })
            else { continue }
            let meant = vocabulary.canonical[Int(id)]
            // Other people's slips are no words to be meant, but "havent" is: its own word has an apostrophe.
            if meant != id, vocabulary.word(meant).allSatisfy({ (97...122).contains($0) }) { continue }
            words.append((word, meant, id))
        }
        words.sort { (Self.bucket($0.word[0], $0.word.count), $0.id) < (Self.bucket($1.word[0], $1.word.count), $1.id) }
        var entries: [Entry] = []
        var bytes: [UInt8] = []
        var buckets: [Int32] = []
        for (word, id, own) in words {
            while buckets.count <= Self.bucket(word[0], word.count) { buckets.append(Int32(entries.count)) }
            entries.append(
                Entry(
                    letters: word.reduce(0) { $0 | 1 << UInt32($1 - 97) }, id: id,
                    weight: weights.indices.contains(Int(id)) ? weights[Int(id)] : 0, start: UInt32(bytes.count),
                    length: UInt32(word.count),
                    isEnglish: id != own || word.withUnsafeBufferPointer { everyday.contains($0, 0..<word.count) }))
            bytes += word
        }
        while buckets.count <= Self.bucket(123, 0) { buckets.append(Int32(entries.count)) }
        self.entries = entries
        self.bytes = bytes
        self.buckets = buckets
    }

    private static func bucket(_ first: UInt8, _ length: Int) -> Int { Int(first - 97) * 32 + min(length, 31) }

    /// The id of the word that was meant; 0 if none is near enough, or if the word is common English.
    package func correct(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, vocabulary: Vocabulary
    ) -> Int32 {
        let count = range.count
        guard count >= Self.shortest, count <= Self.longest, !everyday.contains(text, range) else { return 0 }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 8) { word in
            for offset in 0..<count { word.initializeElement(at: offset, to: text[range.lowerBound + offset] | 0x20) }
            let typed = UnsafeBufferPointer(rebasing: word[..<count])
            guard typed.allSatisfy({ (97...122).contains($0) }) else { return 0 }
            if let whole = completed(typed, vocabulary) { return whole }
            let found = nearest(to: typed)
            return found != 0 ? found : nearestCompleted(typed)
        }
    }

    private func completed(_ typed: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary) -> Int32? {
        for (written, added) in endings where typed.count > written.count + 1 {
            guard typed.suffix(written.count).elementsEqual(written) else { continue }
            let id = vocabulary.id(of: Array(typed) + added)
            if id != 0 { return id }
        }
        return nil
    }

    /// "lokcin": a slip in a word whose end was left off.
    private func nearestCompleted(_ typed: UnsafeBufferPointer<UInt8>) -> Int32 {
        for (written, added) in endings
        where typed.count > written.count + 1 && typed.suffix(written.count).elementsEqual(written) {
            let found = (Array(typed) + added).withUnsafeBufferPointer { nearest(to: $0) }
            if found != 0 { return found }
        }
        return 0
    }

    private func nearest(to typed: UnsafeBufferPointer<UInt8>) -> Int32 {
        // DECISION: four letters allow swapped or doubled letters only, up to seven one mistake, more letters two.
        let limit = typed.count == 4 ? 7 : typed.count <= 7 ? 12 : 20
        var letters: UInt32 = 0
        for byte in typed { letters |= 1 << UInt32(byte - 97) }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 26) { room in
            let count = EditCount(typed, room: room)
            var best = Best(limit: limit)
            look(typed[0], typed, letters, limit, count, &best)
            // "rbeathing": the first two letters are swapped.
            if typed[1] != typed[0] { look(typed[1], typed, letters, limit, count, &best) }
            return best.id
        }
    }

    private func look(
        _ first: UInt8, _ typed: UnsafeBufferPointer<UInt8>, _ letters: UInt32, _ limit: Int, _ count: EditCount,
        _ best: inout Best
    ) {
        let isSwapped = first != typed[0]
        let reach = isSwapped ? 0 : limit > 12 ? 2 : 1
        let low = Self.bucket(first, max(Self.shortest, typed.count - reach))
        let high = Self.bucket(first, typed.count + reach)
        // The cheapest edit costs 5, so that more of them than this are never within the limit.
        let edits = limit > 12 ? 3 : limit / 5
        entries.withUnsafeBufferPointer { entries in
            bytes.withUnsafeBufferPointer { bytes in
                for entry in entries[Int(buckets[low])..<Int(buckets[high + 1])] {
                    // An edit changes two letters at most.
                    if (entry.letters ^ letters).nonzeroBitCount > edits * 2 { continue }
                    let start = Int(entry.start)
                    if isSwapped, bytes[start + 1] != typed[0] { continue }
                    let meant = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(entry.length)])
                    if count.edits(to: meant) > edits { continue }
                    let cost = EditCost.between(typed, meant, limit: limit)
                    if cost <= limit {
                        best.consider(entry.id, cost: cost, weight: entry.weight, isEnglish: entry.isEnglish)
                    }
                }
            }
        }
    }

    /// The nearest so far. What the lexicon has much to say with is nearer: each doubling of its weight counts as half of
    /// the smallest unit of cost. What is no English word, such as a slip that some phrase allows for, is farther off.
    private struct Best {
        var rank: Int
        var id: Int32 = 0

        init(limit: Int) { rank = (limit + 4) * 4 + 1 }

        mutating func consider(_ id: Int32, cost: Int, weight: Int32, isEnglish: Bool) {
            let rank = cost * 4 + (isEnglish ? 0 : 16) - 2 * (Int32.bitWidth - weight.leadingZeroBitCount)
            guard rank < self.rank else { return }
            self.rank = rank
            self.id = id
        }
    }
}
