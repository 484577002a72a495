import Clinical
package import Knowledge
package import Triage

/// The dialogue: state and input to state and acts. Pure and total: every state takes every input.
package struct Dialogue: Sendable {
    let knowledge: Knowledge

    package init(_ knowledge: Knowledge) { self.knowledge = knowledge }

    /// Takes one input. The same state and input always give the same acts.
    package func reduce(_ state: inout DialogueState, _ input: Input) -> [Act] {
        switch input {
        case .command(let command): return run(command, &state)
        case .message(let message):
            state.turn += 1
            if message.act == .empty { return [.empty] + stillOpen(state) }
            var turn = Turn(state: state, message: message, knowledge: knowledge)
            turn.absorb()
            let acts = respond(&turn)
            state = turn.state
            return acts
        }
    }

    /// What to do about a message that has been taken in.
    private func respond(_ turn: inout Turn) -> [Act] {
        if let acts = emergency(&turn) { return acts }
        var acts: [Act] = []
        if let lowered = turn.state.told, lowered.level == .emergency, turn.state.isEmergency {
            turn.state.phase = .gathering
            acts += turn.acknowledgement
        } else if turn.broughtNews {
            acts += turn.message.isCorrection ? [.correct] + turn.acknowledgement : turn.acknowledgement
        }
        if let topic = topic(&turn) {
            acts += topic
            turn.hasAnsweredTopic = true
            if turn.endsWithTopic { return acts }
        }
        if turn.message.act == .unreadable, turn.state.open == nil, turn.state.phase != .closed {
            acts.append(.notUnderstood)
        }
        if let clarify = narrow(&turn) { return acts + [clarify] }
        if turn.hasAnsweredTopic, !turn.isOpenAnswered, case .asking = turn.state.phase {
            return acts + stillOpen(turn.state)
        }
        if let again = unansweredQuestion(&turn) { return acts + again }
        return acts + next(&turn)
    }

    // MARK: Digressions

    /// A question asked in the middle, thanks, a good-bye: answered, and then back to what was open.
    private func topic(_ turn: inout Turn) -> [Act]? {
        let isClosed = turn.state.phase == .closed
        switch turn.message.act {
        case .ask, .outOfScope, .abuse:
            guard let topic = turn.message.topic else { return nil }
            turn.endsWithTopic = !turn.broughtNews && !turn.isOpenAnswered || isClosed
            return [.answer(topic)] + (turn.endsWithTopic ? stillOpen(turn.state) : [])
        case .explain:
            turn.endsWithTopic = !turn.isOpenAnswered
            guard let question = openQuestion(turn.state) else {
                return turn.message.topic.map { [.answer($0)] } ?? (turn.isOpenAnswered ? [] : [.afterClose])
            }
            return [.explain(question)] + stillOpen(turn.state)
        case .repeat:
            turn.endsWithTopic = !turn.isOpenAnswered
            return turn.state.open == nil && !turn.isOpenAnswered ? [.afterClose] : stillOpen(turn.state)
        case .thank:
            turn.endsWithTopic = !turn.isOpenAnswered
            return [.thank] + stillOpen(turn.state)
        case .leave:
            turn.endsWithTopic = true
            return [.leave]
        case .correct where !turn.broughtNews && !turn.isOpenAnswered:
            turn.endsWithTopic = true
            return [.unclearCorrection] + stillOpen(turn.state)
        case .describe
        where !turn.broughtNews && turn.message.topic != nil && turn.state.open == nil && turn.state.asked.isEmpty:
            // A greeting alone.
            return turn.message.topic.map { [.answer($0)] }
        case .describe, .answer, .correct, .selfHarm, .unreadable, .empty: return nil
        }
    }

    /// The open question once more, as it was.
    package func stillOpen(_ state: DialogueState) -> [Act] {
        guard let open = state.open else { return [] }
        switch open.expectation {
        case .question(let question): return [.ask(question, .still)]
        case .which(let question): return [.which(question)]
        case .finding(let finding):
            if state.isEmergency { return [.confirm(finding)] }
            return [.clarify(finding)]
        case .date(let finding): return [.askDate(finding)]
        }
    }

    /// The question that is open, whatever form it has.
    func openQuestion(_ state: DialogueState) -> QuestionID? {
        switch state.open?.expectation {
        case .question(let question)?, .which(let question)?: question
        case .finding(let finding)?, .date(let finding)?: knowledge.question(for: finding)
        case nil: nil
        }
    }

    // MARK: The open question

    /// Asks once more what was not answered, in simpler words; after that it is recorded as unknown.
    private func unansweredQuestion(_ turn: inout Turn) -> [Act]? {
        guard case .asking(let open) = turn.state.phase, !turn.isOpenAnswered, !turn.asksWhich else { return nil }
        // What was asked has been said, though not as an answer.
        if case .question(let question) = open.expectation, isKnown(question, turn.state) {
            turn.state.progress[question] = .answered
            turn.state.phase = .gathering
            return nil
        }
        switch open.expectation {
        case .question(let question), .which(let question):
            if open.form == .first {
                turn.state.phase = .asking(Open(open.expectation, .again))
                let lead: [Act] = turn.isUnderstood ? [] : [.notUnderstood]
                if case .which = open.expectation { return lead + [.which(question)] }
                let items = turn.unknownItems(of: question)
                let isPartial = !items.isEmpty && items.count < knowledge[question].items.count
                return lead + [isPartial ? .ask(question, .remaining(items)) : .ask(question, .again)]
            }
            if case .which = open.expectation { turn.settleItems(of: question) } else { turn.leaveUnknown(question) }
        case .finding(let finding): turn.settle(finding)
        case .date: break
        }
        turn.state.phase = .gathering
        turn.reassess()
        // Left open, it may amount to an emergency ("yes, but which?").
        return emergency(&turn)
    }

    /// An uncertain emergency finding is asked once more, narrower.
    private func narrow(_ turn: inout Turn) -> Act? {
        guard let finding = turn.findingToNarrow else { return nil }
        turn.state.narrowed.append(finding)
        turn.state.phase = .asking(Open(.finding(finding)))
        return .clarify(finding)
    }

    // MARK: Commands

    private func run(_ command: Command, _ state: inout DialogueState) -> [Act] {
        switch command {
        case .help: return [.help]
        case .about: return [.about]
        case .facts: return [.facts]
        case .more: return [.more(state.phase == .closed ? ending(state) : nil)]
        case .source(let name): return [.source(name)]
        case .unknown(let name): return [.unknownCommand(name)]
        case .region(let region):
            if let region { state.region = region }
            return [.region(region)]
        case .why:
            if state.told == nil, let question = openQuestion(state) { return [.explain(question)] }
            return [.why(assess(state))]
        }
    }

    /// The level that the facts of a state call for.
    package func assess(_ state: DialogueState) -> Assessment { Triage.assess(state.facts, by: knowledge) }
}
