import Clinical
import Knowledge
import Language
import Triage

/// Taking in what is said of the complaint: place, severity, time and the rest.
extension Turn {
    mutating func take(_ told: Told) {
        guard told.context.experiencer == .patient else { return }
        let evidence = Evidence(told, turn: state.turn)
        if record(told.fact) {
            state.evidence.append(evidence)
            newFacts.append(evidence)
        }
    }

    /// Writes a fact into `state.facts`; false where it was known already.
    private mutating func record(_ fact: Told.Fact) -> Bool {
        switch fact {
        case .site(let site, let side): return recordSite(site, side)
        case .spread(let site, let side):
            if let side, state.facts.side == nil { state.facts.side = side }
            guard !state.facts.spreads.contains(site) else { return false }
            state.facts.spreads.append(site)
        case .symptom(let symptom):
            guard !state.facts.symptoms.contains(symptom) else { return false }
            state.facts.symptoms.append(symptom)
        case .severity(let grade, let score, _, let isWorst): return recordSeverity(grade, score, isWorst)
        case .duration(let interval, let role):
            guard let measure = self.measure(of: role, interval), state.facts.measures[measure] != interval else {
                return false
            }
            // How long it has gone on is not overwritten by every later date: only by an answer or a correction.
            if state.facts.measures[measure] != nil, !message.isCorrection, !isExpectingDuration { return false }
            state.facts.measures[measure] = interval
        case .attribute(let attribute):
            guard !state.facts.attributes.contains(attribute) else { return false }
            let type = knowledge[attribute].type
            if Self.isSingle(type) { state.facts.attributes.removeAll { knowledge[$0].type == type } }
            state.facts.attributes.append(attribute)
        case .age(let age): return recordMeasure(.age, age)
        case .temperature(let temperature): return recordMeasure(.temperature, temperature)
        }
        return true
    }

    private mutating func recordMeasure(_ measure: Measure, _ value: Double) -> Bool {
        let interval = Interval(exactly: value)
        guard state.facts.measures[measure] != interval else { return false }
        state.facts.measures[measure] = interval
        return true
    }

    private mutating func recordSite(_ site: SiteID, _ side: Side?) -> Bool {
        var isNew = false
        if let side, state.facts.side != side {
            state.facts.side = side
            isNew = true
            if message.isCorrection { turnEvidence(to: side, around: site) }
        }
        if state.facts.sites.contains(where: { knowledge.isPart($0, of: site) }) { return isNew }
        if message.isCorrection {
            state.facts.sites = [site]
        } else if let coarse = state.facts.sites.firstIndex(where: { knowledge.isPart(site, of: $0) }) {
            state.facts.sites[coarse] = site
        } else {
            state.facts.sites.append(site)
        }
        return true
    }

    /// "the left one": the side of a place that was named before, where it has none or the person puts it right.
    mutating func takeBareSide() {
        guard let side = message.bareSide, state.facts.side != side,
            let index = state.evidence.lastIndex(where: { isSided($0.fact) })
        else { return }
        guard state.facts.side == nil || message.isCorrection else { return }
        switch state.evidence[index].fact {
        case .site(let site, _): state.evidence[index].fact = .site(site, side)
        case .spread, .symptom, .severity, .duration, .attribute, .age, .temperature: return
        }
        state.facts.side = side
        newFacts.append(state.evidence[index])
    }

    /// "It's my left leg, not the right": the calf that was named before is the left one too.
    private mutating func turnEvidence(to side: Side, around site: SiteID) {
        for index in state.evidence.indices {
            guard case .site(let told, .some) = state.evidence[index].fact,
                knowledge.isPart(told, of: site) || knowledge.isPart(site, of: told)
            else { continue }
            state.evidence[index].fact = .site(told, side)
        }
    }

    private func isSided(_ fact: Told.Fact) -> Bool {
        if case .site(let site, _) = fact { knowledge[site].isSided && state.facts.sites.contains(site) } else { false }
    }

    /// "Forget that, it wasn't weak": what was read from the word that is taken back goes with it. An alarm's own signs
    /// are asked first, see `Emergencies`.
    mutating func takeBackSymptoms() {
        if state.isEmergency { return }
        for told in message.told where told.context.status == .absent && told.context.time == .current {
            guard case .symptom(let symptom) = told.fact, state.facts.symptoms.contains(symptom) else { continue }
            let said = state.evidence.filter { $0.fact == .symptom(symptom) }
            state.facts.symptoms.removeAll { $0 == symptom }
            let records = state.findings.filter { record in
                record.context.status == .present && record.context.experiencer == .patient
                    && said.contains { $0.turn == record.turn && $0.span.overlaps(record.span) }
            }
            // The span tells from what words: all up to the one that is taken back.
            for record in records { take(Finding(record.concept, Context(.absent), span: Span(0, told.span.end))) }
        }
    }

    /// "It's my back, not my leg": a place that is denied beside another is the complaint's no longer.
    mutating func removeDeniedSites() {
        for told in message.told where told.context.status == .absent && told.context.time == .current {
            guard case .site(let denied, _) = told.fact, state.facts.sites.count > 1 else { continue }
            state.facts.sites.removeAll { knowledge.isPart($0, of: denied) }
        }
    }

    /// The grade is the worst of number and function; a word counts only where there is neither.
    private mutating func recordSeverity(_ grade: Grade?, _ score: Double?, _ isWorst: Bool) -> Bool {
        if let score, !isWorst { state.facts.measures[.score] = Interval(exactly: score) }
        guard let grade, state.facts.severity != grade else { return score != nil }
        let isSaidAgain = state.facts.severity != nil
        if isSaidAgain, !message.isCorrection, let known = state.facts.severity, grade < known, score == nil {
            return false
        }
        state.facts.severity = grade
        return true
    }

    private func measure(of role: DurationRole?, _ interval: Interval) -> Measure? {
        switch role {
        case .spell: .spell
        case .course, .since, .last, .ago: .course
        case .every, .other: nil
        case nil:
            isExpectingDuration ? nil : interval.atMost < knowledge.spellUnder ? .spell : .course
        }
    }

    private var isExpectingDuration: Bool {
        if case .question(let question)? = state.open?.expectation, case .duration = knowledge[question].kind {
            true
        } else {
            false
        }
    }

    private static func isSingle(_ type: AttributeType) -> Bool {
        switch type {
        case .frequency, .onset, .trend, .sex, .pregnancy: true
        case .trigger, .quality, .relieving, .aggravating, .tried, .medicine, .condition: false
        }
    }
}
