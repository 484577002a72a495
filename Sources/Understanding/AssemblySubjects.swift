import Clinical
import Knowledge
import Language

/// Whom what was mentioned is about.
extension Assembly {
    mutating func settlePatient(_ drafts: borrowing Drafts) {
        result.patient = situation.patient
        result.isAboutWriter = situation.isAboutWriter
        guard situation.patient == nil, !situation.isAboutWriter else { return }
        var relative: Int?
        var writer = false
        for index in drafts.entities.indices where isComplaint(drafts.entities[index].entity) {
            settle(drafts.saidEntities[index], &relative, &writer)
        }
        for index in drafts.found.mentions.indices
        where !engine.isHistory[drafts.found.mentions[index].concept.index] {
            settle(drafts.saidFindings[index], &relative, &writer)
        }
        if writer {
            result.isAboutWriter = true
        } else {
            result.patient = relative
        }
    }

    func settle(_ said: Said, _ relative: inout Int?, _ writer: inout Bool) {
        guard !said.reading.isHypothetical, !said.reading.isFamily else { return }
        switch said.subject?.kind {
        // "My husband's back has gone. I don't have a fever": what is denied decides nothing.
        case .writer: writer = writer || !said.reading.isAbsent
        case .relative:
            let isOld = said.reading.ago.map { $0.atLeast > TimeUnit.days.seconds * 60 } ?? false
            if !said.reading.isUndated, !said.reading.isRemote, !said.reading.isAbsent, !isOld {
                relative = relative ?? said.subject?.person
            }
        case .pronoun, nil: break
        }
    }

    func isComplaint(_ value: Entity.Value) -> Bool {
        switch value {
        case .site, .radiation, .symptom, .severity: true
        case .duration, .attribute, .age, .temperature, .number: false
        }
    }

    /// Marks what is somebody else's, and what of it is only their history.
    func place(_ context: inout Context, _ said: Said, _ workspace: borrowing Workspace) {
        guard let subject = said.subject, case .relative = subject.kind, subject.person != result.patient else {
            return
        }
        context.experiencer = .other
        // What somebody else had is their history, unless it is happening now.
        if context.isUndated || isTale(said, workspace)
            || (context.ago.map { $0.atLeast > TimeUnit.days.seconds } ?? false)
        {
            context.isUndated = false
            context.time = .past
        }
    }

    /// "A mate had a heart attack last week, crushing chest pain": the whole sentence tells of the past.
    func isTale(_ said: Said, _ workspace: borrowing Workspace) -> Bool {
        guard !said.reading.isCurrent, let subject = said.subject else { return false }
        return workspace.modifiers(inSentence: workspace.sentences[subject.token]).contains { index in
            let match = workspace.modifiers[index]
            let effect = engine.effect(of: match)
            return Int(match.first) > subject.token && (effect == .undated || effect == .remote)
        }
    }

    /// Whether the sentence says "now", "again" or the like after the mention.
    func isOfToday(_ token: Int, _ workspace: borrowing Workspace) -> Bool {
        workspace.modifiers(inSentence: workspace.sentences[token]).contains { index in
            let match = workspace.modifiers[index]
            return Int(match.first) > token && engine.effect(of: match) == .current
        }
    }
}
