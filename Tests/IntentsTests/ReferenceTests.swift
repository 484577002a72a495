import Testing

/// Names that nothing bears, or two things bear.
@Suite struct ReferenceTests {
    @Test func aSiteThatIsNot() {
        let folder = TinyFolder()
            .replacing("en/sites/feather.yaml", "part_of: wing", "part_of: wint")
        #expect(
            folder.complaints == [
                "en/sites/feather.yaml:2:10: error: no site is called 'wint' (did you mean 'wing'?); "
                    + "correct the name or define it in en/sites/"
            ])
    }

    @Test func aQuestionThatIsNot() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "- Q-TIP", "- Q-TOP")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:9:5: error: no question is called 'Q-TOP' (did you mean 'Q-TIP'?); "
                    + "correct the name or define it in en/questions/"
            ])
    }

    @Test func aSourceThatIsNot() {
        let folder = TinyFolder()
            .replacing(
                "en/concerns/moult.yaml", "    sources: [BOOK]\n    emergency:", "    sources: [BOK]\n    emergency:")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:27:15: error: no source is called 'BOK' (did you mean 'BOOK'?); "
                    + "correct the name or define it in sources.yaml"
            ])
    }

    @Test func aFindingInACondition() {
        let folder = TinyFolder()
            .replacing("en/concerns/moult.yaml", "when: bald and", "when: balt and")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:25:11: error: in this condition: no finding is called 'balt' "
                    + "(did you mean 'bald'?); correct the name or define it"
            ])
    }

    @Test func aConditionThatEndsTooEarly() {
        let folder = TinyFolder()
            .replacing("en/concerns/moult.yaml", "when: bald and (site:wing or old_bird)", "when: bald and")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:25:19: error: in this condition: the condition ends too early; "
                    + "write it as in 'site:ID and (FINDING or age >= 50)'"
            ])
    }

    @Test func aValueThatIsNot() {
        let folder = TinyFolder()
            .replacing("en/questions/Q-HOW.yaml", "frequency:often", "frequency:oft")
        #expect(
            folder.complaints == [
                "en/questions/Q-HOW.yaml:8:59: error: no value is called 'frequency:oft' (did you mean "
                    + "'frequency:often'?); correct the name or define it in en/language/"
            ])
    }

    @Test func anEffectThatIsNot() {
        let folder = TinyFolder()
            .replacing("en/questions/Q-HOW.yaml", "sets: frequency:often", "sets: frequenzy:often")
        #expect(
            folder.complaints == [
                "en/questions/Q-HOW.yaml:8:59: error: an option can't set 'frequenzy' (did you mean "
                    + "'frequency'?); write a finding, 'not' and a finding, new, long_standing, or one of: "
                    + "site:... spread:... side:... region:... frequency:... onset:... trigger:... quality:... "
                    + "relieving:... aggravating:... tried:... medicine:... condition:... sex:... "
                    + "pregnancy:... trend:..."
            ])
    }

    @Test func aListOfWordsThatIsNot() {
        let folder = TinyFolder()
            .replacing("en/concerns/moult.yaml", "[place_words, gone]", "[plate_words, gone]")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:11:10: error: no list of words is called 'plate_words' (did you "
                    + "mean 'place_words'?); correct the name or define it in en/lexicon/"
            ])
    }

    @Test func aListInsideAPattern() {
        let folder = TinyFolder()
            .replacing("en/lexicon/words.yaml", "tip of <sore_words>", "tip of <sour_words>")
        #expect(
            folder.complaints == [
                "en/lexicon/words.yaml:7:22: error: no list of words is called 'sour_words' (did you "
                    + "mean 'sore_words'?); correct the name or define it in en/lexicon/"
            ])
    }

    @Test func aRuleThatIsNot() {
        let folder = TinyFolder()
            .replacing("en/questions/Q-TIP.yaml", "unanswered_rule: R-1", "unanswered_rule: R-2")
        #expect(
            folder.complaints == [
                "en/questions/Q-TIP.yaml:8:18: error: no rule is called 'R-2' (did you mean 'R-1'?); "
                    + "correct the name or define it in en/concerns/"
            ])
    }

    @Test func aSecondSite() {
        let folder = TinyFolder()
            .replacing("en/sites/feather.yaml", "id: feather", "id: wing")
        #expect(
            folder.complaints == [
                "en/sites/feather.yaml:2:10: error: 'wing' is a part of itself: wing > wing; remove one "
                    + "'part_of:'",
                "en/sites/wing.yaml:1:5: error: a second site is called 'wing', first in "
                    + "en/sites/feather.yaml:1; give one of them another id",
            ])
    }

    @Test func aSecondRuleWithoutAVariant() {
        let folder = TinyFolder()
            .replacing(
                "en/concerns/moult.yaml", "rules:\n",
                "rules:\n  - {id: R-1, name: a, level: self-care, when: bald, because: b, "
                    + "sources: [BOOK], examples: {fires: [c], spares: [d]}}\n"
            )
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:22:9: error: a second rule is called 'R-1', first in "
                    + "en/concerns/moult.yaml:21; give one of them another id"
            ])
    }

    @Test func aVariantOfARule() {
        let folder = TinyFolder()
            .replacing(
                "en/concerns/moult.yaml", "rules:\n",
                "rules:\n  - {id: R-1, variant: b, name: a, level: self-care, when: bald, because: b, "
                    + "sources: [BOOK], examples: {fires: [c], spares: [d]}}\n"
            )
        #expect(
            folder.complaints == [])
    }

    @Test func aFactNoQuestionFills() {
        let folder = TinyFolder()
            .replacing("en/questions/Q-HOW.yaml", "options:", "fills: [frequenzy]\noptions:")
        #expect(
            folder.complaints == [
                "en/questions/Q-HOW.yaml:7:9: error: no answer can fill 'frequenzy' (did you mean "
                    + "'frequency'?); write one of: site, side, severity, spread, region, course, spell, age, "
                    + "temperature, score, frequency, onset, trigger, quality, relieving, aggravating, tried, "
                    + "medicine, condition, sex, pregnancy, trend"
            ])
    }
}
