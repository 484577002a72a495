/// The words the knowledge knows, as integer ids: an open-addressing table over one flat byte buffer.
///
/// Id 0 is every word that is not known. Words are stored folded (ASCII lower case, straight apostrophe).
package struct Vocabulary: Sendable {
    private var bytes: [UInt8] = []
    /// Start of each word in `bytes`; word `id` is `starts[id]..<starts[id + 1]`.
    private var starts: [UInt32] = [0, 0]
    private var slots: [Slot]
    /// An id that another stands for ("cant" for "can't"); the id itself where none does.
    package private(set) var canonical: [Int32] = [0]

    private struct Slot: Sendable {
        var hash: UInt32
        /// 0 where the slot is free.
        var id: Int32
    }

    package init() { slots = Array(repeating: Slot(hash: 0, id: 0), count: 1 << 14) }

    /// How many ids there are, the unknown word's among them.
    package var count: Int { starts.count - 1 }

    /// The id of a folded word, added if it is new.
    package mutating func add(_ word: [UInt8]) -> Int32 {
        let hash = Self.hash(of: word)
        let known = word.withUnsafeBufferPointer { lookUp($0, hash: hash) }
        if known != 0 { return known }
        if count * 2 > slots.count { grow() }
        let id = Int32(count)
        bytes.append(contentsOf: word)
        starts.append(UInt32(bytes.count))
        canonical.append(id)
        insert(id, hash: hash)
        return id
    }

    /// From now on `word` is read as the word of `id`.
    package mutating func alias(_ word: [UInt8], to id: Int32) {
        let own = add(word)
        canonical[Int(own)] = id
    }

    /// The stored bytes of a word.
    package func word(_ id: Int32) -> [UInt8] {
        Array(bytes[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])])
    }

    /// The canonical id of a folded word, 0 if unknown.
    package func id(of word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int32 {
        canonical[Int(lookUp(word, hash: hash))]
    }

    /// The canonical id of a word as text; for building and for tests, not for the hot path.
    package func id(of word: String) -> Int32 {
        let folded = Array(word.utf8)
        return folded.withUnsafeBufferPointer { id(of: $0, hash: Self.hash(of: folded)) }
    }

    /// The canonical id of letters and straight apostrophes that stand unfolded in a text, 0 if unknown. `hash` is that
    /// of the folded word.
    @inline(__always)
    func id(ofLetters word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int32 {
        canonical[Int(lookUp(word, hash: hash, fold: 0x20))]
    }

    @inline(__always)
    private func lookUp(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32, fold: UInt8 = 0) -> Int32 {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while true {
            let found = slots[slot]
            if found.id == 0 { return 0 }
            if found.hash == hash, isWord(found.id, word, fold) { return found.id }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always)
    private func isWord(_ id: Int32, _ word: UnsafeBufferPointer<UInt8>, _ fold: UInt8) -> Bool {
        let start = Int(starts[Int(id)])
        guard Int(starts[Int(id) + 1]) - start == word.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<word.count where bytes[start + index] != word[index] | fold { return false }
            return true
        }
    }

    private mutating func insert(_ id: Int32, hash: UInt32) {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot].id != 0 { slot = (slot + 1) & mask }
        slots[slot] = Slot(hash: hash, id: id)
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(hash: 0, id: 0), count: old.count * 2)
        for slot in old where slot.id != 0 { insert(slot.id, hash: slot.hash) }
    }

    /// FNV-1a over the folded bytes, finished by one mix so that the low bits are good.
    package static func hash(of word: [UInt8]) -> UInt32 {
        var hash = hashSeed
        for byte in word { hash = (hash ^ UInt32(byte)) &* hashPrime }
        return finish(hash)
    }

    package static let hashSeed: UInt32 = 2_166_136_261
    package static let hashPrime: UInt32 = 16_777_619
    @inline(__always) package static func finish(_ hash: UInt32) -> UInt32 { hash ^ (hash >> 15) }
}
