import Charley
import Foundation
import Testing

@testable import Channels

@Suite struct JSONLinesTests {
    @Test(arguments: [
        (#"{"text": "back"}"#, ChatRequest.text("back")), (#"{"text": ""}"#, .text("")),
        (#"  {"text":"a\n\u0000é"}"#, .text("a\n\u{0}é")),
        (#"{"command": "why"}"#, .command("why", "")),
        (#"{"command": "region", "argument": "GB"}"#, .command("region", "GB")),
        (#"{"command": "why", "argument": null}"#, .command("why", "")),
    ])
    func requests(_ line: String, _ request: ChatRequest) {
        #expect(ChatRequest.parse(Array(line.utf8)) == request)
    }

    @Test(arguments: [
        ("{", "bad-json"), ("{}", "missing-key"), ("[]", "bad-json"), (#"{"text": "a"} x"#, "bad-json"),
        (#"{"txt": "a"}"#, "unknown-key"),
        (#"{"text": 7}"#, "wrong-type"), (#"{"text": null}"#, "wrong-type"), (#"{"text": true}"#, "wrong-type"),
        (#"{"text": ["a"]}"#, "wrong-type"),
        (#"{"text": "a", "command": "why"}"#, "unknown-key"), (#"{"text": "a", "argument": "b"}"#, "unknown-key"),
        (#"{"command": 1}"#, "wrong-type"), (#"{"command": "why", "argument": 1}"#, "wrong-type"),
        (#"{"argument": "b"}"#, "missing-key"),
        (#"{"text": "a", "extra": 1}"#, "unknown-key"), ("{'text': 'a'}", "bad-json"),
    ])
    func whatIsRefused(_ line: String, _ code: String) {
        guard case .refused(let found, let message) = ChatRequest.parse(Array(line.utf8)) else {
            Issue.record("\(line) was taken")
            return
        }
        #expect(found == code && !message.isEmpty)
    }

    @Test func aRefusalChangesNothing() throws {
        var session = SmallKnowledge.assistant().begin()
        // Turns count from 1; 0 stands in the answer to reset alone.
        #expect(JSONLines.answer(Array("{".utf8), &session, now: nil).turn == 1)
        _ = JSONLines.answer(Array("thanks".utf8), &session, now: nil)
        let refused = JSONLines.answer(Array("{".utf8), &session, now: nil)
        #expect(refused.turn == 1 && refused.json.contains(#""error": {"code": "bad-json""#))
        #expect(JSONLines.answer(Array(#"{"text": "thanks"}"#.utf8), &session, now: nil).turn == 2)
    }

    private static func run(_ input: String, bytes: [UInt8]? = nil) throws -> [String] {
        try PipePair.feed(bytes ?? Array(input.utf8), inPiecesOf: 100) { reader in
            try PipePair.output {
                JSONLines.run(SmallKnowledge.assistant().begin(), now: { nil }, input: reader, output: $0)
            }
        }.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    @Test func oneObjectForEveryLine() throws {
        let lines = try Self.run(
            "thanks\n\n   \n/why\n/nonsense\n{\"text\": \"/help\"}\n{\n{\"command\": \"quit\"}\nbye\n\t{\"text\": \"x\"}"
        )
        #expect(lines.count == 10)
        for line in lines {
            #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any] != nil, "\(line)")
        }
        #expect(lines[0].hasPrefix(#"{"turn": 1, "reply": "noted", "acts": [{"act": "thank"}]"#))
        #expect(lines[1].contains(#""acts": [{"act": "empty"}]"#))
        #expect(
            lines[3].contains(#"{"act": "why""#)
                && lines[4].contains(#"{"act": "unknown-command", "command": "nonsense"}"#))
        #expect(lines[5].contains(#"{"act": "help"}"#))
        #expect(lines[6].contains(#""code": "bad-json""#))
        #expect(lines[7].contains(#"{"act": "leave"}"#) && lines[8].contains(#"{"act": "leave"}"#))
    }

    @Test func invalidBytesAreRepaired() throws {
        let lines = try Self.run("", bytes: Array(#"{"text": ""#.utf8) + [0xFF] + Array("\"}\n".utf8) + [0xFF, 0x0A])
        #expect(lines.count == 2 && lines.allSatisfy { $0.contains(#""error": null"#) })
    }

    @Test func oddObjectsAreNoCrash() throws {
        let lines = try Self.run(
            "{\"text\": \"\\ud800\"}\n{\"command\": \"\"}\n{\"command\": \"\\u001b[2J\"}\n{\"\\u0000\": 1}\n")
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { !$0.unicodeScalars.contains("\u{1B}") })
    }
}
