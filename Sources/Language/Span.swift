/// A stretch of the text as received: half-open offsets in UTF-8 code units of the repaired text (`Utterance.bytes`).
///
/// A span survives normalising and spelling, so every fact can be shown in the person's own words.
package struct Span: Hashable, Sendable, Comparable, BitwiseCopyable {
    /// Offset of the first code unit.
    package var start: Int
    /// Offset just past the last code unit.
    package var end: Int

    package init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    package var isEmpty: Bool { end <= start }
    package var count: Int { end - start }

    /// Whether the two share at least one code unit.
    package func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    /// Whether `other` lies wholly inside this span.
    package func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    /// The smallest span that covers both.
    package func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

    package static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
