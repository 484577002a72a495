import Foundation
import Testing

/// `charley chat --json`: the form of every object, whatever came in.
@Suite struct JSONLinesTests {
    /// Messages, commands, blank lines and refusals, mixed.
    static let lines = [
        "/help", "my lower back grips me when I bend", "", "   ", "/why", "{\"text\": \"since last Tuesday\"}",
        "{\"command\": \"facts\"}", "{oops", "no", "  {\"text\": \"no\"}", "/source 1", "/quit", "about a five",
        "I can not pass any water since this morning", "/why", "{\"command\": \"reset\"}", "my calf is in a knot",
        "/reset",
        "hello",
    ]
    static let answers = Result { try Binary.chat(lines) }

    @Test func exactlyOneObjectForEachLine() throws {
        #expect(try Self.answers.get().count == Self.lines.count)
    }

    @Test func everyKeyIsThereInItsOrder() throws {
        for answer in try Self.answers.get() { #expect(answer.json.keys == ChatAnswer.keys) }
    }

    @Test func everyValueHasItsType() throws {
        for answer in try Self.answers.get() {
            let json = answer.json
            #expect((answer.turn ?? -1) >= 0)
            #expect(!answer.reply.isEmpty && !answer.reply.hasSuffix("\n"))
            #expect(json["acts"]?.items.count == answer.acts.count)
            #expect(json["asking"] == .null || answer.asking != nil)
            #expect(json["triage"] == .null || ChatAnswer.levels.contains(answer.triage ?? ""))
            let times = ["now", "today", "2 days", "1 week", "2 weeks"]
            #expect(json["within"] == .null || times.contains(answer.within ?? ""))
            #expect([.bool(true), .bool(false)].contains(json["done"]))
            #expect(json["rules"]?.items.count == answer.rules.count)
            #expect(json["sources"]?.items.count == answer.sources.count)
            let ranks = answer.range.compactMap(ChatAnswer.levels.firstIndex)
            #expect(ranks.count == 2 && ranks == ranks.sorted(), "lowest first: \(answer.range)")
        }
    }

    @Test func findingsHaveTheirKeysInOrder() throws {
        let findings = try Self.answers.get().flatMap(\.findings)
        #expect(!findings.isEmpty)
        for finding in findings {
            #expect(finding.keys == ["id", "status", "experiencer", "time", "turn", "start", "end"])
            #expect(["present", "absent", "uncertain", "unknown"].contains(finding["status"]?.string))
            #expect(["patient", "other"].contains(finding["experiencer"]?.string))
            #expect(["current", "past", "hypothetical"].contains(finding["time"]?.string))
        }
    }

    @Test func nullAndEmptyListsWhereThereIsNothing() throws {
        let reset = try Self.answers.get()[15]
        for key in ["asking", "triage", "within", "error"] { #expect(reset.json[key] == .null, "\(key)") }
        for key in ["findings", "rules", "sources"] { #expect(reset.json[key] == .list([]), "\(key)") }
        #expect(reset.range == ["self-care", "emergency"])
        #expect(!reset.isDone)
    }

    @Test func turnCountsFromOneAndIsZeroAfterAReset() throws {
        let answers = try Self.answers.get()
        let messages = [1, 2, 3, 5, 8, 9, 12, 13, 16, 18].map { answers[$0].turn }
        let first = try #require(messages[0])
        #expect(messages[0..<8] == [0, 1, 2, 3, 4, 5, 6, 7].map { first + $0 }[...], "blank lines are messages")
        #expect(answers[15].turn == 0)
        #expect(answers[16].turn == 1)
        #expect(answers[17].turn == 0)
        #expect(answers[18].turn == 1)
    }

    /// A program takes 0 for a conversation that has begun anew.
    @Test func turnIsZeroInNoOtherAnswer() throws {
        let answers = try Self.answers.get()
        for (line, answer) in zip(Self.lines, answers) where !line.contains("reset") {
            #expect(answer.turn != 0, "\(line)")
        }
    }

    @Test func doneIsALevelToldAndNothingOpen() throws {
        for answer in try Self.answers.get() {
            #expect(answer.isDone == (answer.triage != nil && answer.asking == nil))
        }
    }

    @Test func aLineIsAJSONObjectByItsFirstBrace() throws {
        let said = try Binary.chat([
            "my {left} calf is in a knot", "/reset", "\t {\"text\": \"my {left} calf is in a knot\"}", "/reset",
            "[\"my {left} calf is in a knot\"]", "/reset", "\"quoted\"",
        ])
        #expect(said[0] == said[2])
        #expect(said[0].asking != nil)
        #expect(said.allSatisfy { $0.errorCode == nil }, "without a brace in front it is what was typed")
        #expect(said[4].standing == said[0].standing)
    }

    @Test func flushesAfterEachObjectAndSaysNothingBefore() throws {
        let session = try LiveSession.json()
        for (line, wanted) in zip(Self.lines, try Self.answers.get()) {
            #expect(try session.answer(line) == wanted)
        }
        let (rest, status) = try session.finish()
        #expect(rest == "")
        #expect(status == 0)
    }
}
