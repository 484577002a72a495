import Knowledge
import Testing

@Suite struct MeaningTests {
    @Test func kindIndexAndDetailTellApart() {
        let meaning = Meaning(.finding, 3, detail: 1)
        #expect(meaning == Meaning(.finding, 3, detail: 1))
        #expect(
            meaning != Meaning(.finding, 3) && meaning != Meaning(.site, 3, detail: 1)
                && meaning != Meaning(.finding, 2, detail: 1))
        #expect(Meaning(.block, -1, detail: Int32(Meaning.Kind.site.rawValue)).index == -1)
    }

    @Test func kindsHaveTheirPlaceInTables() {
        #expect(Meaning.Kind.allCases.map { Int($0.rawValue) } == Array(0..<Meaning.Kind.allCases.count))
        #expect(Meaning.Claim(rawValue: 2) == .longStanding)
    }

    @Test func wordsOfTheData() {
        #expect(
            ClauseWord.allCases.map(\.rawValue) == [
                "hard", "soft", "starter", "subject", "contrast", "negative", "verb", "alternative", "pointing",
            ])
        #expect(AnswerWord(rawValue: "doubtful") == .doubtful)
        let past = Modifier.Effect.allCases.filter(\.isOfThePast)
        #expect(past == [.remote, .undated, .longStanding])
    }
}
