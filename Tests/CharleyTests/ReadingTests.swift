import Foundation
import Testing

@testable import Charley

/// One message as JSON and as the readable view.
@Suite struct ReadingTests {
    private static func object(_ text: String, asking: String? = nil, now: String? = nil) throws -> [String: Any] {
        let line = try SmallFolder.assistant().understand(text, asking: asking, now: now)
        return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    @Test func theWholeObject() throws {
        let line = try SmallFolder.assistant().understand("😭 severe back, no fever")
        #expect(
            line == #"{"id": null, "entities": ["#
                + #"{"type": "severity", "start": 2, "end": 8, "grade": "severe", "score": null, "status": "present", "experiencer": "patient", "time": "current"}, "#
                + #"{"type": "site", "start": 9, "end": 13, "id": "back", "side": null, "status": "present", "experiencer": "patient", "time": "current"}], "#
                + #""findings": [{"id": "fever", "status": "absent", "experiencer": "patient", "time": "current", "start": 18, "end": 23}], "#
                + #""concepts": [], "answer": null, "intent": "describe", "error": null}"#)
    }

    @Test(arguments: [
        ("left leg", #""type": "site", "start": 5, "end": 8, "id": "leg", "side": "left""#),
        ("goes down my leg", #""type": "radiation", "start": 13, "end": 16, "id": "leg", "side": null"#),
        ("7 out of 10", #""grade": "severe", "score": 7"#),
        ("7 to 8 out of 10", #""grade": "severe", "score": [7, 8]"#),
        ("lasting 2 days", #""seconds": [172800, 172800], "approximate": false, "role": "spell""#),
        ("2 days", #""seconds": [172800, 172800], "approximate": false, "role": "course""#),
        ("58 years old", #""type": "age", "start": 0, "end": 12, "value": 58"#),
        ("temp 38.55", #""value": 38.6"#), ("42", #""type": "number", "start": 0, "end": 2, "value": 42"#),
        ("spasms", #""type": "symptom", "start": 0, "end": 6, "id": "spasm""#),
        ("my wife has fever. my back", #""status": "present", "experiencer": "other""#),
        ("what if fever", #""time": "hypothetical""#),
        ("perhaps fever", #""status": "uncertain""#), ("fever years ago", #""time": "past""#),
        ("thank you", #""intent": "thank""#),
    ])
    func details(_ text: String, _ part: String) throws {
        let line = try SmallFolder.assistant().understand(text)
        #expect(line.contains(part), "\(line)")
    }

    /// A trend is read for the dialogue and is no entity of the contract.
    @Test func aTrendIsNotShown() throws {
        #expect((try Self.object("getting worse")["entities"] as? [Any])?.count == 0)
    }

    @Test(arguments: [
        (
            "no", "Q-CES",
            #"{"question": "Q-CES", "items": [{"finding": "retention", "status": "absent"}, {"finding": "numb", "status": "absent"}], "value": "no"}"#
        ),
        ("maybe", "Q-CES", #"{"question": "Q-CES", "items": [], "value": "uncertain"}"#),
        ("not sure", "Q-CES", #"{"question": "Q-CES", "items": [], "value": "unknown"}"#),
        ("yes", "Q-CES", #"{"question": "Q-CES", "items": [], "value": "yes"}"#),
        (
            "numbness", "Q-CES",
            #"{"question": "Q-CES", "items": [{"finding": "numb", "status": "present"}], "value": null}"#
        ),
        ("7", "Q-BAD", #"{"question": "Q-BAD", "items": [], "value": 7}"#),
        ("two days", "Q-LONG", #"{"question": "Q-LONG", "items": [], "value": [172800, 172800]}"#),
        ("left", "Q-SIDE", #"{"question": "Q-SIDE", "items": [], "value": "left"}"#),
        ("it creaks", "Q-ELSE", #"{"question": "Q-ELSE", "items": [], "value": "it creaks"}"#),
    ])
    func answers(_ text: String, _ question: String, _ answer: String) throws {
        let line = try SmallFolder.assistant().understand(text, asking: question)
        #expect(line.contains("\"answer\": \(answer)"), "\(line)")
    }

    @Test func linesOfManyMessages() throws {
        var reading = BulkReading(try SmallFolder.assistant())
        let line = reading.read(
            id: "x", text: "é no gout, fever", concepts: [(5, 9), (90, 99)], asking: nil, now: "2026-03-01T09:30:00Z")
        #expect(line.hasPrefix(#"{"id": "x", "#))
        #expect(
            line.contains(
                #""concepts": [{"start": 5, "end": 9, "status": "absent", "experiencer": "patient", "time": "current"}, {"start": 90, "end": 99"#
            ))
        let bad = reading.read(id: nil, text: "", concepts: [], asking: nil, now: "tomorrow")
        #expect(bad.contains(#""error": {"code": "bad-now""#))
        let unknown = reading.read(id: "y", text: "", concepts: [], asking: "Q-NONE", now: nil)
        #expect(unknown.contains(#""code": "unknown-question""#) && unknown.hasPrefix(#"{"id": "y", "entities": [], "#))
    }

    @Test func theReadableView() throws {
        let assistant = try SmallFolder.assistant()
        let text = assistant.explain(
            "no fever, severe left leg qwerty 7 out of 10, temp 38.5, 58 years old, lasting 2 days")
        for part in [
            "no [fever], [severe] left [leg] qwerty [7 out of 10]", "'fever' is finding fever: absent",
            "'leg' is site leg (left): present",
            "pattern not-there: 'no' makes 'fever' absent", "not claimed: qwerty", "intent describe",
            "temperature 38.5 C", "age 58",
            "duration 172800 s (spell)",
        ] { #expect(text.contains(part), "\(part) in\n\(text)") }
        let answer = assistant.explain("no", asking: "Q-CES")
        #expect(
            answer.contains("answer to Q-CES: no retention absent, numb absent")
                && answer.contains("every word was claimed"))
        #expect(assistant.explain("heat or ice").contains("topic HEAT"))
        #expect(!assistant.explain("a\u{1B}[2Jb").unicodeScalars.contains("\u{1B}"))
        let other = assistant.explain(
            "my back. my wife always had numb, had fever, goes down leg, getting worse, what if spasms")
        for part in ["somebody else's", "long-standing", "hypothetical", "radiation to leg", "trend worse"] {
            #expect(other.contains(part), "\(part) in\n\(other)")
        }
    }

    @Test func measuring() throws {
        var counts: [Int] = []
        try SmallFolder.assistant().read([Array("severe back".utf8), [], Array("fever".utf8)]) { counts.append($0) }
        #expect(counts == [2, 0, 1])
    }
}
