import Knowledge
import Language
import Testing

@Suite struct LexiconTests {
    /// Phrases by the index of their meaning, with "my", "the" and "really" as small words.
    private static func lexicon(_ phrases: [String]) -> Lexicon {
        var builder = LexiconBuilder()
        builder.addFillers(["my", "the", "really"])
        builder.addSpelling("cant", readAs: "can't")
        for (index, phrase) in phrases.enumerated() { builder.add(phrase, Meaning(.finding, index)) }
        return builder.build()
    }

    /// "index:first-end" of every match.
    private static func scan(_ text: String, _ lexicon: Lexicon) -> [String] {
        let utterance = Utterance(Array(text.utf8), vocabulary: lexicon.vocabulary)
        let matches = lexicon.matches(in: utterance.tokens)
        return matches.map { "\($0.meaning.index):\($0.first)-\($0.end)" }
    }

    @Test func phrasesAreFoundWhereTheyStand() {
        let lexicon = Self.lexicon(["lower back", "back", "back pain"])
        #expect(Self.scan("Lower BACK pain", lexicon) == ["0:0-2", "1:1-2", "2:1-3"])
        #expect(Self.scan("back", lexicon) == ["1:0-1"])
        #expect(Self.scan("lower the", lexicon) == [])
        #expect(Self.scan("", lexicon) == [])
        #expect(Self.scan("low back", lexicon) == ["1:1-2"])
    }

    @Test func smallWordsAreSkippedInside() {
        let lexicon = Self.lexicon(["lost control of bladder"])
        #expect(Self.scan("lost control of my bladder", lexicon) == ["0:0-5"])
        #expect(Self.scan("lost the control of really my the bladder", lexicon) == ["0:0-8"])
        #expect(Self.scan("lost control of really really my the bladder", lexicon) == [])
        #expect(Self.scan("lost control of his bladder", lexicon) == [])
        #expect(Self.scan("my lost control of bladder", lexicon) == ["0:1-5"])
    }

    @Test func aSmallWordInAPhraseNeedNotBeSaid() {
        let lexicon = Self.lexicon(["fell off the ladder", "my eyes", "over the"])
        #expect(Self.scan("fell off ladder", lexicon) == ["0:0-3"])
        #expect(Self.scan("fell off the ladder", lexicon) == ["0:0-4"])
        // At the beginning and at the end it must be there.
        #expect(Self.scan("eyes", lexicon) == [])
        #expect(Self.scan("my eyes", lexicon) == ["1:0-2"])
        #expect(Self.scan("over the", lexicon) == ["2:0-2"])
        #expect(Self.scan("over", lexicon) == [])
    }

    @Test func aSmallWordMayBelongToOnePhraseAndBeSkippedByAnother() {
        let lexicon = Self.lexicon(["going the", "going back"])
        #expect(Set(Self.scan("going the back", lexicon)) == ["0:0-2", "1:0-3"])
    }

    @Test func dashesInsideAPhraseAreSkipped() {
        let lexicon = Self.lexicon(["charley horse", "follow-up"])
        for text in ["charley-horse", "charley – horse", "charley—horse"] {
            #expect(Self.scan(text, lexicon) == ["0:0-3"])
        }
        #expect(Self.scan("follow up", lexicon) == ["1:0-2"])
        #expect(Self.scan("follow-up", lexicon) == ["1:0-3"])
        #expect(Self.scan("charley, horse", lexicon) == [])
    }

    @Test func spellingsAndMarks() {
        let lexicon = Self.lexicon(["can't walk", "24/7", "out of 10"])
        #expect(Self.scan("cant walk", lexicon) == ["0:0-2"])
        #expect(Self.scan("can’t waaaalk", lexicon) == ["0:0-2"])
        #expect(Self.scan("24/7", lexicon) == ["1:0-3"])
        #expect(Self.scan("7 out of 10", lexicon) == ["2:1-4"])
        #expect(Self.scan("out of 100", lexicon) == [])
    }

    @Test func onePhraseMayMeanSeveralThings() {
        var builder = LexiconBuilder()
        builder.add("back", Meaning(.site, 3))
        builder.add("back", Meaning(.time, 1))
        builder.add("back", Meaning(.site, 3))
        let lexicon = builder.build()
        #expect(Set(Self.scan("back", lexicon)) == ["3:0-1", "1:0-1"])
        #expect(lexicon.meanings.count == 2)
    }

    @Test func wordsThatJoin() {
        var builder = LexiconBuilder()
        builder.add("and", Meaning(.clause, detail: 1))
        builder.add("but", Meaning(.clause, detail: 0))
        let lexicon = builder.build()
        #expect(lexicon.joins(lexicon.vocabulary.id(of: "and")))
        #expect(!lexicon.joins(lexicon.vocabulary.id(of: "but")))
        #expect(!lexicon.joins(0))
    }

    @Test func manyPhrasesAreAllFound() {
        let phrases = (0..<5_000).map { "word\($0 % 70) then thing\($0 / 70)" }
        let lexicon = Self.lexicon(phrases.map { $0.filter { $0 != "9" } } + ["last one"])
        #expect(Self.scan("last one", lexicon) == ["5000:0-2"])
        #expect(lexicon.nodeCount > 1_000)
    }
}
