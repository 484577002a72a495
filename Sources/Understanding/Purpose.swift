import Clinical
import Knowledge
import Language

/// What the person is doing by the message: describing, answering, asking, correcting ...
struct Purpose {
    let knowledge: Knowledge
    let workspace: Workspace

    /// Fills `intent`, `topic` and `isCorrection`.
    func settle(_ result: inout Understanding) {
        let topic = bestTopic()
        let act = topic.map { knowledge[$0].act }
        result.isCorrection =
            act == .correct
            || workspace.kept.contains {
                $0.meaning.kind == .topic && knowledge.topics[Int($0.meaning.index)].act == .correct
            }
        result.topic = topic
        result.intent = intent(act, result)
    }

    /// The topic with the most words; a correction only where there is nothing else.
    private func bestTopic() -> TopicID? {
        var best: Match?
        for match in workspace.kept where match.meaning.kind == .topic {
            let isCorrection = knowledge.topics[Int(match.meaning.index)].act == .correct
            let bestIsCorrection = best.map { knowledge.topics[Int($0.meaning.index)].act == .correct } ?? false
            if best == nil || (bestIsCorrection && !isCorrection)
                || (match.count > (best?.count ?? 0) && isCorrection == bestIsCorrection)
            {
                best = match
            }
        }
        return best.map { TopicID(Int($0.meaning.index)) }
    }

    private func intent(_ act: Topic.Act?, _ result: Understanding) -> Intent {
        let tells = result.findings.contains { $0.context.time != .hypothetical } || tellsOfComplaint(result)
        switch act {
        case .selfHarm: return .selfHarm
        case .correct: return .correct
        case .undo: return .correct
        case .ask where !tells || asksOutright(): return .ask
        case .explain where !tells: return .explain
        case .repeat where !tells: return .repeat
        case .thank where !tells && result.answer == nil: return .thank
        case .leave where !tells && result.answer == nil: return .leave
        case .abuse where !tells && result.answer == nil: return .abuse
        case .outOfScope where !tells: return .outOfScope
        case .greet where !tells && result.answer == nil: return .describe
        case .ask, .explain, .repeat, .thank, .leave, .abuse, .outOfScope, .greet, nil: break
        }
        if result.answer != nil { return .answer }
        if tells || !result.entities.isEmpty || !result.findings.isEmpty { return .describe }
        return .unreadable
    }

    private func tellsOfComplaint(_ result: Understanding) -> Bool {
        result.entities.contains { entity in
            guard entity.context.time != .hypothetical else { return false }
            switch entity.value {
            case .severity, .duration, .symptom: return true
            case .site, .radiation, .attribute, .age, .temperature, .number: return false
            }
        }
    }

    /// A question mark, and nothing told besides.
    private func asksOutright() -> Bool {
        guard let last = workspace.utterance.tokens.last else { return false }
        return workspace.utterance.bytes[Int(last.start)] == UInt8(ascii: "?")
            && !workspace.subjects.contains { $0.kind == .writer && $0.token < 2 }
    }
}
