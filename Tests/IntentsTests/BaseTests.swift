import Clinical
import Intents
import Knowledge
import Testing

@Suite struct BaseTests {
    @Test func theTinyFolderIsWhole() throws {
        let loaded = TinyFolder().load()
        #expect(loaded.diagnostics.map(\.description) == [])
        let knowledge = try #require(loaded.knowledge)
        #expect(knowledge.sites.map(\.id) == ["feather", "wing"])
        #expect(knowledge.findings.map(\.id) == ["bald", "old_bird"])
    }
}
