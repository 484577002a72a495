import Knowledge

/// A file of `concerns/`: its lists of words, findings, vague words and rules.
enum ConcernReading {
    static func file(_ map: MapReader, _ draft: inout Draft) {
        _ = map.text("id")
        _ = map.text("name")
        LexiconReading.terms(map, &draft)
        if !map.has("findings"), !map.has("rules") { map.missing("findings", "add 'findings:' or 'rules:'") }
        for entry in map.maps("findings", subject: "a finding") { FindingReading.finding(entry, &draft) }
        for entry in map.maps("vague", subject: "a vague entry") {
            draft.say(entry.texts("phrases", "phrases"), Meaning(.vague, draft.vague.count))
            draft.vague.append(VagueDraft(findings: entry.texts("findings", "ids of findings")))
            entry.finish()
        }
        for entry in map.maps("rules", subject: "a rule") { draft.rules.append(RuleReading.rule(entry)) }
    }
}

/// A file of `lexicon/`, and the lists of words a concern keeps for itself.
enum LexiconReading {
    static func file(_ map: MapReader, _ draft: inout Draft) {
        if !map.has("terms") { map.missing("terms") }
        terms(map, &draft)
    }

    static func terms(_ map: MapReader, _ draft: inout Draft) {
        for entry in map.maps("terms", subject: "a list of words") {
            let id = entry.text("id")
            let role = entry.choice("role", of: Term.Role.self) ?? .word
            draft.terms.append(TermDraft(id: id, role: role, phrases: entry.texts("phrases", "phrases")))
            entry.finish()
        }
    }
}
