package import Dialogue
import Intents
package import Knowledge
package import Understanding

/// Why the knowledge could not be loaded.
public struct LoadingError: Error, Sendable, CustomStringConvertible {
    /// One complaint a line, as `file:line:column: error: message`.
    public let diagnostics: [String]

    /// All complaints, each on a line.
    public var description: String { diagnostics.joined(separator: "\n") }
}

/// What charley knows, ready to hold conversations. Load it once; begin as many sessions as you like.
///
/// ```swift
/// let assistant = try Assistant.load("Intents")
/// var session = assistant.begin(region: "GB")
/// print(session.reply(to: "my back has gone and I can't pee").text)
/// ```
public struct Assistant: Sendable {
    /// Shared by all sessions and never written to.
    final class Engine: Sendable {
        let knowledge: Knowledge
        let reader: Reader
        let dialogue: Dialogue

        init(_ knowledge: Knowledge) {
            self.knowledge = knowledge
            reader = Reader(knowledge)
            dialogue = Dialogue(knowledge)
        }
    }

    let engine: Engine

    package init(_ knowledge: Knowledge) { engine = Engine(knowledge) }

    /// Loads the knowledge from a folder.
    /// - Throws: `LoadingError` with every complaint about the data.
    public static func load(_ directory: String) throws(LoadingError) -> Assistant {
        let loaded = IntentsFolder.load(directory)
        guard let knowledge = loaded.knowledge else {
            throw LoadingError(
                diagnostics: loaded.diagnostics.filter { $0.severity == .error }.map {
                    $0.place.file == directory ? "\($0)" : "\(directory)/\($0)"
                })
        }
        return Assistant(knowledge)
    }

    /// Sixteen hexadecimal digits: two assistants with the same hash and version say the same.
    public var knowledgeHash: String { engine.knowledge.hash }

    /// The version of the program.
    public static let version = "0.1.0"

    /// The ids of the regions whose emergency numbers are known, such as "GB".
    public var regions: [String] { engine.knowledge.regions.map(\.id) }

    /// Begins a conversation.
    /// - Parameter region: an id of `regions`; without one, the numbers of several regions are given.
    public func begin(region: String? = nil) -> Session {
        Session(
            engine, region: region.flatMap { id in engine.knowledge.regions.firstIndex { $0.id == id.uppercased() } })
    }

    package var knowledge: Knowledge { engine.knowledge }
    package var dialogue: Dialogue { engine.dialogue }
    package var reader: Reader { engine.reader }
}
