package import Charley
import Foundation
package import Knowledge

/// The conversations that stand beside the knowledge, in `en/conversations`.
package enum ConversationFiles {
    /// Runs every conversation below a folder of knowledge: how many there are, and what does not hold.
    package static func check(_ directory: String, with assistant: Assistant) -> (count: Int, complaints: [Diagnostic])
    {
        let run = ConversationRun(assistant)
        var complaints: [Diagnostic] = []
        var count = 0
        for path in paths(directory) {
            guard let data = FileManager.default.contents(atPath: directory + "/" + path) else {
                complaints.append(Diagnostic(at: Place(file: path), "this file can't be read"))
                continue
            }
            let (script, diagnostics) = ConversationScript.parse(String(decoding: data, as: UTF8.self), file: path)
            count += 1
            complaints += diagnostics
            if let script { complaints += run.complaints(script) }
        }
        return (count, complaints)
    }

    /// The conversation files, sorted, relative to the folder.
    static func paths(_ directory: String) -> [String] {
        let manager = FileManager.default
        let languages = ((try? manager.contentsOfDirectory(atPath: directory)) ?? []).sorted()
        return languages.flatMap { language in
            let folder = "\(language)/conversations"
            let names = (try? manager.contentsOfDirectory(atPath: "\(directory)/\(folder)")) ?? []
            return names.filter { $0.hasSuffix(".txt") }.sorted().map { "\(folder)/\($0)" }
        }
    }
}
