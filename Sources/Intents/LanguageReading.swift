import Clinical
import Knowledge

/// What a file of `language/` is about: its `kind:`.
enum LanguageKind: String, CaseIterable {
    case attribute, severity, symptoms, sides, answers, inflections, fillers, spelling
    case context, people, clauses, spread, numbers, units, durations
}

/// A file of `language/`: what its kind says.
enum LanguageReading {
    static func file(_ map: MapReader, _ draft: inout Draft) {
        guard let kind = map.choice("kind", of: LanguageKind.self) else {
            _ = map.all()
            return
        }
        draft.languageKinds.insert(kind)
        switch kind {
        case .attribute: attribute(map, &draft)
        case .severity: severity(map, &draft)
        case .symptoms: symptoms(map, &draft)
        case .sides: sides(map, &draft)
        case .answers: answers(map, &draft)
        case .inflections: inflections(map, &draft)
        case .fillers: draft.fillers += map.texts("words", "words")
        case .spelling: spelling(map, &draft)
        case .context: ContextReading.modifiers(map, &draft)
        case .people: ContextReading.people(map, &draft)
        case .clauses: ContextReading.clauses(map, &draft)
        case .spread: draft.say(map.texts("phrases", "phrases"), Meaning(.spread))
        case .numbers: TimeReading.numbers(map, &draft)
        case .units: TimeReading.units(map, &draft)
        case .durations: TimeReading.durations(map, &draft)
        }
    }

    /// The items of a list that must be there.
    static func entries(_ map: MapReader, _ key: String, subject: String) -> [MapReader] {
        if !map.has(key) { map.missing(key) }
        return map.maps(key, subject: subject)
    }

    private static func attribute(_ map: MapReader, _ draft: inout Draft) {
        let type = map.choice("type", of: AttributeType.self)
        for entry in entries(map, "values", subject: "a value") {
            let index = draft.attributes.count
            let id = entry.text("id")
            let say = entry.text("say").value
            draft.say(entry.optionalTexts("phrases", "phrases"), Meaning(.attribute, index))
            draft.block(entry.optionalTexts("not", "phrases"), .attribute, index)
            _ = entry.optionalText("decision")
            entry.finish()
            draft.attributeNames.append(id)
            draft.attributes.append(AttributeValue(type: type ?? .quality, id: id.value, say: say))
        }
    }

    private static func severity(_ map: MapReader, _ draft: inout Draft) {
        for entry in entries(map, "grades", subject: "a grade") {
            let grade = entry.choice("grade", of: Grade.self) ?? .none
            let index = entry.flag("function") ? 1 : 0
            draft.say(entry.texts("phrases", "phrases"), Meaning(.severity, index, detail: Int32(grade.rank)))
            draft.block(entry.optionalTexts("not", "phrases"), .severity, -1)
            entry.finish()
        }
        if let scale = map.optionalMap("scale", subject: "the scale of severity") {
            let scores = SeverityScale(
                mild: scale.number("mild"), moderate: scale.number("moderate"), severe: scale.number("severe"))
            if !(0 < scores.mild && scores.mild < scores.moderate && scores.moderate < scores.severe) {
                map.complaints.error(
                    map.place(of: "scale"), "the grades of 'scale' do not rise",
                    remedy: "write the score at which each grade begins, mild lowest")
            }
            draft.scale = scores
            scale.finish()
        } else if !map.has("scale") {
            map.missing("scale", "add 'scale:' with the scores at which mild, moderate and severe begin")
        }
        draft.block(map.optionalTexts("not", "phrases"), .severity, -1)
        draft.say(map.texts("raise", "words"), Meaning(.degree, detail: 1))
        draft.say(map.texts("lower", "words"), Meaning(.degree, detail: -1))
    }

    private static func symptoms(_ map: MapReader, _ draft: inout Draft) {
        for entry in entries(map, "symptoms", subject: "a symptom") {
            let index = draft.symptoms.count
            let id = entry.text("id")
            let say = entry.text("say").value
            draft.say(entry.texts("phrases", "phrases"), Meaning(.symptom, index))
            draft.block(entry.optionalTexts("not", "phrases"), .symptom, index)
            entry.finish()
            draft.symptomNames.append(id)
            draft.symptoms.append(Symptom(id: id.value, say: say))
        }
    }

    private static func sides(_ map: MapReader, _ draft: inout Draft) {
        for entry in map.maps("before_a_place", subject: "a side") {
            let side = entry.choice("side", of: Side.self)
            let phrases = entry.texts("phrases", "phrases")
            entry.finish()
            guard let detail = side.flatMap({ Side.allCases.firstIndex(of: $0) }) else { continue }
            draft.say(phrases, Meaning(.side, Meaning.beforeAPlace, detail: Int32(detail)))
        }
        for entry in entries(map, "sides", subject: "a side") {
            let side = entry.choice("side", of: Side.self)
            let phrases = entry.texts("phrases", "phrases")
            let blocked = entry.optionalTexts("not", "phrases")
            entry.finish()
            draft.block(blocked, .side, -1)
            guard let detail = side.flatMap({ Side.allCases.firstIndex(of: $0) }) else { continue }
            draft.say(phrases, Meaning(.side, detail: Int32(detail)))
        }
        draft.block(map.optionalTexts("not", "phrases"), .side, -1)
    }

    private static func answers(_ map: MapReader, _ draft: inout Draft) {
        for entry in entries(map, "answers", subject: "an answer") {
            let word = entry.choice("means", of: AnswerWord.self)
            let phrases = entry.texts("phrases", "phrases")
            draft.block(entry.optionalTexts("not", "phrases"), .answer, -1)
            entry.finish()
            guard let detail = word.flatMap({ AnswerWord.allCases.firstIndex(of: $0) }) else { continue }
            draft.say(phrases, Meaning(.answer, detail: Int32(detail)))
        }
    }

    private static func inflections(_ map: MapReader, _ draft: inout Draft) {
        guard let words = map.optionalMap("irregular", subject: "the irregular words") else {
            if !map.has("irregular") { map.missing("irregular") }
            return
        }
        for (word, node) in words.all() {
            draft.irregular[word.value.lowercased()] = words.texts(node, word.value, "forms").map {
                $0.value.lowercased()
            }
        }
    }

    private static func spelling(_ map: MapReader, _ draft: inout Draft) {
        for entry in map.maps("endings", subject: "an ending") {
            draft.endings.append((entry.text("written").value, entry.text("left_off").value))
            entry.finish()
        }
        guard let words = map.optionalMap("words", subject: "the spellings") else {
            if !map.has("words") { map.missing("words") }
            return
        }
        for (word, node) in words.all() {
            guard case .text(let other) = node.content, !other.value.isEmpty else {
                words.wrong(node, word.value, expected: "the word it is read as", remedy: "write 'word: other'")
                continue
            }
            draft.spelling.append((word, other))
        }
    }
}
