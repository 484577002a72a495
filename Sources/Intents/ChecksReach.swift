import Clinical
import Knowledge

extension Checks {
    /// Every file that must be there and every reply. What a broken file holds is not called missing.
    func checkCompleteness() {
        if draft.anywhere == nil, !complaints.mayBeBroken("unknown"), draft.regions.isEmpty {
            complaints.error(
                Place(file: "regions.yaml"), "no region is defined",
                remedy: "add regions.yaml with the telephone numbers")
        }
        if draft.budget == nil, !complaints.mayBeBroken("budget") {
            complaints.error(
                Place(file: SiteReading.anywhere), "no file says how many questions are asked",
                remedy: "add the file, with 'id: anywhere', 'ask:' and 'budget:'")
        }
        for kind in LanguageKind.allCases
        where !draft.languageKinds.contains(kind) && !complaints.mayBeBroken(kind.rawValue) {
            complaints.warn(
                Place(file: "en/language"), "no file has 'kind: \(kind.rawValue)'",
                remedy: "add one, or nothing of that kind is read")
        }
        let known = ReplyKey.allCases.map(\.rawValue)
        for name in draft.replyNames where !known.contains(name.value) {
            complaints.error(
                name.place, "no reply is called '\(name.value)'\(Suggestion.phrase(for: name.value, among: known))",
                remedy: "correct the name or remove it")
        }
        _ = NameTable<ReplyKey>(draft.replyNames, kind: "reply", complaints)
        let place = Place(file: draft.replyFiles.first ?? "en/replies")
        for name in known where draft.replies[name] == nil && !complaints.mayBeBroken(name) {
            complaints.error(place, "the reply '\(name)' is missing", remedy: "add '\(name): ...' under 'replies:'")
        }
    }

    /// A site can't be a part of itself, not even by a long way round.
    func checkParts() {
        for (index, site) in knowledge.sites.enumerated() {
            var seen = [SiteID(index)]
            var next = site.parent
            while let here = next, !seen.contains(here) {
                seen.append(here)
                next = knowledge.sites[here.index].parent
            }
            // Told once, by the first site of the circle.
            guard next == SiteID(index), seen.min() == SiteID(index), let partOf = draft.sites[index].partOf else {
                continue
            }
            let circle = (seen + [SiteID(index)]).map { knowledge.sites[$0.index].id }
            complaints.error(
                partOf.place, "'\(site.id)' is a part of itself: \(circle.joined(separator: " > "))",
                remedy: "remove one 'part_of:'")
        }
    }

    /// A finding that means danger must be asked for, or the data must say why not.
    func checkEmergencyFindings() {
        var asked: Set<FindingID> = []
        for question in knowledge.questions {
            for item in question.items { asked.formUnion(item.findings) }
            for case .finding(let id, .present) in question.options.flatMap(\.effects) { asked.insert(id) }
        }
        var needed: [FindingID: String] = [:]
        for rule in knowledge.rules where rule.urgency.level == .emergency {
            for id in rule.when.findings where needed[id] == nil { needed[id] = "rule \(rule.id) needs it" }
        }
        for (index, finding) in draft.findings.enumerated() {
            let id = FindingID(index)
            let reason = finding.isEmergency ? "it is marked 'emergency: true'" : needed[id]
            guard let reason, !asked.contains(id), !finding.isVolunteered, finding.derived == nil else { continue }
            if complaints.mayBeBroken(finding.id.value) { continue }
            complaints.error(
                finding.id.place, "no question asks for the finding '\(finding.id.value)', but \(reason)",
                remedy: "add it to a question's items or options, or write 'volunteered: true' and 'because: ...'")
        }
    }

    /// A question that nothing leads to is never asked.
    func checkQuestions() {
        var reached = Set(knowledge.askAnywhere.map(\.question))
        for site in knowledge.sites { reached.formUnion(site.ask.map(\.question)) }
        for (index, question) in draft.questions.enumerated() {
            if reached.contains(QuestionID(index)) || question.isStandalone { continue }
            if complaints.mayBeBroken(question.id.value) { continue }
            complaints.warn(
                question.id.place, "no site asks the question '\(question.id.value)'",
                remedy: "add it to 'ask:' of a site, or write 'standalone: true'")
        }
        for site in draft.sites { names.require(names.sites, site.sharedWith, "site", "en/sites/") }
        for finding in draft.findings { names.require(names.findings, finding.sharedWith, "finding", "en/concerns/") }
        for topic in draft.topics { names.require(names.topics, topic.sharedWith, "intent", "en/intents/") }
    }
}
