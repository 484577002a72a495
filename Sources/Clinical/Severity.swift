/// How bad. Ordered from none to severe.
package enum Grade: String, CaseIterable, Sendable, Comparable {
    case none, mild, moderate, severe

    package var rank: Int {
        switch self {
        case .none: 0
        case .mild: 1
        case .moderate: 2
        case .severe: 3
        }
    }

    package static func < (a: Grade, b: Grade) -> Bool { a.rank < b.rank }

    /// The grade so many steps up or down, kept inside the scale.
    package func moved(by steps: Int) -> Grade {
        let rank = min(max(self.rank + steps, 0), 3)
        return Grade.allCases.first { $0.rank == rank } ?? self
    }
}

/// Where the grades begin on the 0–10 scale. The numbers are data.
package struct SeverityScale: Hashable, Sendable {
    package var mild: Double
    package var moderate: Double
    package var severe: Double

    package init(mild: Double, moderate: Double, severe: Double) {
        self.mild = mild
        self.moderate = moderate
        self.severe = severe
    }

    package func grade(of score: Double) -> Grade {
        if score >= severe { return .severe }
        if score >= moderate { return .moderate }
        return score >= mild ? .mild : .none
    }
}

/// Which side of the body.
package enum Side: String, CaseIterable, Sendable {
    case left, right, both, middle
}

/// What a length of time is the length of.
package enum DurationRole: String, CaseIterable, Sendable {
    /// One spasm or spell.
    case spell
    /// The whole trouble.
    case course
    /// How long ago it was.
    case ago
    /// "the last two days".
    case last
    /// From a point in time until now.
    case since
    /// How often: "every two hours".
    case every
    /// Something else's length: "an 8 hour shift". Nothing is concluded from it, and nobody outside is told this role.
    case other
}

/// What kind of thing an attribute says about the complaint. The names are those of the line contract.
package enum AttributeType: String, CaseIterable, Sendable {
    case frequency, onset, trigger, quality, relieving, aggravating, tried, medicine, condition, sex, pregnancy
    /// Not an entity of the contract: read for the dialogue and the rules only.
    case trend

    /// Whether one value that was said makes the others unlikely: what set it off is one thing, but whoever takes one
    /// medicine may take another.
    package var isClosed: Bool {
        switch self {
        case .frequency, .onset, .trigger, .quality, .relieving, .aggravating, .sex, .pregnancy, .trend: true
        case .tried, .medicine, .condition: false
        }
    }
}

/// A number that a rule can compare.
package enum Measure: String, CaseIterable, Sendable {
    /// The whole trouble, in seconds.
    case course
    /// One spasm, in seconds.
    case spell
    /// In years.
    case age
    /// In degrees Celsius.
    case temperature
    /// Pain now, 0 to 10.
    case score
}
