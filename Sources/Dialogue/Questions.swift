package import Clinical
package import Knowledge
import Triage

/// Which question comes next: the first in the site's order whose answer can still change something.
extension Dialogue {
    /// The next question, or the ending.
    func next(_ turn: inout Turn) -> [Act] {
        // "Yes, but which?" has already opened its own question.
        if turn.asksWhich, case .asking(let open) = turn.state.phase, case .which(let question) = open.expectation {
            return [.which(question)]
        }
        if turn.state.phase == .closed, !turn.broughtNews { return [.afterClose] }
        if let (question, form) = nextQuestion(turn) {
            turn.state.phase = .asking(Open(.question(question)))
            turn.state.progress[question] = .open
            if !turn.state.asked.contains(question) { turn.state.asked.append(question) }
            return [.ask(question, form)]
        }
        return close(&turn)
    }

    /// The questions of the complaint that have not been asked, in order.
    func remaining(_ state: DialogueState) -> [QuestionID] {
        var order: [QuestionID] = []
        let sites = state.facts.sites.isEmpty ? [] : state.facts.sites
        let lists = sites.isEmpty ? [knowledge.askAnywhere] : sites.map { knowledge[$0].ask }
        for asking in lists.flatMap({ $0 })
        where !order.contains(asking.question) && state.progress[asking.question] == nil
            && asking.when.truth({ state.facts.truth(of: $0, in: knowledge) }).isTrue
        {
            order.append(asking.question)
        }
        return order.filter { !isKnown($0, state) }
    }

    private func nextQuestion(_ turn: Turn) -> (QuestionID, Act.Form)? {
        let state = turn.state
        guard state.asked.count < knowledge.budget.most else { return nil }
        for question in remaining(state) where isWorthAsking(question, turn) {
            let items = turn.unknownItems(of: question)
            let isPartial = !items.isEmpty && items.count < knowledge[question].items.count
            return (question, isPartial ? .remaining(items) : .first)
        }
        return nil
    }

    /// Whether all that a question can tell is known already.
    func isKnown(_ id: QuestionID, _ state: DialogueState) -> Bool {
        let question = knowledge[id]
        if let settled = question.settledBy, settled.truth({ state.facts.truth(of: $0, in: knowledge) }).isTrue {
            return true
        }
        switch question.kind {
        case .screen(let items):
            return items.flatMap(\.findings).allSatisfy { finding in
                if let known = state.facts.findings[finding] {
                    return known != .unknown && known != .uncertain(isSettled: false)
                }
                return state.facts.measured(finding, in: knowledge) ?? .unknown != .unknown
            }
        case .free: return false
        case .choice(let options):
            if offered(options, state).count < 2, question.fills == [.site] { return true }
            return !question.fills.isEmpty && question.fills.allSatisfy { isFilled($0, state) }
        case .scale, .duration: return !question.fills.isEmpty && question.fills.allSatisfy { isFilled($0, state) }
        }
    }

    private func isFilled(_ slot: Question.Slot, _ state: DialogueState) -> Bool {
        switch slot {
        case .site:
            // The back alone is not enough where its parts are asked for.
            !state.facts.sites.isEmpty
                && !state.facts.sites.contains { site in knowledge.sites.contains { $0.parent == site } }
        case .side: state.facts.side != nil
        case .severity: state.facts.severity != nil
        case .spread: !state.facts.spreads.isEmpty
        case .measure(let measure): state.facts.measures[measure] != nil
        case .attribute(let type): state.facts.attributes.contains { knowledge[$0].type == type }
        }
    }

    /// The options that fit what is known; all of them while no place is known.
    package func offered(_ options: [Question.Option], _ state: DialogueState) -> [Question.Option] {
        if state.facts.sites.isEmpty { return options }
        return options.filter { $0.when.truth { state.facts.truth(of: $0, in: knowledge) }.isTrue }
    }

    /// A screen is asked if one of its items could raise the level; another question if it can change level or advice.
    private func isWorthAsking(_ id: QuestionID, _ turn: Turn) -> Bool {
        let current = turn.assessment.urgency
        switch knowledge[id].kind {
        case .screen(let items):
            let findings = items.flatMap(\.findings)
            return knowledge.rules.contains { rule in
                rule.urgency > current && rule.when.findings.contains { isReachable($0, from: findings) }
                    && Triage.isPossible(rule, turn.state.facts, by: knowledge) { _ in true }
            }
        case .choice, .scale, .duration, .free:
            return current.level < .urgent && turn.state.asked.count < knowledge.budget.usual
        }
    }

    private func isReachable(_ finding: FindingID, from findings: [FindingID]) -> Bool {
        if findings.contains(finding) { return true }
        return knowledge[finding].derived?.findings.contains { findings.contains($0) } ?? false
    }

    /// The levels that answers to the questions of this complaint can still lead to.
    package func range(_ state: DialogueState) -> (lowest: Urgency, highest: Urgency) {
        let lowest = assess(state).urgency
        if state.isEmergency { return (lowest, .emergency) }
        if state.phase == .closed { return (lowest, lowest) }
        var questions = remaining(state)
        if let open = openQuestion(state) { questions.append(open) }
        let findings = Set(questions.flatMap { knowledge[$0].items.flatMap(\.findings) })
        let fills = Set(questions.flatMap { knowledge[$0].fills })
        let highest = Triage.highest(state.facts, by: knowledge) { atom in
            switch atom {
            case .finding(let finding): return findings.contains(finding)
            case .severity: return fills.contains(.severity)
            case .measure(let measure, _, _):
                return fills.contains(.measure(measure)) || (measure == .score && fills.contains(.severity))
            case .attribute(let attribute): return fills.contains(.attribute(knowledge[attribute].type))
            case .site: return fills.contains(.site) || state.facts.sites.isEmpty
            case .spread: return fills.contains(.spread)
            case .side: return fills.contains(.side)
            case .always, .longStanding, .symptom, .all, .any, .not, .count: return false
            }
        }
        return (lowest, max(lowest, highest))
    }
}
