import Charley
import Clinical
import Foundation
import Language
import Testing
import Understanding

/// Every input that was ever worth keeping, read in the ordinary build: what fuzzing found stays mended.
@Suite struct CorpusTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    private static let assistant = Result {
        try Assistant.load(root.appending(path: "../../Intents").standardized.path())
    }

    private static func inputs() throws -> [(name: String, bytes: [UInt8])] {
        let folder = root.appending(path: "Corpus")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted().map { name in
            (name, [UInt8](try Data(contentsOf: folder.appending(path: name))))
        }
    }

    @Test func everyReadingKeepsItsLaws() throws {
        let assistant = try Self.assistant.get()
        let inputs = try Self.inputs()
        #expect(inputs.count >= 20)
        var workspace = Workspace()
        for (name, bytes) in inputs {
            let broken = assistant.brokenLaws(reading: bytes, workspace: &workspace)
            #expect(broken.isEmpty, "\(name): \(broken.joined(separator: "; "))")
        }
    }

    /// Cut short and turned round, an input is another one.
    @Test func soDoTheirPieces() throws {
        let assistant = try Self.assistant.get()
        var workspace = Workspace()
        for (name, bytes) in try Self.inputs() where bytes.count < 200 {
            for variant in [Array(bytes.dropLast(bytes.count / 3)), bytes.reversed(), bytes + bytes] {
                let broken = assistant.brokenLaws(reading: variant, workspace: &workspace)
                #expect(broken.isEmpty, "\(name): \(broken.joined(separator: "; "))")
            }
        }
    }

    @Test func aBrokenLawIsSeen() {
        let utterance = Utterance(Array("naïve".utf8), vocabulary: Vocabulary())
        func broken(_ span: Span) -> [String] {
            var understanding = Understanding()
            understanding.entities = [Entity(.number(1), span: span)]
            return Assistant.brokenLaws(of: understanding, in: utterance)
        }
        #expect(broken(Span(0, 6)).isEmpty)
        #expect(broken(Span(2, 4)).isEmpty)
        #expect(broken(Span(0, 3)).count == 1)
        #expect(broken(Span(3, 3)).count == 1)
        #expect(broken(Span(4, 7)).count == 1)
    }
}
