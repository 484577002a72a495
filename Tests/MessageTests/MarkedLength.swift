/// A length of time as the marks write it: "3d", "2-3d", ">1y", "<1h", "1h30min", "-" for any.
struct MarkedLength {
    /// At least and at most, in seconds; nil for an open end. nil altogether: any length will do.
    private var ends: (low: Double?, high: Double?)?

    init(_ text: String) {
        guard text != "-" else { return }
        let open = text.first.flatMap { "<>".contains($0) ? $0 : nil }
        let body = open == nil ? text[...] : text.dropFirst()
        let parts = body.split(separator: "-")
        if parts.count == 2, let low = Double(parts[0]) {
            let (high, unit) = Self.sum(parts[1])
            ends = (low * unit, high)
            return
        }
        let (seconds, _) = Self.sum(body)
        ends = (open == "<" ? nil : seconds, open == ">" ? nil : seconds)
    }

    private static let units: [(name: String, seconds: Double)] = [
        ("min", 60), ("mo", 2_592_000), ("s", 1), ("h", 3_600), ("d", 86_400), ("w", 604_800), ("y", 31_536_000),
    ]

    /// The seconds of "1h30min", and of its last unit.
    private static func sum(_ text: Substring) -> (seconds: Double, unit: Double) {
        var total = 0.0
        var last = 1.0
        var rest = text
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isNumber || $0 == "." }
            rest = rest.dropFirst(digits.count)
            guard let value = Double(digits), let unit = units.first(where: { rest.hasPrefix($0.name) }) else { break }
            rest = rest.dropFirst(unit.name.count)
            total += value * unit.seconds
            last = unit.seconds
        }
        return (total, last)
    }

    /// Within 5 %: a month is 28 to 31 days.
    func matches(_ seconds: [Double?]?) -> Bool {
        guard let ends else { return true }
        guard let seconds, seconds.count == 2 else { return false }
        func isSame(_ value: Double?, _ wanted: Double?) -> Bool {
            guard let value, let wanted else { return value == nil && wanted == nil }
            return abs(value - wanted) <= 0.05 * wanted
        }
        return isSame(seconds[0], ends.low) && isSame(seconds[1], ends.high)
    }
}
