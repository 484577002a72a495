import Foundation
import Testing

/// `charley understand`: one object a line in, one a line out.
@Suite struct UnderstandTests {
    static let lines = [
        #"{"id": "x", "text": "severe spasms in my back lasting 2-3 days"}"#,
        #"{"id": "two", "text": "No glorbing in my calf, but my sister had frimbles last year; maybe some wibbling.", "#
            + #""concepts": [{"start": 70, "end": 78}, {"start": 3, "end": 11}, {"start": 43, "end": 51}]}"#,
        #"{"id": "three", "text": "no", "asking": "Q-CALF"}"#,
        #"{"id": "four", "text": "about a 7 or 8 out of 10", "asking": "Q-SEV"}"#,
        #"{"id": "five", "text": "👩‍🦽 my left calf has been in knots for over a year, age 54"}"#,
        #"{"id": "six", "text": ""}"#,
        #"{"text": "thanks a lot"}"#,
        #"{"id": null, "text": "I can't pee", "concepts": null, "asking": null, "now": null}"#,
        #"{"id": "nine", "text": "each spasm lasts 30 seconds, comes every 10 minutes, and it began 3 days ago"}"#,
    ]
    static let answers = Result { try Binary.understand(lines) }

    static let types = """
        site radiation symptom severity duration frequency onset trigger quality relieving aggravating tried medicine \
        condition age sex pregnancy temperature number
        """.split(separator: " ").map(String.init)
    static let intents = """
        describe answer ask correct repeat explain thank abuse leave out-of-scope self-harm unreadable
        """.split(separator: " ").map(String.init)

    @Test func oneObjectForEachLineInTheSameOrder() throws {
        let wanted: [JSONValue] = ["x", "two", "three", "four", "five", "six"].map(JSONValue.text) + [.null, .null]
        #expect(try Self.answers.get().map { $0["id"] } == wanted + [.text("nine")])
    }

    @Test func everyKeyIsThereInItsOrder() throws {
        for answer in try Self.answers.get() {
            #expect(answer.keys == ["id", "entities", "findings", "concepts", "answer", "intent", "error"])
            #expect(Self.intents.contains(answer["intent"]?.string ?? ""))
            #expect(answer["error"] == .null)
        }
    }

    /// The example in the contract, whole.
    @Test func theExampleOfTheContract() throws {
        let context = #""status": "present", "experiencer": "patient", "time": "current"}"#
        let wanted = try JSONValue(
            parsing: """
                [{"type": "severity", "start": 0, "end": 6, "grade": "severe", "score": null, \(context), \
                {"type": "symptom", "start": 7, "end": 13, "id": "spasm", \(context), \
                {"type": "site", "start": 20, "end": 24, "id": "back", "side": null, \(context), \
                {"type": "duration", "start": 33, "end": 41, "seconds": [172800, 259200], "approximate": false, \
                "role": "spell", \(context)]
                """)
        let answer = try Self.answers.get()[0]
        #expect(answer["entities"] == wanted)
        #expect(answer["findings"] == .list([]))
        #expect(answer["concepts"] == .list([]))
        #expect(answer["answer"] == .null)
        #expect(answer["intent"] == .text("describe"))
    }

    @Test func everyEntityHasTheKeysOfItsType() throws {
        let details = [
            "site": ["id", "side"], "radiation": ["id", "side"], "symptom": ["id"], "severity": ["grade", "score"],
            "duration": ["seconds", "approximate", "role"], "number": ["value"],
        ]
        let entities = try Self.answers.get().flatMap { $0["entities"]?.items ?? [] }
        #expect(Set(entities.compactMap { $0["type"]?.string }).count > 4)
        for entity in entities {
            let type = try #require(entity["type"]?.string)
            #expect(Self.types.contains(type))
            #expect(entity.keys.prefix(3) == ["type", "start", "end"])
            #expect(entity.keys.suffix(3) == ["status", "experiencer", "time"])
            if let wanted = details[type] { #expect(Array(entity.keys.dropFirst(3).dropLast(3)) == wanted) }
        }
    }

    @Test func conceptsFromOutsideAreGivenTheirContext() throws {
        let concepts = try #require(try Self.answers.get()[1]["concepts"]?.items)
        #expect(concepts.map(\.keys) == Array(repeating: ["start", "end", "status", "experiencer", "time"], count: 3))
        #expect(concepts.map { $0["start"]?.integer } == [70, 3, 43], "in the order in which they came")
        #expect(concepts.map { $0["end"]?.integer } == [78, 11, 51])
        #expect(concepts[0].context.first == "uncertain")
        #expect(concepts[1].context == ["absent", "patient", "current"])
        #expect(concepts[2].context == ["present", "other", "past"])
    }

    @Test func anAnswerIsReadOnlyForAQuestion() throws {
        let answers = try Self.answers.get()
        for (line, answer) in zip(Self.lines, answers) where !line.contains(#""asking": "Q"#) {
            #expect(answer["answer"] == .null)
            #expect(answer["intent"] != .text("answer"))
        }
        let no = try #require(answers[2]["answer"])
        #expect(no.keys == ["question", "items", "value"])
        #expect(no["question"] == .text("Q-CALF"))
        #expect(no["items"]?.items.isEmpty == false)
        for item in no["items"]?.items ?? [] {
            #expect(item.keys == ["finding", "status"])
            #expect(item["status"] == .text("absent"))
        }
        #expect(answers[2]["intent"] == .text("answer"))
        #expect(answers[3]["answer"]?["question"] == .text("Q-SEV"))
    }

    @Test func valuesAreAsTheContractHasThem() throws {
        let entities = try Self.answers.get().map { $0["entities"]?.items ?? [] }
        func all(_ line: Int, _ type: String) -> [JSONValue] { entities[line].filter { $0["type"]?.string == type } }
        #expect(all(3, "severity").first?["score"] == .list([.number(7), .number(8)]))
        #expect(all(4, "site").first?["side"] == .text("left"))
        #expect(all(4, "site").first?["start"]?.integer == 12, "three joined code points, a space and four letters")
        #expect(all(4, "duration").first?["seconds"] == .list([.number(31_536_000), .null]))
        #expect(all(8, "duration").map { $0["role"] } == [.text("spell"), .text("every"), .text("ago")])
        #expect(all(8, "duration").first?["seconds"] == .list([.number(30), .number(30)]))
    }

    @Test func findingsAreAsInAChatWithoutTheirTurn() throws {
        let findings = try #require(try Self.answers.get()[7]["findings"]?.items)
        #expect(findings.count == 1)
        #expect(findings.first?.keys == ["id", "status", "experiencer", "time", "start", "end"])
        #expect(findings.first?.span(in: "I can't pee") == "can't pee")
    }
}
