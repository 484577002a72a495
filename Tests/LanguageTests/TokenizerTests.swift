import Testing

@testable import Language

@Suite struct TokenizerTests {
    static let vocabulary: Vocabulary = {
        var vocabulary = Vocabulary()
        for word in ["can't", "pee", "day", "back", "10", "/", "ж", "w", "so"] { _ = vocabulary.add(Array(word.utf8)) }
        return vocabulary
    }()

    static func tokens(_ text: String) -> [Token] { tokens(Array(text.utf8)) }

    static func tokens(_ bytes: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        Tokenizer.tokenize(bytes, vocabulary: vocabulary, into: &tokens)
        return tokens
    }

    static func words(_ text: String) -> [String] {
        let utterance = Utterance(Array(text.utf8), vocabulary: vocabulary)
        return utterance.tokens.map { utterance.text($0.span) }
    }

    @Test func wordsNumbersAndMarks() {
        let tokens = Self.tokens("Back, 3 DAY-s! (x)")
        #expect(tokens.map(\.kind) == [.word, .comma, .number, .word, .dash, .word, .stop, .mark, .word, .mark])
        #expect(Self.words("Back, 3 DAY-s! (x)") == ["Back", ",", "3", "DAY", "-", "s", "!", "(", "x", ")"])
        #expect(tokens[0].word == Self.vocabulary.id(of: "back"))
        #expect(tokens[3].word == Self.vocabulary.id(of: "day"))
        #expect(tokens[2].value == 3)
    }

    @Test func digitsPartFromLetters() {
        let tokens = Self.tokens("3day 3 day day3")
        #expect(tokens.map(\.kind) == [.number, .word, .number, .word, .word, .number])
        #expect(tokens.map(\.isGlued) == [false, true, false, false, false, true])
        #expect(tokens[1].word == Self.vocabulary.id(of: "day"))
        #expect(Self.tokens("7/10").map(\.isGlued) == [false, true, true])
    }

    @Test func numbersHaveValues() {
        #expect(Self.tokens("38.5").map(\.value) == [38.5])
        #expect(Self.tokens("007").map(\.value) == [7])
        #expect(Self.tokens("½ ¼ ¾").map(\.value) == [0.5, 0.25, 0.75])
        #expect(Self.tokens("1½").map(\.value) == [1, 0.5])
        #expect(Self.tokens("3.").map(\.kind) == [.number, .stop])
        #expect(Self.tokens("3.x").map(\.kind) == [.number, .stop, .word])
        #expect(Self.tokens(String(repeating: "9", count: 5_000)).map(\.value) == [1e12])
        #expect(Self.tokens("10").map(\.word) == [Self.vocabulary.id(of: "10")])
        #expect(Self.tokens("11").map(\.word) == [0])
    }

    @Test(arguments: ["can't", "can’t", "CAN‘T", "can´t", "canʼt", "can＇t", "can`t"])
    func everyApostropheIsTheStraightOne(_ word: String) {
        #expect(Self.tokens(word).map(\.word) == [Self.vocabulary.id(of: "can't")])
    }

    @Test func quotesAroundAWordAreNoPartOfIt() {
        #expect(Self.words("'pee' ‘pee’ “pee” `pee`").filter { $0.contains("pee") } == ["pee", "pee", "pee", "pee"])
        #expect(Self.tokens("pee'").map(\.word) == [Self.vocabulary.id(of: "pee")])
        #expect(Self.tokens("'''").isEmpty)
    }

    @Test(arguments: ["-", "‐", "‑", "‒", "–", "—", "―", "−", "﹘", "－"])
    func everyDashIsADash(_ dash: String) {
        #expect(Self.tokens("2\(dash)3").map(\.kind) == [.number, .dash, .number])
        #expect(Self.tokens("2\(dash)3").map(\.isGlued) == [false, true, true])
        #expect(Self.tokens("2 \(dash) 3").map(\.kind) == [.number, .dash, .number])
    }

    @Test(arguments: [
        "\u{0}", "\u{1B}", "\u{7F}", "\t", "\u{A0}", "\u{85}", "\u{200B}", "\u{202E}", "\u{2028}", "\u{3000}",
        "\u{FEFF}",
    ])
    func whatNobodySeesIsSpace(_ space: String) {
        #expect(Self.words("pee\(space)day") == ["pee", "day"])
        #expect(Self.tokens(space).isEmpty)
    }

    @Test func endsOfSentences() {
        for stop in [".", "!", "?", ";", "\n", "\r", "…", "。", "！", "？"] {
            #expect(Self.tokens("a\(stop)b").map(\.kind) == [.word, .stop, .word], "\(stop)")
        }
    }

    @Test func emojiAndForeignLetters() {
        #expect(Self.tokens("😭").map(\.kind) == [.mark])
        #expect(Self.tokens("pee😭day").map(\.kind) == [.word, .mark, .word])
        #expect(Self.tokens("ж").map(\.word) == [Self.vocabulary.id(of: "ж")])
        #expect(Self.words("ça fait mal às 背中") == ["ça", "fait", "mal", "às", "背中"])
        #expect(Self.tokens("\u{FFFD}").map(\.kind) == [.mark])
    }

    private static let pieces = [
        "back", "can’t", "3", "10", ".", "/", "–", "—", "½", "😭", "👩‍👩‍👧", "ж", "背", "\u{0}", " ", "\n", "'", "’", "-", ",",
        "\u{FFFD}",
        "e\u{301}", "\u{202E}", "sooo", "x's",
    ]

    @Test(arguments: 0..<20)
    func spansAreWholeScalarsInOrder(_ seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<200 {
            let bytes = Array(random.text(of: Self.pieces, upTo: 20).utf8)
            var last: UInt32 = 0
            for token in Self.tokens(bytes) {
                #expect(token.start >= last && token.end > token.start && Int(token.end) <= bytes.count)
                #expect(bytes[Int(token.start)] & 0xC0 != 0x80)
                #expect(Int(token.end) == bytes.count || bytes[Int(token.end)] & 0xC0 != 0x80)
                #expect(!token.isGlued || token.start == last)
                last = token.end
            }
        }
    }

    @Test(arguments: 0..<10)
    func anyBytesAreRead(_ seed: UInt64) {
        var random = Seeded(seed &+ 1_000)
        for _ in 0..<300 {
            let utterance = Utterance(random.bytes(upTo: 40), vocabulary: Self.vocabulary)
            let covered = utterance.tokens.reduce(0) { $0 + $1.span.count }
            #expect(covered <= utterance.bytes.count)
        }
    }

    @Test func aMegabyteOfAnything() {
        for piece in ["a ", "aa", "''", "99", "--", "ж", "  ", "😭", "a'"] {
            let bytes = Array(String(repeating: piece, count: 1_000_000 / piece.utf8.count).utf8)
            let tokens = Self.tokens(bytes)
            #expect(tokens.last.map { Int($0.end) <= bytes.count } ?? true)
            switch piece {
            case "a ": #expect(tokens.count == 500_000)
            case "aa", "99", "ж", "a'": #expect(tokens.count == 1)
            case "--": #expect(tokens.count == 1_000_000)
            case "😭": #expect(tokens.count == 250_000)
            default: #expect(tokens.isEmpty)
            }
        }
    }
}
