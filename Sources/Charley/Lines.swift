import Knowledge
package import Language
import Understanding

/// Bytes of a line as text can hold them.
package enum LineText {
    /// Valid UTF-8: every invalid byte becomes one U+FFFD.
    package static func repaired(_ line: [UInt8]) -> [UInt8] { Repair.utf8(line) }
}

extension Session {
    /// Answers a line as it came, bytes and all.
    package mutating func reply(toLine line: [UInt8], now: String?) -> Response {
        reply(to: line, now: now.flatMap(Instant.init(iso8601:)))
    }

    /// Runs a command named without its slash.
    package mutating func run(command name: String, argument: String) -> Response {
        run(SlashCommand(name: name, argument: argument))
    }
}

/// Reads many messages with one set of buffers.
package struct BulkReading: ~Copyable {
    private let assistant: Assistant
    private var workspace = Workspace()

    package init(_ assistant: Assistant) { self.assistant = assistant }

    /// One line of `charley understand`. A question that does not exist is an error of that line.
    package mutating func read(
        id: String?, text: String, concepts: [(start: Int, end: Int)], asking: String?, now: String?
    ) -> String {
        var instant: Instant?
        if let now {
            guard let read = Instant(iso8601: now) else {
                return refusal(
                    id: id, code: "bad-now",
                    message: "\"now\" must be ISO 8601 with an offset, such as 2026-03-01T09:30:00+00:00")
            }
            instant = read
        }
        if let asking, assistant.knowledge.question(named: asking) == nil {
            return refusal(id: id, code: "unknown-question", message: "no question is called \"\(asking)\"")
        }
        return assistant.understand(
            id: .optional(id), bytes: Array(text.utf8), concepts: concepts,
            asking: asking.flatMap { assistant.knowledge.question(named: $0) }, now: instant, workspace: &workspace)
    }

    /// The object of a line that can't be read.
    package func refusal(id: String?, code: String, message: String) -> String {
        JSON.object([
            ("id", .optional(id)), ("entities", .list([])), ("findings", .list([])), ("concepts", .list([])),
            ("answer", .null), ("intent", .text("unreadable")),
            ("error", .object([("code", .text(code)), ("message", .text(message))])),
        ]).line
    }
}
