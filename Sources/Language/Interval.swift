/// A length of time between two bounds, in seconds. "2–3 days" is neither 2 nor 3.
///
/// `nil` is an open end: "over a year" has no upper bound, "less than an hour" no lower one.
package struct Interval: Hashable, Sendable, BitwiseCopyable {
    package var low: Double?
    package var high: Double?
    /// Said with a hedge ("about", "a few", "or so").
    package var isApproximate: Bool

    package init(low: Double?, high: Double?, isApproximate: Bool = false) {
        self.low = low
        self.high = high
        self.isApproximate = isApproximate
    }

    /// The same length at both ends.
    package init(exactly seconds: Double, isApproximate: Bool = false) {
        self.init(low: seconds, high: seconds, isApproximate: isApproximate)
    }

    /// The lower bound where there is one, else the upper: the most that is certain.
    package var atLeast: Double { low ?? high ?? 0 }
    /// The upper bound where there is one, else the lower.
    package var atMost: Double { high ?? low ?? 0 }

    /// Sum of two lengths: "a year and two months".
    package static func + (a: Interval, b: Interval) -> Interval {
        Interval(
            low: a.low.flatMap { low in b.low.map { low + $0 } },
            high: a.high.flatMap { high in b.high.map { high + $0 } },
            isApproximate: a.isApproximate || b.isApproximate)
    }
}

/// Seconds in the units of time that knowledge is written in. A month is 30 days, a year 365.
package enum TimeUnit: String, CaseIterable, Sendable {
    case seconds, minutes, hours, days, weeks, months, years

    /// Length of one unit in seconds.
    package var seconds: Double {
        switch self {
        case .seconds: 1
        case .minutes: 60
        case .hours: 3_600
        case .days: 86_400
        case .weeks: 604_800
        case .months: 2_592_000
        case .years: 31_536_000
        }
    }

    /// Reads "day" and "days" alike.
    package init?(word: String) {
        if let unit = TimeUnit(rawValue: word) ?? TimeUnit(rawValue: word + "s") { self = unit } else { return nil }
    }
}
