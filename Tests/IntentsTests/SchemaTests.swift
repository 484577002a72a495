import Testing

/// What one file shows alone: unknown keys, wrong types, words that are none of the few allowed.
@Suite struct SchemaTests {
    @Test func anUnknownKey() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "phrases: [wing~]", "phrazes: [wing~]")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:1:1: error: 'phrases' is missing in a site; add 'phrases:' with a "
                    + "list of phrases",
                "en/sites/wing.yaml:4:1: error: unknown key 'phrazes' in a site (did you mean "
                    + "'phrases'?); a site may have: id, name, part_of, sided, phrases, not, ask, shared_with, "
                    + "examples",
            ])
    }

    @Test func aWrongType() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "phrases: [wing~]", "phrases: wing")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:4:10: error: 'phrases': expected a list of phrases, found a text; "
                    + "write '[one, two]', or a line '- ...' for each"
            ])
    }

    @Test func aMissingField() {
        let folder = TinyFolder()
            .replacing("en/concerns/moult.yaml", "    kind: sign\n", "")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:4:5: error: 'kind' is missing in a finding; add 'kind:' with one "
                    + "of: sign, history"
            ])
    }

    @Test func aWordThatIsNotOffered() {
        let folder = TinyFolder()
            .replacing("en/concerns/moult.yaml", "level: emergency", "level: emergencies")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:23:12: error: 'level' can't be 'emergencies' (did you mean "
                    + "'emergency'?); write one of: self-care, routine, urgent, emergency"
            ])
    }

    @Test func anEmptyText() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "name: wing", "name:")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:2:6: error: 'name': expected a text, found nothing; write 'name: "
                    + "...' on one line, in quotes if it holds ': '"
            ])
    }

    @Test func anUnknownKind() {
        let folder = TinyFolder()
            .replacing("en/language/sides.yaml", "kind: sides", "kind: side")
        #expect(
            folder.complaints == [
                "en/language:1:1: warning: no file has 'kind: sides'; add one, or nothing of that kind "
                    + "is read",
                "en/language/sides.yaml:1:7: error: 'kind' can't be 'side' (did you mean 'sides'?); "
                    + "write one of: attribute, severity, symptoms, sides, answers, inflections, fillers, "
                    + "spelling, context, people, clauses, spread, numbers, units, durations",
            ])
    }

    @Test func aNumberThatIsNone() {
        let folder = TinyFolder()
            .replacing("en/language/units.yaml", "seconds: 60", "seconds: sixty")
        #expect(
            folder.complaints == [
                "en/language/units.yaml:3:15: error: 'seconds' can't be 'sixty'; write a number, such as "
                    + "2 or 0.5"
            ])
    }

    @Test func aTimeWithoutAUnit() {
        let folder = TinyFolder()
            .replacing("en/concerns/moult.yaml", "    emergency: true\n", "    emergency: true\n    window: 14\n")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:8:13: error: 'window' can't be '14'; write a number and a unit, "
                    + "such as '14 days' or '6 weeks'"
            ])
    }

    @Test func aTruthThatIsNone() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "sided: true", "sided: yes")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:3:8: error: 'sided' can't be 'yes'; write true or false"
            ])
    }

    @Test func aTimeThatDoesNotFitTheLevel() {
        let folder = TinyFolder()
            .replacing("en/concerns/moult.yaml", "within: now", "within: 2 weeks")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:24:13: error: 'within: 2 weeks' does not fit level emergency; "
                    + "write one of: now"
            ])
    }

    @Test func aWeekOfSixDays() {
        let folder = TinyFolder()
            .replacing(
                "en/language/durations.yaml", "weekdays: [[monday], [], [], [], [], [], []]",
                "weekdays: [[monday], [], [], [], [], []]")
        #expect(
            folder.complaints == [
                "en/language/durations.yaml:19:11: error: 'weekdays' has 6 lists; write 7 lists in their "
                    + "order"
            ])
    }

    @Test func aScaleThatFalls() {
        let folder = TinyFolder()
            .replacing("en/language/severity.yaml", "moderate: 4", "moderate: 9")
        #expect(
            folder.complaints == [
                "en/language/severity.yaml:2:8: error: the grades of 'scale' do not rise; write the "
                    + "score at which each grade begins, mild lowest"
            ])
    }

    @Test func aListWhereAMapBelongs() {
        let folder = TinyFolder()
            .with("en/intents/thanks.yaml", "- id: THANKS\n")
        #expect(
            folder.complaints == [
                "en/intents/thanks.yaml:1:1: error: expected an intent as a map of keys, found a list; "
                    + "write its fields as 'key: value'"
            ])
    }

    @Test func anUnknownRoom() {
        let folder = TinyFolder()
            .with("en/site/tail.yaml", "id: tail\n")
        #expect(
            folder.complaints == [
                "en/site/tail.yaml:1:1: error: nothing reads a file in this place (did you mean "
                    + "'sites'?); put it into one of: en/language/ en/lexicon/ en/sites/ en/concerns/ "
                    + "en/questions/ en/guidance/ en/intents/ en/replies/"
            ])
    }

    @Test func anotherEnding() {
        let folder = TinyFolder()
            .with("en/sites/tail.yml", "id: tail\n")
        #expect(
            folder.complaints == [
                "en/sites/tail.yml:1:1: error: the name ends in '.yml'; rename it to '.yaml'"
            ])
    }

    @Test func aDecisionIsWelcomeInARule() {
        let folder = TinyFolder()
            .replacing(
                "en/concerns/moult.yaml", "    sources: [BOOK]\n    emergency:",
                "    sources: [BOOK]\n    decision: a clinician decides\n    emergency:")
        #expect(
            folder.complaints == [])
    }
}
