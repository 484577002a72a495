import Clinical
import Knowledge
import Language
import Triage

/// Taking in what is said to the open question.
extension Turn {
    mutating func takeAnswer() {
        guard let open = state.open else { return }
        switch open.expectation {
        case .question(let question): isOpenAnswered = takeAnswer(to: question)
        case .which(let question):
            isOpenAnswered = takeItems() || message.answer.map { $0.value == .no } ?? false
            if isOpenAnswered { state.progress[question] = .answered }
        case .finding(let finding): isOpenAnswered = takeNarrow(finding)
        case .date(let finding): isOpenAnswered = takeDate(finding)
        }
        if isOpenAnswered, case .asking = state.phase { state.phase = .gathering }
    }

    private mutating func takeItems() -> Bool {
        guard let answer = message.answer, !answer.items.isEmpty else { return false }
        for item in answer.items { take(item) }
        return true
    }

    private mutating func takeNarrow(_ finding: FindingID) -> Bool {
        guard let answer = message.answer else { return false }
        switch answer.value {
        case .unknown, .doubtful:
            settle(finding)
            return true
        case .yes, .no, .mild, .items, .options, .score, .duration, .text:
            guard let item = answer.items.first(where: { $0.concept == finding }) else { return false }
            if item.context.status == .uncertain {
                settle(finding)
            } else {
                state.facts.findings[finding] = nil
                state.findings.removeAll { $0.concept == finding && $0.context.experiencer == .patient }
                take(item)
            }
            return true
        }
    }

    /// When it happened: before the trouble and outside its window it is past, else it stays.
    private mutating func takeDate(_ finding: FindingID) -> Bool {
        guard let answer = message.answer, case .duration(let ago) = answer.value else { return false }
        let concept = knowledge[finding]
        let limit = max(concept.window ?? 0, state.facts.measures[.course]?.atMost ?? 0)
        guard
            let index = state.findings.firstIndex(where: { $0.concept == finding && $0.context.experiencer == .patient }
            )
        else {
            return true
        }
        state.findings[index].context.isUndated = false
        state.findings[index].context.ago = ago
        if ago.atLeast > limit {
            state.findings[index].context.time = .past
            state.facts.findings[finding] = .absent
        }
        return true
    }

    private mutating func takeAnswer(to id: QuestionID) -> Bool {
        let question = knowledge[id]
        guard let answer = message.answer else { return false }
        switch question.kind {
        case .screen: return takeScreen(id, answer)
        case .choice(let options): return takeChoice(id, options, answer)
        case .scale:
            if case .score(let score) = answer.value {
                let told = Told(
                    .severity(grade: knowledge.scale.grade(of: score), score: score, isFunction: false, isWorst: false),
                    context: Context(), span: answer.span)
                state.facts.severity = nil
                take(told)
            } else if answer.value == .unknown {
                state.progress[id] = .unknown
                return true
            }
        case .duration(let role):
            if case .duration(let interval) = answer.value {
                let told = Told(.duration(interval, role), context: Context(), span: answer.span)
                state.facts.measures[role == .spell ? .spell : .course] = nil
                take(told)
            } else if answer.value == .unknown {
                state.progress[id] = .unknown
                return true
            }
        case .free:
            state.progress[id] = answer.value == .unknown ? .unknown : .answered
            return true
        }
        state.progress[id] = .answered
        return true
    }

    private mutating func takeScreen(_ id: QuestionID, _ answer: Reply) -> Bool {
        for item in answer.items where !isBareDenial(item, of: answer) { take(item) }
        // Asked once more and still not sure: it counts as present.
        if state.open?.form == .again {
            for item in answer.items where item.context.status == .uncertain { settle(item.concept) }
        }
        switch answer.value {
        case .no:
            state.progress[id] = .answered
            return true
        case .yes, .mild:
            if !answer.items.isEmpty || unknownItems(of: id).isEmpty {
                state.progress[id] = .answered
                return true
            }
            if itemsAgree(id) {
                settleItems(of: id)
            } else {
                state.phase = .asking(Open(.which(id)))
                asksWhich = true
            }
            return !asksWhich
        case .doubtful:
            guard case .asking(let open) = state.phase, open.form == .again else { return false }
            settleItems(of: id)
            return true
        case .unknown:
            // An emergency screen is asked once more; another is left, with what the knowledge sets for it.
            guard !isEmergencyScreen(id) || state.open?.form == .again else { return false }
            leaveUnknown(id)
            return true
        case .items:
            let isDone = unknownItems(of: id).isEmpty || answer.items.contains { $0.context.status == .present }
            if isDone { state.progress[id] = .answered }
            return isDone
        case .options, .score, .duration, .text: return false
        }
    }

    /// A "no" to the whole question does not unsay what was said before in words.
    private func isBareDenial(_ item: Finding, of answer: Reply) -> Bool {
        // Once the alarm's own screen is asked again, its "no" is an answer to just that.
        if state.isEmergency { return false }
        guard item.context.status == .absent, !message.findings.contains(where: { $0.concept == item.concept }) else {
            return false
        }
        return state.facts.findings[item.concept].map { $0 == .longStanding || Self.isThere($0) } ?? false
    }

    func isEmergencyScreen(_ id: QuestionID) -> Bool {
        knowledge[id].items.contains { $0.findings.contains { knowledge[$0].isEmergency } }
    }

    /// Whether every item of a screen, alone, leads to the same level: then it does not matter which it is.
    private func itemsAgree(_ id: QuestionID) -> Bool {
        var levels: Set<Urgency> = []
        for item in knowledge[id].items {
            for finding in item.findings {
                var facts = state.facts
                facts.findings[finding] = .present
                levels.insert(Triage.assess(facts, by: knowledge).urgency)
            }
        }
        return levels.count <= 1
    }

    private mutating func takeChoice(_ id: QuestionID, _ options: [Question.Option], _ answer: Reply) -> Bool {
        switch answer.value {
        case .options(let chosen):
            for option in chosen where options.indices.contains(option) {
                for effect in options[option].effects { apply(effect, answer.span) }
            }
            state.progress[id] = .answered
            return true
        case .unknown, .no:
            state.progress[id] = .unknown
            return true
        case .yes, .mild, .doubtful, .score, .duration, .items, .text: return false
        }
    }

    private mutating func apply(_ effect: Question.Effect, _ span: Span) {
        switch effect {
        case .site(let site): take(Told(.site(site, nil), context: Context(), span: span))
        case .spread(let site): take(Told(.spread(site, nil), context: Context(), span: span))
        case .side(let side): state.facts.side = side
        case .attribute(let attribute): take(Told(.attribute(attribute), context: Context(), span: span))
        case .finding(let finding, let status): take(Finding(finding, Context(status), span: span))
        case .region(let region): state.region = region
        case .isNew(let isNew): if !isNew { markLongStanding() }
        }
    }

    /// What raised the alarm is old and unchanged.
    private mutating func markLongStanding() {
        for index in state.findings.indices {
            let record = state.findings[index]
            guard record.context.experiencer == .patient, record.context.status == .present,
                knowledge[record.concept].isEmergency
            else { continue }
            state.findings[index].context.isLongStanding = true
            state.facts.findings[record.concept] = .longStanding
        }
    }
}
