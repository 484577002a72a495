/// A sentence with places to fill in: "Call {emergency} now."
package struct Template: Hashable, Sendable {
    package enum Segment: Hashable, Sendable {
        case text(String)
        case blank(String)
    }

    /// Why a template cannot be read.
    package struct Failure: Error, Sendable, Equatable {
        package var message: String
        package var offset: Int
    }

    package var segments: [Segment]

    /// Reads `text`; `blanks` are the names that may stand in braces.
    package init(_ text: String, blanks: Set<String>) throws(Failure) {
        segments = []
        var literal = ""
        var blank: (name: String, offset: Int)?
        for (offset, character) in text.enumerated() {
            switch (character, blank) {
            case ("{", nil):
                if !literal.isEmpty { segments.append(.text(literal)) }
                literal = ""
                blank = ("", offset)
            case ("}", let open?):
                guard blanks.contains(open.name) else {
                    let known = blanks.sorted().map { "{\($0)}" }.joined(separator: " ")
                    throw Failure(
                        message:
                            "nothing fills {\(open.name)} here; it may hold \(known.isEmpty ? "no blanks" : known)",
                        offset: open.offset)
                }
                segments.append(.blank(open.name))
                blank = nil
            case (_, let open?): blank = (open.name + String(character), open.offset)
            case (_, nil): literal.append(character)
            }
        }
        if let open = blank { throw Failure(message: "'{' is never closed by '}'", offset: open.offset) }
        if !literal.isEmpty { segments.append(.text(literal)) }
    }

    /// Plain text, as it is.
    package init(verbatim text: String) { segments = [.text(text)] }

    /// The sentence with its blanks filled; a blank without a value becomes nothing.
    package func filled(_ values: [String: String] = [:]) -> String {
        segments.map { segment in
            switch segment {
            case .text(let text): text
            case .blank(let name): values[name] ?? ""
            }
        }.joined()
    }

    /// The blanks of numbers that a region fills.
    package static let lines: Set<String> = ["emergency", "health", "poison", "crisis"]
}
