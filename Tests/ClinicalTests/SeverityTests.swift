import Clinical
import Testing

@Suite struct SeverityTests {
    @Test func gradesAreOrdered() {
        #expect(Grade.allCases.shuffled().sorted() == [.none, .mild, .moderate, .severe])
        #expect(Grade.allCases.map(\.rank) == [0, 1, 2, 3])
    }

    @Test func gradesMoveInsideTheScale() {
        #expect(Grade.mild.moved(by: 1) == .moderate)
        #expect(Grade.mild.moved(by: -1) == Grade.none)
        #expect(Grade.severe.moved(by: 5) == .severe)
        #expect(Grade.none.moved(by: -9) == Grade.none)
        #expect(Grade.moderate.moved(by: 0) == .moderate)
    }

    @Test(arguments: [
        (0, Grade.none), (0.9, .none), (1, .mild), (3.9, .mild), (4, .moderate), (6.9, .moderate), (7, .severe),
        (10, .severe), (99, .severe), (-1, .none),
    ])
    func scoresBecomeGrades(_ score: Double, _ grade: Grade) {
        #expect(SeverityScale(mild: 1, moderate: 4, severe: 7).grade(of: score) == grade)
    }

    @Test func theCutsAreData() {
        #expect(SeverityScale(mild: 2, moderate: 3, severe: 9).grade(of: 8) == .moderate)
    }

    @Test func namesAreThoseOfTheContract() {
        #expect(Side.allCases.map(\.rawValue) == ["left", "right", "both", "middle"])
        #expect(DurationRole.allCases.map(\.rawValue) == ["spell", "course", "ago", "last", "since", "every", "other"])
        #expect(Grade.allCases.map(\.rawValue) == ["none", "mild", "moderate", "severe"])
        let attributes =
            "frequency onset trigger quality relieving aggravating tried medicine condition sex pregnancy trend"
        #expect(AttributeType.allCases.map(\.rawValue).joined(separator: " ") == attributes)
    }
}
