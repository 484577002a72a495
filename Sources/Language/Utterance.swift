/// What a person sent in one turn: the repaired bytes and the tokens in them.
///
/// A class of buffers in spirit: reuse one value for many texts, so that reading allocates nothing that grows with use.
package struct Utterance: Sendable {
    /// Valid UTF-8. Spans are offsets into this.
    package private(set) var bytes: [UInt8] = []
    package private(set) var tokens: [Token] = []

    private var memo = CorrectionMemo()

    package init() {}

    package init(_ bytes: [UInt8], vocabulary: Vocabulary) {
        read(bytes, vocabulary: vocabulary)
    }

    /// Takes a new text; the buffers are kept.
    package mutating func read(_ received: [UInt8], vocabulary: Vocabulary) {
        bytes = Repair.utf8(received)
        tokens.removeAll(keepingCapacity: true)
        Tokenizer.tokenize(bytes, vocabulary: vocabulary, memo: &memo, into: &tokens)
    }

    /// The person's own words.
    package func text(_ span: Span) -> String {
        String(decoding: bytes[max(0, span.start)..<min(bytes.count, span.end)], as: UTF8.self)
    }

    /// Offsets in Unicode code points, as the line contract counts them. Both must lie on scalar boundaries.
    package func scalarOffsets(_ span: Span) -> (start: Int, end: Int) {
        let start = scalarCount(upTo: span.start)
        return (start, start + scalars(in: span.start..<span.end))
    }

    /// The byte offset of a code point's offset, or nil past the end.
    package func byteOffset(scalar offset: Int) -> Int? {
        guard offset >= 0 else { return nil }
        var seen = 0
        for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if seen == offset { return index }
            seen += 1
        }
        return seen == offset ? bytes.count : nil
    }

    private func scalarCount(upTo end: Int) -> Int { scalars(in: 0..<end) }

    private func scalars(in range: Range<Int>) -> Int {
        var count = 0
        for index in range.clamped(to: 0..<bytes.count) where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
