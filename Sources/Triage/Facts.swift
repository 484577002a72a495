package import Clinical
package import Knowledge
package import Language

/// What is known of one person's complaint, in the form that rules read.
package struct Facts: Sendable, Equatable {
    /// What is known of one finding.
    package enum Known: Sendable, Equatable {
        case present
        case absent
        /// Not sure yet; `isSettled` once it has been asked again and stayed so: it then counts as present.
        case uncertain(isSettled: Bool)
        /// Asked and not answered.
        case unknown
        /// There, but old and unchanged: no red flag, and a reason to have it looked at some time.
        case longStanding
    }

    /// Where the complaint is; several where several were named.
    package var sites: [SiteID] = []
    package var spreads: [SiteID] = []
    package var side: Side?
    package var symptoms: [SymptomID] = []
    package var severity: Grade?
    package var measures: [Measure: Interval] = [:]
    package var attributes: [AttributeID] = []
    package var findings: [FindingID: Known] = [:]
    /// Screens that were asked and stay unanswered.
    package var unanswered: [QuestionID] = []

    package init() {}
}

extension Facts {
    /// The truth of one atom of a condition.
    package func truth(of atom: Condition, in knowledge: Knowledge) -> Truth {
        switch atom {
        case .always: return .yes
        case .longStanding: return findings.values.contains(.longStanding) ? .yes : .no
        case .finding(let id): return truth(of: id, in: knowledge)
        case .site(let id): return place(sites, id, in: knowledge)
        case .spread(let id): return place(spreads, id, in: knowledge)
        case .symptom(let id): return symptoms.contains(id) ? .yes : .unknown
        case .side(let wanted): return side.map { Truth($0 == wanted) } ?? .unknown
        case .severity(let comparison, let grade):
            return severity.map { Truth(Self.holds(Double($0.rank), comparison, Double(grade.rank))) } ?? .unknown
        case .measure(let measure, let comparison, let value):
            guard let interval = measures[measure] else { return .unknown }
            return Self.truth(of: interval, comparison, value)
        case .attribute(let id):
            if attributes.contains(id) { return .yes }
            let type = knowledge[id].type
            guard type.isClosed else { return .unknown }
            return attributes.contains { knowledge[$0].type == type } ? .no : .unknown
        case .all, .any, .not, .count: return atom.truth { truth(of: $0, in: knowledge) }
        }
    }

    private func truth(of id: FindingID, in knowledge: Knowledge) -> Truth {
        // What is measured outweighs what was said of it before: "no fever last night, 38.6 now".
        let derived = measured(id, in: knowledge)
        if derived == .yes { return .yes }
        switch findings[id] {
        case .present, .uncertain(isSettled: true): return .yes
        case .absent, .longStanding: return .no
        case .uncertain(isSettled: false), .unknown: return .unknown
        case nil: return derived ?? .unknown
        }
    }

    /// What the measures that were told say of a finding: 38.6 of a fever. nil where no measure tells of it.
    package func measured(_ id: FindingID, in knowledge: Knowledge) -> Truth? {
        knowledge[id].derived?.truth { truth(of: $0, in: knowledge) }
    }

    private func place(_ places: [SiteID], _ wanted: SiteID, in knowledge: Knowledge) -> Truth {
        if places.isEmpty { return .unknown }
        if places.contains(where: { knowledge.isPart($0, of: wanted) }) { return .yes }
        // The back may still turn out to be the lower back.
        return places.contains { knowledge.isPart(wanted, of: $0) } ? .unknown : .no
    }

    /// Between two bounds the cautious end decides: "5 to 7 weeks" is at least 6 weeks, and at most 6 weeks as well.
    /// An open end rules nothing out: "over a month" may be six weeks.
    private static func truth(of interval: Interval, _ comparison: Condition.Comparison, _ value: Double) -> Truth {
        switch comparison {
        case .atLeast, .more:
            if let low = interval.low, holds(low, comparison, value) { return .yes }
            return interval.high.map { Truth(holds($0, comparison, value)) } ?? .unknown
        case .atMost, .less:
            if let high = interval.high, holds(high, comparison, value) { return .yes }
            return interval.low.map { Truth(holds($0, comparison, value)) } ?? .unknown
        case .equal:
            guard let low = interval.low, let high = interval.high else { return .unknown }
            return Truth(low <= value && value <= high)
        }
    }

    private static func holds(_ a: Double, _ comparison: Condition.Comparison, _ b: Double) -> Bool {
        switch comparison {
        case .atLeast: a >= b
        case .atMost: a <= b
        case .equal: a == b
        case .more: a > b
        case .less: a < b
        }
    }
}
