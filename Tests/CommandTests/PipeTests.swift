import Foundation
import Testing

/// The plain pipe: a line in, a reply out, and an empty line after it.
@Suite struct PipeTests {
    static let lines = [
        "my lower back locks solid whenever I stand up", "", " \t  ", "/help", "/nonsense", "none of those", "🦵🦵",
        "it is about a six", "/why", "/facts", "I have not been able to pass water since breakfast", "/why", "/reset",
        "my calf knots up at night",
    ]
    static let whole = Result { try Binary.run(["chat", "--now", Binary.now], input: Binary.data(lines)) }
    static let json = Result { try Binary.chat(lines) }

    @Test func eachReplyIsItsLinesAndThenOneEmptyLine() throws {
        let text = try Self.whole.get().text
        #expect(text.hasSuffix("\n\n"))
        #expect(!text.hasPrefix("\n"))
        #expect(!text.contains("\n\n\n"))
        let blank = text.split(separator: "\n").filter { $0.allSatisfy(\.isWhitespace) }
        #expect(blank.isEmpty, "a line of spaces looks empty to a person and not to a program")
    }

    @Test func oneLineInIsOneMessage() throws {
        let text = try Self.whole.get().text
        #expect(text.components(separatedBy: "\n\n").dropLast().count == Self.lines.count)
    }

    /// No greeting, no prompt, nothing but what JSON Lines call the reply.
    @Test func standardOutputCarriesAnswersOnly() throws {
        let wanted = try Self.json.get().map { $0.reply + "\n\n" }.joined()
        #expect(try Self.whole.get().text == wanted)
        #expect(try Self.whole.get().complaints == "")
    }

    @Test func noEscapeAndNoOtherControlCharacter() throws {
        let control = try Self.whole.get().output.filter { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }
        #expect(control.isEmpty)
    }

    @Test func endsWithZeroWhateverTheLevel() throws {
        #expect(try Self.json.get().contains { $0.triage == "emergency" })
        #expect(try Self.whole.get().status == 0)
    }

    @Test func chatIsTheDefaultAndALastLineNeedsNoBreak() throws {
        let run = try Binary.run(["--now", Binary.now], input: Data(Self.lines.joined(separator: "\n").utf8))
        #expect(run.status == 0)
        #expect(run.output == (try Self.whole.get().output))
    }

    @Test func carriageReturnsAreNoPartOfALine() throws {
        let input = Data(Self.lines.map { $0 + "\r\n" }.joined().utf8)
        let run = try Binary.run(["chat", "--now", Binary.now], input: input)
        #expect(run.text == (try Self.whole.get().text))
    }

    @Test func nothingInIsNothingOut() throws {
        let run = try Binary.run(["chat"])
        #expect(run.status == 0)
        #expect(run.text == "")
        #expect(run.complaints == "")
    }

    @Test func resetAloneBeginsAnewAndAnEmptyLineNever() throws {
        let facts = "/facts"
        let said = try Binary.pipe([
            facts, "my left calf is in a knot", facts, "", "    ", "\t", facts, "could you /reset the clock", facts,
            "/reset", facts,
        ])
        try #require(said.count == 11)
        #expect(said[2] != said[0])
        #expect(said[6] == said[2], "an empty line changes nothing that was noted")
        #expect(said[8] == said[2], "in the middle of a sentence it is no command")
        #expect(!said[9].isEmpty)
        #expect(said[10] == said[0])
    }

    @Test func flushesAfterEachReply() throws {
        let alone = try Self.json.get().map(\.reply)
        let session = try LiveSession(["chat", "--now", Binary.now])
        for (line, wanted) in zip(Self.lines, alone) {
            #expect(try session.say(line, until: "\n\n") == wanted)
        }
        let (rest, status) = try session.finish()
        #expect(rest == "")
        #expect(status == 0)
    }
}
