import Clinical
import Knowledge
import Testing

@testable import Understanding

/// What the person is doing by a message.
@Suite struct PurposeTests {
    @Test(arguments: [
        ("my back hurts", Intent.describe), ("heat or ice", .ask), ("heat or ice?", .ask),
        ("thank you", .thank), ("ta", .thank), ("ta muchly", .unreadable), ("thank you, fever", .describe),
        ("goodbye", .leave),
        ("i meant the left leg", .correct), ("say that again", .repeat), ("why do you ask", .explain),
        ("stupid machine", .abuse),
        ("stupid machine, i can't pee", .describe), ("my tooth", .outOfScope), ("my tooth and i can't pee", .describe),
        ("hello", .describe), ("asdf", .unreadable), ("", .unreadable), ("😭", .unreadable), ("yes", .unreadable),
        ("42", .describe),
        ("back", .describe), ("no fever", .describe),
    ])
    func intents(_ text: String, _ intent: Intent) throws {
        #expect(try Reading(text).understanding.intent == intent)
    }

    @Test func aQuestionBesideAComplaint() throws {
        let reading = try Reading("my back hurts, heat or ice?")
        #expect(reading.understanding.topic != nil && reading.entities == ["back", "pain"])
    }

    @Test func anAnswerToTheOpenQuestion() throws {
        #expect(try Reading("yes", asking: "Q-CES").understanding.intent == .answer)
        #expect(try Reading("thank you", asking: "Q-CES").understanding.intent == .thank)
        #expect(try Reading("yes thank you", asking: "Q-CES").understanding.intent == .answer)
        #expect(try Reading("7", asking: "Q-BAD").understanding.intent == .answer)
    }

    @Test func topics() throws {
        let reading = try Reading("heat or ice")
        let topic = try #require(reading.understanding.topic)
        #expect(reading.knowledge[topic].id == "HEAT")
        #expect(try Reading("i meant fever").understanding.isCorrection)
        #expect(try !Reading("fever").understanding.isCorrection)
        // A correction gives way to what else is asked.
        let both = try Reading("i meant heat or ice")
        #expect(try both.knowledge[#require(both.understanding.topic)].id == "HEAT" && both.understanding.isCorrection)
    }

    @Test func namesAreThoseOfTheContract() {
        let names = "describe answer ask correct repeat explain thank abuse leave out-of-scope self-harm unreadable"
        #expect(Intent.allCases.map(\.rawValue).joined(separator: " ") == names)
    }
}
