package import Charley
import Clinical
import Dialogue
package import Knowledge
import Language
import Triage
import Understanding

/// Runs the examples that stand in the data, each as somebody's first message.
package struct Examples {
    private let knowledge: Knowledge
    private let reader: Reader
    private let dialogue: Dialogue

    package init(_ assistant: Assistant) {
        knowledge = assistant.knowledge
        reader = assistant.reader
        dialogue = assistant.dialogue
    }

    /// One complaint for each example that does not come out as it says.
    package func complaints() -> [Diagnostic] {
        knowledge.examples.compactMap { example in
            complaint(example).map { Diagnostic(at: example.place, "\($0): \"\(example.text)\"") }
        }
    }

    private func complaint(_ example: Example) -> String? {
        var workspace = Workspace()
        let understanding = reader.read(Array(example.text.utf8), workspace: &workspace)
        switch example.expected {
        case .fires(let rule):
            return fires(rule, example) ? nil : "rule \(knowledge[rule].id) does not fire for this example"
        case .spares(let rule): return fires(rule, example) ? "rule \(knowledge[rule].id) fires for this example" : nil
        case .site(let site, let side): return place(understanding, site, side)
        case .finding(let finding, let status):
            let found = understanding.findings.filter { $0.concept == finding && $0.context.time == .current }
            if found.contains(where: { $0.context.status == status }) { return nil }
            let read = found.map(\.context.status.rawValue).joined(separator: ", ")
            return
                "finding \(knowledge[finding].id) should be \(status.rawValue) here and is \(read.isEmpty ? "not read" : read)"
        case .noFinding(let finding):
            let isThere = understanding.findings.contains { $0.concept == finding && $0.context.status == .present }
            return isThere ? "finding \(knowledge[finding].id) should not be read here" : nil
        case .topic(let topic):
            if understanding.topic == topic { return nil }
            let read = understanding.topic.map { knowledge[$0].id } ?? "nothing"
            return "should be read as \(knowledge[topic].id) and is read as \(read)"
        }
    }

    /// Whether the rule fires after the first message; a rule that holds whatever is said must hold the level.
    private func fires(_ rule: RuleID, _ example: Example) -> Bool {
        var state = DialogueState()
        var workspace = Workspace()
        let understanding = reader.read(Array(example.text.utf8), workspace: &workspace)
        _ = dialogue.reduce(&state, .message(Message(understanding, utterance: workspace.utterance)))
        let own = Triage.assess(state.facts, by: knowledge)
        let others = Triage.assess(state.othersFacts, by: knowledge)
        if knowledge[rule].when == .always { return own.urgency == knowledge[rule].urgency }
        return own.fired.contains(rule) || others.fired.contains(rule)
    }

    private func place(_ understanding: Understanding, _ site: SiteID?, _ side: Side?) -> String? {
        var found: [(SiteID, Side?)] = []
        for entity in understanding.entities {
            if case .site(let id, let side) = entity.value, entity.context.status == .present {
                found.append((id, side))
            }
        }
        guard let site else {
            return found.isEmpty ? nil : "no site should be read here, and \(knowledge[found[0].0].id) is"
        }
        if found.contains(where: { $0.0 == site && (side == nil || $0.1 == side) }) { return nil }
        let read = found.map { knowledge[$0.0].id + ($0.1.map { " \($0.rawValue)" } ?? "") }.joined(separator: ", ")
        return
            "should be read as \(knowledge[site].id)\(side.map { " \($0.rawValue)" } ?? "") and is read as \(read.isEmpty ? "no site" : read)"
    }
}
