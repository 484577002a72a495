import Clinical
import Knowledge
import Triage

/// The ending: the level by rule, advice for the situation, what to watch for, what could not be checked.
extension Dialogue {
    func close(_ turn: inout Turn) -> [Act] {
        let assessment = turn.assessment
        let before = turn.state.lowered ?? turn.state.told
        let isTold =
            turn.state.lowered == nil && turn.state.told == assessment.urgency
            && turn.state.toldRules == assessment.rules
        turn.state.lowered = nil
        turn.state.told = assessment.urgency
        turn.state.toldRules = assessment.rules
        turn.state.phase = .closed
        let ending = ending(turn.state)
        let news = ending.guidance.filter { !turn.state.toldGuidance.contains($0) }
        turn.state.toldGuidance = ending.guidance
        // The same level for the same reasons is not told all over again.
        if isTold, news.count <= 4 { return news.isEmpty ? [.afterClose] : [.addAdvice(news), .afterClose] }
        if let before, before > assessment.urgency { return [.lower(from: before), .advise(ending)] }
        return [.advise(ending)]
    }

    /// The ending that a state calls for.
    func ending(_ state: DialogueState) -> Ending {
        let assessment = assess(state)
        return Ending(
            assessment: assessment, guidance: guidance(state, assessment), watch: watch(state),
            unchecked: unchecked(state))
    }

    /// Guidance for the level and the situation, the most specific first, each text once.
    private func guidance(_ state: DialogueState, _ assessment: Assessment) -> [GuidanceID] {
        var seen: Set<Template> = []
        let fitting = knowledge.guidance.indices.filter { index in
            let item = knowledge.guidance[index]
            return item.levels.contains(assessment.urgency.level)
                && (item.within == nil || item.within == assessment.urgency.within)
                && item.when.truth { state.facts.truth(of: $0, in: knowledge) }.isTrue
                && seen.insert(item.advice.text).inserted
        }
        let isGeneral = { (index: Int) in knowledge.guidance[index].when == .always }
        return (fitting.filter { !isGeneral($0) } + fitting.filter(isGeneral)).map(GuidanceID.init)
    }

    /// Emergency findings of the complaint's own screens that are not known to be there.
    private func watch(_ state: DialogueState) -> [FindingID] {
        let lists = state.facts.sites.isEmpty ? [knowledge.askAnywhere] : state.facts.sites.map { knowledge[$0].ask }
        var findings: [FindingID] = []
        for asking in lists.flatMap({ $0 }) {
            for finding in knowledge[asking.question].items.flatMap(\.findings)
            where knowledge[finding].isEmergency && !findings.contains(finding)
                && state.facts.findings[finding] != .present
            {
                findings.append(finding)
            }
        }
        return findings
    }

    /// Screens of the complaint that were asked and not answered, or partly so.
    private func unchecked(_ state: DialogueState) -> [QuestionID] {
        var seen: Set<QuestionID> = []
        return state.asked.filter { question in
            seen.insert(question).inserted && !knowledge[question].items.isEmpty
                && knowledge[question].items.flatMap(\.findings).contains {
                    state.facts.findings[$0].map { $0 == .unknown } ?? (state.progress[question] == .unknown)
                }
        }
    }
}
