/// From the letters somebody typed to a word the knowledge knows.
///
/// Tried in this order: the word itself, its possessive's stem ("husband's"), the word with stretched letters
/// shortened ("soooo"). What none of these finds stays unknown (0).
enum Spelling {
    /// The vocabulary id of the folded bytes in `word`. `word` is scratch space and may be changed.
    static func id(of word: inout [UInt8], vocabulary: Vocabulary) -> Int32 {
        let found = vocabulary.id(of: word)
        if found != 0 { return found }
        let count = word.count
        if count > 3, word[count - 1] == UInt8(ascii: "s"), word[count - 2] == UInt8(ascii: "'") {
            word.removeLast(2)
            let stem = vocabulary.id(of: word)
            if stem != 0 { return stem }
        }
        return shortened(&word, vocabulary)
    }

    /// What was meant by a word with an apostrophe: by what stands before the "'s", else by all its letters ("coudn't").
    static func corrected(_ word: [UInt8], vocabulary: Vocabulary) -> Int32 {
        guard let corrector = vocabulary.corrector, word.contains(UInt8(ascii: "'")) else { return 0 }
        let isPossessive = word.count > 2 && word.suffix(2).elementsEqual("'s".utf8)
        let letters = isPossessive ? Array(word.dropLast(2)) : word.filter { $0 != UInt8(ascii: "'") }
        return letters.withUnsafeBufferPointer { corrector.correct($0, 0..<$0.count, vocabulary: vocabulary) }
    }

    /// Runs of three or more of one letter are tried as two, then as one.
    private static func shortened(_ word: inout [UInt8], _ vocabulary: Vocabulary) -> Int32 {
        guard hasStretch(word) else { return 0 }
        for keep in [2, 1] {
            var kept: [UInt8] = []
            kept.reserveCapacity(word.count)
            var index = 0
            while index < word.count {
                var end = index + 1
                while end < word.count, word[end] == word[index] { end += 1 }
                let length = end - index >= 3 ? keep : end - index
                for _ in 0..<length { kept.append(word[index]) }
                index = end
            }
            let found = vocabulary.id(of: kept)
            if found != 0 { return found }
        }
        return 0
    }

    private static func hasStretch(_ word: [UInt8]) -> Bool {
        guard word.count >= 3 else { return false }
        for index in 2..<word.count where word[index] == word[index - 1] && word[index] == word[index - 2] {
            return true
        }
        return false
    }
}
