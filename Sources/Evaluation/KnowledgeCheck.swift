package import Charley
import Intents
import Knowledge

/// Everything that `charley check` says about a folder of knowledge.
package struct KnowledgeCheck {
    /// One line for each complaint, in order of place, then a summary.
    package var lines: [String]
    package var errors: Int

    /// Loads the folder, runs every example in it and holds every conversation.
    package init(_ directory: String) {
        let loaded = IntentsFolder.load(directory)
        var diagnostics = loaded.diagnostics
        var conversations = 0
        if let knowledge = loaded.knowledge {
            let assistant = Assistant(knowledge)
            let examples = Examples(assistant)
            diagnostics += examples.complaints()
            let held = ConversationFiles.check(directory, with: assistant)
            conversations = held.count
            diagnostics += held.complaints
        }
        errors = diagnostics.count { $0.severity == .error }
        // A folder that is not there is named by itself.
        lines = diagnostics.sorted().map { $0.place.file == directory ? "\($0)" : "\(directory)/\($0)" }
        if errors > 0 {
            lines.append("\(errors) \(errors == 1 ? "error" : "errors")")
        } else if let knowledge = loaded.knowledge {
            lines.append(Self.summary(knowledge, conversations: conversations))
        }
    }

    private static func summary(_ knowledge: Knowledge, conversations: Int) -> String {
        """
        \(knowledge.sites.count) sites, \(knowledge.findings.count) findings, \(knowledge.rules.count) rules, \
        \(knowledge.questions.count) questions, \(knowledge.guidance.count) pieces of guidance, \
        \(knowledge.sources.count) sources, \(knowledge.examples.count) examples, \(conversations) conversations: \
        all hold. Knowledge \(knowledge.hash).
        """
    }
}
