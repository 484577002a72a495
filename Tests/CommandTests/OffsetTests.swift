import Foundation
import Testing

/// Offsets count Unicode code points of the text as received; an invalid byte is one U+FFFD.
@Suite struct OffsetTests {
    static let asked = "and I can't pee since this morning"

    /// One code point of 4 bytes, several joined, accents in one and in two code points, a tab, a byte order mark,
    /// other scripts, a flag.
    static let before = [
        "", "😀 ", "👨‍👩‍👧 ", "néé: ", "ne\u{301}e: ", "\t", "\u{FEFF}", "дед и 猫 ", "\u{1F1EC}\u{1F1E7} ",
    ]

    @Test func countCodePoints() throws {
        let answers = try Binary.chat(
            Self.before.flatMap { before in
                // Foundation's JSON reader drops a raw byte order mark at the start of a text, so it is escaped.
                let escaped = before.replacingOccurrences(of: "\t", with: "\\t")
                    .replacingOccurrences(of: "\u{FEFF}", with: "\\ufeff")
                return [before + Self.asked, "/reset", "{\"text\": \"\(escaped)\(Self.asked)\"}", "/reset"]
            })
        for (index, before) in Self.before.enumerated() {
            let finding = answers[index * 4].findings.first
            #expect(finding?.span(in: before + Self.asked)?.hasSuffix("pee") == true, "\(before)")
            #expect(
                answers[index * 4 + 2].findings == answers[index * 4].findings,
                "\(before.debugDescription) in an object")
        }
    }

    @Test func anInvalidByteIsOneReplacement() throws {
        // A stray byte, a byte that never occurs, three of four bytes of an emoji, a surrogate, an overlong slash.
        let bad: [[UInt8]] = [
            [0x80], [0xFF, 0xFE], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0xC0, 0xAF],
            [0xF0, 0x9F, 0x98, 0x20, 0xE2, 0x82],
        ]
        var input = Data()
        for bytes in bad {
            input += Data(bytes) + Data((" " + Self.asked + "\n").utf8)
            input += Data("/reset\n{\"text\": \"".utf8) + Data(bytes) + Data((" " + Self.asked + "\"}\n/reset\n").utf8)
        }
        let answers = try Binary.chat(bytes: input)
        try #require(answers.count == bad.count * 4)
        for (index, bytes) in bad.enumerated() {
            let shown = bytes.map { $0 == 0x20 ? " " : "\u{FFFD}" }.joined() + " " + Self.asked
            for answer in [answers[index * 4], answers[index * 4 + 2]] {
                #expect(answer.findings.first?.span(in: shown)?.hasSuffix("pee") == true, "\(bytes)")
            }
        }
    }

    @Test func belongToTheTextOfTheirTurn() throws {
        let texts = ["🦵 my lower back is in spasm", "no", "😀 well now my bottom is numb"]
        let answers = try Binary.chat(texts)
        let findings = try #require(answers.last?.findings)
        #expect(Set(findings.compactMap { $0["turn"]?.integer }) == [2, 3])
        for finding in findings {
            let turn = try #require(finding["turn"]?.integer)
            let span = try #require(finding.span(in: texts[turn - 1]))
            #expect(turn == 2 ? span == "no" : "my bottom is numb".contains(span) && !span.isEmpty)
        }
    }

    @Test func aFindingKnowsWhoseAndWhenItIs() throws {
        let texts = [
            "my mum had a fever last year", "I have no fever at all", "maybe I have a fever",
            "what if I get a fever?", "I have a fever",
        ]
        let answers = try Binary.chat(texts.flatMap { ["/reset", $0] })
        let contexts = stride(from: 1, to: answers.count, by: 2).map { answers[$0].finding("fever")?.context }
        #expect(contexts[0] == ["present", "other", "past"])
        #expect(contexts[1] == ["absent", "patient", "current"])
        #expect(contexts[2] == ["uncertain", "patient", "current"])
        #expect(contexts[3]?[2] == "hypothetical")
        #expect(contexts[4] == ["present", "patient", "current"])
    }

    @Test func askedAndNotAnsweredIsUnknown() throws {
        let answers = try Binary.chat(["my lower back is in spasm", "I'd rather not say", "I'd rather not say"])
        #expect(answers.last?.findings.contains { $0["status"]?.string == "unknown" } == true)
    }
}
