import Charley
import Evaluation
import Knowledge
import Testing

/// Every conversation beside the knowledge holds, and every example in the data comes out as it says.
@Suite struct ConversationTests {
    @Test(arguments: RealData.conversations)
    func holds(_ path: String) throws {
        let assistant = try RealData.assistant.get()
        let (script, diagnostics) = ConversationScript.parse(RealData.text(path), file: path)
        #expect(diagnostics.map(\.description) == [])
        let complaints = ConversationRun(assistant).complaints(try #require(script))
        #expect(complaints.map(\.description) == [])
    }

    @Test func thereAreEnoughOfThem() {
        #expect(RealData.conversations.count >= 18)
    }

    @Test(arguments: RealData.conversations)
    func saysWhatItShows(_ path: String) throws {
        let script = try #require(ConversationScript.parse(RealData.text(path), file: path).script)
        #expect(!script.title.isEmpty)
    }

    @Test func everyExampleComesOutAsItSays() throws {
        var examples = Examples(try RealData.assistant.get())
        #expect(examples.complaints().map(\.description) == [])
    }
}
