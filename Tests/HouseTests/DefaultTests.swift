import Testing

/// Law 7, second half: a switch over an enum of ours names every case, so that a new one is seen by the compiler.
///
/// There are no types here, only names. A switch with `default:` is at fault if the cases it names at one place of
/// its patterns all belong to one enum declared in Sources. Bytes, characters, strings, static members and the
/// enums of Foundation and Yams are thereby left alone.
@Suite struct DefaultTests {
    /// Enums of others whose cases also might be names of ours.
    static let foreign: [Set<String>] = [["scalar", "mapping", "sequence", "alias"]]

    @Test func noDefaultOverOurOwnEnums() {
        let names = DeclaredNames(in: Repository.sources)
        expectNone(Repository.sources.flatMap { Self.defaults(in: $0, names.enums) })
    }

    private static let planted = """
        enum Level {
            case low, high
            case other(Int)
            var rank: Int { switch self { case .low: 1; case .high, .other: 2 } }
        }

        """

    @Test(arguments: [
        "switch level { case .low: a() default: b() }",
        "switch level { case .other(let number) where number > 3: a(); if x, case .y = z { c() }\n default: b() }",
        "switch level { case Level.low: a()\n default: break }",
        "switch (level, byte) { case (.low, 3), (.high, 4): a()\n default: break }",
        "switch level { case .low?: a()\n default: break }",
        "switch level { case .some(.low): a()\n default: break }",
        "switch byte { case 1: switch level { case .low: a()\n default: c() }\n default: b() }",
        "switch level { case let .other(number): a(number)\n default: break }",
    ])
    func seesADefault(_ text: String) {
        let file = SourceFile(path: "Sources/Triage/Bad.swift", text: Self.planted + text)
        #expect(Self.defaults(in: file, DeclaredNames(in: [file]).enums).count == 1)
    }

    @Test(arguments: [
        "switch byte { case 0x30...0x39: a()\n default: b() }",
        "switch word { case \"low\": a()\n default: b() }",
        "switch node { case .scalar(let low): a(low)\n default: b() }",
        "switch table[byte] { case ByteClass.low: a()\n default: b() }",
        "switch level { case .low: a()\n @unknown default: b() }",
        "switch level { case .low: environment[\"A\", default: \"\"]\n case .high, .other: b() }",
        "switch level { case .low: switch byte { case 1: a()\n default: c() }\n case .high, .other: b() }",
        "switch word { case \"a\": x = .low; guard case .high = y else { return }\n default: b() }",
        "switch character { case \"(\": depth += 1\n default: b() }",
    ])
    func leavesOtherSwitchesAlone(_ text: String) {
        let file = SourceFile(path: "Sources/Triage/Good.swift", text: Self.planted + text)
        #expect(Self.defaults(in: file, DeclaredNames(in: [file]).enums).map(\.description) == [])
    }

    static func defaults(in file: SourceFile, _ enums: [(name: String, cases: Set<String>)]) -> [Violation] {
        Switch.all(in: file.tokens).compactMap { found in
            guard let line = found.defaultLine else { return nil }
            for column in found.columns where !column.isEmpty && !foreign.contains(where: column.isSubset(of:)) {
                let own = enums.filter { column.isSubset(of: $0.cases) }.map(\.name)
                if own.isEmpty { continue }
                let names = own.joined(separator: " or ")
                return Violation(file.path, line, "'default:' over \(names): name the cases that are left")
            }
            for (name, member) in found.qualified
            where enums.contains(where: { $0.name == name && $0.cases.contains(member) }) {
                return Violation(file.path, line, "'default:' over \(name): name the cases that are left")
            }
            return nil
        }
    }
}

/// A switch: the enum cases its labels name, and where its `default:` stands.
struct Switch {
    /// For each place of the patterns (one, or as many as a tuple has) the names with a leading dot.
    private(set) var columns: [Set<String>] = []
    /// Names written in full: `Level.low`.
    private(set) var qualified: [(name: String, member: String)] = []
    private(set) var defaultLine: Int?

    static func all(in tokens: [Token]) -> [Switch] {
        tokens.indices.compactMap { index in
            guard tokens[index].kind == .word, tokens[index].text == "switch" else { return nil }
            return Switch(tokens, at: index)
        }
    }

    private init?(_ tokens: [Token], at start: Int) {
        var index = start + 1
        var round = 0
        while index < tokens.count {
            round += Switch.step(tokens[index], open: "([", close: ")]")
            if round == 0, tokens[index].kind == .mark, tokens[index].text == "{" { break }
            index += 1
        }
        guard index < tokens.count else { return nil }
        var depth = 0
        while index < tokens.count {
            let token = tokens[index]
            depth += Switch.step(token, open: "{([", close: "})]")
            if depth == 0 { return }
            if depth == 1, token.kind == .word {
                let before = tokens[index - 1].text
                if token.text == "default", before != "unknown", index + 1 < tokens.count, tokens[index + 1].text == ":"
                {
                    defaultLine = token.line
                }
                if token.text == "case", !["if", "guard", "while", "for", ","].contains(before) {
                    let end = Switch.end(of: ":", tokens[(index + 1)...])
                    for pattern in Switch.parts(tokens[(index + 1)..<end]) { add(pattern) }
                    index = end
                    continue
                }
            }
            index += 1
        }
    }

    private mutating func add(_ pattern: ArraySlice<Token>) {
        let pattern = Switch.bare(pattern[..<Switch.end(of: "where", pattern)])
        guard let first = pattern.first else { return }
        if first.text == "(", first.kind == .mark, Switch.end(of: ")", pattern.dropFirst()) == pattern.endIndex - 1 {
            for (column, part) in Switch.parts(pattern.dropFirst().dropLast()).enumerated() { addName(part, column) }
        } else {
            addName(pattern, 0)
        }
    }

    private mutating func addName(_ pattern: ArraySlice<Token>, _ column: Int) {
        let pattern = Array(Switch.bare(pattern))
        while columns.count <= column { columns.append([]) }
        guard pattern.count > 1 else { return }
        if pattern[0].text == ".", pattern[0].kind == .mark, pattern[1].kind == .word {
            if pattern[1].text == "some", pattern.count > 3 {
                addName(pattern[3..<(pattern.count - 1)], column)
            } else {
                columns[column].insert(pattern[1].text.filter { $0 != "`" })
            }
        } else if pattern.count > 2, pattern[0].kind == .word, pattern[1].text == ".", pattern[2].kind == .word {
            qualified.append((pattern[0].text, pattern[2].text))
        }
    }

    /// Without the `let` or `var` in front.
    private static func bare(_ pattern: ArraySlice<Token>) -> ArraySlice<Token> {
        pattern.drop { $0.kind == .word && ($0.text == "let" || $0.text == "var") }
    }

    private static func step(_ token: Token, open: String, close: String) -> Int {
        guard token.kind == .mark else { return 0 }
        return open.contains(token.text) ? 1 : close.contains(token.text) ? -1 : 0
    }

    /// Where `text` stands outside all brackets, or the end.
    private static func end(of text: String, _ tokens: ArraySlice<Token>) -> Int {
        var depth = 0
        for index in tokens.indices {
            if depth == 0, tokens[index].kind != .string, tokens[index].text == text { return index }
            depth += step(tokens[index], open: "{([", close: "})]")
        }
        return tokens.endIndex
    }

    /// Split at the commas outside all brackets.
    private static func parts(_ tokens: ArraySlice<Token>) -> [ArraySlice<Token>] {
        var parts: [ArraySlice<Token>] = []
        var rest = tokens
        while !rest.isEmpty {
            let comma = end(of: ",", rest)
            parts.append(rest[..<comma])
            rest = rest[comma...].dropFirst()
        }
        return parts
    }
}
