import Clinical
import Intents
import Knowledge
import Language
import Testing
import Triage

@Suite struct AssessmentTests {
    private static func assess(_ change: (inout Facts) throws -> Void = { _ in }) throws -> (Assessment, Knowledge) {
        var facts = Facts()
        try change(&facts)
        let knowledge = try SmallKnowledge.knowledge()
        return (Triage.assess(facts, by: knowledge), knowledge)
    }

    private static func present(_ ids: String...) -> (inout Facts) throws -> Void {
        { facts in for id in ids { facts.findings[try SmallKnowledge.finding(id)] = .present } }
    }

    @Test func withoutAnythingItIsSelfCare() throws {
        let (assessment, knowledge) = try Self.assess()
        #expect(assessment.urgency == .selfCare)
        #expect(assessment.rules.map { knowledge[$0].id } == ["S"])
        #expect(assessment.unanswered.isEmpty && assessment.longStanding.isEmpty)
    }

    @Test func theHighestLevelHolds() throws {
        let (assessment, knowledge) = try Self.assess(Self.present("a", "b", "c"))
        #expect(assessment.urgency == .emergency)
        #expect(assessment.rules.map { knowledge[$0].id } == ["E-A"])
        #expect(assessment.fired.map { knowledge[$0].id } == ["E-A", "U-B", "R-TWO", "S"])
        #expect(assessment.fired == assessment.fired.sorted())
    }

    @Test func aRuleWithTwoVariantsIsNamedOnce() throws {
        let (assessment, knowledge) = try Self.assess {
            try Self.present("b")(&$0)
            $0.sites = [SiteID(0)]
            $0.spreads = [SiteID(2)]
        }
        #expect(assessment.urgency == Urgency(.urgent, within: .today))
        #expect(assessment.rules.map { knowledge[$0].id } == ["U-B"])
        #expect(assessment.fired.count == 3)
    }

    @Test func atOneLevelTheSoonerHolds() throws {
        let (assessment, knowledge) = try Self.assess {
            try Self.present("c", "d")(&$0)
            $0.measures[.course] = Interval(exactly: 7 * TimeUnit.weeks.seconds)
        }
        #expect(assessment.urgency == Urgency(.routine, within: .twoDays))
        #expect(assessment.rules.map { knowledge[$0].id } == ["R-TWO"])
        #expect(assessment.fired.map { knowledge[$0].id } == ["R-TWO", "R-LONG", "S"])
    }

    @Test func whatIsNotKnownFiresNothing() throws {
        let (assessment, _) = try Self.assess {
            for id in SmallKnowledge.findings { $0.findings[try SmallKnowledge.finding(id)] = .unknown }
        }
        #expect(assessment.urgency == .selfCare)
        let (settled, _) = try Self.assess { $0.findings[FindingID(0)] = .uncertain(isSettled: true) }
        #expect(settled.urgency == .emergency)
        let (open, _) = try Self.assess { $0.findings[FindingID(0)] = .uncertain(isSettled: false) }
        #expect(open.urgency == .selfCare)
    }

    @Test func anUnansweredScreenSetsTheFloor() throws {
        let (soft, knowledge) = try Self.assess { $0.unanswered = [QuestionID(1), QuestionID(2)] }
        #expect(soft.urgency == Urgency(.routine, within: .twoDays))
        #expect(soft.unanswered == [QuestionID(1)])
        let (hard, _) = try Self.assess { $0.unanswered = [QuestionID(0), QuestionID(1)] }
        #expect(hard.urgency == .emergency)
        #expect(hard.rules.map { knowledge[$0].id } == ["U-ASK"])
        #expect(hard.fired == hard.fired.sorted())
        // A floor lowers nothing.
        let (both, _) = try Self.assess {
            try Self.present("a")(&$0)
            $0.unanswered = [QuestionID(1)]
        }
        #expect(both.urgency == .emergency)
    }

    @Test func oldSignsAreListed() throws {
        let (assessment, _) = try Self.assess {
            $0.findings = [FindingID(5): .longStanding, FindingID(0): .longStanding, FindingID(1): .absent]
        }
        #expect(assessment.longStanding == [FindingID(0), FindingID(5)])
        #expect(assessment.urgency == .selfCare)
    }

    @Test func theHighestThatIsStillPossible() throws {
        let knowledge = try SmallKnowledge.knowledge()
        var facts = Facts()
        #expect(Triage.highest(facts, by: knowledge) { _ in true } == .emergency)
        #expect(Triage.highest(facts, by: knowledge) { _ in false } == .selfCare)
        facts.findings = [FindingID(0): .absent, FindingID(3): .absent]
        let isFinding: (Condition) -> Bool = { if case .finding = $0 { true } else { false } }
        #expect(Triage.highest(facts, by: knowledge, isOpen: isFinding) == Urgency(.urgent, within: .today))
        facts.findings[FindingID(1)] = .absent
        #expect(Triage.highest(facts, by: knowledge, isOpen: isFinding) == Urgency(.routine, within: .twoDays))
    }

    /// A sign more never lowers the level: no rule here holds a `not`.
    @Test(arguments: 0..<10)
    func aFindingMoreNeverLowersTheLevel(_ seed: UInt64) throws {
        let knowledge = try SmallKnowledge.knowledge()
        var random = Seeded(seed)
        for _ in 0..<200 {
            var facts = Self.facts(&random)
            let before = Triage.assess(facts, by: knowledge)
            let finding = FindingID(Int.random(in: 0..<SmallKnowledge.findings.count, using: &random))
            facts.findings[finding] = .present
            let after = Triage.assess(facts, by: knowledge)
            #expect(after.urgency >= before.urgency, "\(facts)")
            #expect(Set(after.fired).isSuperset(of: before.fired))
            #expect(Triage.highest(facts, by: knowledge) { _ in true } >= after.urgency)
            #expect(Triage.assess(facts, by: knowledge) == after)
        }
    }

    /// What is possible holds whatever the unknown findings turn out to be.
    @Test(arguments: 0..<5)
    func nothingTurnsOutHigherThanPossible(_ seed: UInt64) throws {
        let knowledge = try SmallKnowledge.knowledge()
        var random = Seeded(seed &+ 50)
        for _ in 0..<100 {
            var facts = Self.facts(&random)
            let highest = Triage.highest(facts, by: knowledge) { if case .finding = $0 { true } else { false } }
            for index in SmallKnowledge.findings.indices where knowledge.findings[index].derived == nil {
                switch facts.findings[FindingID(index)] {
                case .unknown, .uncertain(isSettled: false), nil:
                    facts.findings[FindingID(index)] = Bool.random(using: &random) ? .present : .absent
                case .present, .absent, .uncertain(isSettled: true), .longStanding: break
                }
            }
            facts.unanswered = []
            #expect(Triage.assess(facts, by: knowledge).urgency <= highest, "\(facts)")
        }
    }

    private static func facts(_ random: inout Seeded) -> Facts {
        var facts = Facts()
        let known: [Facts.Known?] = [
            nil, nil, .present, .absent, .unknown, .uncertain(isSettled: false), .uncertain(isSettled: true),
            .longStanding,
        ]
        for index in SmallKnowledge.findings.indices {
            facts.findings[FindingID(index)] = known.randomElement(using: &random) ?? nil
        }
        if Bool.random(using: &random) { facts.sites = [SiteID(Int.random(in: 0..<3, using: &random))] }
        if Bool.random(using: &random) { facts.spreads = [SiteID(2)] }
        facts.severity = Grade.allCases.randomElement(using: &random)
        if Bool.random(using: &random) {
            facts.measures[.age] = Interval(exactly: Double.random(in: 1...99, using: &random))
        }
        return facts
    }

    /// The data as they are: no rule can lower a level either.
    @Test func theRealKnowledge() throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let knowledge = try #require(IntentsFolder.load("/\(root)/Intents").knowledge)
        var holdsNot = false
        for rule in knowledge.rules { rule.when.visit { if case .not = $0 { holdsNot = true } } }
        let emergencies = knowledge.rules.filter { $0.urgency.level == .emergency }
        #expect(emergencies.allSatisfy { $0.emergency != nil } && !emergencies.isEmpty)
        for (index, finding) in knowledge.findings.enumerated() where finding.isEmergency && !holdsNot {
            var facts = Facts()
            let before = Triage.assess(facts, by: knowledge).urgency
            facts.findings[FindingID(index)] = .present
            #expect(Triage.assess(facts, by: knowledge).urgency >= before, "\(finding.id)")
        }
    }
}
