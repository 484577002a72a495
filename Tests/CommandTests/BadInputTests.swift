import Foundation
import Testing

/// Whatever is typed or pasted: an answer, the conversation as it was, nothing raw sent back.
@Suite struct BadInputTests {
    static let opening = "my lower back seizes when I get out of the car"
    static let bad: [(name: String, line: [UInt8])] = [
        ("empty", []), ("spaces", Array("     ".utf8)), ("wide spaces", Array("\u{3000}\u{A0}\u{2003}".utf8)),
        ("emoji", Array("😀🙈👨‍👩‍👧".utf8)), ("German", Array("mein Nachbar singt gern in der Badewanne".utf8)),
        ("Japanese", Array("きのうから調子がよくないです".utf8)), ("invalid", [0xFF, 0xFE, 0xC0, 0xAF, 0xED, 0xA0, 0x80]),
        ("NUL", [0, 0, 0]), ("controls", Array(1...8) + [0x0B, 0x0C] + Array(0x0E...0x1F) + [0x7F]),
        ("C1", [0xC2, 0x9B, 0x33, 0x31, 0x6D, 0xC2, 0x85]),
        ("escapes", Array("\u{1B}[2J\u{1B}[31m\u{1B}]0;mine\u{7}".utf8)),
        ("a command nobody knows", Array("/nonsense".utf8)), ("a slash", Array("/".utf8)),
        ("slashes", Array("//// /".utf8)),
        ("a command with escapes", Array("/non\u{1B}[31msense\u{7}".utf8)), ("marks", Array("?!.,;:-()[]%$#@".utf8)),
        ("a brace", Array("{".utf8)), ("combining", Array(String(repeating: "\u{301}", count: 200).utf8)),
        ("line separators", Array("\u{2028}\u{2029}\u{85}".utf8)), ("right to left", Array("\u{202E}\u{200F}abc".utf8)),
    ]

    /// Each in a conversation of its own: the complaint, the bad line, what was noted.
    static var input: Data {
        var data = Data()
        for (_, line) in bad { data += Data((opening + "\n").utf8) + Data(line) + Data("\n/facts\n/reset\n".utf8) }
        return data
    }

    @Test func isAnsweredAndChangesNothing() throws {
        let answers = try Binary.chat(bytes: Self.input)
        try #require(answers.count == Self.bad.count * 4)
        for (index, (name, _)) in Self.bad.enumerated() {
            let (before, after) = (answers[index * 4], answers[index * 4 + 1])
            #expect(before.asking == "Q-CES", "\(name)")
            #expect(after.standing == before.standing, "\(name)")
            #expect(after.reply.contains(/[a-z]{3,} [a-z]{2,}/), "\(name): in words: \(after.reply)")
            #expect(answers[index * 4 + 2].reply == answers[2].reply, "\(name)")
        }
    }

    @Test func thePipeAnswersInItsFrame() throws {
        let run = try Binary.run(["chat"], input: Self.input)
        #expect(run.status == 0)
        #expect(run.complaints == "")
        #expect(run.text.components(separatedBy: "\n\n").count == Self.bad.count * 4 + 1)
        #expect(!run.text.contains("\n\n\n"))
        let controls = run.text.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
        #expect(controls.isEmpty, "\(controls)")
    }

    /// Where words are quoted back: in what was noted, in complaints about a command.
    @Test func whatIsQuotedIsHarmless() throws {
        let nasty = "\u{1B}[31m\u{7}\u{9B}2J\u{1B}]0;x\u{7}\r\u{8}"
        let lines = [
            "my left\(nasty) calf\(nasty) is \(nasty)in a knot\(nasty) for about\(nasty) two\(nasty) weeks", "/facts",
            "/why",
            "I can't \(nasty)pee", "/why", "/facts", "/source \(nasty)1", "/region \(nasty)", "/\(nasty)",
            "/x\(nasty)y z",
        ]
        let run = try Binary.run(["chat"], input: Binary.data(lines))
        #expect(run.text.components(separatedBy: "\n\n").count == lines.count + 1)
        let controls = (run.text + run.complaints).unicodeScalars.filter {
            $0.properties.generalCategory == .control && $0 != "\n"
        }
        #expect(controls.isEmpty, "\(controls)")
        // On the way to a program they are escaped, and the line stays one line.
        for answer in try Binary.chat(lines) { #expect(answer.json.keys == ChatAnswer.keys) }
    }

    @Test func aMegabyteWithoutASpaceIsOneMessage() throws {
        let answers = try Binary.chat([Self.opening, String(repeating: "x", count: 1_000_000), "no"])
        try #require(answers.count == 3)
        #expect(answers[1].standing == answers[0].standing)
        #expect(answers[1].reply.utf8.count < 10_000, "it is not sent back")
        #expect(answers[2].finding("retention")?["status"] == .text("absent"))
    }

    /// Takes seconds where the time is linear in the length, and minutes where it is not.
    @Test func aMegabyteOfSentencesIsOneMessage() throws {
        let sentence = "well my calf went again and I do not know why that is so "
        let text = String(repeating: sentence, count: 1_000_000 / sentence.utf8.count) + "and now I can't pee"
        let answers = try Binary.chat([text, "/facts"])
        try #require(answers.count == 2)
        #expect(answers[0].triage == "emergency", "the last words count like the first")
        #expect(answers[0].finding("retention")?.span(in: text) == "can't pee")
    }
}
