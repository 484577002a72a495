import Clinical
import Knowledge
import Language
import Triage

/// One message being taken in: the state as it becomes, and what this turn brought.
struct Turn {
    var state: DialogueState
    let message: Message
    let knowledge: Knowledge
    /// What this turn brought that was not known.
    private(set) var newFacts: [Evidence] = []
    private(set) var newFindings: [Record] = []
    /// Whether the message said something to the open question.
    private(set) var isOpenAnswered = false
    /// A question of the person's was answered: the open one is put again, and no attempt is used up.
    var hasAnsweredTopic = false
    /// A topic was answered and nothing else is to be said.
    var endsWithTopic = false
    private(set) var assessment: Assessment
    private(set) var othersAssessment: Assessment

    init(state: DialogueState, message: Message, knowledge: Knowledge) {
        self.state = state
        self.message = message
        self.knowledge = knowledge
        assessment = Triage.assess(state.facts, by: knowledge)
        othersAssessment = Triage.assess(state.othersFacts, by: knowledge)
    }

    var broughtNews: Bool { !newFacts.isEmpty || !newFindings.isEmpty }
    /// Whether anything in the message made sense.
    var isUnderstood: Bool {
        broughtNews || message.answer != nil || !message.told.isEmpty || !message.findings.isEmpty
    }
    var acknowledgement: [Act] {
        newFacts.isEmpty && newFindings.isEmpty ? [] : [.acknowledge(facts: newFacts, findings: newFindings)]
    }

    mutating func reassess() {
        assessment = Triage.assess(state.facts, by: knowledge)
        othersAssessment = Triage.assess(state.othersFacts, by: knowledge)
    }

    /// Takes in everything the message gives.
    mutating func absorb() {
        if let region = message.region { state.region = region }
        if state.patient == nil { state.patient = message.patient }
        state.isAboutWriter = state.isAboutWriter || message.isAboutWriter
        for told in message.told where told.context.status == .present && told.context.time == .current { take(told) }
        for finding in message.findings where !isHeldBack(finding) { take(finding) }
        takeAnswer()
        state.unreadable = message.act == .unreadable && !isOpenAnswered ? state.unreadable + 1 : 0
        reassess()
    }

    // MARK: Findings

    /// After an emergency instruction a denial of what raised it is not taken at its word: it is asked first.
    private func isHeldBack(_ finding: Finding) -> Bool {
        guard case .emergency(let confirming) = state.phase, finding.context.status == .absent else { return false }
        return state.facts.findings[finding.concept].map(Self.isThere) ?? false
            && confirming?.expectation != .finding(finding.concept)
    }

    private static func isThere(_ known: Facts.Known) -> Bool {
        switch known {
        case .present, .uncertain: true
        case .absent, .unknown, .longStanding: false
        }
    }

    mutating func take(_ finding: Finding) {
        if finding.context.experiencer == .other {
            takeOthers(finding)
            return
        }
        let record = Record(finding, turn: state.turn)
        let before = state.findings.firstIndex { $0.concept == finding.concept && $0.context.experiencer == .patient }
        guard finding.context.time == .current else {
            // Past or only imagined: kept for showing, where nothing current is known.
            if before == nil { state.findings.append(record) }
            return
        }
        if let before {
            let old = state.findings[before]
            if isWeaker(finding.context.status, than: old.context.status), old.context.time == .current { return }
            let isSame = old.context.status == finding.context.status && old.context.time == .current
            if isSame {
                if finding.context.ago != nil || finding.context.isLongStanding { state.findings[before] = record }
            } else {
                state.findings[before] = record
                newFindings.append(record)
            }
        } else {
            state.findings.append(record)
            newFindings.append(record)
        }
        state.facts.findings[finding.concept] = known(finding.context)
    }

    /// Unknown never replaces what was said, and doubt does not replace a clear yes.
    private func isWeaker(_ new: Status, than old: Status) -> Bool {
        switch (new, old) {
        case (.unknown, .present), (.unknown, .absent), (.unknown, .uncertain), (.uncertain, .present): true
        case (.present, _), (.absent, _), (.uncertain, _), (.unknown, .unknown): false
        }
    }

    private func known(_ context: Context) -> Facts.Known {
        switch context.status {
        case .present: context.isLongStanding ? .longStanding : .present
        case .absent: .absent
        case .uncertain: .uncertain(isSettled: false)
        case .unknown: .unknown
        }
    }

    private mutating func takeOthers(_ finding: Finding) {
        var record = Record(finding, turn: state.turn)
        record.context.experiencer = .other
        state.findings.append(record)
        guard finding.context.time == .current else { return }
        state.othersFacts.findings[finding.concept] = known(finding.context)
    }

    /// It stayed uncertain: it counts as present from now on.
    mutating func settle(_ finding: FindingID) {
        state.facts.findings[finding] = .uncertain(isSettled: true)
        if let index = state.findings.firstIndex(where: { $0.concept == finding && $0.context.experiencer == .patient })
        {
            state.findings[index].context.status = .uncertain
            state.findings[index].isSettled = true
        } else {
            var record = Record(
                Finding(finding, Context(.uncertain), span: message.answer?.span ?? Span(0, 0)), turn: state.turn)
            record.isSettled = true
            state.findings.append(record)
        }
    }

    /// "Yes" to a screen without saying to which item: each may be it.
    mutating func settleItems(of question: QuestionID) {
        state.progress[question] = .answered
        for finding in knowledge[question].items.flatMap(\.findings)
        where state.facts.findings[finding].map({ $0 == .unknown }) ?? true {
            settle(finding)
        }
        reassess()
    }

    mutating func leaveUnknown(_ question: QuestionID) {
        state.progress[question] = .unknown
        for finding in knowledge[question].items.flatMap(\.findings) where state.facts.findings[finding] == nil {
            state.facts.findings[finding] = .unknown
            state.findings.append(Record(Finding(finding, Context(.unknown), span: Span(0, 0)), turn: state.turn))
        }
        if knowledge[question].unanswered != nil { state.facts.unanswered.append(question) }
    }

    /// Items of a screen of which nothing is known, by index.
    func unknownItems(of question: QuestionID) -> [Int] {
        knowledge[question].items.indices.filter { index in
            knowledge[question].items[index].findings.contains {
                state.facts.findings[$0].map { $0 == .unknown } ?? true
            }
        }
    }

    /// The first uncertain emergency finding that has not been asked narrowly.
    var findingToNarrow: FindingID? {
        state.findings.first { record in
            record.context.experiencer == .patient && knowledge[record.concept].isEmergency
                && state.facts.findings[record.concept] == .uncertain(isSettled: false)
                && !state.narrowed.contains(record.concept)
        }?.concept
    }

    // MARK: The complaint

    private mutating func take(_ told: Told) {
        guard told.context.experiencer == .patient else { return }
        let evidence = Evidence(told, turn: state.turn)
        if record(told.fact) {
            state.evidence.append(evidence)
            newFacts.append(evidence)
        }
    }

    /// Writes a fact into `state.facts`; false where it was known already.
    private mutating func record(_ fact: Told.Fact) -> Bool {
        switch fact {
        case .site(let site, let side): return recordSite(site, side)
        case .spread(let site, let side):
            if let side, state.facts.side == nil { state.facts.side = side }
            guard !state.facts.spreads.contains(site) else { return false }
            state.facts.spreads.append(site)
        case .symptom(let symptom):
            guard !state.facts.symptoms.contains(symptom) else { return false }
            state.facts.symptoms.append(symptom)
        case .severity(let grade, let score, _, let isWorst): return recordSeverity(grade, score, isWorst)
        case .duration(let interval, let role):
            guard let measure = self.measure(of: role, interval), state.facts.measures[measure] != interval else { return false }
            state.facts.measures[measure] = interval
        case .attribute(let attribute):
            guard !state.facts.attributes.contains(attribute) else { return false }
            let type = knowledge[attribute].type
            if Self.isSingle(type) { state.facts.attributes.removeAll { knowledge[$0].type == type } }
            state.facts.attributes.append(attribute)
        case .age(let age): return recordMeasure(.age, age)
        case .temperature(let temperature): return recordMeasure(.temperature, temperature)
        }
        return true
    }

    private mutating func recordMeasure(_ measure: Measure, _ value: Double) -> Bool {
        let interval = Interval(exactly: value)
        guard state.facts.measures[measure] != interval else { return false }
        state.facts.measures[measure] = interval
        return true
    }

    private mutating func recordSite(_ site: SiteID, _ side: Side?) -> Bool {
        var isNew = false
        if let side, state.facts.side != side {
            state.facts.side = side
            isNew = true
        }
        if state.facts.sites.contains(where: { knowledge.isPart($0, of: site) }) { return isNew }
        if message.isCorrection {
            state.facts.sites = [site]
        } else if let coarse = state.facts.sites.firstIndex(where: { knowledge.isPart(site, of: $0) }) {
            state.facts.sites[coarse] = site
        } else {
            state.facts.sites.append(site)
        }
        return true
    }

    /// The grade is the worst of number and function; a word counts only where there is neither.
    private mutating func recordSeverity(_ grade: Grade?, _ score: Double?, _ isWorst: Bool) -> Bool {
        if let score, !isWorst { state.facts.measures[.score] = Interval(exactly: score) }
        guard let grade, state.facts.severity != grade else { return score != nil }
        let isSaidAgain = state.facts.severity != nil
        if isSaidAgain, !message.isCorrection, let known = state.facts.severity, grade < known, score == nil {
            return false
        }
        state.facts.severity = grade
        return true
    }

    private func measure(of role: DurationRole?, _ interval: Interval) -> Measure? {
        switch role {
        case .spell: .spell
        case .course, .since, .last, .ago: .course
        case .every: nil
        case nil:
            isExpectingDuration ? nil : interval.atMost < knowledge.spellUnder ? .spell : .course
        }
    }

    private var isExpectingDuration: Bool {
        if case .question(let question)? = state.open?.expectation, case .duration = knowledge[question].kind {
            true
        } else {
            false
        }
    }

    private static func isSingle(_ type: AttributeType) -> Bool {
        switch type {
        case .frequency, .onset, .trend, .sex, .pregnancy: true
        case .trigger, .quality, .relieving, .aggravating, .tried, .medicine, .condition: false
        }
    }

    // MARK: The open question

    private mutating func takeAnswer() {
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
        guard item.context.status == .absent, !message.findings.contains(where: { $0.concept == item.concept }) else {
            return false
        }
        return state.facts.findings[item.concept].map(Self.isThere) ?? false
    }

    /// Set when a bare "yes" must be followed by "which of these?".
    private(set) var asksWhich = false

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

    /// A question is put again once, unless the message was an answer that needs none.
    var mayAskAgain: Bool { !asksWhich }
    /// Whether anything is left to ask after the ending.
    var canAskMore: Bool { false }
}
