/// One scalar of a data file: the keys that lead to it, places in lists left out, and where it stands.
struct Fact: Equatable {
    let keys: [String]
    let text: String
    let path: String
    let line: Int
}

/// The plain YAML that the data are written in, read without a library: blocks, lists, `[a, b]` and `{a: b}`.
/// Folded text is left out. The strict reading is the loader's; this one serves to look for words.
struct PlainYaml {
    private let path: String
    private var stack: [(indent: Int, key: String)] = []
    private var facts: [Fact] = []

    static func facts(of text: String, path: String) -> [Fact] {
        var reader = PlainYaml(path: path)
        reader.read(text.split(separator: "\n", omittingEmptySubsequences: false).map { withoutComment($0) })
        return reader.facts
    }

    private init(path: String) { self.path = path }

    private mutating func read(_ lines: [Substring]) {
        var index = 0
        while index < lines.count {
            let number = index + 1
            var line = lines[index]
            index += 1
            var indent = line.prefix { $0 == " " }.count
            line = line.dropFirst(indent)
            while line.hasPrefix("- ") {
                let gap = line.dropFirst().prefix { $0 == " " }.count + 1
                indent += gap
                line = line.dropFirst(gap)
            }
            if line.isEmpty { continue }
            while let last = stack.last, last.indent >= indent { stack.removeLast() }
            if let (key, rest) = PlainYaml.split(line) {
                stack.append((indent, key))
                line = rest
            }
            if line.hasPrefix(">") || line.hasPrefix("|") {
                while index < lines.count,
                    lines[index].isEmpty || lines[index].prefix(while: { $0 == " " }).count >= indent + 1
                {
                    index += 1
                }
            } else if line.hasPrefix("[") || line.hasPrefix("{") {
                var flow = Flow(line)
                while !flow.isClosed, index < lines.count {
                    flow.append(lines[index])
                    index += 1
                }
                for (keys, text) in flow.scalars() { add(keys, text, number) }
            } else if !line.isEmpty {
                add([], PlainYaml.unquoted(line), number)
            }
        }
    }

    private mutating func add(_ keys: [String], _ text: String, _ line: Int) {
        facts.append(Fact(keys: stack.map(\.key) + keys, text: text, path: path, line: line))
    }

    /// `key: rest`
    static func split(_ line: Substring) -> (key: String, rest: Substring)? {
        let key = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        let rest = line.dropFirst(key.count)
        guard !key.isEmpty, rest == ":" || rest.hasPrefix(": ") else { return nil }
        return (String(key), rest.dropFirst().drop { $0 == " " })
    }

    static func unquoted(_ text: Substring) -> String {
        let text = trimmed(text)
        guard text.count > 1, let first = text.first, first == text.last, first == "\"" || first == "'" else {
            return String(text)
        }
        return String(text.dropFirst().dropLast())
    }

    static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " }
        while text.last == " " || text.last == "\r" { text.removeLast() }
        return text
    }

    private static func withoutComment(_ line: Substring) -> Substring {
        if line.drop(while: { $0 == " " }).hasPrefix("#") { return "" }
        var before: Character = " "
        for index in line.indices {
            if line[index] == "#", before == " " { return trimmedEnd(line[..<index]) }
            before = line[index]
        }
        return trimmedEnd(line)
    }

    private static func trimmedEnd(_ line: Substring) -> Substring {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}

/// `[a, "b", {c: d}]`, perhaps over several lines.
private struct Flow {
    private var text: String

    init(_ text: Substring) { self.text = String(text) }

    mutating func append(_ line: Substring) { text += " " + line }

    var isClosed: Bool { Flow.depth(text[...]) == 0 }

    func scalars() -> [(keys: [String], text: String)] { Flow.scalars(text[...]) }

    private static func scalars(_ text: Substring) -> [(keys: [String], text: String)] {
        let text = PlainYaml.trimmed(text)
        if text.hasPrefix("["), text.hasSuffix("]") {
            return parts(text.dropFirst().dropLast()).flatMap { scalars($0) }
        }
        if text.hasPrefix("{"), text.hasSuffix("}") {
            return parts(text.dropFirst().dropLast()).flatMap { part -> [(keys: [String], text: String)] in
                guard let (key, value) = PlainYaml.split(PlainYaml.trimmed(part)) else { return [] }
                return scalars(value).map { ([key] + $0.keys, $0.text) }
            }
        }
        return text.isEmpty ? [] : [([], PlainYaml.unquoted(text))]
    }

    /// Split at the commas outside brackets and quotes.
    private static func parts(_ text: Substring) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var scan = Scan()
        for index in text.indices {
            scan.step(text[index])
            if text[index] == ",", scan.depth == 0, scan.quote == nil {
                parts.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        return parts + [text[start...]]
    }

    private static func depth(_ text: Substring) -> Int {
        var scan = Scan()
        for character in text { scan.step(character) }
        return scan.depth
    }

    /// Where in brackets and quotes a reader is. An apostrophe inside a word is no quote.
    private struct Scan {
        var depth = 0
        var quote: Character?
        private var before: Character = " "

        mutating func step(_ character: Character) {
            defer { before = character }
            if let open = quote {
                if character == open { quote = nil }
                return
            }
            switch character {
            case "\"", "'": if !before.isLetter, !before.isNumber { quote = character }
            case "[", "{", "(": depth += 1
            case "]", "}", ")": depth -= 1
            default: break
            }
        }
    }
}
