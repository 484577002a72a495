package import Clinical

/// What a rule, a question or a piece of guidance is for, as a tree over facts.
///
/// Read with three truth values: an unknown fact makes an atom neither true nor false.
package indirect enum Condition: Hashable, Sendable {
    package enum Comparison: String, CaseIterable, Sendable {
        case atLeast = ">="
        case atMost = "<="
        case equal = "="
        case more = ">"
        case less = "<"
    }

    case always
    /// Some sign that would be a red flag if it were new is old and unchanged.
    case longStanding
    case finding(FindingID)
    /// The complaint is at this site or in a part of it.
    case site(SiteID)
    /// It spreads to this site or a part of it.
    case spread(SiteID)
    case symptom(SymptomID)
    case side(Side)
    case severity(Comparison, Grade)
    case measure(Measure, Comparison, Double)
    case attribute(AttributeID)
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case count(Int, of: [Condition])

    /// Every finding the condition mentions, in order, each once.
    package var findings: [FindingID] {
        var found: [FindingID] = []
        visit { if case .finding(let id) = $0, !found.contains(id) { found.append(id) } }
        return found
    }

    /// Calls `body` for this condition and every one inside it.
    package func visit(_ body: (Condition) -> Void) {
        body(self)
        switch self {
        case .all(let parts), .any(let parts), .count(_, of: let parts): for part in parts { part.visit(body) }
        case .not(let inner): inner.visit(body)
        case .always, .longStanding, .finding, .site, .spread, .symptom, .side, .severity, .measure, .attribute: break
        }
    }
}

/// True, false, or not known yet (Kleene's strong logic).
package enum Truth: Sendable {
    case no, unknown, yes

    package init(_ value: Bool) { self = value ? .yes : .no }

    package var isTrue: Bool { self == .yes }
    package var isPossible: Bool { self != .no }

    package static prefix func ! (truth: Truth) -> Truth {
        switch truth {
        case .no: .yes
        case .unknown: .unknown
        case .yes: .no
        }
    }
}

extension Condition {
    /// The truth of the condition where `atom` tells the truth of each leaf.
    package func truth(_ atom: (Condition) -> Truth) -> Truth {
        switch self {
        case .always: return .yes
        case .all(let parts):
            var result = Truth.yes
            for part in parts {
                switch part.truth(atom) {
                case .no: return .no
                case .unknown: result = .unknown
                case .yes: break
                }
            }
            return result
        case .any(let parts):
            var result = Truth.no
            for part in parts {
                switch part.truth(atom) {
                case .yes: return .yes
                case .unknown: result = .unknown
                case .no: break
                }
            }
            return result
        case .not(let inner): return !inner.truth(atom)
        case .count(let least, of: let parts):
            var sure = 0
            var possible = 0
            for part in parts {
                let truth = part.truth(atom)
                if truth.isTrue { sure += 1 }
                if truth.isPossible { possible += 1 }
            }
            return sure >= least ? .yes : possible >= least ? .unknown : .no
        case .longStanding, .finding, .site, .spread, .symptom, .side, .severity, .measure, .attribute:
            return atom(self)
        }
    }
}
