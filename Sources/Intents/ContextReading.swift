import Knowledge

/// Files of `language/` for the context engine: modifiers, people, clauses.
enum ContextReading {
    static func modifiers(_ map: MapReader, _ draft: inout Draft) {
        if !map.has("usual_window") { map.missing("usual_window", "add 'usual_window:' with a length of time") }
        draft.usualWindow = map.optionalTime("usual_window") ?? 0
        for entry in LanguageReading.entries(map, "modifiers", subject: "a modifier") {
            let id = entry.text("id")
            let effect = entry.choice("effect", of: Modifier.Effect.self) ?? .nothing
            let direction = entry.choice("direction", of: Modifier.Direction.self) ?? .both
            let reach = entry.optionalCount("reach")
            let crossesClauses = entry.flag("crosses_clauses")
            let onlyInQuestions = entry.flag("only_in_questions")
            let deniesOnlyThings = entry.flag("denies_only_things")
            let takesLists = entry.flag("takes_lists")
            draft.say(entry.texts("phrases", "phrases"), Meaning(.modifier, draft.modifiers.count))
            entry.finish()
            draft.modifierNames.append(id)
            draft.modifiers.append(
                Modifier(
                    id: id.value, effect: effect, direction: direction, reach: reach, crossesClauses: crossesClauses,
                    onlyInQuestions: onlyInQuestions, deniesOnlyThings: deniesOnlyThings, takesLists: takesLists))
        }
    }

    static func people(_ map: MapReader, _ draft: inout Draft) {
        for entry in LanguageReading.entries(map, "people", subject: "a person") {
            let id = entry.text("id")
            let kind = entry.choice("kind", of: Person.Kind.self) ?? .relative
            let say = kind == .pronoun ? entry.optionalText("say") : entry.text("say")
            draft.say(entry.texts("phrases", "phrases"), Meaning(.person, draft.people.count))
            draft.block(entry.optionalTexts("not", "phrases"), .person, draft.people.count)
            entry.finish()
            draft.peopleNames.append(id)
            draft.people.append(Person(id: id.value, kind: kind, say: say?.value ?? ""))
        }
    }

    static func clauses(_ map: MapReader, _ draft: inout Draft) {
        for (detail, word) in ClauseWord.allCases.enumerated() {
            draft.say(map.optionalTexts(word.rawValue, "words"), Meaning(.clause, detail: Int32(detail)))
        }
    }
}
