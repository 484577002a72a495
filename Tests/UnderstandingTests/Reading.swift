import Clinical
import Knowledge
import Language
import Understanding

/// A message read with the small knowledge, and what came out in a few signs.
struct Reading {
    let knowledge: Knowledge
    let understanding: Understanding
    let utterance: Utterance

    init(_ text: String, asking: String? = nil, situation: Situation? = nil, now: Instant? = nil) throws {
        knowledge = try SmallFolder.knowledge()
        var situation = situation ?? Situation()
        situation.now = now
        if let asking { situation.expecting = knowledge.question(named: asking).map(Expectation.question) }
        var workspace = Workspace()
        understanding = Reader(knowledge).read(
            Array(text.utf8), situation: situation, isExplained: true, workspace: &workspace)
        utterance = workspace.utterance
    }

    func words(_ span: Span) -> String { utterance.text(span) }

    /// "-" absent, "?" uncertain, "~" slight, "^" past, "if:" hypothetical, "other:" somebody else's.
    static func signs(_ context: Context) -> String {
        let status =
            switch context.status {
            case .present: ""
            case .absent: "-"
            case .uncertain: "?"
            case .unknown: "!"
            }
        let time =
            switch context.time {
            case .current: ""
            case .past: "^"
            case .hypothetical: "if:"
            }
        let marks =
            (context.hasStopped ? "stopped:" : "") + (context.isUndated ? "undated:" : "")
            + (context.isLongStanding ? "old:" : "")
            + (context.isMild ? "~" : "")
        return (context.experiencer == .other ? "other:" : "") + time + marks + status
    }

    var findings: [String] {
        understanding.findings.map { Self.signs($0.context) + knowledge[$0.concept].id }
    }

    /// Everything but findings.
    var entities: [String] { understanding.entities.map { Self.signs($0.context) + name($0.value) } }

    private func name(_ value: Entity.Value) -> String {
        func side(_ side: Side?) -> String { side.map { "/\($0.rawValue)" } ?? "" }
        switch value {
        case .site(let id, let on): return knowledge[id].id + side(on)
        case .radiation(let id, let on): return "to " + knowledge[id].id + side(on)
        case .symptom(let id): return knowledge[id].id
        case .severity(let grade, let low, let high, let isFunction, let isWorst):
            let score = high.map { high in low == high ? " \(high)" : " \(low ?? -1)..\(high)" } ?? ""
            return (grade?.rawValue ?? "") + score + (isFunction ? " function" : "") + (isWorst ? " worst" : "")
        case .duration(let interval, let role): return "\(Self.length(interval))\(role.map { " \($0.rawValue)" } ?? "")"
        case .attribute(let id): return "\(knowledge[id].type.rawValue):\(knowledge[id].id)"
        case .age(let age): return "age \(age)"
        case .temperature(let value): return "\((value * 10).rounded() / 10) C"
        case .number(let value): return "number \(value)"
        }
    }

    /// "2d..3d", "~5m", "1y.." in the largest unit that leaves a whole number.
    static func length(_ interval: Interval) -> String {
        let (low, high) = (interval.low.map(amount), interval.high.map(amount))
        let text = low == high ? low ?? "?" : "\(low ?? "")..\(high ?? "")"
        return (interval.isApproximate ? "~" : "") + text
    }

    private static func amount(_ seconds: Double) -> String {
        for (unit, name) in [
            (31_536_000, "y"), (2_592_000, "mo"), (604_800, "w"), (86_400, "d"), (3_600, "h"), (60, "m"),
        ] {
            let count = seconds / Double(unit)
            if seconds > 0, count == count.rounded() { return "\(Int(count))\(name)" }
        }
        return seconds == seconds.rounded() ? "\(Int(seconds))s" : "\(seconds)s"
    }

    var durations: [String] {
        understanding.entities.compactMap { entity in
            if case .duration(let interval, let role) = entity.value {
                Self.length(interval) + (role.map { " \($0.rawValue)" } ?? "")
            } else {
                nil
            }
        }
    }

    /// The lengths of time without their roles.
    var lengths: [String] { durations.map { String($0.prefix { $0 != " " }) } }

    /// "value: items".
    var answer: String? {
        understanding.answer.map { answer in
            let items = answer.items.map { Self.signs($0.context) + knowledge[$0.concept].id }
            let value =
                switch answer.value {
                case .options(let options): "options \(options)"
                case .score(let score): "score \(score)"
                case .duration(let interval): "duration \(Self.length(interval))"
                case .yes, .no, .mild, .doubtful, .unknown, .items, .text: "\(answer.value)"
                }
            return ([value] + items).joined(separator: " ")
        }
    }
}
