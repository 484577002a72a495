import Clinical
import Knowledge

/// A file of `questions/`.
enum QuestionReading {
    /// The most items one sentence can hold: an answer may name them by "the first" to "the fourth".
    private static let mostItems = 4

    static func file(_ map: MapReader, _ draft: inout Draft) {
        let index = draft.questions.count
        let id = map.text("id")
        let kind = map.choice("kind", of: QuestionDraft.Kind.self)
        let text = map.text("text")
        let simpler = map.text("simpler")
        let why = map.text("why")
        let sources = map.sources(of: "a question")
        let fills = map.optionalTexts("fills", "what the answer tells")
        let isStandalone = map.flag("standalone")
        let settledBy = map.optionalText("settled_by")
        _ = map.optionalText("decision")
        var question = QuestionDraft(
            id: id, kind: kind ?? .free, text: text, simpler: simpler, why: why, sources: sources, fills: fills,
            role: nil,
            items: [], options: [], unanswered: nil, unansweredRule: nil, isStandalone: isStandalone,
            settledBy: settledBy)
        switch kind {
        case .screen: screen(map, &question)
        case .choice: question.options = options(map)
        case .duration:
            question.role = map.choice("role", of: DurationRole.self)
            if let role = question.role, role != .course, role != .spell {
                map.complaints.error(
                    map.place(of: "role"), "a question can't ask for the role '\(role.rawValue)'",
                    remedy: "write course or spell")
            }
        case .scale, .free: break
        case nil: for key in ["unanswered", "unanswered_rule", "items", "options", "role"] { _ = map.node(key) }
        }
        for (number, item) in question.items.enumerated() {
            draft.say(item.words, Meaning(.item, index, detail: Int32(number)))
        }
        for (number, option) in question.options.enumerated() {
            draft.say(option.phrases, Meaning(.option, index, detail: Int32(number)))
        }
        draft.questions.append(question)
    }

    private static func screen(_ map: MapReader, _ question: inout QuestionDraft) {
        if let level = map.choice("unanswered", of: Level.self) {
            let within: Within? =
                switch level {
                case .emergency: .now
                case .urgent: .today
                case .routine: .twoDays
                case .selfCare: nil
                }
            question.unanswered = Urgency(level, within: within)
        }
        question.unansweredRule = map.optionalText("unanswered_rule")
        if !map.has("items") { map.missing("items", "add 'items:' with the findings it asks for") }
        question.items = map.maps("items", subject: "an item").map { entry in
            let item = QuestionDraft.Item(
                findings: entry.texts("findings", "ids of findings"), label: entry.text("label"),
                words: entry.optionalTexts("words", "words"))
            entry.finish()
            return item
        }
        if question.items.count > mostItems {
            map.complaints.warn(
                map.place(of: "items"), "\(question.items.count) items in one question",
                remedy: "split it: at most \(mostItems) can be kept in mind and picked by their number")
        }
    }

    private static func options(_ map: MapReader) -> [QuestionDraft.Option] {
        if !map.has("options") { map.missing("options", "add 'options:' with what can be answered") }
        return map.maps("options", subject: "an option").map { entry in
            let option = QuestionDraft.Option(
                id: entry.text("id"), label: entry.text("label"), phrases: entry.optionalTexts("phrases", "phrases"),
                sets: entry.textOrTexts("sets", "what the option records"), when: entry.optionalText("when"))
            entry.finish()
            return option
        }
    }
}
