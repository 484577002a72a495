import Charley
import Foundation
import Testing

@testable import Channels

@Suite struct UnderstandLinesTests {
    private static func answer(_ line: String, now: String? = nil) -> String {
        var lines = UnderstandLines(SmallKnowledge.assistant(), now: now)
        return lines.answer(Array(line.utf8))
    }

    private static func failure(_ line: String) -> String? {
        guard case .object(let object) = JSONObject.parse(Array(line.utf8)) else { return "no object" }
        do throws(UnderstandRequest.Failure) {
            _ = try UnderstandRequest.read(object)
            return nil
        } catch { return error.code }
    }

    @Test func aWholeRequest() throws {
        let line =
            #"{"id": "x", "text": "a b", "concepts": [{"start": 0, "end": 1}], "asking": "Q-1", "now": "2026-03-01T09:30:00Z"}"#
        guard case .object(let object) = JSONObject.parse(Array(line.utf8)) else {
            Issue.record("no object")
            return
        }
        let request = try UnderstandRequest.read(object)
        #expect(
            request.id == "x" && request.text == "a b" && request.asking == "Q-1"
                && request.now == "2026-03-01T09:30:00Z")
        #expect(request.concepts.map(\.start) == [0] && request.concepts.map(\.end) == [1])
    }

    @Test(arguments: [
        #"{"text": "a"}"#, #"{"id": null, "text": "", "concepts": null, "asking": null, "now": null}"#,
        #"{"id": 7, "text": "a"}"#,
        #"{"text": "a", "concepts": []}"#, #"{"text": "a", "concepts": [{"start": 2, "end": 2}]}"#,
    ])
    func whatIsTaken(_ line: String) {
        #expect(Self.failure(line) == nil)
    }

    @Test(arguments: [
        (#"{"id": "x"}"#, "wrong-type"), (#"{"text": 1}"#, "wrong-type"),
        (#"{"text": "a", "extra": 1}"#, "unknown-key"),
        (#"{"text": "a", "asking": 1}"#, "wrong-type"), (#"{"text": "a", "now": 1}"#, "wrong-type"),
        (#"{"text": "a", "id": []}"#, "wrong-type"),
        (#"{"text": "a", "concepts": {}}"#, "wrong-type"), (#"{"text": "a", "concepts": [1]}"#, "wrong-type"),
        (#"{"text": "a", "concepts": [{"start": 0}]}"#, "wrong-type"),
        (#"{"text": "a", "concepts": [{"start": 3, "end": 2}]}"#, "wrong-type"),
        (#"{"text": "a", "concepts": [{"start": -1, "end": 2}]}"#, "wrong-type"),
        (#"{"text": "a", "concepts": [{"start": 0.5, "end": 2}]}"#, "wrong-type"),
        (#"{"text": "a", "concepts": [{"start": "0", "end": "2"}]}"#, "wrong-type"),
    ])
    func whatIsRefused(_ line: String, _ code: String) {
        #expect(Self.failure(line) == code)
        #expect(Self.answer(line).contains("\"code\": \"\(code)\""))
    }

    /// What no text of an id or a number may be.
    @Test(arguments: [
        #"{"text": "a", "id": true}"#, #"{"text": "a", "concepts": [{"start": false, "end": true}]}"#,
        #"{"text": "a", "concepts": [{"start": 0, "end": 1, "extra": 2}]}"#,
    ])
    func strictness(_ line: String) {
        #expect(Self.failure(line) != nil)
    }

    @Test func answers() {
        #expect(
            Self.answer(#"{"id": "x", "text": "thanks"}"#).hasPrefix(
                #"{"id": "x", "entities": [], "findings": [], "concepts": [], "answer": null, "intent": "thank", "error": null}"#
            ))
        #expect(Self.answer("nonsense").hasPrefix(#"{"id": null, "entities": []"#))
        #expect(Self.answer("nonsense").contains(#""error": {"code": "bad-json""#))
        #expect(Self.answer(#"{"id": "x", "text": 1}"#).hasPrefix(#"{"id": "x", "#))
        #expect(Self.answer(#"{"text": "a", "asking": "Q-1"}"#).contains("unknown-question"))
        #expect(Self.answer(#"{"text": "a"}"#, now: "whenever").contains("bad-now"))
        #expect(
            Self.answer(#"{"text": "a", "now": "2026-03-01T09:30:00Z"}"#, now: "whenever").contains(#""error": null"#))
        let concepts = Self.answer(#"{"text": "é a", "concepts": [{"start": 2, "end": 3}, {"start": 50, "end": 60}]}"#)
        #expect(
            concepts.contains(#"{"start": 2, "end": 3, "status": "present""#)
                && concepts.contains(#"{"start": 50, "end": 60"#))
    }

    @Test func oneLineForEach() throws {
        let input = "{\"text\": \"a\"}\n\n  \nnonsense\n{\"id\": \"z\", \"text\": \"b\"}"
        let output = try PipePair.feed(Array(input.utf8), inPiecesOf: 5) { reader in
            try PipePair.output { writer in
                var lines = UnderstandLines(SmallKnowledge.assistant(), now: nil)
                lines.run(input: reader, output: writer)
            }
        }
        let lines = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == 5 && lines.last?.hasPrefix(#"{"id": "z""#) == true)
    }
}
