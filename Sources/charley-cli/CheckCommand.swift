import ArgumentParser
import Charley
import Evaluation
import Foundation
import Intents
import Knowledge

/// `charley check`: everything that is wrong with the data, at once.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the knowledge: format, references, sources, and every example in it.")

    @OptionGroup var intents: IntentsOptions

    @Argument(help: "The folder with the knowledge.")
    var directory: String?

    func run() throws {
        var options = intents
        options.intents = directory ?? intents.intents
        let (found, looked) = options.folder()
        guard let found else {
            IntentsOptions.complain("charley: no knowledge found. Looked in: \(looked.joined(separator: ", ")).")
            throw ExitCode(2)
        }
        let loaded = IntentsFolder.load(found)
        var diagnostics = loaded.diagnostics
        var conversations = 0
        if let knowledge = loaded.knowledge {
            let assistant = Assistant(knowledge)
            var examples = Examples(assistant)
            diagnostics += examples.complaints()
            let held = ConversationFiles.check(found, with: assistant)
            conversations = held.count
            diagnostics += held.complaints
        }
        for diagnostic in diagnostics.sorted() { print("\(found)/\(diagnostic)") }
        let errors = diagnostics.count { $0.severity == .error }
        if errors > 0 {
            print("\(errors) \(errors == 1 ? "error" : "errors")")
            throw ExitCode(1)
        }
        print(Self.summary(loaded.knowledge, conversations: conversations))
    }

    private static func summary(_ knowledge: Knowledge?, conversations: Int) -> String {
        guard let knowledge else { return "" }
        return """
            \(knowledge.sites.count) sites, \(knowledge.findings.count) findings, \(knowledge.rules.count) rules, \
            \(knowledge.questions.count) questions, \(knowledge.guidance.count) pieces of guidance, \
            \(knowledge.examples.count) examples, \(conversations) conversations: all hold. Knowledge \(knowledge.hash).
            """
    }
}
