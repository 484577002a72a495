import Testing

/// One object of `charley chat --json`.
struct ChatAnswer: Sendable, Equatable {
    let line: String
    let json: JSONValue

    init(_ line: String) throws {
        self.line = line
        json = try JSONValue(parsing: line)
    }

    var turn: Int? { json["turn"]?.integer }
    var reply: String { json["reply"]?.string ?? "" }
    var asking: String? { json["asking"]?.string }
    var triage: String? { json["triage"]?.string }
    var within: String? { json["within"]?.string }
    var isDone: Bool { json["done"] == .bool(true) }
    var findings: [JSONValue] { json["findings"]?.items ?? [] }
    var rules: [String] { json["rules"]?.items.compactMap(\.string) ?? [] }
    var sources: [String] { json["sources"]?.items.compactMap(\.string) ?? [] }
    var range: [String] { json["range"]?.items.compactMap(\.string) ?? [] }
    var acts: [String] { json["acts"]?.items.compactMap { $0["act"]?.string } ?? [] }
    var errorCode: String? { json["error"]?["code"]?.string }

    /// What a conversation stands at, without what was said last.
    var standing: [JSONValue?] {
        ["asking", "triage", "range", "within", "done", "findings", "rules"].map { json[$0] }
    }

    /// A finding by its id.
    func finding(_ id: String) -> JSONValue? { findings.first { $0["id"]?.string == id } }

    /// From the least to the most pressing.
    static let levels = ["self-care", "routine", "urgent", "emergency"]
    static let keys = [
        "turn", "reply", "acts", "asking", "triage", "range", "within", "done", "findings", "rules", "sources", "error",
    ]
}

extension JSONValue {
    /// What lies between `start` and `end`, counted in code points.
    func span(in text: String) -> String? {
        guard let start = self["start"]?.integer, let end = self["end"]?.integer, start <= end else { return nil }
        let scalars = Array(text.unicodeScalars)
        guard end <= scalars.count else { return nil }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        return String(view)
    }

    /// Status, experiencer and time in a word each.
    var context: [String?] { ["status", "experiencer", "time"].map { self[$0]?.string } }
}
