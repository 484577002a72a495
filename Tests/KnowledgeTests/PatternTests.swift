import Testing

@testable import Knowledge

@Suite struct PatternTests {
    private static func expand(_ text: String) throws(Pattern.Failure) -> [String] {
        try Pattern.expand(
            text, inflect: { [$0, $0 + "s"] }, term: { $0 == "sore" ? ["sore", "very sore"] : $0 == "none" ? [] : nil })
    }

    private static func failure(_ text: String) -> Pattern.Failure? {
        do throws(Pattern.Failure) {
            _ = try expand(text)
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        ("lower back", ["lower back"]), ("leak~", ["leak", "leaks"]), ("a leak~ now", ["a leak now", "a leaks now"]),
        ("(a|b c|d)", ["a", "b c", "d"]), ("x (a|b) y", ["x a y", "x b y"]), ("[my] back", ["my back", "back"]),
        ("(a|b[c])", ["a", "bc", "b"]), ("pee(ing|d)", ["peeing", "peed"]),
        ("<sore> back", ["sore back", "very sore back"]),
        ("((a|b)|c)", ["a", "b", "c"]), ("[a [b]] c", ["a b c", "a c", "c"]), ("  two   words ", ["two words"]),
        ("UPPER Back", ["upper back"]), ("", [""]), ("(|a) b", ["b", "a b"]), ("<none> back", []),
    ])
    func expands(_ text: String, _ phrases: [String]) throws {
        #expect(try Self.expand(text) == phrases)
    }

    @Test func theCountIsThatOfThePhrases() throws {
        for text in ["a", "leak~", "(a|b c|d) [e] <sore>", "[a [b]] c", "((a|b)|c~) (d|e)"] {
            let list = { (name: String) -> (number: Int, count: Int)? in name == "sore" ? (0, 2) : nil }
            let pattern = try Pattern(text, inflect: { [$0, $0 + "s"] }, list: list)
            #expect(pattern.count == pattern.phrases { _ in ["x", "y"] }.count, "\(text)")
        }
    }

    @Test(arguments: [
        ("a | b", 2, "'|' stands outside ( )"), ("x (a|b", 2, "'(' is never closed by ')'"),
        ("x [a", 2, "'[' is never closed by ']'"), ("a)", 1, "')' closes nothing"), ("a]", 1, "']' closes nothing"),
        ("a>", 1, "'>' closes nothing"), ("é <sore", 2, "'<' is never closed by '>'"),
        ("é <limp>", 2, "no term list is called 'limp'"), ("(a]", 2, "']' closes nothing"),
    ])
    func failuresSayWhatAndWhere(_ text: String, _ offset: Int, _ message: String) {
        #expect(Self.failure(text) == Pattern.Failure(message: message, offset: offset))
    }

    @Test func tooManyPhrasesAreRefused() {
        let many = "(a|b|c|d|e|f|g|h|i|j)"
        #expect(Self.failure(many + many + many) == nil)
        #expect(Self.failure(many + many + many + many)?.message.contains("more than 4000 phrases") == true)
        #expect(Self.failure(String(repeating: "[a]", count: 40)) != nil)
    }

    /// The limit is on the whole pattern, also where alternatives add up.
    @Test func alternativesAddUpToTheLimit() {
        let thousand = "(a|b|c|d|e|f|g|h|i|j)(a|b|c|d|e|f|g|h|i|j)(a|b|c|d|e|f|g|h|i|j)"
        let six = Array(repeating: thousand, count: 6).joined(separator: "|")
        #expect(Self.failure("(\(six))") != nil)
    }
}
