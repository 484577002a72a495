import Clinical
import Knowledge
import Language

/// What the person is doing by the message: describing, answering, asking, correcting ...
struct Purpose {
    let known: Known

    /// Fills `intent`, `topic` and `isCorrection`.
    func settle(_ result: inout Understanding, _ workspace: borrowing Workspace) {
        let hasTopic = workspace.keptKinds & Meaning.Kind.topic.bit != 0
        let topic = hasTopic ? bestTopic(workspace) : nil
        let act = topic.map { known.knowledge.topics[$0.index].act }
        result.isCorrection = hasTopic && workspace.kept.contains { $0.meaning.kind == .topic && isCorrection($0) }
        result.topic = topic
        result.intent = intent(act, result, workspace)
    }

    /// The topic with the most words; a correction only where there is nothing else.
    private func bestTopic(_ workspace: borrowing Workspace) -> TopicID? {
        var best: Match?
        for index in workspace.kept.indices where workspace.kept[index].meaning.kind == .topic {
            let match = workspace.kept[index]
            let isCorrection = isCorrection(match)
            let bestIsCorrection = best.map(self.isCorrection) ?? false
            if best == nil || (bestIsCorrection && !isCorrection)
                || (match.count > (best?.count ?? 0) && isCorrection == bestIsCorrection)
            {
                best = match
            }
        }
        return best.map { TopicID(Int($0.meaning.index)) }
    }

    private func isCorrection(_ match: Match) -> Bool {
        if case .correct = known.knowledge.topics[Int(match.meaning.index)].act { true } else { false }
    }

    private func intent(_ act: Topic.Act?, _ result: Understanding, _ workspace: borrowing Workspace) -> Intent {
        let tells =
            result.findings.contains { isOfNowOrPast($0.context) } || tellsOfComplaint(result, isAsked: act == .ask)
        switch act {
        case .selfHarm: return .selfHarm
        case .correct: return .correct
        case .undo: return .correct
        case .ask where !tells || asksOutright(workspace): return .ask
        case .explain where !tells: return .explain
        case .repeat where !tells: return .repeat
        case .thank where !tells && result.answer == nil: return .thank
        case .heed where !tells && result.answer == nil: return .thank
        case .leave where !tells && result.answer == nil: return .leave
        case .abuse where !tells && result.answer == nil: return .abuse
        case .outOfScope where !tells: return .outOfScope
        case .greet where !tells && result.answer == nil: return .describe
        case .ask, .explain, .repeat, .thank, .heed, .leave, .abuse, .outOfScope, .greet, nil: break
        }
        if result.answer != nil { return .answer }
        if tells || !result.entities.isEmpty || !result.findings.isEmpty { return .describe }
        return .unreadable
    }

    private func isOfNowOrPast(_ context: Context) -> Bool {
        switch context.time {
        case .current, .past: true
        case .hypothetical: false
        }
    }

    /// "Can it wait till Monday?" tells nothing of how long it has lasted.
    private func tellsOfComplaint(_ result: Understanding, isAsked: Bool) -> Bool {
        result.entities.contains { entity in
            guard isOfNowOrPast(entity.context) else { return false }
            switch entity.value {
            case .severity, .symptom: return true
            case .duration: return !isAsked
            case .site, .radiation, .attribute, .age, .temperature, .number: return false
            }
        }
    }

    /// A question mark, and nothing told besides.
    private func asksOutright(_ workspace: borrowing Workspace) -> Bool {
        guard let last = workspace.utterance.tokens.last else { return false }
        return workspace.utterance.bytes[Int(last.start)] == UInt8(ascii: "?")
            && !workspace.subjects.contains { $0.kind == .writer && $0.token < 2 }
    }
}
