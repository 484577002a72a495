import Charley
import Foundation

/// The answer of `charley understand`, as far as the marks tell of it.
struct Understood: Decodable, Sendable {
    struct Entity: Decodable, Sendable {
        var type: String
        var start: Int
        var end: Int
        var id: String?
        var side: String?
        var grade: String?
        var score: Score?
        var seconds: [Double?]?
        var value: Double?
        var approximate: Bool?
        var role: String?
        var status: String
        var experiencer: String
        var time: String

        var span: Range<Int> { start..<end }
        /// Of the patient, and not long ago or only supposed.
        var isLive: Bool { status != "absent" && experiencer == "patient" && time == "current" }
        /// What it is said to be: absent, present, uncertain, past, hypothetical, other.
        var state: String { experiencer == "other" ? "other" : time == "current" ? status : time }
    }

    struct Finding: Decodable, Sendable {
        var id: String
        var start: Int
        var end: Int
        var status: String
        var experiencer: String
        var time: String

        var span: Range<Int> { start..<end }
        var state: String { experiencer == "other" ? "other" : time == "current" ? status : time }
    }

    /// "8" or "7 or 8".
    enum Score: Decodable, Sendable, Equatable {
        case one(Double)
        case range([Double])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(Double.self) {
                self = .one(one)
            } else {
                self = .range(try container.decode([Double].self))
            }
        }
    }

    var entities: [Entity]
    var findings: [Finding]
    var intent: String

    /// Everything that is read, without its place: what must not change when only the words do.
    var meaning: Set<String> {
        var said = Set(findings.map { "\($0.id) \($0.state)" })
        for entity in entities {
            let values = [entity.id, entity.side, entity.grade, entity.role].map { $0 ?? "" }
            let seconds = entity.seconds.map { $0.map { $0.map { "\($0)" } ?? "open" } } ?? []
            said.insert(([entity.type, entity.state] + values + seconds).joined(separator: " "))
        }
        return said
    }

    static func read(_ text: String, _ assistant: Assistant) throws -> Understood {
        let line = assistant.understand(text, now: "2026-11-22T10:00:00+00:00")
        return try JSONDecoder().decode(Understood.self, from: Data(line.utf8))
    }
}
