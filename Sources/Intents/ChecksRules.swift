import Clinical
import Knowledge

extension Checks {
    /// A rule that always fires, or never can, tells nothing.
    func checkRules() {
        for (rule, draft) in zip(knowledge.rules, draft.rules) where !draft.when.value.isEmpty {
            // A condition that could not be read was complained of and counts as "always" here.
            if rule.when == .always {
                // The lowest level is what holds where nothing else does.
                if draft.when.value == "always", rule.urgency.level != .selfCare {
                    complaints.error(
                        draft.when.place, "rule \(rule.id) fires always", remedy: "write the findings it is for")
                }
            } else if !rule.when.canBeTrue {
                complaints.error(
                    draft.when.place, "rule \(rule.id) can never fire: its condition is never true",
                    remedy: "remove what contradicts, or lower the count before 'of'")
            }
        }
    }
}

extension Condition {
    /// False where the condition contradicts itself on its face.
    var canBeTrue: Bool {
        switch self {
        case .all(let parts):
            parts.allSatisfy { part in part.canBeTrue && !parts.contains(.not(part)) }
        case .any(let parts): parts.contains(where: \.canBeTrue)
        case .count(let least, of: let parts): parts.filter(\.canBeTrue).count >= least
        case .not(let inner): inner != .always
        case .always, .longStanding, .finding, .site, .spread, .symptom, .side, .severity, .measure, .attribute: true
        }
    }
}
