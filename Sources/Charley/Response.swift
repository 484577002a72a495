import Clinical
import Dialogue
package import Knowledge
import Language

/// One answer: the text for people, and everything the line contract lets programs see.
public struct Response: Sendable {
    /// The text shown: one or more non-empty lines, without a trailing line break.
    public let text: String
    /// Counts messages from 1; 0 after a reset.
    public let turn: Int
    /// The level in force: "emergency", "urgent", "routine" or "self-care"; nil until one has been told.
    public let level: String?
    /// By when: "now", "today", "2 days", "1 week", "2 weeks"; nil where there is no time frame.
    public let within: String?
    /// The id of the open question, if any.
    public let asking: String?
    /// A level was told and nothing is open.
    public let isDone: Bool
    /// The person has said good-bye.
    public let leaves: Bool
    /// The whole answer as one line of JSON, in the form of the line contract.
    public let json: String

    init(
        text: String, acts: [Act], state: DialogueState, texts: [[UInt8]], sources: [SourceID], turn: Int,
        engine: Assistant.Engine, leaves: Bool, error: (code: String, message: String)? = nil
    ) {
        let knowledge = engine.knowledge
        self.text = text
        self.turn = turn
        self.leaves = leaves
        level = state.told?.level.rawValue
        within = state.told?.within?.rawValue
        asking = state.open.map { knowledge.askingID($0.expectation) }
        isDone = state.isDone
        let range = engine.dialogue.range(state)
        json =
            JSON.object([
                ("turn", .int(turn)),
                ("reply", .text(text)),
                ("acts", .list(acts.map { ActJSON(knowledge).object($0) })),
                ("asking", .optional(asking)),
                ("triage", .optional(level)),
                ("range", .list([.text(range.lowest.level.rawValue), .text(range.highest.level.rawValue)])),
                ("within", .optional(within)),
                ("done", .bool(isDone)),
                ("findings", .list(state.findings.map { FindingJSON.object($0, texts: texts, knowledge) })),
                ("rules", .list(state.told == nil ? [] : state.toldRules.map { .text(knowledge[$0].id) })),
                ("sources", .list(sources.map { .text(knowledge[$0].id) })),
                ("error", error.map { .object([("code", .text($0.code)), ("message", .text($0.message))]) } ?? .null),
            ]).line
    }
}

extension Knowledge {
    /// The id under which programs see an open question: a clarification carries its question's id.
    package func askingID(_ expectation: Expectation) -> String {
        switch expectation {
        case .question(let id), .which(let id): self[id].id
        case .finding(let finding), .date(let finding):
            question(for: finding).map { self[$0].id } ?? self[finding].id
        }
    }
}

/// Findings as the line contract shows them.
enum FindingJSON {
    static func object(_ record: Record, texts: [[UInt8]], _ knowledge: Knowledge) -> JSON {
        let text = texts.indices.contains(record.turn - 1) ? texts[record.turn - 1] : []
        let (start, end) = offsets(record.span, in: text)
        return .object([
            ("id", .text(knowledge[record.concept].id)),
            ("status", .text(record.context.status.rawValue)),
            ("experiencer", .text(record.context.experiencer.rawValue)),
            ("time", .text(record.context.time.rawValue)),
            ("turn", .int(record.turn)),
            ("start", .int(start)),
            ("end", .int(end)),
        ])
    }

    /// Code points of a span.
    static func offsets(_ span: Span, in text: [UInt8]) -> (Int, Int) {
        var start = 0
        var end = 0
        for (index, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
            if index < span.start { start += 1 }
            if index < span.end { end += 1 }
            if index >= span.end { break }
        }
        return (start, end)
    }
}
