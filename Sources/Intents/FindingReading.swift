import Knowledge

/// A finding of a concern.
enum FindingReading {
    /// The most words between the parts of a combination, where none is written.
    private static let usualGap = 6

    static func finding(_ map: MapReader, _ draft: inout Draft) {
        let index = draft.findings.count
        let id = map.text("id")
        let name = map.text("name")
        let kind = map.choice("kind", of: FindingConcept.Kind.self) ?? .sign
        let isEmergency = map.flag("emergency")
        let window = map.optionalTime("window")
        let claims: [(key: String, claim: Meaning.Claim)] = [
            ("phrases", .present), ("absent", .absent), ("long_standing", .longStanding),
        ]
        for (key, claim) in claims {
            draft.say(map.optionalTexts(key, "phrases"), Meaning(.finding, index, detail: claim.rawValue))
        }
        draft.block(map.optionalTexts("not", "phrases"), .finding, index)
        let combine = combinations(map, "combine", .present) + combinations(map, "absent_combine", .absent)
        let derived = map.optionalText("derived")
        if derived == nil, !map.has("phrases"), combine.isEmpty {
            map.missing("phrases", "add 'phrases:', 'combine:' or 'derived:', or nothing can mean this finding")
        }
        let ask = map.optionalText("ask")
        if isEmergency, ask == nil { map.missing("ask", "an emergency finding needs its own yes/no question") }
        let isVolunteered = map.flag("volunteered")
        let because = map.optionalText("because")
        if isVolunteered, because == nil { map.missing("because", "say why no question asks for it") }
        if !isVolunteered, let because {
            map.complaints.error(
                because.place, "'because' without 'volunteered: true'", remedy: "add 'volunteered: true' or remove it")
        }
        draft.findings.append(
            FindingDraft(
                id: id, name: name, kind: kind, isEmergency: isEmergency, window: window, derived: derived, ask: ask,
                isVolunteered: isVolunteered, because: because, combine: combine,
                sharedWith: map.optionalTexts("shared_with", "ids of findings"), examples: examples(map)))
        _ = map.optionalText("decision")
        map.finish()
    }

    private static func combinations(
        _ map: MapReader, _ key: String, _ claim: Meaning.Claim
    ) -> [FindingDraft.Combine] {
        map.nodes(key, subject: "a list of words to combine").compactMap { node in
            if case .map = node.content, let entry = MapReader(node, subject: "a combination", map.complaints) {
                let parts = entry.texts("all", "word lists")
                let gap = entry.optionalCount("gap", from: 0) ?? usualGap
                entry.finish()
                return FindingDraft.Combine(claim: claim, parts: parts, gap: gap)
            }
            let parts = map.texts(node, key, "word lists")
            return FindingDraft.Combine(claim: claim, parts: parts, gap: usualGap)
        }
    }

    private static func examples(_ map: MapReader) -> FindingDraft.Examples {
        guard let entry = map.optionalMap("examples", subject: "the examples of a finding") else { return .init() }
        let examples = FindingDraft.Examples(
            present: entry.optionalTexts("present", "sentences"), absent: entry.optionalTexts("absent", "sentences"),
            none: entry.optionalTexts("none", "sentences"))
        entry.finish()
        return examples
    }
}
