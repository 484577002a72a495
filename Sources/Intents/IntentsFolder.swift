import Foundation
package import Knowledge
import Language

/// What became of a folder of data: the knowledge, where nothing is wrong with it, and everything that was noticed.
package struct Loaded: Sendable {
    /// nil if any diagnostic is an error.
    package var knowledge: Knowledge?
    /// By place.
    package var diagnostics: [Diagnostic]

    package init(knowledge: Knowledge?, diagnostics: [Diagnostic]) {
        self.knowledge = knowledge
        self.diagnostics = diagnostics
    }
}

/// The folder Intents/: everything charley knows, as data.
package enum IntentsFolder {
    /// The environment's variable that names the folder.
    package static let variable = "CHARLEY_INTENTS"

    /// Loads all files below `directory`; paths in diagnostics are relative to it.
    package static func load(_ directory: String) -> Loaded {
        let complaints = Complaints()
        let files = FolderReading.files(directory, complaints)
        return load(files, complaints)
    }

    /// Loads files from memory.
    package static func load(files: [(path: String, bytes: [UInt8])]) -> Loaded {
        load(files, Complaints())
    }

    private static func load(_ files: [(path: String, bytes: [UInt8])], _ complaints: Complaints) -> Loaded {
        let files = files.filter { FileReading.isData($0.path) }.sorted { $0.path < $1.path }
        if files.isEmpty {
            if !complaints.hasErrors {
                complaints.error(
                    Place(file: "sources.yaml"), "the folder holds no data",
                    remedy: "name the folder that holds Intents")
            }
            return Loaded(knowledge: nil, diagnostics: complaints.sorted)
        }
        var draft = Draft()
        for file in files {
            if FileReading.isEverydayWords(file.path) {
                draft.everydayWords = EverydayWords(lines: file.bytes)
                continue
            }
            guard let root = YamlParser.parse(file.path, file.bytes, complaints) else { continue }
            FileReading.read(file.path, root, into: &draft, complaints)
        }
        let knowledge = Compilation(draft, complaints).knowledge(hash: Fingerprint.of(files))
        return Loaded(knowledge: complaints.hasErrors ? nil : knowledge, diagnostics: complaints.sorted)
    }

    /// Where the folder is: named on the command line, by the environment, beside the program, or here.
    ///
    /// What is named is taken even if it is missing: a typing mistake must not end in other data.
    package static func find(
        explicit: String?, environment: [String: String], executable: String?, workingDirectory: String
    ) -> (found: String?, looked: [String]) {
        if let explicit { return (explicit, [explicit]) }
        if let named = environment[variable], !named.isEmpty { return (named, [named]) }
        var looked: [String] = []
        if let executable {
            let folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
            looked.append(folder.appendingPathComponent("../share/charley/Intents").standardizedFileURL.path)
        }
        looked.append(URL(fileURLWithPath: workingDirectory).appendingPathComponent("Intents").path)
        return (looked.first(where: FolderReading.isFolder), looked)
    }
}
