import Testing

@testable import Language

/// Letters that are read as others: the words are the same, and spans stay where they are in the text.
@Suite struct FoldingTests {
    private static func tokens(_ text: String, knowing words: [String]) -> [(word: String, span: Span)] {
        var vocabulary = Vocabulary()
        for word in words { _ = vocabulary.add(Array(word.utf8)) }
        return Utterance(Array(text.utf8), vocabulary: vocabulary).tokens.map {
            (String(decoding: vocabulary.word($0.word), as: UTF8.self), $0.span)
        }
    }

    @Test(arguments: [
        ("naïve", "naive"), ("cafe\u{301}", "cafe"), ("ＷＩＤＥ", "wide"), ("ﬁne", "fine"), ("oﬃce", "office"),
        ("hæmatoma", "haematoma"), ("Œdema", "oedema"), ("Straße", "strasse"), ("ŁÓDŹ", "lodz"), ("o\u{308}l", "ol"),
    ])
    func wordsAreTheSame(_ text: String, _ word: String) {
        let tokens = Self.tokens(text, knowing: [word])
        #expect(tokens.map(\.word) == [word])
        #expect(tokens.first?.span == Span(0, text.utf8.count))
        #expect(String(decoding: Tokenizer.folded(Array(text.utf8)), as: UTF8.self).count <= word.count + 1)
    }

    @Test func otherScriptsStay() {
        for text in ["日本", "боль", "ŋ", "🦶"] {
            #expect(Tokenizer.folded(Array(text.utf8)) == Array(text.utf8))
            #expect(Self.tokens(text, knowing: [text]).map(\.word) == [text])
        }
    }

    @Test func numbersAndMarksOfFullWidth() {
        let utterance = Utterance(Array("１２，３．".utf8), vocabulary: Vocabulary())
        #expect(utterance.tokens.map(\.kind) == [.number, .comma, .number, .stop])
        #expect(utterance.tokens.map(\.value) == [12, 0, 3, 0])
    }

    /// "\u{1B}[31m" colours a terminal; "[31m" by itself is typed.
    @Test func controlSequencesSayNothing() {
        func words(_ text: String) -> [String] { Self.tokens(text, knowing: ["red", "m", "["]).map(\.word) }
        #expect(words("\u{1B}[31mred\u{1B}[0m") == ["red"])
        #expect(words("\u{9B}31mred") == ["red"])
        #expect(words("[m red") == ["[", "m", "red"])
        #expect(words("\u{1B}red") == ["red"])
    }
}
