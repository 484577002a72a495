import Testing

@testable import Knowledge

@Suite struct TemplateTests {
    private static func failure(_ text: String, _ blanks: Set<String>) -> Template.Failure? {
        do throws(Template.Failure) {
            _ = try Template(text, blanks: blanks)
            return nil
        } catch { return error }
    }

    @Test func blanksAreFilled() throws {
        let template = try Template("Call {emergency} now, {name}!", blanks: ["emergency", "name"])
        #expect(
            template.segments == [.text("Call "), .blank("emergency"), .text(" now, "), .blank("name"), .text("!")])
        #expect(template.filled(["emergency": "1", "name": "you"]) == "Call 1 now, you!")
        #expect(template.filled(["emergency": "1"]) == "Call 1 now, !")
        #expect(template.filled() == "Call  now, !")
    }

    @Test func whatIsFilledInIsNotReadAgain() throws {
        #expect(try Template("{a}", blanks: ["a"]).filled(["a": "{a}"]) == "{a}")
        #expect(Template(verbatim: "{a} }{").filled(["a": "x"]) == "{a} }{")
    }

    @Test func textWithoutBlanks() throws {
        #expect(try Template("", blanks: []).segments.isEmpty)
        #expect(try Template("é 😭 }", blanks: []).filled() == "é 😭 }")
    }

    @Test func failuresSayWhatAndWhere() {
        #expect(
            Self.failure("Call {who}", ["b", "a"])
                == Template.Failure(message: "nothing fills {who} here; it may hold {a} {b}", offset: 5))
        #expect(Self.failure("é{x}", [])?.message == "nothing fills {x} here; it may hold no blanks")
        #expect(Self.failure("a {b", ["b"]) == Template.Failure(message: "'{' is never closed by '}'", offset: 2))
        #expect(Self.failure("{}", ["b"])?.offset == 0)
    }

    @Test func theLinesOfARegion() {
        #expect(Template.lines == ["emergency", "health", "poison", "crisis"])
    }
}
