import Language
import Testing

@Suite struct IntervalTests {
    @Test func bounds() {
        let range = Interval(low: 2, high: 3)
        #expect(range.atLeast == 2 && range.atMost == 3)
        #expect(Interval(low: 5, high: nil).atMost == 5)
        #expect(Interval(low: nil, high: 7).atLeast == 7)
        #expect(Interval(low: nil, high: nil).atLeast == 0)
        #expect(Interval(exactly: 4) == Interval(low: 4, high: 4))
        #expect(Interval(exactly: 4) != Interval(exactly: 4, isApproximate: true))
    }

    @Test func sums() {
        #expect(Interval(low: 1, high: 2) + Interval(exactly: 10) == Interval(low: 11, high: 12))
        #expect(Interval(low: 1, high: nil) + Interval(exactly: 10) == Interval(low: 11, high: nil))
        #expect((Interval(exactly: 1, isApproximate: true) + Interval(exactly: 1)).isApproximate)
    }

    @Test func unitsInBothNumbers() {
        #expect(TimeUnit(word: "day") == .days && TimeUnit(word: "days") == .days)
        #expect(TimeUnit(word: "fortnight") == nil && TimeUnit(word: "") == nil && TimeUnit(word: "s") == nil)
        #expect(TimeUnit.allCases.map(\.seconds) == [1, 60, 3_600, 86_400, 604_800, 2_592_000, 31_536_000])
    }
}
