import Language
import Testing

@Suite struct SpanTests {
    @Test func overlaps() {
        #expect(Span(0, 3).overlaps(Span(2, 5)))
        #expect(Span(2, 5).overlaps(Span(0, 3)))
        #expect(!Span(0, 3).overlaps(Span(3, 5)))
        #expect(Span(0, 9).overlaps(Span(4, 5)))
    }

    @Test func containsAndUnion() {
        #expect(Span(1, 5).contains(Span(1, 5)))
        #expect(Span(1, 5).contains(Span(2, 3)))
        #expect(!Span(1, 5).contains(Span(0, 3)))
        #expect(!Span(1, 5).contains(Span(4, 6)))
        #expect(Span(4, 6).union(Span(1, 2)) == Span(1, 6))
    }

    @Test func countsAndOrder() {
        #expect(Span(3, 3).isEmpty && Span(4, 3).isEmpty && !Span(3, 4).isEmpty)
        #expect(Span(3, 7).count == 4)
        #expect([Span(2, 3), Span(1, 9), Span(1, 2)].sorted() == [Span(1, 2), Span(1, 9), Span(2, 3)])
    }
}
