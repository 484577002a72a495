import Clinical
import Dialogue
import Intents
import Knowledge
import Language
import Testing
import Triage

/// Every state takes every input, and the same state and input always give the same.
@Suite struct TotalityTests {
    /// Anything at all.
    static func input(_ random: inout Seeded, _ knowledge: Knowledge) -> Input {
        if Int.random(in: 0..<12, using: &random) == 0 {
            let commands: [Command] = [
                .help, .about, .why, .facts, .more, .source("x"), .region(nil), .region(0), .unknown("z"),
            ]
            return .command(commands.randomElement(using: &random) ?? .help)
        }
        var message = Message()
        let acts: [Message.Act] = [
            .describe, .describe, .answer, .answer, .ask, .correct, .repeat, .explain, .thank, .abuse, .leave,
            .outOfScope,
            .selfHarm, .unreadable, .empty,
        ]
        message.act = acts.randomElement(using: &random) ?? .describe
        message.isCorrection = Int.random(in: 0..<6, using: &random) == 0
        message.saysLongStanding = Int.random(in: 0..<8, using: &random) == 0
        if Int.random(in: 0..<3, using: &random) == 0 {
            message.topic = TopicID(Int.random(in: knowledge.topics.indices, using: &random))
        }
        for _ in 0..<Int.random(in: 0...2, using: &random) { message.findings.append(finding(&random, knowledge)) }
        if Bool.random(using: &random) {
            message.told.append(
                Told(
                    .site(
                        SiteID(Int.random(in: knowledge.sites.indices, using: &random)),
                        Side.allCases.randomElement(using: &random)),
                    context: Context(), span: Span(0, 2)))
        }
        if Bool.random(using: &random) {
            let values: [Reply.Value] = [
                .yes, .no, .mild, .doubtful, .unknown, .options([0]), .options([1, 7]), .options([]), .score(7), .items,
                .text,
                .duration(Interval(low: nil, high: 9e6)), .duration(Interval(exactly: 60)),
            ]
            var items: [Finding] = []
            for _ in 0..<Int.random(in: 0...2, using: &random) { items.append(finding(&random, knowledge)) }
            message.answer = Reply(values.randomElement(using: &random) ?? .yes, items: items, span: Span(0, 1))
        }
        return .message(message)
    }

    private static func finding(_ random: inout Seeded, _ knowledge: Knowledge) -> Finding {
        var context = Context(
            Status.allCases.randomElement(using: &random) ?? .present,
            Int.random(in: 0..<6, using: &random) == 0 ? .other : .patient,
            Int.random(in: 0..<6, using: &random) == 0 ? .past : .current)
        context.isUndated = Int.random(in: 0..<6, using: &random) == 0
        context.isLongStanding = Int.random(in: 0..<9, using: &random) == 0
        return Finding(FindingID(Int.random(in: knowledge.findings.indices, using: &random)), context, span: Span(0, 1))
    }

    /// A state that no conversation may ever have come to.
    private static func wild(_ random: inout Seeded, _ knowledge: Knowledge, from state: DialogueState) -> DialogueState
    {
        var state = state
        let question = QuestionID(Int.random(in: knowledge.questions.indices, using: &random))
        let finding = FindingID(Int.random(in: knowledge.findings.indices, using: &random))
        let form = Bool.random(using: &random) ? Open.Form.first : .again
        let open = [
            Open(.question(question), form), Open(.which(question), form), Open(.finding(finding), form),
            Open(.date(finding), form),
        ]
        .randomElement(using: &random)
        let phases: [Phase] =
            [.gathering, .closed, .emergency(confirming: nil), .emergency(confirming: open)]
            + (open.map { [.asking($0)] } ?? [])
        state.phase = phases.randomElement(using: &random) ?? .gathering
        state.told = [nil, .selfCare, .emergency].randomElement(using: &random) ?? nil
        state.lowered = Bool.random(using: &random) ? .emergency : nil
        return state
    }

    private static func check(_ knowledge: Knowledge, seed: UInt64, steps: Int) {
        let dialogue = Dialogue(knowledge)
        var random = Seeded(seed)
        var state = DialogueState()
        for step in 0..<steps {
            if step % 25 == 24 { state = DialogueState() }
            if Int.random(in: 0..<5, using: &random) == 0 { state = wild(&random, knowledge, from: state) }
            let input = input(&random, knowledge)
            var again = state
            let acts = dialogue.reduce(&state, input)
            #expect(dialogue.reduce(&again, input) == acts && again == state)
            #expect(!acts.isEmpty, "nothing is said to \(input)")
            let range = dialogue.range(state)
            #expect(range.lowest <= range.highest)
        }
    }

    @Test(arguments: 0..<12)
    func anythingInAnyState(_ seed: UInt64) throws {
        Self.check(try Ward.knowledge(), seed: seed, steps: 250)
    }

    /// The data as they are.
    @Test func theRealKnowledge() throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        Self.check(try #require(IntentsFolder.load("/\(root)/Intents").knowledge), seed: 99, steps: 300)
    }

    /// In a conversation as it may really go.
    @Test(arguments: 0..<12)
    func whatHoldsInEveryConversation(_ seed: UInt64) throws {
        let knowledge = try Ward.knowledge()
        let dialogue = Dialogue(knowledge)
        var random = Seeded(seed &+ 500)
        for _ in 0..<25 {
            var state = DialogueState()
            for _ in 0..<20 {
                let acts = dialogue.reduce(&state, Self.input(&random, knowledge))
                if dialogue.assess(state).urgency.level == .emergency, state.turn > 0 {
                    #expect(state.told?.level == .emergency, "an emergency nobody was told of: \(acts)")
                }
                if case .emergency = state.phase { #expect(state.told?.level == .emergency) }
                let firsts = acts.filter { if case .ask(_, .first) = $0 { true } else { false } }
                #expect(firsts.count <= 1, "one question a turn")
                // What an alarm cut short is asked once more, and no question is asked a third time.
                let times = Dictionary(grouping: state.asked) { $0 }.values.map(\.count)
                #expect(times.allSatisfy { $0 <= 2 })
                #expect(state.isDone == (state.told != nil && state.open == nil))
            }
        }
    }

    /// Answers to what is asked lead nowhere but where the range said.
    @Test(arguments: 0..<12)
    func theRangeHolds(_ seed: UInt64) throws {
        let knowledge = try Ward.knowledge()
        let dialogue = Dialogue(knowledge)
        var random = Seeded(seed &+ 900)
        for start in knowledge.sites.indices {
            var state = DialogueState()
            _ = dialogue.reduce(&state, .tell(.site(SiteID(start), nil)))
            for _ in 0..<12 {
                guard case .asking(let open) = state.phase else { break }
                let range = dialogue.range(state)
                var message = Message()
                message.act = .answer
                message.answer = Self.answer(open, knowledge, &random)
                _ = dialogue.reduce(&state, .message(message))
                let now = dialogue.assess(state).urgency
                #expect(
                    now <= range.highest,
                    "\(open) answered \(String(describing: message.answer)): \(now) outside \(range)")
            }
        }
    }

    private static func answer(_ open: Open, _ knowledge: Knowledge, _ random: inout Seeded) -> Reply {
        func reply(_ value: Reply.Value, _ items: [(FindingID, Status)] = []) -> Reply {
            Reply(value, items: items.map { Finding($0.0, Context($0.1), span: Span(0, 1)) }, span: Span(0, 1))
        }
        let findings: [FindingID]
        switch open.expectation {
        case .question(let id), .which(let id):
            switch knowledge[id].kind {
            case .screen(let items): findings = items.flatMap(\.findings)
            case .choice(let options): return reply(.options([Int.random(in: options.indices, using: &random)]))
            case .scale: return reply(.score(Double(Int.random(in: 0...10, using: &random))))
            case .duration:
                return reply(.duration(Interval(exactly: Double(Int.random(in: 1...90, using: &random)) * 86_400)))
            case .free: return reply(.text)
            }
        case .finding(let id), .date(let id): findings = [id]
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return reply(.no, findings.map { ($0, .absent) })
        case 1: return reply(.unknown)
        case 2: return reply(.yes)
        default: return reply(.items, findings.map { ($0, Bool.random(using: &random) ? .present : .absent) })
        }
    }
}
