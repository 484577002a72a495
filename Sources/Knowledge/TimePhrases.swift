package import Clinical

/// A number word and its value.
package struct NumberWord: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// A whole value: "three", "a couple of".
        case value
        /// Multiplies what stands before: "hundred".
        case multiplier
        /// Ten, twenty ... ninety: a unit may follow.
        case tens
        /// A part: "half".
        case fraction
        /// What follows are the digits after the point.
        case point
    }
    package var kind: Kind
    package var value: Double
    /// Said without meaning it exactly: "a few".
    package var isApproximate: Bool

    package init(kind: Kind, value: Double, isApproximate: Bool) {
        self.kind = kind
        self.value = value
        self.isApproximate = isApproximate
    }
}

/// A unit of time and its length in seconds.
package struct UnitWord: Sendable {
    package var seconds: Double
    /// Only read directly after a number: "d", "m", "h".
    package var needsNumber: Bool
    /// "days": before it "3/4" is three or four, not three quarters.
    package var isPlural: Bool

    package init(seconds: Double, needsNumber: Bool, isPlural: Bool = false) {
        self.seconds = seconds
        self.needsNumber = needsNumber
        self.isPlural = isPlural
    }
}

/// A word of the grammar of durations.
package enum TimePhrase: Hashable, Sendable {
    /// Before a duration, gives its role: "lasting", "for the past".
    case lead(DurationRole)
    /// After a duration, gives its role: "ago".
    case trail(DurationRole)
    /// Part of the duration's own words, gives its role: "last 3 days", "past week".
    case within(DurationRole)
    /// Open upwards: "over", or as a part of the duration's own words: "more than".
    case least(isPart: Bool)
    /// Open downwards: "less than", "up to".
    case most
    /// "about", "roughly".
    case about
    /// After a duration: "or so".
    case orSo
    /// Between the ends of a range: "to", "or".
    case join
    /// Before a range: "between five and ten minutes".
    case between
    /// Adds a part: "a year and two months".
    case plus
    /// Between a number and its unit: "three quarters of an hour".
    case of
    /// After an hour of the day: "pm".
    case clock
    /// After a duration, opens its end: "or more".
    case orMore
    /// Before an age: "since I was 20".
    case sinceAge
    /// "and a half", after a number or a unit.
    case andHalf(Double)
    /// A point in the past so many seconds ago, at least and at most: "yesterday".
    case point(low: Double, high: Double)
    /// A day of the week, 0 is Monday.
    case weekday(Int)
    /// A month, 1 to 12.
    case month(Int)
    /// A length without a number: "ages", "overnight"; an open upper end is nil.
    case length(low: Double, high: Double?, DurationRole?)
    /// "since".
    case since
    /// "every".
    case every
    /// Degrees or words of temperature after or before a number.
    case celsius, fahrenheit, temperature
    /// "out of ten", "/10".
    case outOf(Double)
    /// "8 on a good day", "at its worst".
    case worst
    /// After or before a number: "years old".
    case age
    /// Before a number that ends its clause: "I'm 58".
    case ageLead
    /// Looks like a duration and is none: "24/7".
    case never

    /// Changes how exact a length is, or which end of it is open.
    package var isHedge: Bool {
        switch self {
        case .about, .least, .most: true
        case .lead, .trail, .within, .orSo, .join, .between, .plus, .of, .clock, .orMore, .sinceAge, .andHalf, .point,
            .weekday, .month,
            .length, .since, .every, .celsius, .fahrenheit, .temperature, .outOf, .worst, .age, .ageLead, .never:
            false
        }
    }
}
