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
    var newFacts: [Evidence] = []
    var newFindings: [Record] = []
    /// Whether the message said something to the open question.
    var isOpenAnswered = false
    /// A question of the person's was answered: the open one is put again, and no attempt is used up.
    var hasAnsweredTopic = false
    /// A topic was answered and nothing else is to be said.
    var endsWithTopic = false
    /// Set when a bare "yes" must be followed by "which of these?".
    var asksWhich = false
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
        let told = message.told.filter { $0.context.status == .present && $0.context.time == .current }
        // "4, sorry, 6": what is put right comes last.
        let valid =
            message.isCorrection
            ? told.enumerated().filter { index, fact in
                !told[(index + 1)...].contains { $0.fact.isSameKind(as: fact.fact) }
            }.map(\.element) : told
        for fact in valid { take(fact) }
        if !valid.isEmpty || message.isCorrection { removeDeniedSites() }
        for finding in message.findings where !isHeldBack(finding) { take(finding) }
        if message.isCorrection { takeBackSymptoms() }
        takeAnswer()
        takeBareSide()
        answerLate()
        state.unreadable = message.act == .unreadable && !isOpenAnswered ? state.unreadable + 1 : 0
        reassess()
    }

    // MARK: Findings

    /// After an emergency instruction a denial of what raised it is not taken at its word: it is asked first.
    func isHeldBack(_ finding: Finding) -> Bool {
        guard case .emergency(let confirming) = state.phase,
            finding.context.status == .absent || finding.context.isLongStanding
        else { return false }
        return state.facts.findings[finding.concept].map(Self.isThere) ?? false
            && confirming?.expectation != .finding(finding.concept)
    }

    static func isThere(_ known: Facts.Known) -> Bool {
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

    /// A screen that was left unanswered is answered once all of it is known.
    private mutating func answerLate() {
        for question in state.facts.unanswered where unknownItems(of: question).isEmpty {
            state.facts.unanswered.removeAll { $0 == question }
            state.progress[question] = .answered
        }
    }

    /// Unknown never replaces what was said, and doubt does not replace a clear yes.
    func isWeaker(_ new: Status, than old: Status) -> Bool {
        switch (new, old) {
        case (.unknown, .present), (.unknown, .absent), (.unknown, .uncertain), (.uncertain, .present): true
        case (.present, _), (.absent, _), (.uncertain, _), (.unknown, .unknown): false
        }
    }

    func known(_ context: Context) -> Facts.Known {
        switch context.status {
        case .present: context.isLongStanding ? .longStanding : .present
        case .absent: .absent
        case .uncertain: .uncertain(isSettled: false)
        case .unknown: .unknown
        }
    }

    mutating func takeOthers(_ finding: Finding) {
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
            knowledge[question].items[index].findings.contains { finding in
                let isUnsaid = state.facts.findings[finding].map { $0 == .unknown } ?? true
                return isUnsaid && state.facts.measured(finding, in: knowledge) ?? .unknown == .unknown
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
}
