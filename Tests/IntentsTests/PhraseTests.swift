import Testing

/// Patterns that cannot be read, and phrases that two entries claim.
@Suite struct PhraseTests {
    @Test func aParenthesisThatIsNotClosed() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "phrases: [wing~]", "phrases: [(wing|arm]")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:4:11: error: in this phrase: '(' is never closed by ')'; write (a|b) "
                    + "for one of these, [x] for optional, word~ for its forms, <list> for a list of words"
            ])
    }

    @Test func aPatternTooLarge() {
        let folder = TinyFolder()
            .replacing(
                "en/sites/wing.yaml", "phrases: [wing~]",
                "phrases: [(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)]")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:4:79: error: in this phrase: this pattern stands for more than 4000 "
                    + "phrases; write fewer alternatives; write (a|b) for one of these, [x] for optional, "
                    + "word~ for its forms, <list> for a list of words"
            ])
    }

    @Test func aPhraseWithoutAWord() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "phrases: [wing~]", "phrases: [wing~, \"-\"]")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:4:18: error: '-' holds no word; write what people type"
            ])
    }

    @Test func aListThatHoldsItself() {
        let folder = TinyFolder()
            .replacing("en/lexicon/words.yaml", "phrases: [sore, ache~]", "phrases: [sore <place_words>]")
        #expect(
            folder.complaints == [
                "en/lexicon/words.yaml:7:22: error: the list of words 'sore_words' holds itself: "
                    + "sore_words > place_words > sore_words; remove one of the '<...>'"
            ])
    }

    @Test func aPhraseOfTwoSites() {
        let folder = TinyFolder()
            .replacing("en/sites/feather.yaml", "phrases: [feather~]", "phrases: [feather~, wings]")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:4:11: error: the phrase 'wings' belongs to site 'feather' "
                    + "(en/sites/feather.yaml:4) and to site 'wing'; keep it in one of them, or add "
                    + "'shared_with: [...]' to one of the two"
            ])
    }

    @Test func aPhraseOfTwoSitesThatShareIt() {
        let folder = TinyFolder()
            .replacing(
                "en/sites/feather.yaml", "phrases: [feather~]", "phrases: [feather~, wings]\nshared_with: [wing]")
        #expect(
            folder.complaints == [])
    }

    @Test func aPhraseOfTwoValues() {
        let folder = TinyFolder()
            .replacing("en/language/frequency.yaml", "phrases: [rarely]", "phrases: [rarely, often]")
        #expect(
            folder.complaints == [
                "en/language/frequency.yaml:5:47: error: the phrase 'often' belongs to value "
                    + "'frequency:often' (en/language/frequency.yaml:4) and to value 'frequency:rare'; keep it "
                    + "in one of them"
            ])
    }

    @Test func aSmallWordDoesNotTellPhrasesApart() {
        let folder = TinyFolder()
            .replacing("en/intents/thanks.yaml", "act: thank", "act: thank\nwhole: [thanks]")
            .with("en/intents/bye.yaml", "id: BYE\nact: leave\nphrases: [thank the you]\n")
        #expect(
            folder.complaints == [
                "en/intents/thanks.yaml:4:11: error: the phrase 'thank you' belongs to intent 'BYE' "
                    + "(en/intents/bye.yaml:3) and to intent 'THANKS'; keep it in one of them, or add "
                    + "'shared_with: [...]' to one of the two"
            ])
    }

    @Test func aSpellingOfTwoWords() {
        let folder = TinyFolder()
            .replacing("en/language/spelling.yaml", "cant: can't", "cant: can not")
        #expect(
            folder.complaints == [
                "en/language/spelling.yaml:2:15: error: a spelling must be one word of letters, found "
                    + "'can not'; write single words here and phrases elsewhere"
            ])
    }
}
