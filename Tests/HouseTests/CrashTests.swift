import Testing

/// Law 7, first half: nothing that can stop the program. It answers, whatever it is told.
@Suite struct CrashTests {
    static let bannedCalls: Set<String> = [
        "fatalError", "precondition", "preconditionFailure", "assertionFailure", "abort",
    ]
    static let bannedNames: Set<String> = ["unsafelyUnwrapped"]

    /// What may stop the program where an array would: an index outside it.
    private static let boundsChecks: [String: Set<String>] = ["Sources/Understanding/Buffer.swift": ["precondition"]]

    /// Words that a `!` may follow without being an unwrap: it then negates what comes next.
    private static let keywords: Set<String> = [
        "return", "if", "guard", "while", "in", "case", "where", "else", "is", "await", "throw", "switch", "func",
    ]

    @Test func nothingStopsTheProgram() {
        expectNone(Repository.sources.flatMap(Self.crashes(in:)))
    }

    @Test(arguments: [
        "let a = b!", "let a = try! b()", "let a = b as! C", "let a = d[0]!.e", "let a = f()!", "var a: Int!",
        "let a = \"\\(b!)\"", "fatalError(\"no\")", "precondition(a > 0)", "let c = a!==b!", "list.first!()",
        "let a = b.unsafelyUnwrapped", "let a = b! != c",
    ])
    func seesACrash(_ text: String) {
        #expect(!Self.crashes(in: SourceFile(path: "Sources/Triage/Bad.swift", text: text)).isEmpty)
    }

    @Test func leavesNegationAlone() {
        let text = """
            if !a, b != c, !(d), a!=b { return !e } // never b!
            let text = "Stop! \\(!f)" ; prefix func ! (a: Truth) -> Truth { !a }
            #if !Readline
            #endif
            """
        #expect(Self.crashes(in: SourceFile(path: "Sources/Triage/Good.swift", text: text)).isEmpty)
    }

    static func crashes(in file: SourceFile) -> [Violation] {
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            let token = tokens[index]
            if token.kind == .word, bannedNames.contains(token.text) {
                return Violation(file.path, token.line, "'\(token.text)' can stop the program")
            }
            if token.kind == .word, bannedCalls.contains(token.text),
                !(boundsChecks[file.path]?.contains(token.text) ?? false), index + 1 < tokens.count,
                tokens[index + 1].text == "("
            {
                return Violation(file.path, token.line, "'\(token.text)' stops the program")
            }
            guard token.kind == .mark, token.text == "!", token.isTight, index > 0 else { return nil }
            let before = tokens[index - 1]
            if before.kind == .word, before.text == "try" || before.text == "as" {
                return Violation(file.path, token.line, "'\(before.text)!' stops the program")
            }
            // `a!=b` is a comparison; `a!==b` is an unwrap or an identity, and neither is written here.
            if index + 1 < tokens.count, tokens[index + 1].text == "=", tokens[index + 1].isTight {
                let isIdentity =
                    index + 2 < tokens.count && tokens[index + 2].text == "=" && tokens[index + 2].isTight
                if !isIdentity { return nil }
            }
            let isPostfix =
                before.kind == .string || before.kind == .number || ")]}>?".contains(before.text)
                || (before.kind == .word && !keywords.contains(before.text))
            return isPostfix ? Violation(file.path, token.line, "force unwrap after '\(before.text)'") : nil
        }
    }
}
