/// A message with everything in it that has to be read. The form is told in README.md beside this file.
struct MarkedMessage: Sendable {
    struct Mark: Sendable {
        /// Unicode code points in `text`, half open.
        var span: Range<Int>
        var type: String
        var values: [String]

        var value: String { values.first ?? "" }
        var side: String? { values.count > 1 ? values[1] : nil }
    }

    var tags: String
    var text: String
    var marks: [Mark]

    func words(_ span: Range<Int>) -> String {
        let scalars = Array(text.unicodeScalars)
        return String(String.UnicodeScalarView(scalars[span.clamped(to: 0..<scalars.count)]))
    }

    /// Every message of a file. What breaks the form is an error with its line.
    static func parse(_ file: String) throws(Failure) -> [MarkedMessage] {
        var messages: [MarkedMessage] = []
        var tags: String?
        for (index, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty { tags = nil }
            if line.isEmpty || line.hasPrefix(";") { continue }
            if line.hasPrefix("#") {
                tags = line.dropFirst().trimmingPrefix(" ").description
                continue
            }
            guard let above = tags else {
                throw Failure(line: index + 1, what: "a message has no line of tags above it")
            }
            tags = nil
            messages.append(try message(line, tags: above, number: index + 1))
        }
        return messages
    }

    struct Failure: Error {
        var line: Int
        var what: String
    }

    private static func message(_ line: Substring, tags: String, number: Int) throws(Failure) -> MarkedMessage {
        var message = MarkedMessage(tags: tags, text: "", marks: [])
        var rest = line.unicodeScalars[...]
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            guard scalar == "[" else {
                text.append(scalar)
                continue
            }
            guard let bar = rest.firstIndex(of: "|"), let close = rest.firstIndex(of: "]"), bar < close else {
                throw Failure(line: number, what: "a '[' without '|' and ']'")
            }
            let start = text.count
            text.append(contentsOf: rest[..<bar])
            for mark in String(rest[rest.index(after: bar)..<close]).split(separator: ";") {
                let words = mark.split(separator: " ").map(String.init)
                guard let type = words.first else { throw Failure(line: number, what: "an empty mark") }
                message.marks.append(
                    Mark(span: start..<text.count, type: type, values: Array(words.dropFirst())))
            }
            rest = rest[rest.index(after: close)...]
        }
        message.text = String(text)
        return message
    }
}
