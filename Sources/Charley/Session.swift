import Clinical
package import Dialogue
package import Knowledge
package import Language
package import Understanding

/// One conversation. A value: copies go on by themselves, and no two ever touch.
public struct Session: Sendable {
    let engine: Assistant.Engine
    package private(set) var state: DialogueState
    /// What was typed in each turn, for quoting; repaired to valid UTF-8.
    package private(set) var texts: [[UInt8]] = []
    /// States before each turn, for going back.
    private var past: [DialogueState] = []
    /// Sources in the order they were first cited: "/source 1" is the first.
    private(set) var cited: [SourceID] = []
    private let startRegion: Int?

    init(_ engine: Assistant.Engine, region: Int?) {
        self.engine = engine
        startRegion = region
        state = DialogueState(region: region)
    }

    /// Answers one message or command ("/why").
    /// - Parameters:
    ///   - text: what was typed. Any text is answered.
    ///   - now: ISO 8601 with an offset, for "since Tuesday"; without it such words are read roughly.
    public mutating func reply(to text: String, now: String? = nil) -> Response {
        reply(to: Array(text.utf8), now: now.flatMap(Instant.init(iso8601:)))
    }

    /// The same for bytes as they come: invalid UTF-8 is repaired, each bad byte to one U+FFFD.
    package mutating func reply(to bytes: [UInt8], now: Instant?) -> Response {
        if let command = SlashCommand(bytes) { return run(command) }
        past.append(state)
        var workspace = Workspace()
        let situation = state.situation(now: now)
        let understanding = engine.reader.read(bytes, situation: situation, workspace: &workspace)
        let utterance = workspace.utterance
        let message = Message(understanding, utterance: utterance)
        if message.act == .correct, isUndo(understanding.topic), message.findings.isEmpty,
            message.told.isEmpty || utterance.tokens.count <= 3
        {
            past.removeLast()
            return undo()
        }
        texts.append(utterance.bytes)
        let acts = engine.dialogue.reduce(&state, .message(message))
        // In an emergency the instruction comes first, and nothing stands in its way.
        let slips =
            state.isEmergency
            ? [] : Slip.that(matterTo: understanding, in: utterance, engine.knowledge.lexicon.vocabulary)
        return response(acts, slips: slips)
    }

    private func isUndo(_ topic: TopicID?) -> Bool { topic.map { engine.knowledge[$0].act == .undo } ?? false }

    /// Runs a command, named without its slash.
    package mutating func run(_ command: SlashCommand) -> Response {
        switch command.name {
        case "reset":
            let alarm = alarmToRepeat()
            state = DialogueState(region: startRegion)
            texts = []
            past = []
            cited = []
            return response(alarm, lead: .reset, turn: 0)
        case "undo": return undo()
        case "quit", "exit", "bye": return response([.leave], leaves: true)
        case "help": return response(engine.dialogue.reduce(&state, .command(.help)))
        case "about": return response(engine.dialogue.reduce(&state, .command(.about)))
        case "why": return response(engine.dialogue.reduce(&state, .command(.why)))
        case "facts": return response(engine.dialogue.reduce(&state, .command(.facts)))
        case "more": return response(engine.dialogue.reduce(&state, .command(.more)))
        case "source", "sources":
            return response(engine.dialogue.reduce(&state, .command(.source(command.argument))))
        case "region":
            let region = engine.knowledge.regions.firstIndex { $0.matches(command.argument) }
            return response(engine.dialogue.reduce(&state, .command(.region(region))))
        default: return response(engine.dialogue.reduce(&state, .command(.unknown(command.name))))
        }
    }

    /// Goes back one message. An emergency is not undone silently: its instruction is said once more.
    private mutating func undo() -> Response {
        guard let before = past.popLast() else { return response([], lead: .nothingToUndo) }
        let alarm = alarmToRepeat()
        state = before
        if !texts.isEmpty { texts.removeLast() }
        let open = engine.dialogue.stillOpen(state)
        let stands: [Act] = alarm.isEmpty && open.isEmpty && state.told != nil ? [.afterClose] : []
        return response(alarm + open + stands, lead: .undone)
    }

    private func alarmToRepeat() -> [Act] {
        guard state.isEmergency else { return [] }
        return [
            .emergency(
                Alarm(rules: state.toldRules, person: state.patient, isForOther: false, repeats: 0, uncertain: []))
        ]
    }

    private mutating func response(
        _ acts: [Act], lead: ReplyKey? = nil, slips: [Slip] = [], turn: Int? = nil, leaves: Bool = false
    ) -> Response {
        var renderer = Renderer(engine: engine, state: state, texts: texts, cited: cited)
        if let lead { renderer.say(lead) }
        for slip in slips { renderer.say(.readAs, ["words": slip.typed, "value": slip.meant]) }
        for act in acts { renderer.render(act) }
        cited = renderer.cited
        return Response(
            text: renderer.text, acts: acts, state: state, texts: texts, sources: renderer.citedNow,
            turn: turn ?? max(1, state.turn),
            engine: engine, leaves: leaves || acts.contains(.leave))
    }

    /// A message that can't be read as one at all, such as a broken JSON object: answered, and nothing changes.
    package func refusal(code: String, message: String) -> Response {
        Response(
            text: message, acts: [], state: state, texts: texts, sources: [], turn: max(1, state.turn), engine: engine,
            leaves: false,
            error: (code, message))
    }
}

extension Region {
    /// Whether an argument of "/region" names this region.
    func matches(_ text: String) -> Bool {
        let wanted = text.lowercased()
        return !wanted.isEmpty && (id.lowercased() == wanted || name.lowercased() == wanted || names.contains(wanted))
    }
}
