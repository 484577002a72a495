import Testing

@testable import Language

@Suite struct SpellingTests {
    private static let vocabulary: Vocabulary = {
        var vocabulary = Vocabulary()
        for word in ["so", "good", "husband", "ow", "it's", "it", "aaa", "no", "noo", "s"] {
            _ = vocabulary.add(Array(word.utf8))
        }
        return vocabulary
    }()

    private func read(_ word: String) -> String {
        var bytes = Array(word.utf8)
        let id = Spelling.id(of: &bytes, vocabulary: Self.vocabulary)
        return id == 0 ? "" : String(decoding: Self.vocabulary.word(id), as: UTF8.self)
    }

    @Test(arguments: [
        ("so", "so"), ("soooo", "so"), ("sssooo", "so"), ("goood", "good"), ("goooooood", "good"), ("gggood", "good"),
        ("nooooo", "noo"), ("owww", "ow"), ("aaa", "aaa"), ("husband's", "husband"), ("husbaaaand's", "husband"),
        ("it's", "it's"), ("god", ""), ("soo", ""), ("xyz", ""), ("husbands", ""), ("'s", ""), ("", ""),
    ])
    func wordsAreFound(_ typed: String, _ known: String) {
        #expect(read(typed) == known)
    }

    @Test func onlyRunsOfThreeAreShortened() {
        // Two o's may be meant.
        #expect(read("soo") == "")
        #expect(read("sooo") == "so")
    }
}
