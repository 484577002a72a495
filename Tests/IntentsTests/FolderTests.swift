import Foundation
import Intents
import Knowledge
import Testing

/// The folder as a whole: what is read, what several broken files say at once, where the folder is looked for.
@Suite struct FolderTests {
    @Test func everyFileComplainsInOneRun() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "sided: true", "side: true")
            .replacing("en/intents/thanks.yaml", "act: thank", "act: thanks")
            .replacing("en/language/units.yaml", "seconds: 60", "seconds: x")
            .replacing("en/lexicon/words.yaml", "role: part", "role: parts")
        #expect(
            folder.complaints == [
                "en/intents/thanks.yaml:2:6: error: 'act' can't be 'thanks' (did you mean 'thank'?); "
                    + "write one of: ask, correct, undo, repeat, explain, thank, abuse, leave, greet, "
                    + "heed, out-of-scope, self-harm",
                "en/language/units.yaml:3:15: error: 'seconds' can't be 'x'; write a number, such as 2 or 0.5",
                "en/lexicon/words.yaml:6:11: error: 'role' can't be 'parts' (did you mean 'part'?); "
                    + "write one of: symptom, part, word",
                "en/sites/wing.yaml:3:1: error: unknown key 'side' in a site (did you mean 'sided'?); "
                    + "a site may have: id, name, part_of, sided, phrases, not, ask, shared_with, examples",
            ])
        #expect(folder.load().knowledge == nil)
    }

    @Test func whatABrokenFileDefinesIsNotCalledMissing() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "phrases: [wing~]", "phrases: [wing~")
            .replacing("en/questions/Q-HOW.yaml", "side:both", "site:wingg")
        let complaints = folder.complaints
        #expect(complaints.count == 2)
        #expect(
            complaints.first
                == "en/questions/Q-HOW.yaml:9:41: error: no site is called 'wingg'; "
                + "correct the name or define it in en/sites/")
        #expect(complaints.last?.hasPrefix("en/sites/wing.yaml:5:4: error: this is not YAML") == true)
    }

    @Test func marksOfOtherEditorsAreHarmless() {
        let plain = TinyFolder()
        var folder = plain
        for (path, text) in plain.files {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            folder = folder.with(path, "\u{FEFF}" + lines.joined(separator: "  \r\n"))
        }
        #expect(folder.complaints == [])
        #expect(folder.load().knowledge?.lexicon.nodeCount == plain.load().knowledge?.lexicon.nodeCount)
    }

    @Test func aColumnCountsCharactersEvenAfterAMark() {
        let folder = TinyFolder().with(
            "en/intents/thanks.yaml", "\u{FEFF}id: THANKS\r\nact: thanks\r\nphrases: [é, ta]\r\n")
        #expect(folder.complaints.map { $0.prefix(32) } == ["en/intents/thanks.yaml:2:6: erro"])
    }

    @Test func aFileThatIsNotUTF8() {
        let bytes = Array("id: BYE\nact: le".utf8) + [0xFF] + Array("ave\n".utf8)
        let files = TinyFolder().files.map { ($0.key, Array($0.value.utf8)) } + [("en/intents/bye.yaml", bytes)]
        #expect(
            IntentsFolder.load(files: files).diagnostics.map(\.description) == [
                "en/intents/bye.yaml:2:8: error: a byte that is not UTF-8; save the file as UTF-8"
            ])
    }

    @Test func anythingAtAllIsReadWithoutACrash() {
        let whole = TinyFolder()
        for (path, text) in whole.files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".yaml") {
            for cut in [0, 1, text.count / 3, text.count / 2, text.count - 2] {
                #expect(
                    !whole.with(path, String(text.prefix(cut))).complaints.isEmpty || cut > 1, "\(path) cut at \(cut)")
            }
            _ = whole.with(path, "\0").complaints
            _ = whole.with(path, "- [a, {b: c}]\n").complaints
            _ = whole.with(path, "a").complaints
            _ = whole.with(path, text.replacing("[", with: "{")).complaints
            _ = whole.with(path, text.replacing(": ", with: ": [[a], {b: c}] #")).complaints
        }
    }

    @Test func theHashTellsFoldersApart() throws {
        let hash = try #require(TinyFolder().load().knowledge?.hash)
        #expect(hash.count == 16)
        #expect(TinyFolder().with("README.md", "other notes").load().knowledge?.hash == hash)
        let changed = TinyFolder().replacing("en/sites/wing.yaml", "name: wing", "name: wings")
        #expect(changed.load().knowledge?.hash != hash)
    }

    @Test func aFolderOnTheDisk() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("intents-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for (path, text) in TinyFolder().files {
            let file = root.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let loaded = IntentsFolder.load(root.path)
        #expect(loaded.diagnostics == [])
        #expect(loaded.knowledge?.hash == TinyFolder().load().knowledge?.hash)
    }

    @Test func aFolderThatIsNot() {
        let loaded = IntentsFolder.load("/nowhere/at/all")
        #expect(loaded.knowledge == nil)
        #expect(
            loaded.diagnostics.map(\.description) == [
                "/nowhere/at/all:1:1: error: there is no such folder; "
                    + "name the folder of the data by --intents or CHARLEY_INTENTS"
            ])
    }

    @Test func aFolderWithoutData() {
        let loaded = IntentsFolder.load(files: [("README.md", [])])
        #expect(
            loaded.diagnostics.map(\.description) == [
                "sources.yaml:1:1: error: the folder holds no data; name the folder that holds Intents"
            ])
    }

    @Test func whereTheFolderIsLookedFor() {
        let named = IntentsFolder.find(
            explicit: "/a", environment: ["CHARLEY_INTENTS": "/b"], executable: nil, workingDirectory: "/")
        #expect(named.found == "/a" && named.looked == ["/a"])
        let variable = IntentsFolder.find(
            explicit: nil, environment: ["CHARLEY_INTENTS": "/b"], executable: nil, workingDirectory: "/")
        #expect(variable.found == "/b" && variable.looked == ["/b"])
        let none = IntentsFolder.find(
            explicit: nil, environment: ["CHARLEY_INTENTS": ""], executable: "/opt/none/bin/charley",
            workingDirectory: "/nowhere")
        #expect(none.found == nil)
        #expect(none.looked == ["/opt/none/share/charley/Intents", "/nowhere/Intents"])
    }
}
