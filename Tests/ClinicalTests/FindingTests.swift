import Clinical
import Language
import Testing

@Suite struct FindingTests {
    @Test func aMentionIsPresentCurrentAndThePatients() {
        let context = Context()
        #expect(context == Context(.present, .patient, .current))
        #expect(!context.hasStopped && !context.isUndated && !context.isMild && !context.isLongStanding)
        #expect(context.ago == nil)
    }

    @Test func everythingThatIsSaidCounts() {
        var mild = Context()
        mild.isMild = true
        #expect(mild != Context())
        #expect(Context(.absent) != Context(.unknown))
        let finding = Finding(FindingID(1), Context(), span: Span(0, 3))
        #expect(finding != Finding(FindingID(1), Context(), span: Span(0, 4)))
        #expect(finding != Finding(FindingID(2), Context(), span: Span(0, 3)))
    }

    @Test func namesAreThoseOfTheContract() {
        #expect(Status.allCases.map(\.rawValue) == ["present", "absent", "uncertain", "unknown"])
        #expect(Experiencer.allCases.map(\.rawValue) == ["patient", "other"])
        #expect(TimeFrame.allCases.map(\.rawValue) == ["current", "past", "hypothetical"])
    }
}
