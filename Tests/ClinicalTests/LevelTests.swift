import Clinical
import Testing

@Suite struct LevelTests {
    @Test func levelsAreOrdered() {
        #expect(Level.allCases.shuffled().sorted() == [.selfCare, .routine, .urgent, .emergency])
        #expect(Level.allCases.map(\.rawValue) == ["self-care", "routine", "urgent", "emergency"])
    }

    @Test func theLevelDecidesBeforeTheTime() {
        #expect(Urgency(.urgent, within: .today) > Urgency(.routine, within: .now))
        #expect(Urgency(.emergency, within: .twoWeeks) > Urgency(.urgent, within: .now))
    }

    @Test func soonerIsMorePressing() {
        let order: [Within?] = [nil, .twoWeeks, .oneWeek, .twoDays, .today, .now]
        let urgencies = order.map { Urgency(.routine, within: $0) }
        #expect(urgencies.shuffled().sorted() == urgencies)
        #expect(Within.allCases.map(\.days) == [0, 1, 2, 7, 14])
        #expect(Within.allCases.map(\.rawValue) == ["now", "today", "2 days", "1 week", "2 weeks"])
    }

    @Test func theEnds() {
        #expect(Urgency.selfCare == Urgency(.selfCare, within: nil))
        #expect(Urgency.emergency == Urgency(.emergency, within: .now))
        #expect(!(Urgency.emergency < Urgency.emergency))
        #expect(max(Urgency.selfCare, Urgency(.routine, within: .oneWeek)).level == .routine)
    }
}
