package import Clinical
package import Knowledge

/// The level that findings call for, and why.
package struct Assessment: Sendable, Equatable {
    /// The level in force.
    package var urgency: Urgency
    /// The rules that hold it, in the order of the knowledge.
    package var rules: [RuleID]
    /// Every rule that fires, whatever its level.
    package var fired: [RuleID]
    /// Screens left unanswered that set the level.
    package var unanswered: [QuestionID]
    /// Old, unchanged findings that would be red flags if they were new.
    package var longStanding: [FindingID]

    package init(
        urgency: Urgency, rules: [RuleID], fired: [RuleID], unanswered: [QuestionID], longStanding: [FindingID]
    ) {
        self.urgency = urgency
        self.rules = rules
        self.fired = fired
        self.unanswered = unanswered
        self.longStanding = longStanding
    }
}

/// Findings to level, by the rules of the knowledge and nothing else.
package enum Triage {
    /// The highest level that fires. Without any rule it is self-care.
    package static func assess(_ facts: Facts, by knowledge: Knowledge) -> Assessment {
        var urgency = Urgency.selfCare
        var fired: [RuleID] = []
        for (index, rule) in knowledge.rules.enumerated()
        where rule.when.truth({ facts.truth(of: $0, in: knowledge) }).isTrue {
            fired.append(RuleID(index))
            urgency = max(urgency, rule.urgency)
        }
        let firing = fired
        let unanswered = facts.unanswered.filter { knowledge[$0].unanswered != nil }
        for question in unanswered {
            if let least = knowledge[question].unanswered { urgency = max(urgency, least) }
            if let rule = knowledge[question].unansweredRule, !fired.contains(rule) { fired.append(rule) }
        }
        let old = facts.findings.filter { $0.value == .longStanding }.map(\.key).sorted()
        let holding = fired.filter { holds($0, urgency, firing, facts, knowledge) }
        return Assessment(
            urgency: urgency, rules: unique(holding, knowledge), fired: fired.sorted(), unanswered: unanswered,
            longStanding: old)
    }

    /// Whether a rule holds the level: by its own condition, or in the place of a screen that was left unanswered, which
    /// holds no more than the knowledge sets for that screen.
    private static func holds(
        _ rule: RuleID, _ urgency: Urgency, _ firing: [RuleID], _ facts: Facts, _ knowledge: Knowledge
    ) -> Bool {
        if firing.contains(rule), knowledge[rule].urgency == urgency { return true }
        return facts.unanswered.contains { knowledge[$0].unansweredRule == rule && knowledge[$0].unanswered == urgency }
    }

    /// Variants of a rule share its id: it is named once.
    private static func unique(_ rules: [RuleID], _ knowledge: Knowledge) -> [RuleID] {
        var seen: Set<String> = []
        return rules.sorted().filter { seen.insert(knowledge[$0].id).inserted }
    }

    /// The highest level that could still be reached if every atom that `isOpen` accepts turned out for the worst.
    package static func highest(
        _ facts: Facts, by knowledge: Knowledge, isOpen: (Condition) -> Bool
    ) -> Urgency {
        knowledge.rules.reduce(Urgency.selfCare) { highest, rule in
            guard rule.urgency > highest else { return highest }
            return isPossible(rule, facts, by: knowledge, isOpen: isOpen) ? rule.urgency : highest
        }
    }

    /// Whether a rule could still fire: its unknown atoms count only where an answer can settle them.
    package static func isPossible(
        _ rule: Rule, _ facts: Facts, by knowledge: Knowledge, isOpen: (Condition) -> Bool
    ) -> Bool {
        rule.when.truth { atom in
            let truth = facts.truth(of: atom, in: knowledge)
            if case .unknown = truth { return isOpen(atom) ? .unknown : .no }
            return truth
        }.isPossible
    }
}
