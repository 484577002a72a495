import Clinical
import Testing

@Suite struct IdentifiersTests {
    @Test func idsAreOrderedByTheirPlace() {
        #expect([SiteID(3), SiteID(1), SiteID(2)].sorted().map(\.index) == [1, 2, 3])
        #expect(Set([RuleID(1), RuleID(1), RuleID(2)]).count == 2)
    }
}
