import Knowledge
import Language
import Testing

@Suite struct LexiconBuilderTests {
    private static func found(_ text: String, _ lexicon: Lexicon) -> [Int32] {
        lexicon.matches(in: Utterance(Array(text.utf8), vocabulary: lexicon.vocabulary).tokens).map(\.meaning.index)
    }

    @Test func aPhraseWithoutAWordIsNotHeard() {
        var builder = LexiconBuilder()
        let isHeard = ["", " - ", "x"].map { builder.add($0, Meaning(.site)) }
        #expect(isHeard == [false, false, true])
        #expect(builder.build().meanings.count == 1)
    }

    @Test func anEmptyLexiconFindsNothing() {
        let lexicon = LexiconBuilder().build()
        #expect(Self.found("anything at all", lexicon) == [])
        #expect(lexicon.nodeCount == 1)
    }

    /// A pattern laid out in the trie says exactly the phrases that it stands for.
    @Test(arguments: [
        "lower back", "(lower|upper) back", "[my] (sore|tired) back~", "pee(ing|d) myself", "(a|b [c]) d", "x (the|) y",
        "can't (pee|poo)", "fall~ (off|from) [the] ladder", "(un|dis)comfort", "24/7 [pain]",
    ])
    func aPatternIsWhatItExpandsTo(_ text: String) throws {
        let inflect = Inflection().forms(of:)
        let pattern = try Pattern(text, inflect: inflect) { _ in nil }
        var byPattern = LexiconBuilder()
        var byPhrase = LexiconBuilder()
        for fillers in [["the", "my"]] {
            byPattern.addFillers(fillers)
            byPhrase.addFillers(fillers)
        }
        byPattern.add(pattern.parts, lists: { _ in [] }, Meaning(.finding, 7))
        for phrase in pattern.phrases(list: { _ in [] }) { byPhrase.add(phrase, Meaning(.finding, 7)) }
        let (one, other) = (byPattern.build(), byPhrase.build())
        for phrase in pattern.phrases(list: { _ in [] }) {
            #expect(Self.found(phrase, one) == Self.found(phrase, other), "\(phrase)")
            #expect(!Self.found(phrase, one).isEmpty, "\(phrase)")
        }
        // What a pattern says in one place is laid out once.
        #expect(one.nodeCount <= other.nodeCount)
        #expect(one.meanings == other.meanings)
    }

    @Test func listsStandForTheirPhrases() throws {
        let sore = try Pattern("(sore|tired)", inflect: { [$0] }, list: { _ in nil })
        let pattern = try Pattern("<sore> back", inflect: { [$0] }, list: { $0 == "sore" ? (0, 2) : nil })
        var builder = LexiconBuilder()
        builder.add(pattern.parts, lists: { $0 == 0 ? [sore.parts] : [] }, Meaning(.finding, 1))
        let lexicon = builder.build()
        #expect(Self.found("sore back", lexicon) == [1])
        #expect(Self.found("tired back", lexicon) == [1])
        #expect(Self.found("sore", lexicon) == [])
    }

    @Test func theSameInputGivesTheSameLexicon() throws {
        func build() throws -> Lexicon {
            var builder = LexiconBuilder()
            builder.addFillers(["the", "of", "my"])
            let pattern = try Pattern("(a|b [the]|c) [of] (d|[my] e)", inflect: { [$0] }, list: { _ in nil })
            builder.add(pattern.parts, lists: { _ in [] }, Meaning(.finding, 1))
            return builder.build()
        }
        let (one, other) = (try build(), try build())
        #expect(one.meanings == other.meanings)
        for word in ["a", "b", "c", "d", "e"] {
            let id = one.vocabulary.id(of: word)
            #expect(id == other.vocabulary.id(of: word))
            #expect(one.child(of: 0, by: id) == other.child(of: 0, by: id))
        }
    }
}
