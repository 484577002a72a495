/// What words that are not known were last taken for, so that a slip that comes again is not mended again. A table of
/// fixed size: what it holds changes how fast a text is read, and nothing else.
struct CorrectionMemo: Sendable {
    private struct Entry: BitwiseCopyable {
        /// The letters, folded, zeros after a shorter word.
        var letters: (UInt64, UInt64, UInt64) = (0, 0, 0)
        var id: Int32 = 0
    }

    private static let size = 1_024
    private var entries: [Entry] = []
    private var corrector: ObjectIdentifier?

    /// What `corrector` makes of a stretch of ASCII letters: 0 where it leaves the word as it is.
    @inline(__always)
    mutating func id(
        of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ corrector: Corrector, _ vocabulary: Vocabulary
    ) -> Int32 {
        guard range.count <= 24 else { return 0 }
        if self.corrector != ObjectIdentifier(corrector) {
            self.corrector = ObjectIdentifier(corrector)
            entries = Array(repeating: Entry(), count: Self.size)
        }
        var letters: (UInt64, UInt64, UInt64) = (0, 0, 0)
        var shift: UInt64 = 0
        for index in range {
            let letter = UInt64(text[index] | 0x20) << (shift & 63)
            if shift < 64 {
                letters.0 |= letter
            } else if shift < 128 {
                letters.1 |= letter
            } else {
                letters.2 |= letter
            }
            shift &+= 8
        }
        var hash = letters.0 ^ (letters.1 &* 0x9E37_79B9_7F4A_7C15) ^ (letters.2 &* 0xC2B2_AE3D_27D4_EB4F)
        hash = (hash ^ (hash >> 29)) &* 0x9E37_79B9_7F4A_7C15
        let slot = Int(truncatingIfNeeded: hash >> 40) & (Self.size - 1)
        if entries[slot].letters == letters { return entries[slot].id }
        let id = corrector.correct(text, range, vocabulary: vocabulary)
        entries[slot] = Entry(letters: letters, id: id)
        return id
    }
}
