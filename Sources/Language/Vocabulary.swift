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
    /// Per byte: the canonical id of the word that is this byte alone.
    private(set) var singles: [Int32] = Array(repeating: 0, count: 256)

    private struct Slot: Sendable {
        /// The word's first eight bytes, zeros after a shorter one.
        var head: UInt64
        var length: UInt32
        /// 0 where the slot is free.
        var id: Int32

        static let free = Slot(head: 0, length: 0, id: 0)
    }

    package init() { slots = Array(repeating: .free, count: 1 << 14) }

    /// How many ids there are, the unknown word's among them.
    package var count: Int { starts.count - 1 }

    /// The id of a folded word, added if it is new.
    package mutating func add(_ word: [UInt8]) -> Int32 {
        let known = word.withUnsafeBufferPointer { lookUp($0[...]) }
        if known != 0 { return known }
        if count * 2 > slots.count { grow() }
        let id = Int32(count)
        bytes.append(contentsOf: word)
        starts.append(UInt32(bytes.count))
        canonical.append(id)
        if word.count == 1 { singles[Int(word[0])] = id }
        insert(id)
        return id
    }

    /// From now on `word` is read as the word of `id`.
    package mutating func alias(_ word: [UInt8], to id: Int32) {
        let own = add(word)
        canonical[Int(own)] = id
        if word.count == 1 { singles[Int(word[0])] = id }
    }

    /// The stored bytes of a word.
    package func word(_ id: Int32) -> [UInt8] {
        Array(bytes[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])])
    }

    /// The canonical id of a folded word, 0 if unknown.
    package func id(of word: [UInt8]) -> Int32 {
        word.withUnsafeBufferPointer { canonical[Int(lookUp($0[...]))] }
    }

    /// The canonical id of a word as text; for building and for tests, not for the hot path.
    package func id(of word: String) -> Int32 { id(of: Array(word.utf8)) }

    /// The canonical id of a stretch of a text, 0 if unknown. `folding` where it is letters and straight apostrophes that
    /// stand unfolded.
    @inline(__always)
    func id(of word: Slice<UnsafeBufferPointer<UInt8>>, folding: Bool) -> Int32 {
        canonical[Int(lookUp(word, fold: folding ? 0x2020_2020_2020_2020 : 0))]
    }

    @inline(__always)
    private func lookUp(_ word: Slice<UnsafeBufferPointer<UInt8>>, fold: UInt64 = 0) -> Int32 {
        let mask = slots.count - 1
        let head = Self.chunk(word, at: 0, fold: fold)
        var slot = Self.hash(word, head: head, fold: fold) & mask
        while true {
            let found = slots[slot]
            if found.id == 0 { return 0 }
            if found.head == head, found.length == UInt32(truncatingIfNeeded: word.count),
                word.count <= 8 || isTail(of: found.id, word, fold)
            {
                return found.id
            }
            slot = (slot + 1) & mask
        }
    }

    /// Whether a word of more than eight bytes ends as the word of `id` does.
    private func isTail(of id: Int32, _ word: Slice<UnsafeBufferPointer<UInt8>>, _ fold: UInt64) -> Bool {
        let start = Int(starts[Int(id)])
        for offset in 8..<word.count
        where bytes[start + offset] != word[word.startIndex + offset] | UInt8(truncatingIfNeeded: fold) { return false }
        return true
    }

    private mutating func insert(_ id: Int32) {
        let range = Int(starts[Int(id)])..<Int(starts[Int(id) + 1])
        let mask = slots.count - 1
        let (head, hash) = bytes.withUnsafeBufferPointer { bytes in
            let head = Self.chunk(bytes[range], at: 0, fold: 0)
            return (head, Self.hash(bytes[range], head: head, fold: 0))
        }
        var slot = hash & mask
        while slots[slot].id != 0 { slot = (slot + 1) & mask }
        slots[slot] = Slot(head: head, length: UInt32(range.count), id: id)
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: .free, count: old.count * 2)
        for slot in old where slot.id != 0 { insert(slot.id) }
    }

    /// Eight bytes of a word from `offset` on, the first in the lowest place; zeros past the word's end.
    @inline(__always)
    private static func chunk(_ word: Slice<UnsafeBufferPointer<UInt8>>, at offset: Int, fold: UInt64) -> UInt64 {
        let place = word.startIndex + offset
        let count = min(8, word.count - offset)
        guard count > 0, let base = word.base.baseAddress else { return 0 }
        let mask = ~UInt64(0) >> UInt64(64 - 8 * count)
        if place + 8 <= word.base.count {
            let eight = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
            return (UInt64(littleEndian: eight) | fold) & mask
        }
        var eight: UInt64 = 0
        for index in 0..<count { eight |= UInt64(word.base[place + index]) << UInt64(8 * index) }
        return (eight | fold) & mask
    }

    @inline(__always)
    private static func hash(_ word: Slice<UnsafeBufferPointer<UInt8>>, head: UInt64, fold: UInt64) -> Int {
        var hash = head
        var offset = 8
        while offset < word.count {
            hash = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15 ^ chunk(word, at: offset, fold: fold)
            offset += 8
        }
        hash = (hash ^ (hash >> 29)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: hash >> 33)
    }
}
