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

    /// Finds what was meant by a word that is not known; nil: nothing is corrected.
    package var corrector: Corrector?

    struct Slot: Sendable {
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
        let known = word.withUnsafeBufferPointer { lookUp($0, 0..<$0.count) }
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
        word.withUnsafeBufferPointer { canonical[Int(lookUp($0, 0..<$0.count))] }
    }

    /// The canonical id of a word as text; for building and for tests, not for the hot path.
    package func id(of word: String) -> Int32 { id(of: Array(word.utf8)) }

    /// The canonical id of a stretch of a text, 0 if unknown. `folding` where it is letters and straight apostrophes that
    /// stand unfolded.
    @inline(__always)
    func id(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, folding: Bool) -> Int32 {
        canonical[Int(lookUp(text, range, fold: folding ? 0x2020_2020_2020_2020 : 0))]
    }

    /// Calls `body` with the tables of words and of what stands for them, so that looking up many words fetches them once.
    func withTables(_ body: (UnsafeBufferPointer<Slot>, UnsafeBufferPointer<Int32>) -> Void) {
        slots.withUnsafeBufferPointer { slots in
            canonical.withUnsafeBufferPointer { body(slots, $0) }
        }
    }

    /// The same as `id(in:_:folding:)` by tables that were fetched before.
    @inline(__always)
    func id(
        in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, folding: Bool, _ slots: UnsafeBufferPointer<Slot>,
        _ canonical: UnsafeBufferPointer<Int32>
    ) -> Int32 {
        canonical[Int(find(text, range, folding ? 0x2020_2020_2020_2020 : 0, slots))]
    }

    private func lookUp(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, fold: UInt64 = 0) -> Int32 {
        slots.withUnsafeBufferPointer { find(text, range, fold, $0) }
    }

    @inline(__always)
    private func find(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ fold: UInt64, _ slots: UnsafeBufferPointer<Slot>
    ) -> Int32 {
        let start = range.lowerBound
        let length = range.upperBound &- start
        let head = Self.chunk(text, start, length, fold)
        var hash = head
        var offset = 8
        while offset < length {
            hash = Self.mix(hash) ^ Self.chunk(text, start &+ offset, length &- offset, fold)
            offset &+= 8
        }
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: Self.mix(hash) >> 33) & mask
        while true {
            let found = slots[slot]
            if found.id == 0 { return 0 }
            if found.head == head, found.length == UInt32(truncatingIfNeeded: length),
                length <= 8 || isTail(of: found.id, text, range, fold)
            {
                return found.id
            }
            slot = (slot &+ 1) & mask
        }
    }

    /// Whether a word of more than eight bytes ends as the word of `id` does.
    private func isTail(of id: Int32, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ fold: UInt64) -> Bool {
        let start = Int(starts[Int(id)])
        for offset in 8..<range.count
        where bytes[start + offset] != text[range.lowerBound + offset] | UInt8(truncatingIfNeeded: fold) {
            return false
        }
        return true
    }

    private mutating func insert(_ id: Int32) {
        let start = Int(starts[Int(id)])
        let length = Int(starts[Int(id) + 1]) - start
        let mask = slots.count - 1
        let (head, hash) = bytes.withUnsafeBufferPointer { bytes in
            let head = Self.chunk(bytes, start, length, 0)
            var hash = head
            for offset in stride(from: 8, to: length, by: 8) {
                hash = Self.mix(hash) ^ Self.chunk(bytes, start + offset, length - offset, 0)
            }
            return (head, hash)
        }
        var slot = Int(truncatingIfNeeded: Self.mix(hash) >> 33) & mask
        while slots[slot].id != 0 { slot = (slot + 1) & mask }
        slots[slot] = Slot(head: head, length: UInt32(length), id: id)
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: .free, count: old.count * 2)
        for slot in old where slot.id != 0 { insert(slot.id) }
    }

    /// Up to eight bytes of a word from `start` on, the first in the lowest place; zeros past the word's end.
    @inline(__always)
    private static func chunk(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int, _ fold: UInt64
    ) -> UInt64 {
        guard length > 0, let base = text.baseAddress else { return 0 }
        let mask = length >= 8 ? ~UInt64(0) : (1 &<< UInt64(truncatingIfNeeded: 8 &* length)) &- 1
        if start &+ 8 <= text.count {
            let eight = UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self)
            return (UInt64(littleEndian: eight) | fold) & mask
        }
        var eight: UInt64 = 0
        for index in 0..<min(8, length) { eight |= UInt64(text[start + index]) << UInt64(8 * index) }
        return (eight | fold) & mask
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 { (value ^ (value >> 29)) &* 0x9E37_79B9_7F4A_7C15 }
}
