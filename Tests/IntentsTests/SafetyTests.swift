import Testing

/// Rules, advice and questions that leave a person without what they need.
@Suite struct SafetyTests {
    @Test func aRuleWithoutASource() {
        let folder = TinyFolder()
            .replacing("en/concerns/moult.yaml", "    sources: [BOOK]\n    emergency:", "    emergency:")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:21:5: error: a rule without a source; add 'sources: [...]' with "
                    + "ids from sources.yaml"
            ])
    }

    @Test func adviceWithoutASource() {
        let folder = TinyFolder()
            .replacing("en/guidance/levels.yaml", "sources: [BOOK]", "sources: []")
        #expect(
            folder.complaints == [
                "en/guidance/levels.yaml:8:14: error: a sentence of advice without a source; add "
                    + "'sources: [...]' with ids from sources.yaml"
            ])
    }

    @Test func anAnswerWithoutASource() {
        let folder = TinyFolder()
            .replacing("en/intents/thanks.yaml", "act: thank", "act: ask\nanswer: Rest.")
        #expect(
            folder.complaints == [
                "en/intents/thanks.yaml:3:9: error: an answer without a source; add 'sources: [...]', or "
                    + "'about: program' if it is only about the program"
            ])
    }

    @Test func anAnswerAboutTheProgram() {
        let folder = TinyFolder()
            .replacing("en/intents/thanks.yaml", "act: thank", "act: ask\nabout: program\nanswer: A program.")
        #expect(
            folder.complaints == [])
    }

    @Test func aDangerNobodyAsksFor() {
        let folder = TinyFolder()
            .replacing("en/questions/Q-TIP.yaml", "findings: [bald]", "findings: [old_bird]")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:4:9: error: no question asks for the finding 'bald', but it is "
                    + "marked 'emergency: true'; add it to a question's items or options, or write "
                    + "'volunteered: true' and 'because: ...'"
            ])
    }

    @Test func aDangerThatIsVolunteered() {
        let folder = TinyFolder()
            .replacing("en/questions/Q-TIP.yaml", "findings: [bald]", "findings: [old_bird]")
            .replacing(
                "en/concerns/moult.yaml", "    emergency: true\n",
                "    emergency: true\n    volunteered: true\n    because: people say it\n")
        #expect(
            folder.complaints == [])
    }

    @Test func aDangerWithoutItsOwnQuestion() {
        let folder = TinyFolder()
            .replacing("en/concerns/moult.yaml", "    ask: Is there a bald patch?\n", "")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:4:5: error: 'ask' is missing in a finding; an emergency finding "
                    + "needs its own yes/no question"
            ])
    }

    @Test func aRuleWithoutExamples() {
        let folder = TinyFolder()
            .replacing("en/concerns/moult.yaml", "      spares: [my wing is fine]", "      spares: []")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:35:15: error: 'spares' is an empty list; name at least one of "
                    + "its sentences"
            ])
    }

    @Test func aRuleThatCanNeverFire() {
        let folder = TinyFolder()
            .replacing("en/concerns/moult.yaml", "when: bald and (site:wing or old_bird)", "when: bald and not bald")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:25:11: error: rule R-1 can never fire: its condition is never "
                    + "true; remove what contradicts, or lower the count before 'of'"
            ])
    }

    @Test func aCountThatCanNeverBeReached() {
        let folder = TinyFolder()
            .replacing(
                "en/concerns/moult.yaml", "when: bald and (site:wing or old_bird)", "when: 3 of (bald, old_bird)")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:25:11: error: rule R-1 can never fire: its condition is never "
                    + "true; remove what contradicts, or lower the count before 'of'"
            ])
    }

    @Test func aRuleThatAlwaysFires() {
        let folder = TinyFolder()
            .replacing("en/concerns/moult.yaml", "when: bald and (site:wing or old_bird)", "when: always")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:25:11: error: rule R-1 fires always; write the findings it is for"
            ])
    }

    @Test func aQuestionNobodyReaches() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "  - {question: Q-HOW, when: severity >= severe}\n", "")
        #expect(
            folder.complaints == [
                "en/questions/Q-HOW.yaml:1:5: warning: no site asks the question 'Q-HOW'; add it to "
                    + "'ask:' of a site, or write 'standalone: true'"
            ])
    }

    @Test func aQuestionTheDialogueAsks() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "  - {question: Q-HOW, when: severity >= severe}\n", "")
            .replacing("en/questions/Q-HOW.yaml", "kind: choice", "kind: choice\nstandalone: true")
        #expect(
            folder.complaints == [])
    }

    @Test func aScreenThatMayFallThrough() {
        let folder = TinyFolder()
            .replacing("en/questions/Q-TIP.yaml", "unanswered: routine\n", "")
        #expect(
            folder.complaints == [
                "en/questions/Q-TIP.yaml:1:1: error: 'unanswered' is missing in a question; add "
                    + "'unanswered:' with one of: self-care, routine, urgent, emergency"
            ])
    }

    @Test func aCircleOfParts() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "name: wing\n", "name: wing\npart_of: feather\n")
        #expect(
            folder.complaints == [
                "en/sites/feather.yaml:2:10: error: 'feather' is a part of itself: feather > wing > "
                    + "feather; remove one 'part_of:'"
            ])
    }

    @Test func anUnverifiedNumber() {
        let folder = TinyFolder()
            .replacing("regions.yaml", "poison: S", "poison: U")
        #expect(
            folder.complaints == [
                "regions.yaml:9:15: note: unverified number of Somewhere: poison; check it with the "
                    + "service and write V or S"
            ])
    }

    @Test func aBlankThatNothingFills() {
        let folder = TinyFolder()
            .replacing("en/guidance/levels.yaml", "{health}", "{nurse}")
        #expect(
            folder.complaints == [
                "en/guidance/levels.yaml:7:16: error: nothing fills {nurse} here; it may hold {crisis} "
                    + "{emergency} {health} {poison}; correct or remove what stands in the braces"
            ])
    }

    @Test func aReplyThatIsMissing() {
        let folder = TinyFolder()
            .replacing("en/replies/all.yaml", "  greeting: said\n", "")
        #expect(
            folder.complaints == [
                "en/replies/all.yaml:1:1: error: the reply 'greeting' is missing; add 'greeting: ...' "
                    + "under 'replies:'"
            ])
    }

    @Test func aReplyThatIsUnknown() {
        let folder = TinyFolder()
            .replacing("en/replies/all.yaml", "  greeting: said\n", "  greetings: said\n  greeting: said\n")
        #expect(
            folder.complaints == [
                "en/replies/all.yaml:46:3: error: no reply is called 'greetings' (did you mean "
                    + "'greeting'?); correct the name or remove it"
            ])
    }

    @Test func aKindOfLanguageThatIsMissing() {
        let folder = TinyFolder()
            .with("en/language/spread.yaml", nil)
        #expect(
            folder.complaints == [
                "en/language:1:1: warning: no file has 'kind: spread'; add one, or nothing of that kind "
                    + "is read"
            ])
    }

    @Test func noBudgetOfQuestions() {
        let folder = TinyFolder()
            .with("en/sites/anywhere.yaml", nil)
        #expect(
            folder.complaints == [
                "en/sites/anywhere.yaml:1:1: error: no file says how many questions are asked; add the "
                    + "file, with 'id: anywhere', 'ask:' and 'budget:'"
            ])
    }
}
