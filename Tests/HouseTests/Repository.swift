import Foundation
import Testing

/// The repository these tests stand in, read once.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file of Sources, in the order of their paths.
    static let sources: [SourceFile] = files(under: "Sources")
        .filter { $0.hasSuffix(".swift") }
        .map { SourceFile(path: $0, text: text($0)) }

    /// Paths of all files under a folder, as seen from the root; nothing hidden.
    static func files(under folder: String) -> [String] {
        let base = root.appending(path: folder).path
        return (FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? [])
            .filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__pycache__" } }
            .filter { isFile("\(folder)/\($0)") }
            .map { "\(folder)/\($0)" }
            .sorted()
    }

    /// The folders directly inside a folder.
    static func folders(in folder: String) -> [String] {
        let path = root.appending(path: folder).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
            .filter { !$0.hasPrefix(".") && $0 != "__pycache__" && !isFile("\(folder)/\($0)") }
            .sorted()
    }

    static func data(_ path: String) -> Data {
        (try? Data(contentsOf: root.appending(path: path))) ?? Data()
    }

    static func text(_ path: String) -> String { String(decoding: data(path), as: UTF8.self) }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
        return exists && !isFolder.boolValue
    }
}

/// A Swift file: where it stands, and what it says.
struct SourceFile {
    let path: String
    let text: String
    let tokens: [Token]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        tokens = SwiftTokens.of(text)
    }

    /// The folder of Sources it belongs to.
    var module: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    /// How many lines it has.
    var lines: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }
}

/// A law broken, and where.
struct Violation: CustomStringConvertible {
    let path: String
    let line: Int
    let message: String

    init(_ path: String, _ line: Int, _ message: String) {
        self.path = path
        self.line = line
        self.message = message
    }

    var description: String { "\(path):\(line): \(message)" }
}

/// Fails once for each violation.
func expectNone(_ violations: [Violation], sourceLocation: SourceLocation = #_sourceLocation) {
    for violation in violations { Issue.record("\(violation)", sourceLocation: sourceLocation) }
}
