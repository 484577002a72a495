import Clinical
import Knowledge
import Triage

/// Interrupting for danger: in the same turn, from any state. After the instruction nothing is asked but, where the
/// rules allow it, one confirmation.
extension Dialogue {
    /// The acts of an emergency, or nil where there is none.
    func emergency(_ turn: inout Turn) -> [Act]? {
        if case .emergency(let confirming) = turn.state.phase { return continued(&turn, confirming) }
        let own = turn.assessment
        if own.urgency.level == .emergency {
            return raise(&turn, rules: own.rules, isForOther: false)
        }
        let others = turn.othersAssessment
        if others.urgency.level == .emergency, !others.rules.allSatisfy(turn.state.toldRules.contains) {
            return raise(&turn, rules: others.rules, isForOther: true)
        }
        return nil
    }

    private func raise(_ turn: inout Turn, rules: [RuleID], isForOther: Bool) -> [Act] {
        turn.state.told = .emergency
        turn.state.toldRules = rules
        // What the alarm cuts short is asked again, should the alarm be taken back.
        for (question, progress) in turn.state.progress where progress == .open { turn.state.progress[question] = nil }
        turn.state.alarmRepeats = 0
        let alarm = alarm(turn, rules: rules, isForOther: isForOther, repeats: nil)
        // Said of the past without a date: asked once, and current meanwhile.
        if !isForOther, let undated = undated(turn), !turn.state.narrowed.contains(undated) {
            turn.state.narrowed.append(undated)
            turn.state.phase = .emergency(confirming: Open(.date(undated)))
            return [.emergency(alarm), .askDate(undated)]
        }
        turn.state.phase = .emergency(confirming: nil)
        return [.emergency(alarm)]
    }

    private func alarm(_ turn: Turn, rules: [RuleID], isForOther: Bool, repeats: Int?) -> Alarm {
        let supporting = supporters(of: rules, turn)
        let uncertain = turn.state.findings.filter { $0.isSettled && supporting.contains($0.concept) }.map(\.concept)
        return Alarm(
            rules: rules, person: turn.state.patient, isForOther: isForOther, repeats: repeats, uncertain: uncertain)
    }

    /// The emergency rests on findings of which nobody has said when: the first of them.
    private func undated(_ turn: Turn) -> FindingID? {
        let undated = turn.state.findings.filter { $0.context.isUndated && $0.context.status == .present }
        guard let first = undated.first else { return nil }
        var facts = turn.state.facts
        for record in undated { facts.findings[record.concept] = nil }
        return Triage.assess(facts, by: knowledge).urgency.level == .emergency ? nil : first.concept
    }

    /// Present findings that the rules mention.
    private func supporters(of rules: [RuleID], _ turn: Turn) -> [FindingID] {
        rules.flatMap { knowledge[$0].when.findings }.filter { finding in
            switch turn.state.facts.findings[finding] {
            case .present, .uncertain(isSettled: true): true
            case .absent, .uncertain(isSettled: false), .unknown, .longStanding, nil: false
            }
        }
    }

    // MARK: After the instruction

    /// Only an explicit correction of the very finding can lower it, and that is confirmed by asking the finding itself.
    private func continued(_ turn: inout Turn, _ confirming: Open?) -> [Act]? {
        if turn.assessment.urgency.level != .emergency, turn.othersAssessment.urgency.level != .emergency {
            let from = turn.state.told ?? .emergency
            turn.state.lowered = from
            return nil
        }
        if confirming == nil, let finding = takenBack(turn) {
            // A bare "yes" to a whole screen raised it: then the whole screen is asked once more.
            if turn.state.facts.findings[finding] == .uncertain(isSettled: true),
                let screen = knowledge.question(for: finding),
                knowledge[screen].items.count > 1
            {
                turn.state.phase = .emergency(confirming: Open(.question(screen), .again))
                return [.ask(screen, .again)]
            }
            turn.state.phase = .emergency(confirming: Open(.finding(finding)))
            return [.confirm(finding)]
        }
        // Nothing was found: it rests on a screen that nobody answered. A denial now is asked for once, whole.
        if confirming == nil, supporters(of: turn.state.toldRules, turn).isEmpty,
            let screen = turn.state.facts.unanswered.last(where: { isDenied($0, turn) })
        {
            turn.state.phase = .emergency(confirming: Open(.question(screen), .again))
            return [.ask(screen, .again)]
        }
        if confirming == nil, turn.message.saysLongStanding, !turn.broughtNews,
            !supporters(of: turn.state.toldRules, turn).isEmpty,
            let question = newOrOld
        {
            turn.state.phase = .emergency(confirming: Open(.question(question)))
            let alarm = alarm(turn, rules: turn.state.toldRules, isForOther: false, repeats: 0)
            return [.emergency(alarm), .ask(question, .first)]
        }
        let fresh = turn.assessment.rules.filter { !turn.state.toldRules.contains($0) }
        turn.state.phase = .emergency(confirming: nil)
        let rules = turn.assessment.urgency.level == .emergency ? turn.assessment.rules : turn.othersAssessment.rules
        turn.state.toldRules = rules
        if fresh.isEmpty, !turn.broughtNews, turn.message.topic.map({ knowledge[$0].act == .heed }) ?? false {
            return [.encourage]
        }
        if fresh.isEmpty { turn.state.alarmRepeats += 1 }
        let alarm = alarm(
            turn, rules: rules, isForOther: turn.assessment.urgency.level != .emergency,
            repeats: fresh.isEmpty ? turn.state.alarmRepeats : nil)
        if let topic = turn.message.topic, turn.message.act == .ask { return [.answer(topic), .emergency(alarm)] }
        return [.emergency(alarm)]
    }

    /// The question whether a sign is new, or old and unchanged.
    private var newOrOld: QuestionID? {
        knowledge.questions.firstIndex { $0.options.contains { $0.effects.contains(.isNew(false)) } }.map(
            QuestionID.init)
    }

    /// Whether the message denies something that a screen asks for, or all of it.
    private func isDenied(_ screen: QuestionID, _ turn: Turn) -> Bool {
        let asked = knowledge[screen].items.flatMap(\.findings)
        return turn.message.isCorrection
            || turn.message.findings.contains { asked.contains($0.concept) && $0.context.status == .absent }
    }

    /// The finding that the message takes back: one it denies, or the only one there is when it says "I misread".
    private func takenBack(_ turn: Turn) -> FindingID? {
        let supporting = supporters(of: turn.state.toldRules, turn)
        let denied = turn.message.findings.first { finding in
            supporting.contains(finding.concept) && finding.context.status == .absent
                && finding.context.time == .current
        }
        if let denied { return denied.concept }
        return turn.message.isCorrection ? supporting.first : nil
    }
}
