import Clinical
import Knowledge
import Testing

@Suite struct ConditionTests {
    /// All ways in which what is unknown may turn out, tried one after another.
    private static func bruteForce(_ condition: Condition, _ known: [Truth]) -> Truth {
        let unknown = known.indices.filter { known[$0] == .unknown }
        var outcomes: Set<Bool> = []
        for bits in 0..<(1 << unknown.count) {
            var world = known.map { $0 == .yes }
            for (bit, index) in unknown.enumerated() { world[index] = bits >> bit & 1 == 1 }
            outcomes.insert(holds(condition, world))
        }
        return outcomes.count == 2 ? .unknown : outcomes.contains(true) ? .yes : .no
    }

    private static func holds(_ condition: Condition, _ world: [Bool]) -> Bool {
        switch condition {
        case .always: true
        case .finding(let id): world[id.index]
        case .all(let parts): parts.allSatisfy { holds($0, world) }
        case .any(let parts): parts.contains { holds($0, world) }
        case .not(let inner): !holds(inner, world)
        case .count(let least, of: let parts): parts.count { holds($0, world) } >= least
        case .longStanding, .site, .spread, .symptom, .side, .severity, .measure, .attribute: false
        }
    }

    /// Every finding stands once, so that Kleene's answer is the exact one.
    @Test(arguments: [
        "a", "not a", "a and b", "a or b", "a and (b or c)", "(a or b) and (c or d)", "not (a and b) or c",
        "2 of (a, b, c)",
        "3 of (a, b, c, d)", "1 of (a, not b)", "not (2 of (a, b and c, d))", "always and a", "a or always", "0 of (a)",
        "2 of (a)",
    ])
    func agreesWithTryingEverything(_ text: String) throws {
        let condition = try Names.parse(text)
        let truths: [Truth] = [.no, .unknown, .yes]
        for number in 0..<81 {
            let known = [number % 3, number / 3 % 3, number / 9 % 3, number / 27].map { truths[$0] }
            let truth = condition.truth { atom in
                if case .finding(let id) = atom { known[id.index] } else { .unknown }
            }
            #expect(truth == Self.bruteForce(condition, known), "\(text) with \(known)")
        }
    }

    /// Where a finding stands twice, unknown may be said of what is sure, but never the reverse.
    @Test(arguments: ["a and not a", "a or not a", "2 of (a, a, b)", "(a or b) and (a or not b)"])
    func neverSaysMoreThanIsSure(_ text: String) throws {
        let condition = try Names.parse(text)
        let truths: [Truth] = [.no, .unknown, .yes]
        for number in 0..<9 {
            let known = [truths[number % 3], truths[number / 3]]
            let truth = condition.truth { atom in
                if case .finding(let id) = atom { known[id.index] } else { .unknown }
            }
            if truth != .unknown { #expect(truth == Self.bruteForce(condition, known)) }
        }
    }

    @Test func negation() {
        #expect(!Truth.yes == .no && !Truth.no == .yes && !Truth.unknown == .unknown)
        #expect(Truth(true).isTrue && !Truth.unknown.isTrue && !Truth(false).isTrue)
        #expect(Truth.unknown.isPossible && Truth.yes.isPossible && !Truth.no.isPossible)
    }

    @Test func everyLeafIsAsked() throws {
        let text =
            "long_standing or site:back or spread:leg or symptom:spasm or side:left or severity >= mild or age > 3 or trend:worse"
        var asked = 0
        let truth = try Names.parse(text).truth { _ in
            asked += 1
            return .unknown
        }
        #expect(asked == 8 && truth == .unknown)
    }

    @Test func findingsInOrderEachOnce() throws {
        let condition = try Names.parse("c or (a and not b) or 2 of (a, d, c) or site:back")
        #expect(condition.findings.map(\.index) == [2, 0, 1, 3])
        var seen = 0
        condition.visit { _ in seen += 1 }
        #expect(seen == 11)
    }
}
