import Foundation
import Testing

/// Commands and refusals in JSON Lines.
@Suite struct JSONCommandTests {
    static let opening = "my lower back seizes when I get out of the car"

    /// Typed with a slash, as an object, or in words: three spellings of one thing.
    @Test func goingBackIsTheSameInAllSpellings() throws {
        let spellings = ["/undo", "{\"command\": \"undo\"}", "go back", "{\"text\": \"go back\"}"]
        let answers = try Binary.chat(spellings.flatMap { ["/reset", Self.opening, "no", $0] })
        let undone = [3, 7, 11, 15].map { answers[$0] }
        #expect(undone[0].findings.isEmpty, "the answer is taken back")
        #expect(undone[0].asking == answers[1].asking)
        for (spelling, answer) in zip(spellings, undone) { #expect(answer.json == undone[0].json, "\(spelling)") }
    }

    @Test func aCommandIsNamedWithoutItsSlash() throws {
        let names = ["help", "why", "facts", "about", "undo", "nonsense", "reset"]
        let typed = try Binary.chat(names.flatMap { ["/reset", Self.opening, "/\($0)"] })
        let named = try Binary.chat(names.flatMap { ["/reset", Self.opening, "{\"command\": \"\($0)\"}"] })
        #expect(typed == named)
    }

    @Test func aCommandTakesAnArgument() throws {
        let said = try Binary.chat([
            "/region GB", "/help", "/reset", "{\"command\": \"region\", \"argument\": \"GB\"}", "/help", "/reset",
            "/help",
        ])
        #expect(said[3].reply == said[0].reply)
        #expect(said[4].reply == said[1].reply)
        #expect(said[6].reply != said[1].reply, "the region was a part of that conversation")
    }

    @Test func allThatCannotBeReadIsRefusedAndChangesNothing() throws {
        let refused = [
            "{", "{}", "{]", "{\"text\": \"no\"", "{\"text\": \"no\"} no", "{\"text\": 7}", "{\"text\": null}",
            "{\"text\": [\"no\"]}", "{\"text\": \"no\", \"more\": 1}", "{\"texts\": \"no\"}", "{\"command\": 1}",
            "{\"command\": [\"reset\"]}", "{\"command\": \"reset\", \"argument\": 5}",
            "{\"command\": \"reset\", \"arguments\": \"\"}", "{'text': 'no'}", "{\"text\": \"\\ud83d\"}",
            "{\"argument\": \"1\"}", "  {oops",
        ]
        let answers = try Binary.chat([Self.opening] + refused + ["no"])
        let undisturbed = try Binary.chat([Self.opening, "no"])
        for (line, answer) in zip(refused, answers.dropFirst()) {
            #expect(answer.json["error"]?.keys == ["code", "message"], "\(line)")
            #expect(answer.errorCode?.isEmpty == false)
            #expect(answer.json["error"]?["message"]?.string?.isEmpty == false)
            #expect(!answer.reply.isEmpty)
            #expect(answer.standing == answers[0].standing, "\(line)")
            #expect(answer.turn == answers[0].turn, "\(line)")
        }
        #expect(answers.last == undisturbed.last, "not even the count of turns")
    }

    @Test func oneErrorEach() throws {
        let said = try Binary.chat([
            "{nope", "{\"text\": 1}", "{\"texts\": \"a\"}", "{\"text\": \"a\"}", "/nonsense", "", "xqzt",
        ])
        #expect(Set(said.prefix(3).compactMap(\.errorCode)).count == 3, "bad JSON, a wrong type, an unknown key")
        for answer in said.dropFirst(3) { #expect(answer.json["error"] == .null) }
    }
}
