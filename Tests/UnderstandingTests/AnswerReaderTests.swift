import Clinical
import Knowledge
import Language
import Testing

@testable import Understanding

/// What a message says to the open question.
@Suite struct AnswerReaderTests {
    @Test(
        arguments: [
            ("yes", "yes"), ("Yeah!", "yes"), ("no", "no -retention -saddle_numb -wet"),
            ("nope.", "no -retention -saddle_numb -wet"),
            ("none of those", "no -retention -saddle_numb -wet"), ("none", "no -retention -saddle_numb -wet"),
            ("all of them", "yes retention saddle_numb wet"), ("a bit", "mild"), ("not really", "doubtful"),
            ("i think so", "doubtful"), ("don't know", "unknown"), ("not sure", "unknown"),
            ("the second", "items saddle_numb -retention -wet"),
            ("yes, the first", "items retention -saddle_numb -wet"),
            ("the last one", "items wet -retention -saddle_numb"),
            ("only the numbness", "items saddle_numb -retention -wet"),
            ("yes, numbness", "yes saddle_numb"), ("the peeing", "items retention"),
            ("no, but i can't pee", "no retention -saddle_numb -wet"),
            ("can't pee", "items retention"), ("no numbness between my legs", "items -saddle_numb"),
            ("yes, i wet myself", "yes wet"), ("i've got a fever", nil), ("blah", nil), ("", nil),
            ("what if i can't pee", nil),
        ] as [(String, String?)])
    func screens(_ text: String, _ answer: String?) throws {
        let found = try Reading(text, asking: "Q-CES").answer
        #expect(found == answer)
    }

    @Test func somebodyElsesTroubleIsNoAnswer() throws {
        let knowledge = try SmallFolder.knowledge()
        let situation = Situation(
            expecting: knowledge.question(named: "Q-CES").map { .question($0) }, isAboutWriter: true)
        #expect(try Reading("my mum can't pee", situation: situation).answer == nil)
    }

    @Test func nothingIsAnsweredWithoutAQuestion() throws {
        #expect(try Reading("yes").answer == nil)
        #expect(try Reading("7").answer == nil)
    }

    @Test func noInTheMiddleAnswersNothing() throws {
        #expect(try Reading("there is no fever", asking: "Q-CES").answer == nil)
        #expect(try Reading("no fever", asking: "Q-CES").answer == nil)
    }

    @Test(
        arguments: [
            ("lower", "options [0]"), ("the bottom", "options [0]"), ("all over", "options [1]"),
            ("lower and upper", "options [1]"),
            ("2", "options [1]"), ("3", "options [2]"), ("4", nil), ("the first", "options [0]"),
            ("the last one", "options [2]"), ("the second one", "options [1]"),
            ("yes", "yes"), ("no", "no"), ("not sure", "unknown"), ("maybe", "unknown"), ("hm", nil), ("1.5", nil),
            ("0", nil),
            ("lower, all over", "options [0, 1]"),
        ] as [(String, String?)])
    func choices(_ text: String, _ answer: String?) throws {
        let found = try Reading(text, asking: "Q-WHERE").answer
        #expect(found == answer)
    }

    @Test(
        arguments: [
            ("7", "score 7.0"), ("about 7", "score 7.0"), ("7 or 8", "score 8.0"), ("7/10", "score 7.0"),
            ("eight", "score 8.0"),
            ("10", "score 10.0"), ("11", "score 10.0"), ("0", "score 0.0"), ("don't know", "unknown"), ("50", nil),
            ("bad", nil),
            ("yes", nil), ("it was 7 yesterday", "score 7.0"),
        ] as [(String, String?)])
    func scales(_ text: String, _ answer: String?) throws {
        let found = try Reading(text, asking: "Q-BAD").answer
        #expect(found == answer)
    }

    @Test(
        arguments: [
            ("3 days", "duration 3d"), ("2-3 weeks", "duration 2w..3w"), ("since yesterday", "duration ~1d..2d"),
            ("over a year", "duration 1y.."), ("don't know", "unknown"), ("long", nil), ("3", nil), ("yes", nil),
            ("for ages", "duration ~12w.."),
        ] as [(String, String?)])
    func durations(_ text: String, _ answer: String?) throws {
        let found = try Reading(text, asking: "Q-LONG").answer
        #expect(found == answer)
    }

    @Test func freeText() throws {
        #expect(try Reading("my knee creaks", asking: "Q-ELSE").answer == "text")
        #expect(try Reading("don't know", asking: "Q-ELSE").answer == "unknown")
        #expect(try Reading("   ", asking: "Q-ELSE").answer == nil)
    }

    @Test(
        arguments: [
            ("yes", "yes retention"), ("no", "no -retention"), ("a bit", "mild ~retention"),
            ("not really", "doubtful ?retention"),
            ("don't know", "unknown"), ("can't pee", "items retention"), ("peeing fine", "items -retention"),
            ("hm", nil),
            ("the first", nil), ("all of them", "yes retention"),
        ] as [(String, String?)])
    func oneFinding(_ text: String, _ answer: String?) throws {
        let finding = try #require(try SmallFolder.knowledge().finding(named: "retention"))
        #expect(try Reading(text, situation: Situation(expecting: .finding(finding))).answer == answer)
    }

    @Test(
        arguments: [
            ("yesterday", "duration ~1d..2d"), ("3 days ago", "duration 3d"), ("years ago", "duration ~1y.."),
            ("as a child", "duration ~1y.."), ("don't know", "unknown"), ("yes", nil), ("2 weeks", "duration 2w"),
        ] as [(String, String?)])
    func dates(_ text: String, _ answer: String?) throws {
        let finding = try #require(try SmallFolder.knowledge().finding(named: "wet"))
        #expect(try Reading(text, situation: Situation(expecting: .date(finding))).answer == answer)
    }

    @Test(arguments: [
        ("the first", "items retention -saddle_numb -wet"), ("peeing", "items retention"), ("yes", "yes"),
    ])
    func whichOfThem(_ text: String, _ answer: String) throws {
        let screen = try #require(try SmallFolder.knowledge().question(named: "Q-CES"))
        #expect(try Reading(text, situation: Situation(expecting: .which(screen))).answer == answer)
    }

    @Test func aYesToOneItemIsThatItem() throws {
        let reading = try Reading("yes, the second one", asking: "Q-CES")
        let answer = try #require(reading.understanding.answer)
        #expect(
            answer.items.first { $0.context.status == .present }?.concept
                == reading.knowledge.finding(named: "saddle_numb"))
        #expect(reading.understanding.intent == .answer)
    }
}
