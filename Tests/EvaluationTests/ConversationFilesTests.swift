import Foundation
import Testing

@testable import Evaluation

@Suite struct ConversationFilesTests {
    /// A folder of conversations that is removed when the test ends.
    private static func check(_ files: [String: String]) throws -> (count: Int, complaints: [String]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let checked = ConversationFiles.check(folder.path, with: try SmallFolder.assistant())
        return (checked.count, checked.complaints.map(\.description))
    }

    @Test func everyConversationOfEveryLanguageIsRun() throws {
        let checked = try Self.check([
            "en/conversations/b.txt": "> my wing\nlevel: urgent", "en/conversations/a.txt": "> my wing\nasks: Q-TIP",
            "xx/conversations/c.txt": "> my wing", "en/conversations/notes.md": "> my wing",
            "en/other/d.txt": "> my wing",
        ])
        #expect(checked.count == 3)
        #expect(
            checked.complaints.map { $0.prefix(28) } == [
                "en/conversations/b.txt:2:1: ", "xx/conversations/c.txt:1:1: ",
            ])
    }

    @Test func noFolderNoConversations() throws {
        #expect(try Self.check([:]).count == 0)
    }
}
