import Clinical
import Knowledge
import Language

/// Whom what was mentioned is about.
extension Assembly {
    mutating func settlePatient(_ drafts: borrowing Drafts, _ workspace: borrowing Workspace) {
        result.patient = situation.patient
        result.isAboutWriter = situation.isAboutWriter
        guard situation.patient == nil, !situation.isAboutWriter else { return }
        var told = Told()
        for index in drafts.entities.indices where isComplaint(drafts.entities[index].entity) {
            settle(drafts.saidEntities[index], drafts.entities[index].first, &told, workspace)
        }
        for index in drafts.found.mentions.indices
        where !engine.isHistory[drafts.found.mentions[index].concept.index] {
            settle(drafts.saidFindings[index], drafts.found.mentions[index].first, &told, workspace)
        }
        // "Calf aches. My mum had a clot in her leg": the mother is only told of.
        if told.ofWriter || told.ofNobody && told.relative == nil && told.formerly != nil {
            result.isAboutWriter = true
        } else {
            result.patient = told.relative ?? told.formerly
        }
    }

    /// Whom a message complains of.
    struct Told {
        var ofWriter = false
        /// Of somebody, before anybody was named.
        var ofNobody = false
        /// The first relative.
        var relative: Int?
        /// The first relative who had something.
        var formerly: Int?
    }

    private func settle(_ said: Said, _ first: Int, _ told: inout Told, _ workspace: borrowing Workspace) {
        let reading = said.reading
        guard !reading.isHypothetical, !reading.isFamily, !reading.isAbsent else { return }
        switch said.subject?.kind {
        case .writer: told.ofWriter = true
        case .relative:
            let isOld = reading.ago.map { $0.atLeast > TimeUnit.days.seconds * 60 } ?? false
            if reading.isUndated || reading.isRemote || isOld { return }
            if workspace.tales.contains(where: { workspace.clauses[Int($0)] == workspace.clauses[first] }) {
                told.formerly = told.formerly ?? said.subject?.person
            } else {
                told.relative = told.relative ?? said.subject?.person
            }
        case .pronoun: break
        case nil: told.ofNobody = told.ofNobody || !reading.isUndated && !reading.isRemote
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
