import Clinical
import Dialogue
import Knowledge
import Language
import Triage

/// A conversation of events: what is said, what the program does, where it then stands, each in a few words.
struct Talk {
    let dialogue: Dialogue
    let knowledge: Knowledge
    var state: DialogueState

    init() throws {
        knowledge = try Ward.knowledge()
        dialogue = Dialogue(knowledge)
        state = DialogueState()
    }

    /// Takes one input; the acts in words.
    mutating func callAsFunction(_ input: Input) -> [String] {
        dialogue.reduce(&state, input).map(name)
    }

    /// Takes inputs one after another; the acts of the last.
    @discardableResult
    mutating func say(_ inputs: Input...) -> [String] {
        var acts: [String] = []
        for input in inputs { acts = self(input) }
        return acts
    }

    var phase: String {
        switch state.phase {
        case .gathering: "gathering"
        case .asking(let open): "asking \(name(open.expectation))\(open.form == .again ? " again" : "")"
        case .emergency(let open): open.map { "emergency, asking \(name($0.expectation))" } ?? "emergency"
        case .closed: "closed"
        }
    }

    private func name(_ expectation: Expectation) -> String {
        switch expectation {
        case .question(let id): knowledge[id].id
        case .which(let id): "which of \(knowledge[id].id)"
        case .finding(let id): knowledge[id].id
        case .date(let id): "when \(knowledge[id].id)"
        }
    }

    func name(_ act: Act) -> String {
        func rules(_ ids: [RuleID]) -> String { ids.map { knowledge[$0].id }.joined(separator: "+") }
        switch act {
        case .acknowledge(let facts, let findings):
            return
                (["noted"] + (facts.isEmpty ? [] : ["\(facts.count) facts"]) + findings.map { knowledge[$0.concept].id })
                .joined(separator: " ")
        case .ask(let id, .first): return "ask \(knowledge[id].id)"
        case .ask(let id, .again): return "ask again \(knowledge[id].id)"
        case .ask(let id, .still): return "ask still \(knowledge[id].id)"
        case .ask(let id, .remaining(let items)): return "ask \(knowledge[id].id) \(items)"
        case .which(let id): return "which of \(knowledge[id].id)"
        case .clarify(let id): return "clarify \(knowledge[id].id)"
        case .askDate(let id): return "when \(knowledge[id].id)"
        case .confirm(let id): return "confirm \(knowledge[id].id)"
        case .emergency(let alarm):
            let uncertain =
                alarm.uncertain.isEmpty
                ? "" : " unsure of " + alarm.uncertain.map { knowledge[$0].id }.joined(separator: "+")
            return
                "EMERGENCY \(rules(alarm.rules))\(alarm.isForOther ? " for another" : "")\((alarm.repeats != nil) ? " again" : "")\(uncertain)"
        case .advise(let ending):
            let unchecked =
                ending.unchecked.isEmpty
                ? "" : " unchecked " + ending.unchecked.map { knowledge[$0].id }.joined(separator: "+")
            return "advise \(ending.assessment.urgency.level.rawValue)\(unchecked)"
        case .answer(let id): return "answer \(knowledge[id].id)"
        case .explain(let id): return "explain \(knowledge[id].id)"
        case .lower(let from): return "lower from \(from.level.rawValue)"
        case .why(let assessment): return "why \(rules(assessment.rules))"
        case .source(let name): return "source \(name)"
        case .region(let region): return "region \(region.map(String.init) ?? "?")"
        case .more(let ending): return ending == nil ? "no more" : "more"
        case .unknownCommand(let name): return "unknown \(name)"
        case .addAdvice(let items): return "add \(items.count) pieces of advice"
        case .correct, .unclearCorrection, .encourage, .empty, .notUnderstood, .thank, .leave, .afterClose, .help,
            .about,
            .facts:
            return "\(act)"
        }
    }
}

extension Input {
    /// A message that tells facts of the complaint.
    static func tell(_ facts: Told.Fact..., act: Message.Act = .describe, correcting: Bool = false) -> Input {
        var message = Message()
        message.told = facts.map { Told($0, context: Context(), span: Span(0, 1)) }
        message.act = act
        message.isCorrection = correcting
        return .message(message)
    }

    /// A message that speaks of a finding.
    static func find(
        _ id: String, _ status: Status = .present, _ experiencer: Experiencer = .patient, _ time: TimeFrame = .current,
        _ change: (inout Context, inout Message) -> Void = { _, _ in }
    ) -> Input {
        var message = Message()
        var context = Context(status, experiencer, time)
        change(&context, &message)
        message.findings = [Finding(Ward.finding(id), context, span: Span(0, 1))]
        return .message(message)
    }

    /// A message that answers, with what it says of the items.
    static func reply(_ value: Reply.Value, _ items: (String, Status)...) -> Input {
        var message = Message()
        message.act = .answer
        message.answer = Reply(
            value, items: items.map { Finding(Ward.finding($0.0), Context($0.1), span: Span(0, 1)) }, span: Span(0, 1))
        return .message(message)
    }

    static func act(_ act: Message.Act, topic: String? = nil) -> Input {
        var message = Message()
        message.act = act
        message.topic = topic.map(Ward.topic)
        return .message(message)
    }

    static func site(_ id: String) -> Input { tell(.site(Ward.site(id), nil)) }
    static let noCES = reply(.no, ("retention", .absent), ("numb", .absent))
    static let nonsense = act(.unreadable)
}
