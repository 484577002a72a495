import Clinical
import Knowledge

/// Files of `language/` for lengths of time: numbers, units and the words of the grammar.
enum TimeReading {
    static func numbers(_ map: MapReader, _ draft: inout Draft) {
        for entry in LanguageReading.entries(map, "numbers", subject: "a number") {
            let value = entry.number("value")
            let kinds: [(key: String, kind: NumberWord.Kind)] = [
                ("tens", .tens), ("multiplier", .multiplier), ("fraction", .fraction), ("point", .point),
            ]
            let kind = kinds.reduce(NumberWord.Kind.value) { entry.flag($1.key) ? $1.kind : $0 }
            let isArticle = entry.flag("article")
            let isVague = entry.flag("vague")
            // "a" and "an" count as one only before a unit: the detail tells the reader so.
            let meaning = Meaning(.number, draft.numbers.count, detail: isArticle ? 1 : 0)
            draft.say(entry.texts("phrases", "phrases"), meaning)
            entry.finish()
            draft.numbers.append(NumberWord(kind: kind, value: value, isApproximate: isVague))
        }
    }

    static func units(_ map: MapReader, _ draft: inout Draft) {
        for entry in LanguageReading.entries(map, "units", subject: "a unit") {
            let seconds = entry.number("seconds")
            let short = entry.optionalTexts("short", "words")
            let plural = entry.optionalTexts("plural", "words")
            draft.say(entry.texts("phrases", "phrases"), Meaning(.unit, draft.units.count))
            draft.units.append(UnitWord(seconds: seconds, needsNumber: false))
            entry.finish()
            if !plural.isEmpty {
                draft.say(plural, Meaning(.unit, draft.units.count))
                draft.units.append(UnitWord(seconds: seconds, needsNumber: false, isPlural: true))
            }
            if short.isEmpty { continue }
            draft.say(short, Meaning(.unit, draft.units.count))
            draft.units.append(UnitWord(seconds: seconds, needsNumber: true))
        }
    }

    static func durations(_ map: MapReader, _ draft: inout Draft) {
        draft.spellUnder = map.optionalTime("spell_under") ?? 0
        byRole(map, "lead", TimePhrase.lead, &draft)
        byRole(map, "trail", TimePhrase.trail, &draft)
        byRole(map, "within", TimePhrase.within, &draft)
        let words: [(key: String, phrase: TimePhrase)] = [
            ("least", .least(isPart: false)), ("more", .least(isPart: true)), ("most", .most), ("about", .about),
            ("or_so", .orSo), ("join", .join), ("since", .since),
            ("between", .between), ("plus", .plus), ("of", .of), ("clock", .clock), ("or_more", .orMore),
            ("since_age", .sinceAge),
            ("every", .every), ("celsius", .celsius), ("fahrenheit", .fahrenheit), ("temperature", .temperature),
            ("worst", .worst), ("age", .age), ("never", .never),
        ]
        for (key, phrase) in words { say(map.texts(key, "phrases"), phrase, &draft) }
        say(map.optionalTexts("age_lead", "phrases"), .ageLead, &draft)
        byValue(map, "and_half", TimePhrase.andHalf, &draft)
        byValue(map, "out_of", TimePhrase.outOf, &draft)
        calendar(map, "weekdays", days: 7, TimePhrase.weekday, from: 0, &draft)
        calendar(map, "months", days: 12, TimePhrase.month, from: 1, &draft)
        for entry in map.maps("points", subject: "a point in time") {
            let phrase = TimePhrase.point(low: seconds(entry.number("low")), high: seconds(entry.number("high")))
            say(entry.texts("phrases", "phrases"), phrase, &draft)
            entry.finish()
        }
        for entry in map.maps("lengths", subject: "a length of time") {
            let role = entry.optionalChoice("role", of: DurationRole.self)
            let high = entry.optionalNumber("high").map(seconds)
            let phrase = TimePhrase.length(low: seconds(entry.number("low")), high: high, role)
            say(entry.texts("phrases", "phrases"), phrase, &draft)
            entry.finish()
        }
    }

    /// Lengths are written in hours.
    private static func seconds(_ hours: Double) -> Double { hours * 3_600 }

    private static func say(_ phrases: [Text], _ phrase: TimePhrase, _ draft: inout Draft) {
        let index: Int
        if let known = draft.times.firstIndex(of: phrase) {
            index = known
        } else {
            index = draft.times.count
            draft.times.append(phrase)
        }
        draft.say(phrases, Meaning(.time, index))
    }

    private static func byRole(
        _ map: MapReader, _ key: String, _ phrase: (DurationRole) -> TimePhrase, _ draft: inout Draft
    ) {
        guard let roles = map.optionalMap(key, subject: "the roles of '\(key)'") else { return }
        for role in DurationRole.allCases { say(roles.optionalTexts(role.rawValue, "phrases"), phrase(role), &draft) }
        roles.finish()
    }

    private static func byValue(
        _ map: MapReader, _ key: String, _ phrase: (Double) -> TimePhrase, _ draft: inout Draft
    ) {
        for entry in map.maps(key, subject: "an entry of '\(key)'") {
            let value = entry.number("value")
            say(entry.texts("phrases", "phrases"), phrase(value), &draft)
            entry.finish()
        }
    }

    /// A list for each day of the week or month of the year, in order; a list may be empty.
    private static func calendar(
        _ map: MapReader, _ key: String, days: Int, _ phrase: (Int) -> TimePhrase, from first: Int, _ draft: inout Draft
    ) {
        let lists = map.nodes(key, subject: "a list of names")
        if map.has(key), lists.count != days {
            map.complaints.error(
                map.place(of: key), "'\(key)' has \(lists.count) lists", remedy: "write \(days) lists in their order")
        }
        for (offset, list) in lists.enumerated() { say(map.texts(list, key, "names"), phrase(first + offset), &draft) }
    }
}
