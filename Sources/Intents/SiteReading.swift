import Clinical
import Knowledge

/// A file of `sites/`.
enum SiteReading {
    /// The file that only tells what is asked while no site is known.
    static let anywhere = "en/sites/anywhere.yaml"

    static func file(_ map: MapReader, _ draft: inout Draft) {
        let id = map.text("id")
        if map.place.file == anywhere {
            draft.askAnywhere += asking(map)
            draft.budget = budget(map)
            return
        }
        let index = draft.sites.count
        let name = map.text("name")
        let partOf = map.optionalText("part_of")
        let isSided = map.flag("sided")
        draft.say(map.texts("phrases", "phrases"), Meaning(.site, index))
        for entry in map.maps("not", subject: "a look-alike") {
            let phrases = entry.texts("phrases", "phrases")
            let index = entry.flag("also_mine") ? Meaning.wholeKindAlsoMine : Meaning.wholeKind
            draft.say(phrases, Meaning(.block, index, detail: Int32(Meaning.Kind.site.rawValue)))
            _ = entry.text("because")
            entry.finish()
        }
        draft.sites.append(
            SiteDraft(
                id: id, name: name, partOf: partOf, isSided: isSided, ask: asking(map),
                sharedWith: map.optionalTexts("shared_with", "ids of sites"), examples: examples(map)))
    }

    /// How many questions are asked.
    private static func budget(_ map: MapReader) -> (usual: Int, most: Int)? {
        guard let entry = map.optionalMap("budget", subject: "the budget of questions") else {
            if !map.has("budget") { map.missing("budget", "add 'budget: {usual: ..., most: ...}'") }
            return nil
        }
        for key in ["usual", "most"] where !entry.has(key) { entry.missing(key) }
        let budget = (usual: entry.optionalCount("usual") ?? 0, most: entry.optionalCount("most") ?? 0)
        if budget.usual > budget.most {
            map.complaints.error(
                entry.place, "'usual' is more than 'most'", remedy: "write the smaller number as 'usual'")
        }
        entry.finish()
        return budget
    }

    /// A list of questions: a name, or a map with `question` and `when`.
    private static func asking(_ map: MapReader) -> [AskingDraft] {
        map.nodes("ask", subject: "a question's id").compactMap { node in
            if case .text(let text) = node.content, !text.value.isEmpty {
                return AskingDraft(question: text, when: nil)
            }
            guard let entry = MapReader(node, subject: "a question to ask", map.complaints) else { return nil }
            let asking = AskingDraft(question: entry.text("question"), when: entry.optionalText("when"))
            entry.finish()
            return asking
        }
    }

    private static func examples(_ map: MapReader) -> [SiteExampleDraft] {
        map.maps("examples", subject: "an example").map { entry in
            let text = entry.text("text")
            let site = entry.text("site")
            let side = entry.optionalChoice("side", of: Side.self)
            entry.finish()
            return SiteExampleDraft(text: text, site: site.value == "none" ? nil : site, side: side)
        }
    }
}
