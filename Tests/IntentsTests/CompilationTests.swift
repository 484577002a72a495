import Clinical
import Intents
import Knowledge
import Language
import Testing

/// What becomes of a folder in which nothing is wrong.
@Suite struct CompilationTests {
    /// What a text means as one phrase.
    private static func meanings(_ text: String, _ knowledge: Knowledge) -> [Meaning] {
        let utterance = Utterance(Array(text.utf8), vocabulary: knowledge.lexicon.vocabulary)
        let matches = knowledge.lexicon.matches(in: utterance.tokens)
        return matches.filter { $0.first == 0 && $0.end == utterance.tokens.count }.map(\.meaning)
    }

    private static func load(_ folder: TinyFolder = TinyFolder()) throws -> Knowledge {
        try #require(folder.load().knowledge)
    }

    @Test func phrasesMeanTheirEntries() throws {
        let knowledge = try Self.load()
        let block = Int32(Meaning.Kind.site.rawValue)
        let attribute = Int32(Meaning.Kind.attribute.rawValue)
        #expect(Self.meanings("wings", knowledge) == [Meaning(.site, 1)])
        #expect(Self.meanings("wing nut", knowledge) == [Meaning(.block, -1, detail: block)])
        #expect(Self.meanings("often", knowledge) == [Meaning(.attribute, 0)])
        #expect(Self.meanings("how often", knowledge) == [Meaning(.block, 0, detail: attribute)])
        #expect(Self.meanings("bald my patch", knowledge) == [Meaning(.finding, 0)])
        #expect(Self.meanings("awful", knowledge) == [Meaning(.severity, 0, detail: 3)])
        #expect(Self.meanings("cant fly", knowledge) == [Meaning(.severity, 1, detail: 3)])
        #expect(Self.meanings("really", knowledge) == [Meaning(.degree, detail: 1)])
        #expect(Self.meanings("slightly", knowledge) == [Meaning(.degree, detail: -1)])
        #expect(Self.meanings("a", knowledge) == [Meaning(.number, 0, detail: 1)])
        #expect(Self.meanings("aye", knowledge) == [Meaning(.answer, detail: 0)])
        #expect(Self.meanings("flew down", knowledge) == [Meaning(.spread)])
        #expect(Self.meanings("somewhere", knowledge) == [Meaning(.region, 0)])
        #expect(Self.meanings("patch", knowledge) == [Meaning(.item, 1)])
        #expect(Self.meanings("every day", knowledge) == [Meaning(.option, 0)])
        #expect(Self.meanings("feather trouble", knowledge) == [Meaning(.vague, 0)])
        #expect(knowledge.units.map(\.needsNumber) == [false, true])
    }

    @Test func digitsInAPhraseAreWordsOfIt() throws {
        let knowledge = try Self.load()
        let scale = try #require(knowledge.times.firstIndex(of: .outOf(10)))
        #expect(Self.meanings("out of 10", knowledge) == [Meaning(.time, scale)])
        #expect(Self.meanings("out of 5", knowledge) == [])
        #expect(Self.meanings("out of", knowledge) == [])
        #expect(Self.meanings("24/7", knowledge).count == 1)
    }

    @Test func wordsThatAreToldToBeTheWholeMessage() throws {
        let folder = TinyFolder().replacing("en/intents/thanks.yaml", "act: thank", "act: thank\nwhole: [ta]")
        #expect(Self.meanings("ta", try Self.load(folder)) == [Meaning(.topic, 0, detail: 1)])
    }

    @Test func combinationsPointAtTheirLists() throws {
        let knowledge = try Self.load()
        #expect(knowledge.terms.map(\.id) == ["sore_words", "place_words", "gone"])
        #expect(knowledge.terms.map(\.role) == [.symptom, .part, .word])
        #expect(
            knowledge.combinations.map(\.parts) == [
                [.term(0), .site(SiteID(1))], [.term(1), .term(2)],
            ])
        #expect(knowledge.combinations.map(\.gap) == [3, 6])
        #expect(Self.meanings("tip of aches", knowledge) == [Meaning(.term, 1)])
    }

    @Test func namesBecomeNumbers() throws {
        let knowledge = try Self.load()
        #expect(knowledge.sites[0].parent == SiteID(1))
        #expect(knowledge.sites[1].ask.map(\.question) == [QuestionID(1), QuestionID(0)])
        #expect(knowledge.sites[1].ask[1].when == .severity(.atLeast, .severe))
        #expect(knowledge.askAnywhere.map(\.question) == [QuestionID(1)])
        #expect(knowledge.budget.usual == 3 && knowledge.budget.most == 5)
        #expect(knowledge.usualWindow == 14 * 86_400)
        #expect(knowledge.scale == SeverityScale(mild: 1, moderate: 4, severe: 7))
        let rule = try #require(knowledge.rules.first)
        #expect(rule.when == .all([.finding(FindingID(0)), .any([.site(SiteID(1)), .finding(FindingID(1))])]))
        #expect(rule.urgency == .emergency)
        #expect(rule.emergency?.instruction.filled(["emergency": "1"]) == "Call 1.")
        #expect(knowledge.findings[1].derived == .measure(.age, .atLeast, 50))
    }

    @Test func questionsKnowWhatTheyTell() throws {
        let knowledge = try Self.load()
        let how = knowledge.questions[0]
        #expect(how.fills == [.attribute(.frequency), .side])
        #expect(how.options[1].effects == [.side(.both), .finding(FindingID(0), .absent)])
        let tip = knowledge.questions[1]
        #expect(tip.unanswered == Urgency(.routine, within: .twoDays))
        #expect(tip.unansweredRule == RuleID(0))
    }

    @Test func theActionOfALevelIsItsOwnSection() throws {
        let item = try #require(try Self.load().guidance.first)
        #expect(item.section == .action)
        #expect(item.levels == [.routine])
    }

    @Test func examplesAreKeptToBeRun() throws {
        let texts = try Self.load().examples.map(\.text)
        #expect(texts == ["my left wing", "a wing nut", "a bald patch on my wing", "my wing is fine"])
    }
}
