import Clinical
import Knowledge

/// A file of `guidance/`.
enum GuidanceReading {
    /// The file that says what to do at each level: its items are the action itself.
    private static let levels = "levels"

    static func file(_ map: MapReader, _ draft: inout Draft) {
        let id = map.text("id")
        let when = map.optionalText("when")
        if !map.has("when") { map.missing("when", "add 'when: always' or the situation the file is for") }
        if !map.has("items") { map.missing("items") }
        for entry in map.maps("items", subject: "a piece of advice") {
            let section = entry.choice("section", of: Guidance.Section.self) ?? .do
            draft.guidance.append(
                GuidanceDraft(
                    id: entry.text("id"), section: id.value == levels && section == .do ? .action : section,
                    levels: entry.texts("levels", "levels").compactMap { entry.word($0, "levels", of: Level.self) },
                    within: entry.optionalChoice("within", of: Within.self), fileWhen: when,
                    when: entry.optionalText("when"),
                    advice: AdviceDraft(
                        text: entry.text("text"), sources: entry.sources(of: "a sentence of advice"))))
            _ = entry.optionalText("decision")
            entry.finish()
        }
    }
}
