import Foundation
import Testing

/// `charley understand`: bad lines, the clock, the view for people.
@Suite struct UnderstandLineTests {
    static let good = #"{"id": "good", "text": "my calf is in a knot"}"#

    @Test func aLineThatIsNoJSONIsAnErrorAndTheRunGoesOn() throws {
        let bad = ["nope", "", "   ", "[1]", "\"text\"", "{\"id\": \"a\", \"text\": \"b\"", "{\"id\": 1} 2"]
        let answers = try Binary.understand(bad.flatMap { [$0, Self.good] })
        for (index, line) in bad.enumerated() {
            let answer = answers[index * 2]
            #expect(answer["id"] == .null)
            #expect(answer["error"]?.keys == ["code", "message"], "\(line)")
            #expect(answer.keys == ["id", "entities", "findings", "concepts", "answer", "intent", "error"])
            #expect(answers[index * 2 + 1] == answers[1])
        }
        #expect(answers[1]["error"] == .null)
    }

    @Test func aWrongKeyTypeOrValueIsAnErrorOfItsLine() throws {
        let bad = [
            #""text": 3"#, #""text": null"#, #""txt": "a""#, #""text": "a", "more": 1"#, #""text": "a", "concepts": 3"#,
            #""text": "a", "concepts": [{"start": 0}]"#, #""text": "a", "concepts": [{"start": 1, "end": 0}]"#,
            #""text": "a", "asking": 4"#, #""text": "a", "asking": "Q-NOWHERE""#, #""text": "a", "now": "soon""#,
            #""text": "a", "now": "2026-03-01T09:30:00""#,
        ]
        let answers = try Binary.understand(bad.map { "{\"id\": \"n\", \($0)}" } + [Self.good])
        for (line, answer) in zip(bad, answers) {
            #expect(answer["error"]?["code"]?.string?.isEmpty == false, "\(line)")
            #expect(answer["id"] == .text("n"))
            #expect(answer["entities"] == .list([]))
        }
        #expect(answers.last?["error"] == .null)
    }

    @Test func bytesAreRepairedAndALastLineNeedsNoBreak() throws {
        let text = Data(#"{"id": "r", "text": ""#.utf8) + Data([0xF0, 0x9F, 0x98]) + Data(#" I can't pee"}"#.utf8)
        let run = try Binary.run(["understand"], input: text)
        let answer = try JSONValue(parsing: run.text.trimmingCharacters(in: .newlines))
        #expect(run.text.hasSuffix("}\n"))
        #expect(answer["findings"]?.items.first?["start"]?.integer == 6)
    }

    @Test func eachLineMayHaveItsOwnTimeAndTheOptionIsForAll() throws {
        let since = #""text": "it has hurt since Thursday""#
        let lines = ["{\"id\": \"a\", \(since)}", "{\"id\": \"b\", \(since), \"now\": \"2026-03-06T09:30:00+01:00\"}"]
        func seconds(_ now: String) throws -> [JSONValue?] {
            try Binary.understand(lines, ["--now", now]).map { answer in
                answer["entities"]?.items.first { $0["type"]?.string == "duration" }?["seconds"]
            }
        }
        let sunday = try seconds("2026-03-01T09:30:00+00:00")
        let friday = try seconds("2026-03-06T09:30:00+01:00")
        #expect(sunday[0] != nil && sunday[0] != friday[0])
        #expect(sunday[1] == friday[0], "the line's own time wins")
        #expect(friday[1] == friday[0])
    }

    @Test func intents() throws {
        let said = [
            "my calf keeps knotting up": "describe", "should I put heat on it or ice?": "ask",
            "thank you very much": "thank", "you useless idiot": "abuse", "bye": "leave",
            "what will the weather be in Lisbon?": "out-of-scope", "I want to end my life": "self-harm",
            "zxqv brrgl": "unreadable", "say that again please": "repeat", "why do you ask that?": "explain",
            "no, I meant my other leg": "correct",
        ]
        let texts = said.keys.sorted()
        let answers = try Binary.understand(texts.map { "{\"text\": \"\($0)\"}" })
        for (text, answer) in zip(texts, answers) { #expect(answer["intent"]?.string == said[text], "\(text)") }
    }

    @Test func argumentsGiveAViewForPeople() throws {
        let run = try Binary.run([
            "understand", "My left calf has not been", "swollen, maybe sore, glorb \u{1B}[31m", "--now", Binary.now,
        ])
        #expect(run.status == 0)
        #expect(run.complaints == "")
        #expect(run.text.contains("[left calf") || run.text.contains("left [calf"), "spans are marked: \(run.text)")
        #expect(run.text.contains("site calf"))
        #expect(run.text.contains("absent") && run.text.contains("uncertain"))
        #expect(run.text.contains("'has not'"), "the modifier, by name, and what it reaches")
        #expect(run.text.contains(/not claimed: .*glorb/))
        #expect(!run.text.contains("\u{1B}"))
    }
}
