import Clinical
import Knowledge
import Language
import Understanding

extension Assistant {
    /// A readable view of what one message says: the sentence with its spans marked, what each became, the named
    /// patterns around it and what they reach, and the words that nothing claimed.
    public func explain(_ text: String, asking: String? = nil, now: String? = nil) -> String {
        var workspace = Workspace()
        let expectation = asking.flatMap { knowledge.question(named: $0) }.map(Expectation.question)
        let understanding = engine.reader.read(
            Array(text.utf8), situation: Situation(expecting: expectation, now: now.flatMap(Instant.init(iso8601:))),
            isExplained: true, workspace: &workspace)
        return Explanation(knowledge: knowledge, utterance: workspace.utterance).text(understanding)
    }
}

/// The readable view of a reading.
struct Explanation {
    let knowledge: Knowledge
    let utterance: Utterance

    func text(_ understanding: Understanding) -> String {
        let spans = (understanding.entities.map(\.span) + understanding.findings.map(\.span)).sorted()
        var lines = [marked(spans), ""]
        for entity in understanding.entities {
            lines.append(row(name(entity.value), entity.span, entity.context))
        }
        for finding in understanding.findings {
            lines.append(row("finding \(knowledge[finding.concept].id)", finding.span, finding.context))
        }
        for scope in understanding.scopes {
            let modifier = knowledge[scope.modifier]
            lines.append(
                "pattern \(modifier.id): \(quoted(scope.span)) makes \(quoted(scope.reach)) \(modifier.effect.rawValue)"
            )
        }
        if let answer = understanding.answer {
            let items = answer.items.map { "\(knowledge[$0.concept].id) \($0.context.status.rawValue)" }
            lines.append(
                "answer to \(knowledge.askingID(answer.question)): \(answer.value) \(items.joined(separator: ", "))")
        }
        for token in utterance.tokens where token.isCorrected {
            let slip = Slip(token, in: utterance, knowledge.lexicon.vocabulary)
            lines.append("'\(slip.typed)' is read as '\(slip.meant)'")
        }
        if let topic = understanding.topic { lines.append("topic \(knowledge[topic].id)") }
        lines.append("intent \(understanding.intent.rawValue)")
        let rest = understanding.unclaimed.map { utterance.text($0) }
        lines.append(rest.isEmpty ? "every word was claimed" : "not claimed: " + rest.joined(separator: " "))
        return lines.joined(separator: "\n")
    }

    /// The sentence with square brackets round what was read; spans that overlap share a pair.
    private func marked(_ spans: [Span]) -> String {
        var merged: [Span] = []
        for span in spans where !span.isEmpty {
            if let last = merged.last, span.start < last.end {
                merged[merged.count - 1] = last.union(span)
            } else {
                merged.append(span)
            }
        }
        var text = ""
        var next = 0
        for span in merged {
            text += utterance.text(Span(next, span.start)) + "[" + utterance.text(span) + "]"
            next = span.end
        }
        return Self.oneLine(text + utterance.text(Span(next, utterance.bytes.count)))
    }

    private func row(_ name: String, _ span: Span, _ context: Context) -> String {
        var notes = [context.status.rawValue]
        if context.experiencer == .other { notes.append("somebody else's") }
        if context.time != .current { notes.append(context.time.rawValue) }
        if context.isMild { notes.append("slight") }
        if context.hasStopped { notes.append("has stopped") }
        if context.isUndated { notes.append("no date said") }
        if context.isLongStanding { notes.append("long-standing") }
        return "\(quoted(span)) is \(name): \(notes.joined(separator: ", "))"
    }

    private func quoted(_ span: Span) -> String { "'\(Self.oneLine(utterance.text(span)))'" }

    private static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }

    private func name(_ value: Entity.Value) -> String {
        switch value {
        case .site(let id, let side): "site \(knowledge[id].id)" + (side.map { " (\($0.rawValue))" } ?? "")
        case .radiation(let id, let side): "radiation to \(knowledge[id].id)" + (side.map { " (\($0.rawValue))" } ?? "")
        case .symptom(let id): "symptom \(knowledge[id].id)"
        case .severity(let grade, _, let high, let isFunction, _):
            "severity \(grade?.rawValue ?? "")" + (high.map { " \($0)/10" } ?? "") + (isFunction ? " (function)" : "")
        case .duration(let interval, let role):
            "duration \(length(interval))" + (role.map { " (\($0.rawValue))" } ?? "")
        case .attribute(let id): "\(knowledge[id].type.rawValue) \(knowledge[id].id)"
        case .age(let age): "age \(age)"
        case .temperature(let value): "temperature \((value * 10).rounded() / 10) C"
        case .number(let value): "number \(value)"
        }
    }

    private func length(_ interval: Interval) -> String {
        let low = interval.low.map { JSON.number($0).line + " s" } ?? "?"
        let high = interval.high.map { JSON.number($0).line + " s" } ?? "?"
        let text = low == high ? low : "\(low) to \(high)"
        return interval.isApproximate ? "about \(text)" : text
    }
}
