/// How urgently a person should be seen. Ordered: `emergency` is the highest.
package enum Level: String, CaseIterable, Sendable, Comparable {
    case selfCare = "self-care"
    case routine
    case urgent
    case emergency

    private var rank: Int {
        switch self {
        case .selfCare: 0
        case .routine: 1
        case .urgent: 2
        case .emergency: 3
        }
    }

    package static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }
}

/// By when, inside a level.
package enum Within: String, CaseIterable, Sendable {
    case now
    case today
    case twoDays = "2 days"
    case oneWeek = "1 week"
    case twoWeeks = "2 weeks"

    /// Days until the time is up; fewer is more pressing.
    package var days: Int {
        switch self {
        case .now: 0
        case .today: 1
        case .twoDays: 2
        case .oneWeek: 7
        case .twoWeeks: 14
        }
    }
}

/// A level with its time frame: what rules fire and people are told. Ordered by level, then by how soon.
package struct Urgency: Hashable, Sendable, Comparable {
    package var level: Level
    /// nil at self-care.
    package var within: Within?

    package init(_ level: Level, within: Within?) {
        self.level = level
        self.within = within
    }

    package static let selfCare = Urgency(.selfCare, within: nil)
    package static let emergency = Urgency(.emergency, within: .now)

    package static func < (a: Urgency, b: Urgency) -> Bool {
        if a.level != b.level { return a.level < b.level }
        return (a.within?.days ?? 1_000) > (b.within?.days ?? 1_000)
    }
}
