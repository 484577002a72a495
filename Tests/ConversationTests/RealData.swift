import Charley
import Foundation

/// The data of this repository, loaded once.
enum RealData {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Intents").path

    static let assistant = Result { () throws(LoadingError) in try Assistant.load(folder) }

    /// Every conversation, as a path below the folder.
    static var conversations: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/en/conversations")) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { "en/conversations/\($0)" }
    }

    static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: folder + "/" + path) ?? Data(), as: UTF8.self)
    }
}
