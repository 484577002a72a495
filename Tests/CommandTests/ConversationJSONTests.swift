import Foundation
import Testing

/// `asking`, `triage`, `range`, `within` and `done` through whole conversations.
@Suite struct ConversationJSONTests {
    /// Answers whatever is asked until the ending, then tells of something new.
    static let calm = Result {
        let session = try LiveSession.json()
        var answers = [try session.answer("My calf knotted up in bed last night and I had to jump out.")]
        while answers.count < 40, let asking = answers[answers.count - 1].asking {
            answers.append(try session.answer(reply(to: asking)))
        }
        let ending = answers.count - 1
        answers.append(try session.answer("/why"))
        answers.append(try session.answer("thanks"))
        answers.append(try session.answer("now my lower back has seized up as well"))
        return (answers: answers, ending: ending, status: try session.finish().status)
    }

    static let alarm = Result {
        try Binary.chat([
            "my lower back went into spasm this morning", "and since lunch I can't pee at all", "/why", "really?",
        ])
    }

    static func reply(to question: String) -> String {
        switch question {
        case "Q-SEV": "4"
        case "Q-SIDE": "the left one"
        case "Q-DUR1": "two minutes"
        case "Q-DURALL": "three days"
        case "Q-FREQ": "now and then"
        case "Q-TRIGGER": "nothing special"
        default: "no"
        }
    }

    @Test func asksUntilALevelIsTold() throws {
        let (answers, ending, status) = try Self.calm.get()
        #expect(status == 0)
        for answer in answers[..<ending] {
            #expect(answer.asking?.hasPrefix("Q-") == true)
            #expect(answer.triage == nil && answer.within == nil && !answer.isDone && answer.rules.isEmpty)
        }
        #expect(answers[0].asking == "Q-CALF", "a screen goes by the brief's id")
        #expect(answers[ending].isDone)
        #expect(answers[ending].triage == "self-care")
        #expect(!answers[ending].rules.isEmpty)
    }

    @Test func noQuestionIsAskedTwiceWhenItIsAnswered() throws {
        let (answers, ending, _) = try Self.calm.get()
        let asked = answers[..<ending].compactMap(\.asking)
        #expect(Set(asked).count == asked.count, "\(asked)")
    }

    @Test func theRangeHoldsWhatComesAndClosesUpOnIt() throws {
        let (answers, ending, _) = try Self.calm.get()
        let level = try #require(answers[ending].triage.flatMap(ChatAnswer.levels.firstIndex))
        for answer in answers[...ending] {
            let ranks = answer.range.compactMap(ChatAnswer.levels.firstIndex)
            try #require(ranks.count == 2)
            #expect(ranks[0] <= level && level <= ranks[1], "turn \(answer.turn ?? 0)")
        }
        #expect(answers[ending].range == ["self-care", "self-care"])
        #expect(answers[0].range == ["self-care", "emergency"])
    }

    @Test func laterLinesAreAnswered() throws {
        let (answers, ending, _) = try Self.calm.get()
        for answer in answers[(ending + 1)...(ending + 2)] {
            #expect(!answer.reply.isEmpty)
            #expect(answer.isDone)
            #expect(answer.triage == "self-care")
        }
    }

    @Test func newTroubleOpensItAgainAndTheLastLevelStands() throws {
        let (answers, ending, _) = try Self.calm.get()
        let again = try #require(answers.last)
        #expect(!again.isDone)
        #expect(again.asking == "Q-CES")
        #expect(again.triage == answers[ending].triage)
        #expect(again.rules == answers[ending].rules)
        #expect(again.range.last == "emergency")
    }

    @Test func anEmergencyInterruptsAndAsksNothing() throws {
        let answers = try Self.alarm.get()
        #expect(answers[0].asking == "Q-CES" && answers[0].triage == nil)
        let alarm = answers[1]
        #expect(alarm.triage == "emergency")
        #expect(alarm.within == "now")
        #expect(alarm.json["asking"] == .null)
        #expect(alarm.isDone)
        #expect(alarm.rules.first == "RF-01")
        #expect(alarm.acts.contains("emergency"))
        #expect(answers[2].triage == "emergency" && answers[3].triage == "emergency")
    }

    /// Where a reply has a list of sources that is all of them; else they are the numbers, as in [3, 4].
    @Test func sourcesAreThoseCitedInTheReply() throws {
        let answers = try Self.calm.get().answers + Self.alarm.get()
        #expect(answers.contains { $0.sources.count > 3 })
        for answer in answers {
            let numbers = answer.reply.matches(of: /\[([0-9, ]+)\]|sources? ([0-9, ]+)\)/).flatMap {
                ($0.output.1 ?? $0.output.2 ?? "").split(separator: ",").map { $0.filter(\.isNumber) }
            }
            let list = answer.reply.split(separator: "\n").first { $0.contains(" · ") }
            let cited = list?.split(separator: "·").count ?? Set(numbers).count
            #expect(answer.sources.count == cited, "\(answer.sources), and cited: \(Set(numbers).sorted())")
            #expect(Set(answer.sources).count == answer.sources.count)
        }
    }
}
