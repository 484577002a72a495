import Clinical
import Dialogue
import Knowledge
import Triage

/// Acts to sentences. The sentences are data; here they are chosen, filled and put in order, and sources are numbered.
struct Renderer {
    let engine: Assistant.Engine
    let state: DialogueState
    let words: Words
    /// Sources in the order the conversation first cited them.
    private(set) var cited: [SourceID]
    /// Sources cited in this reply.
    private(set) var citedNow: [SourceID] = []
    private var lines: [String] = []

    init(engine: Assistant.Engine, state: DialogueState, texts: [[UInt8]], cited: [SourceID]) {
        self.engine = engine
        self.state = state
        self.cited = cited
        words = Words(knowledge: engine.knowledge, texts: texts, state: state)
    }

    var knowledge: Knowledge { engine.knowledge }

    /// The reply: non-empty lines only.
    var text: String { lines.joined(separator: "\n") }

    // MARK: Lines

    /// Adds a sentence of `replies/`.
    mutating func say(_ key: ReplyKey, _ values: [String: String] = [:]) {
        add(knowledge.replies[key].filled(lineNumbers.merging(values) { $1 }))
    }

    /// Adds what is not empty, line by line.
    mutating func add(_ text: String) {
        for line in text.split(separator: "\n") {
            let trimmed = String(line).trimmingSpaces()
            if !trimmed.isEmpty { lines.append(trimmed) }
        }
    }

    mutating func bullet(_ text: String) { add("- " + text) }

    /// An advice sentence with the numbers of its sources.

    mutating func cited(_ advice: Advice) -> String {
        let text = advice.text.filled(lineNumbers)
        let numbers = advice.sources.map { String(number(of: $0)) }
        return numbers.isEmpty ? text : "\(text) [\(numbers.joined(separator: ", "))]"
    }

    /// The number under which a source is cited in this conversation.
    mutating func number(of source: SourceID) -> Int {
        if !citedNow.contains(source) { citedNow.append(source) }
        if let index = cited.firstIndex(of: source) { return index + 1 }
        cited.append(source)
        return cited.count
    }

    /// The numbers to call, for the region that is known or for several.
    var lineNumbers: [String: String] {
        let region = state.region.map { knowledge.regions[$0] } ?? knowledge.anywhere
        let local = knowledge.replies[.localNumber].filled()
        return [
            "emergency": "\(region.emergency) \(local)", "health": region.health, "poison": region.poison,
            "crisis": region.crisis,
        ]
    }

    // MARK: Acts

    mutating func render(_ act: Act) {
        switch act {
        case .acknowledge(let facts, let findings):
            let said = words.acknowledged(facts, findings)
            if !said.isEmpty { say(state.turn <= 1 ? .understood : .understoodMore, ["facts": said]) }
        case .ask(let question, let form): ask(question, form)
        case .which(let question):
            say(.which, ["items": words.numbered(knowledge[question].items.map(\.label))])
        case .clarify(let finding): say(.narrowLead, ["question": knowledge[finding].ask ?? knowledge[finding].name])
        case .askDate(let finding): say(.dateAsk, ["item": knowledge[finding].name])
        case .confirm(let finding): say(.confirmLead, ["question": knowledge[finding].ask ?? knowledge[finding].name])
        case .emergency(let alarm): renderEmergency(alarm)
        case .advise(let ending): renderEnding(ending)
        case .answer(let topic): answer(topic)
        case .explain(let question):
            let entry = knowledge[question]
            say(.whyAsk, ["why": cited(Advice(text: Template(verbatim: entry.why), sources: entry.sources))])
        case .lower(let from): say(.closingLevelChanged, ["level": words.level(from.level)])
        case .correct: say(.corrected)
        case .unclearCorrection: say(.correctedUnclear)
        case .addAdvice(let guidance):
            say(.closingAlso)
            for item in guidance { bullet(cited(knowledge[item].advice)) }
        case .encourage: say(.emergencyGoing, ["text": instruction(state.toldRules)])
        case .empty: say(.empty)
        case .notUnderstood: say(state.unreadable >= 2 ? .pickOne : .notUnderstood)
        case .thank: say(.noted)
        case .leave: leave()
        case .afterClose:
            if let told = state.told {
                say(.afterClose, ["level": words.level(told.level), "when": words.when(told)])
            } else {
                say(.unreadable)
            }
        case .help: say(.help)
        case .about:
            say(.about)
            say(.disclaimer)
        case .more(let ending): if let ending { renderRest(ending) } else { say(.moreNone) }
        case .why(let assessment): why(assessment)
        case .facts: facts()
        case .source(let name): source(name)
        case .region(let region):
            if let region { say(.regionSet, ["name": knowledge.regions[region].name]) } else { say(.regionUnknown) }
        case .unknownCommand(let name): say(.unknownCommand, ["command": words.quotable(name)])
        }
    }

    private mutating func ask(_ id: QuestionID, _ form: Act.Form) {
        let question = knowledge[id]
        switch form {
        case .first: add(question.text)
        case .again: say(.againLead, ["question": question.simpler])
        case .still: say(.stillOpen, ["question": question.text])
        case .remaining(let items):
            say(.remaining, ["items": items.map { question.items[$0].label }.joined(separator: "; ")])
        }
        // Places are many: the ones that fit are shown at once.
        if case .choice(let options) = question.kind, form == .again || question.fills.contains(.site) {
            say(.optionsHint, ["items": words.numbered(engine.dialogue.offered(options, state).map(\.label))])
        }
    }

    private mutating func answer(_ topic: TopicID) {
        let entry = knowledge[topic]
        guard let answer = entry.answer else { return }
        add(cited(Advice(text: answer, sources: entry.sources)))
    }

    private mutating func leave() {
        say(.goodbye)
        if state.isEmergency { say(.emergencyAgain, ["text": instruction(state.toldRules)]) }
    }

    // MARK: Commands

    private mutating func why(_ assessment: Assessment) {
        guard let told = state.told else {
            say(.whyNothing)
            return
        }
        say(.whyLead, ["level": words.level(told.level)])
        // A rule that stands in for a screen nobody answered gives no reason: nothing was found.
        for rule in state.toldRules where knowledge[rule].urgency == told { whyRule(rule) }
        for question in assessment.unanswered { say(.cannotCheck, ["item": words.checked(question)]) }
    }

    private mutating func whyRule(_ id: RuleID) {
        let rule = knowledge[id]
        let reason = rule.because.filled(lineNumbers)
        let quotes = words.quotes(for: rule.when.findings)
        let numbers = rule.sources.map { String(number(of: $0)) }.joined(separator: ", ")
        say(.whyRule, ["id": rule.id, "why": reason, "words": quotes, "list": numbers])
    }

    private mutating func facts() {
        let known = words.allFacts()
        guard !known.isEmpty else {
            say(.noFacts)
            return
        }
        say(.factsLead)
        for fact in known { bullet(fact) }
    }

    private mutating func source(_ name: String) {
        if name.isEmpty {
            say(.sourceUsage)
            return
        }
        let found =
            Int(name).flatMap { cited.indices.contains($0 - 1) ? cited[$0 - 1] : nil }
            ?? knowledge.sources.firstIndex { $0.id.lowercased() == name.lowercased() }.map(SourceID.init)
        guard let found else {
            say(.sourceUnknown, ["name": words.quotable(name)])
            return
        }
        let source = knowledge[found]
        if !citedNow.contains(found) { citedNow.append(found) }
        say(
            .sourceLine,
            [
                "id": source.id, "title": source.title, "organisation": source.organisation,
                "year": source.year.map { " \($0)" } ?? "", "address": source.address,
            ])
    }
}
