import Clinical
import Dialogue
import Knowledge
import Triage

/// Emergencies and endings in words.
extension Renderer {
    /// One instruction first, the number, one line of why; then what helps while waiting, and what to tell.
    mutating func renderEmergency(_ alarm: Alarm) {
        guard let first = mostPressing(alarm.rules) else { return }
        let text = instruction(alarm.rules)
        if let repeats = alarm.repeats {
            say(.emergencyAgain, ["text": text])
            remind(first, repeats)
            return
        }
        if alarm.isForOther { say(.emergencyFor) }
        add(text)
        say(.emergencyWhy, ["why": reason(first)])
        if !alarm.uncertain.isEmpty {
            say(.emergencyUncertain, ["items": words.list(alarm.uncertain.map { knowledge[$0].name })])
        }
        guard let emergency = knowledge[first].emergency else { return }
        if !emergency.meanwhile.isEmpty {
            say(.emergencyMeanwhile)
            for advice in emergency.meanwhile { bullet(cited(advice)) }
        }
        if !emergency.tell.isEmpty {
            say(.emergencyTell)
            for advice in emergency.tell { bullet(cited(advice)) }
        }
        // A second danger of another kind has its own instruction, such as whom to talk to.
        for other in others(than: first, in: alarm.rules) { add(instruction([other])) }
        say(.emergencyMistake)
    }

    /// Rules of which the instruction says something else than that of the first: at most one.
    private func others(than first: RuleID, in rules: [RuleID]) -> ArraySlice<RuleID> {
        rules.filter { rule in
            guard let other = knowledge[rule].emergency, let told = knowledge[first].emergency else { return false }
            return other.instruction != told.instruction
                && Set(knowledge[rule].sources).isDisjoint(with: knowledge[first].sources)
        }.prefix(1)
    }

    /// What stands beside an instruction that is said again: the reason, what to tell, what helps meanwhile, in turn.
    private mutating func remind(_ rule: RuleID, _ repeats: Int) {
        guard repeats > 0, let emergency = knowledge[rule].emergency else { return }
        switch repeats % 3 {
        case 1: say(.emergencyWhy, ["why": reason(rule)])
        case 2:
            say(.emergencyTell)
            for advice in emergency.tell { bullet(cited(advice)) }
        default:
            say(.emergencyMeanwhile)
            for advice in emergency.meanwhile { bullet(cited(advice)) }
        }
    }

    /// The instruction of the first rule that has one.
    func instruction(_ rules: [RuleID]) -> String {
        let template = mostPressing(rules).flatMap { knowledge[$0].emergency?.instruction }
        return template?.filled(lineNumbers) ?? ""
    }

    private func mostPressing(_ rules: [RuleID]) -> RuleID? { rules.first { knowledge[$0].emergency != nil } }

    /// Why a rule holds, with the numbers of its sources.
    private mutating func reason(_ rule: RuleID) -> String {
        cited(Advice(text: knowledge[rule].because, sources: knowledge[rule].sources))
    }

    /// What was understood, what to do and when, what to avoid, when to come back, what was not checked, sources.
    mutating func renderEnding(_ ending: Ending) {
        let assessment = ending.assessment
        let understood = words.mainFacts()
        if understood.isEmpty {
            say(.closingNothing)
        } else {
            say(.closingUnderstood, ["facts": words.list(understood)])
        }
        if !ending.unchecked.isEmpty { goNow(ending) }
        say(.closingAction, ["level": words.level(assessment.urgency.level), "when": words.when(assessment.urgency)])
        section(ending, .action, lead: nil)
        reasons(assessment)
        section(ending, .do, lead: .closingDo)
        section(ending, .avoid, lead: .closingAvoid)
        section(ending, .expect, lead: .closingExpect)
        section(ending, .return, lead: .closingReturn)
        if ending.unchecked.isEmpty { goNow(ending) }
        for question in ending.unchecked { say(.closingUnchecked, ["item": words.checked(question)]) }
        section(ending, .tell, lead: .closingTell)
        sources()
    }

    /// The emergency list: at most six signs, the site's own screen first.
    private mutating func goNow(_ ending: Ending) {
        let signs = ending.watch.prefix(6).map { knowledge[$0].name }
        if !signs.isEmpty { say(.closingGoNow, ["list": words.alternatives(Array(signs))]) }
    }

    private mutating func section(_ ending: Ending, _ section: Guidance.Section, lead: ReplyKey?) {
        let items = ending.guidance.filter { knowledge[$0].section == section }
        guard !items.isEmpty else { return }
        if let lead { say(lead) }
        for item in items.prefix(section.firstScreen) { bullet(cited(knowledge[item].advice)) }
    }

    /// What the ending left out.
    mutating func renderRest(_ ending: Ending) {
        let sections: [(Guidance.Section, ReplyKey)] = [
            (.do, .closingDo), (.avoid, .closingAvoid), (.expect, .closingExpect), (.return, .closingReturn),
            (.tell, .closingTell),
        ]
        var isEmpty = true
        for (section, lead) in sections {
            let rest = ending.guidance.filter { knowledge[$0].section == section }.dropFirst(section.firstScreen)
            if rest.isEmpty { continue }
            isEmpty = false
            say(lead)
            for item in rest { bullet(cited(knowledge[item].advice)) }
        }
        if isEmpty { say(.moreNone) } else { sources() }
    }

    private mutating func reasons(_ assessment: Assessment) {
        // A rule that stands in for a screen nobody answered gives no reason: nothing was found.
        let rules = assessment.rules.filter { knowledge[$0].urgency == assessment.urgency }.prefix(2)
        for rule in rules { say(.closingWhy, ["why": reason(rule)]) }
    }

    private mutating func sources() {
        let numbered = citedNow.map { (number: number(of: $0), id: knowledge[$0].id) }.sorted { $0.number < $1.number }
        let list = numbered.map { "\($0.number) \($0.id)" }
        if !list.isEmpty { say(.closingSources, ["list": list.joined(separator: " · ")]) }
    }
}

extension Guidance.Section {
    /// How many items the ending shows; `/more` shows the rest. What to do and by when is never held back.
    var firstScreen: Int {
        switch self {
        case .action: 5
        case .do, .return: 3
        case .avoid: 2
        case .expect, .tell: 1
        }
    }
}
