import Clinical
import Knowledge

extension Compilation {
    /// The rule with its condition, texts and sources.
    func rule(_ rule: RuleDraft) -> Rule {
        Rule(
            id: rule.id.value, variant: rule.variant?.value, name: rule.name.value, urgency: rule.urgency,
            when: condition(rule.when), because: Templates.template(rule.because, complaints),
            sources: names.sources(rule.sources),
            emergency: rule.emergency.map { texts in
                Rule.EmergencyText(
                    instruction: Templates.template(texts.instruction, complaints),
                    meanwhile: texts.meanwhile.map(advice), tell: texts.tell.map(advice))
            },
            decision: rule.decision?.value, place: rule.id.place)
    }

    /// The advice under the conditions of its file and of its own.
    func guidance(_ guidance: GuidanceDraft) -> Guidance {
        let own = condition(guidance.when)
        let situation = condition(guidance.fileWhen)
        let when: Condition =
            situation == .always ? own : own == .always ? situation : .all([situation, own])
        return Guidance(
            id: guidance.id.value, section: guidance.section, levels: guidance.levels, within: guidance.within,
            when: when,
            advice: advice(guidance.advice), place: guidance.id.place)
    }

    private func advice(_ advice: AdviceDraft) -> Advice {
        Advice(text: Templates.template(advice.text, complaints), sources: names.sources(advice.sources))
    }
}
