import Clinical
import Dialogue
import Knowledge
import Language
import Triage

/// Facts in words: short names for what was understood, and the person's own words beside them.
struct Words {
    let knowledge: Knowledge
    let texts: [[UInt8]]
    let state: DialogueState

    private func say(_ key: ReplyKey, _ values: [String: String] = [:]) -> String {
        knowledge.replies[key].filled(values)
    }

    // MARK: Lists

    /// "a, b and c".
    func list(_ items: [String]) -> String {
        guard let last = items.last else { return "" }
        if items.count == 1 { return last }
        return items.dropLast().joined(separator: ", ") + " " + say(.and) + " " + last
    }

    /// "a, b or c".
    func alternatives(_ items: [String]) -> String {
        guard let last = items.last else { return "" }
        return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " " + say(.or) + " " + last
    }

    /// "1) a, 2) b".
    func numbered(_ items: [String]) -> String {
        items.enumerated().map { "\($0.offset + 1)) \($0.element)" }.joined(separator: ", ")
    }

    // MARK: Quoting

    /// The person's own words of a span, on one line, without anything a terminal would obey, and not too long.
    func quote(_ span: Span, turn: Int) -> String {
        guard texts.indices.contains(turn - 1), !span.isEmpty else { return "" }
        let text = texts[turn - 1]
        let end = min(span.end, text.count)
        guard span.start < end else { return "" }
        return quotable(String(decoding: text[span.start..<end], as: UTF8.self))
    }

    /// Text from outside, safe to show.
    func quotable(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars.prefix(120) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                shown += " "
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
                .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
                .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
                .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator:
                shown.unicodeScalars.append(scalar)
            @unknown default: shown += " "
            }
        }
        if text.unicodeScalars.count > 120 { shown += "…" }
        return shown.split(separator: " ").joined(separator: " ")
    }

    /// The words from which findings were read, in quotation marks.
    func quotes(for findings: [FindingID]) -> String {
        let said = state.findings.filter { findings.contains($0.concept) && $0.context.status != .absent }
        var quotes: [String] = []
        for record in said {
            let words = quote(record.span, turn: record.turn)
            if !words.isEmpty, !quotes.contains("“\(words)”") { quotes.append("“\(words)”") }
        }
        if quotes.isEmpty {
            quotes = state.evidence.prefix(4).map { "“\(quote($0.span, turn: $0.turn))”" }.filter { $0 != "“”" }
        }
        return list(quotes)
    }

    // MARK: Facts

    /// What a turn brought, for saying back. Long lists of "no" from one answer are not repeated.
    func acknowledged(_ facts: [Evidence], _ findings: [Record]) -> String {
        var parts = ordered(facts).compactMap { fact($0, in: facts) }
        let denied = findings.filter { $0.context.status == .absent }
        for record in findings where record.context.status != .absent {
            if let text = finding(record) { parts.append(text) }
        }
        let named = denied.filter { !isBareNo($0, among: denied) }.map { knowledge[$0.concept].name }
        if !named.isEmpty { parts.append(say(.statusAbsent, ["item": alternatives(unique(named))])) }
        return list(unique(parts))
    }

    /// A "no" to a question needs no saying back; "no fever" in the person's own words does.
    private func isBareNo(_ record: Record, among denied: [Record]) -> Bool {
        let words = quote(record.span, turn: record.turn)
        return !words.contains(" ") || denied.contains { $0.concept != record.concept && $0.span == record.span }
    }

    /// What the ending says was understood: the complaint and what is there, without the long list of what is not.
    func mainFacts() -> [String] {
        unique(
            complaint()
                + state.findings.filter { $0.context.status == .present || $0.context.status == .uncertain }.compactMap(
                    finding))
    }

    /// Everything known, one phrase each, with the person's words.
    func allFacts() -> [String] {
        let findings = state.findings.compactMap { record -> String? in
            guard record.context.status != .absent || !record.span.isEmpty else { return nil }
            return finding(record)
        }
        return unique(complaint() + findings)
    }

    /// The facts of the complaint that are in force, with the person's words.
    private func complaint() -> [String] {
        let current = ordered(state.evidence.filter { isInForce($0.fact) })
        return current.compactMap { evidence -> String? in
            guard let text = fact(evidence, in: current) else { return nil }
            let words = quote(evidence.span, turn: evidence.turn)
            return words.isEmpty || text.contains(words) ? text : "\(text) (“\(words)”)"
        }
    }

    private func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    /// How bad, what, where, how long, how often, and then the rest: the order in which people listen.
    private func ordered(_ facts: [Evidence]) -> [Evidence] {
        facts.enumerated().sorted { (rank($0.element.fact), $0.offset) < (rank($1.element.fact), $1.offset) }.map(
            \.element)
    }

    private func rank(_ fact: Told.Fact) -> Int {
        switch fact {
        case .severity: 0
        case .symptom: 1
        case .site: 2
        case .spread: 3
        case .duration: 4
        case .attribute(let attribute): knowledge[attribute].type == .frequency ? 5 : 6
        case .age, .temperature: 7
        }
    }

    /// "spasm" is a symptom and a quality at once: it is said once.
    private func isSaidBySymptom(_ evidence: Evidence, in all: [Evidence]) -> Bool {
        all.contains { other in
            guard case .symptom = other.fact else { return false }
            return other.turn == evidence.turn && other.span.overlaps(evidence.span)
        }
    }

    /// Whether a fact has not been replaced since.
    private func isInForce(_ fact: Told.Fact) -> Bool {
        switch fact {
        case .site(let site, _): state.facts.sites.contains(site)
        case .spread(let site, _): state.facts.spreads.contains(site)
        case .symptom(let symptom): state.facts.symptoms.contains(symptom)
        case .severity(let grade, _, _, let isWorst): grade == state.facts.severity || isWorst
        case .duration(let interval, let role):
            state.facts.measures[role == .spell ? .spell : .course] == interval || role == .every
        case .attribute(let attribute): state.facts.attributes.contains(attribute)
        case .age(let age): state.facts.measures[.age] == Interval(exactly: age)
        case .temperature(let temperature): state.facts.measures[.temperature] == Interval(exactly: temperature)
        }
    }

    /// One fact in a few words; nil where another fact of the turn says it better.
    private func fact(_ evidence: Evidence, in all: [Evidence]) -> String? {
        switch evidence.fact {
        case .site(let site, let side):
            let name = knowledge[site].name
            return side.map { "\(self.side($0)) \(name)" } ?? name
        case .spread(let site, let side):
            let name = side.map { "\(self.side($0)) \(knowledge[site].name)" } ?? knowledge[site].name
            return say(.spreadsTo, ["site": name])
        case .symptom(let symptom): return knowledge[symptom].say
        case .severity(let grade, let score, let isFunction, _):
            if let score { return say(.scoreOf, ["number": number(score)]) }
            if isFunction { return quote(evidence.span, turn: evidence.turn) }
            return grade.map(self.grade)
        case .duration(_, let role):
            let words = quote(evidence.span, turn: evidence.turn)
            return words.isEmpty ? nil : say(lead(of: role), ["words": words])
        case .attribute(let attribute):
            if knowledge[attribute].type == .quality, isSaidBySymptom(evidence, in: all) { return nil }
            return knowledge[attribute].say
        case .age(let age): return say(.ageOf, ["number": number(age)])
        case .temperature:
            let words = quote(evidence.span, turn: evidence.turn)
            return words.isEmpty ? nil : say(.temperatureOf, ["words": words])
        }
    }

    private func lead(of role: DurationRole?) -> ReplyKey {
        switch role {
        case .spell: .spellSaid
        case .ago, .since: .beganSaid
        case .course, .last, .every, .other, nil: .courseSaid
        }
    }

    private func finding(_ record: Record) -> String? {
        let name = knowledge[record.concept].name
        if record.context.experiencer == .other { return say(.statusOther, ["item": name]) }
        switch record.context.time {
        case .past: return say(.statusPast, ["item": name])
        case .hypothetical: return nil
        case .current: break
        }
        switch record.context.status {
        case .present: return say(.statusPresent, ["item": name])
        case .absent: return say(.statusAbsent, ["item": name])
        case .uncertain: return say(.statusUncertain, ["item": name])
        case .unknown: return say(.statusUnknown, ["item": name])
        }
    }

    // MARK: Words for values

    func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }

    func level(_ level: Level) -> String {
        switch level {
        case .emergency: say(.levelEmergency)
        case .urgent: say(.levelUrgent)
        case .routine: say(.levelRoutine)
        case .selfCare: say(.levelSelfCare)
        }
    }

    func when(_ urgency: Urgency) -> String {
        switch urgency.within {
        case .now: say(.withinNow)
        case .today: say(.withinToday)
        case .twoDays: say(.withinTwoDays)
        case .oneWeek: say(.withinOneWeek)
        case .twoWeeks: say(.withinTwoWeeks)
        case nil: ""
        }
    }

    private func grade(_ grade: Grade) -> String {
        switch grade {
        case .none: say(.severityNone)
        case .mild: say(.severityMild)
        case .moderate: say(.severityModerate)
        case .severe: say(.severitySevere)
        }
    }

    private func side(_ side: Side) -> String {
        switch side {
        case .left: say(.sideLeft)
        case .right: say(.sideRight)
        case .both: say(.sideBoth)
        case .middle: say(.sideMiddle)
        }
    }

    /// What a screen would have checked.
    func checked(_ question: QuestionID) -> String {
        let open = knowledge[question].items.filter { item in
            item.findings.contains { state.facts.findings[$0].map { $0 == .unknown } ?? true }
        }
        return list((open.isEmpty ? knowledge[question].items : open).map(\.label))
    }
}
