/// The names that files declare.
struct DeclaredNames {
    private(set) var types: Set<String> = []
    private(set) var functions: Set<String> = []
    /// Every enum with its cases. Enums of one name are kept apart.
    private(set) var enums: [(name: String, cases: Set<String>)] = []
    /// Every case of an enum, with its place.
    private(set) var cases: [(name: String, path: String, line: Int)] = []

    init(in files: [SourceFile]) {
        for file in files {
            let tokens = file.tokens
            for index in tokens.indices.dropLast() where tokens[index].kind == .word {
                if tokens[index].text == "func" { functions.insert(tokens[index + 1].text) }
                guard ["struct", "enum", "class", "actor", "protocol", "typealias"].contains(tokens[index].text),
                    tokens[index + 1].kind == .word
                else { continue }
                types.insert(tokens[index + 1].text)
                if tokens[index].text == "enum" { addEnum(tokens, at: index + 1, path: file.path) }
            }
        }
    }

    private mutating func addEnum(_ tokens: [Token], at name: Int, path: String) {
        guard var index = tokens[name...].firstIndex(where: { $0.text == "{" && $0.kind == .mark }) else { return }
        var found: Set<String> = []
        var depth = 0
        while index < tokens.count {
            let token = tokens[index]
            if token.kind == .mark, "{([".contains(token.text) { depth += 1 }
            if token.kind == .mark, "})]".contains(token.text) {
                depth -= 1
                if depth == 0 { break }
            }
            if depth == 1, token.kind == .word, token.text == "case" {
                for name in caseNames(tokens, after: index) {
                    found.insert(name.text)
                    cases.append((name.text, path, name.line))
                }
            }
            index += 1
        }
        enums.append((tokens[name].text, found))
    }

    /// `case a, b(Int) = 3, c`: the names.
    private func caseNames(_ tokens: [Token], after index: Int) -> [Token] {
        var names: [Token] = []
        var index = index + 1
        while index < tokens.count, tokens[index].kind == .word {
            var name = tokens[index]
            name.text = name.text.filter { $0 != "`" }
            names.append(name)
            index += 1
            var depth = 0
            while index < tokens.count {
                let token = tokens[index]
                if token.kind == .mark, "([{".contains(token.text) { depth += 1 }
                if token.kind == .mark, ")]}".contains(token.text) { depth -= 1 }
                if depth < 0 || depth == 0 && token.text == "," && token.kind == .mark { break }
                // The next declaration: a name does not follow a case but by way of a comma.
                if depth == 0, token.kind == .word, token.line > tokens[index - 1].line { return names }
                index += 1
            }
            guard index < tokens.count, tokens[index].text == "," else { break }
            index += 1
        }
        return names
    }
}
