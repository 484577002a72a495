/// Which of the known names an author may have meant.
enum Suggestion {
    /// The known name nearest to `name`, where one is near enough; the first of equals in the order given.
    static func nearest(to name: String, among known: [String]) -> String? {
        let limit = max(1, min(3, name.utf8.count / 3))
        let wanted = Array(name.utf8)
        var best: (name: String, distance: Int)?
        for candidate in known where abs(candidate.utf8.count - wanted.count) <= limit && candidate != name {
            let distance = distance(wanted, Array(candidate.utf8), limit: best.map { $0.distance - 1 } ?? limit)
            if let distance { best = (candidate, distance) }
        }
        return best?.name
    }

    /// " (did you mean 'x'?)", or nothing.
    static func phrase(for name: String, among known: [String]) -> String {
        nearest(to: name, among: known).map { " (did you mean '\($0)'?)" } ?? ""
    }

    /// How many letters to insert, drop, change or swap with a neighbour; nil for more than `limit`.
    static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
        guard limit >= 0, abs(a.count - b.count) <= limit else { return nil }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for row in 0..<a.count {
            var current = [row + 1]
            current.reserveCapacity(b.count + 1)
            for column in 0..<b.count {
                var cost = min(last[column] + (a[row] == b[column] ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[b.count] <= limit ? last[b.count] : nil
    }
}
