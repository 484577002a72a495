import Clinical
import Knowledge

/// A rule of a concern.
enum RuleReading {
    static func rule(_ map: MapReader) -> RuleDraft {
        let id = map.text("id")
        let variant = map.optionalText("variant")
        let name = map.text("name")
        let urgency = urgency(map)
        let when = map.text("when")
        let because = map.text("because")
        let sources = map.sources(of: "a rule")
        let emergency = emergency(map, urgency?.level)
        let decision = map.optionalText("decision")
        var fires: [Text] = []
        var spares: [Text] = []
        if let examples = map.optionalMap("examples", subject: "the examples of a rule") {
            fires = examples.texts("fires", "sentences")
            spares = examples.texts("spares", "sentences")
            examples.finish()
        } else if !map.has("examples") {
            map.missing("examples", "add 'examples:' with 'fires:' and 'spares:'")
        }
        map.finish()
        return RuleDraft(
            id: id, variant: variant, name: name, urgency: urgency ?? .selfCare, when: when, because: because,
            sources: sources, emergency: emergency, decision: decision, fires: fires, spares: spares)
    }

    /// The level with its time, which must fit it; nil where the level cannot be read.
    private static func urgency(_ map: MapReader) -> Urgency? {
        guard let level = map.choice("level", of: Level.self) else {
            _ = map.optionalText("within")
            return nil
        }
        let within = map.optionalChoice("within", of: Within.self)
        let allowed: [Within] =
            switch level {
            case .selfCare: []
            case .routine: [.twoDays, .oneWeek, .twoWeeks]
            case .urgent: [.today, .twoDays]
            case .emergency: [.now]
            }
        let words = allowed.map(\.rawValue).joined(separator: ", ")
        if let within, !allowed.contains(within) {
            map.complaints.error(
                map.place(of: "within"), "'within: \(within.rawValue)' does not fit level \(level.rawValue)",
                remedy: allowed.isEmpty ? "remove it" : "write one of: \(words)")
        } else if within == nil, !allowed.isEmpty, !map.has("within") {
            map.missing("within", "add 'within:' with one of: \(words)")
        }
        return Urgency(level, within: within ?? allowed.first)
    }

    private static func emergency(_ map: MapReader, _ level: Level?) -> RuleDraft.Emergency? {
        guard let entry = map.optionalMap("emergency", subject: "the emergency texts") else {
            if level == .emergency, !map.has("emergency") {
                map.missing("emergency", "add 'emergency:' with 'instruction:', 'meanwhile:' and 'tell:'")
            }
            return nil
        }
        if let level, level != .emergency {
            map.complaints.error(
                entry.place, "emergency texts in a rule of level \(level.rawValue)",
                remedy: "remove them or write 'level: emergency'")
        }
        let texts = RuleDraft.Emergency(
            instruction: entry.text("instruction"), meanwhile: advice(entry, "meanwhile"), tell: advice(entry, "tell"))
        entry.finish()
        return texts
    }

    private static func advice(_ map: MapReader, _ key: String) -> [AdviceDraft] {
        map.maps(key, subject: "a line of advice").map { entry in
            let advice = AdviceDraft(text: entry.text("text"), sources: entry.sources(of: "a line of advice"))
            entry.finish()
            return advice
        }
    }
}
