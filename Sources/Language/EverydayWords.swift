/// English words that are nobody's spelling mistake, as fingerprints in an open-addressing table.
///
/// A fingerprint is 32 bits of a 64-bit hash: two words of a hundred thousand hardly ever share one, and where they do, a
/// mistake is left as it is.
package struct EverydayWords: Sendable {
    /// 0 where the slot is free.
    private var slots: [UInt32] = Array(repeating: 0, count: 1 << 10)
    package private(set) var count = 0

    package init() {}

    /// One word a line, folded; lines with `#` and empty ones are left out.
    package init(lines: [UInt8]) {
        var start = 0
        slots = Array(repeating: 0, count: 1 << 17)
        lines.withUnsafeBufferPointer { lines in
            while start < lines.count {
                var end = start
                while end < lines.count, lines[end] != UInt8(ascii: "\n") { end += 1 }
                if end > start, lines[start] != UInt8(ascii: "#") {
                    add(UnsafeBufferPointer(rebasing: lines[start..<end]))
                }
                start = end + 1
            }
        }
    }

    package mutating func add(_ word: [UInt8]) { word.withUnsafeBufferPointer { add($0) } }

    private mutating func add(_ word: UnsafeBufferPointer<UInt8>) {
        if count * 2 > slots.count { grow() }
        if insert(Self.fingerprint(word, 0..<word.count)) { count += 1 }
    }

    /// Whether a stretch of ASCII letters is one of the words; capitals are folded.
    package func contains(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let print = Self.fingerprint(text, range)
        return slots.withUnsafeBufferPointer { slots in
            var slot = Int(print) & (slots.count &- 1)
            while slots[slot] != 0 {
                if slots[slot] == print { return true }
                slot = (slot &+ 1) & (slots.count &- 1)
            }
            return false
        }
    }

    private mutating func insert(_ print: UInt32) -> Bool {
        var slot = Int(print) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == print { return false }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = print
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: 0, count: old.count * 2)
        for print in old where print != 0 { _ = insert(print) }
    }

    /// FNV-1a, mixed; never 0.
    @inline(__always)
    private static func fingerprint(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(text[index] | 0x20)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 29)) &* 0x9E37_79B9_7F4A_7C15
        return max(1, UInt32(truncatingIfNeeded: hash >> 32))
    }
}
