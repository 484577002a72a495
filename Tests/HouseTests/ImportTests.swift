import Testing

/// Law 1: imports run one way. Nobody but Intents reads YAML, nobody but Terminal knows readline.
@Suite struct ImportTests {
    /// What each room may import of the house and of others, as Package.swift and the plan have it.
    static let allowed: [String: Set<String>] = [
        "Language": [],
        "Clinical": ["Language"],
        "Knowledge": ["Language", "Clinical"],
        "Intents": knowing.union(["Yams"]).union(system),
        "Understanding": knowing,
        "Triage": knowing,
        "Dialogue": knowing.union(["Triage"]),
        "Charley": knowing.union(["Intents", "Understanding", "Triage", "Dialogue"]).union(system),
        "Evaluation": knowing.union(["Intents", "Understanding", "Triage", "Dialogue", "Charley"]).union(system),
        "Channels": system.union(["Charley"]),
        "Terminal": system.union(["CReadline", "Charley"]),
        "charley-cli": system.union(["Charley", "Evaluation", "Channels", "Terminal", "ArgumentParser"]),
    ]
    static let knowing: Set<String> = ["Language", "Clinical", "Knowledge"]
    static let system: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]

    @Test func importsRunOneWay() {
        expectNone(Repository.sources.flatMap(Self.forbidden(in:)))
    }

    /// Only these rooms import what is named here, whatever the table above comes to say.
    @Test(arguments: [("Yams", "Intents"), ("CReadline", "Terminal"), ("ArgumentParser", "charley-cli")])
    func onlyOneRoomImports(_ library: String, _ room: String) {
        for file in Repository.sources where file.module != room {
            expectNone(
                Self.imports(in: file).filter { $0.module == library }.map {
                    Violation(file.path, $0.line, "only \(room) may import \(library)")
                })
        }
    }

    @Test func everyRoomIsInTheTable() {
        let rooms = Set(Repository.sources.map(\.module))
        #expect(rooms.subtracting(Self.allowed.keys).isEmpty, "rooms of Sources that the table of imports lacks")
    }

    @Test(arguments: [
        "import Intents", "package import Dialogue", "@testable import Foundation", "public import Yams",
        "import struct Foundation.Date", "@preconcurrency import Glibc", "#if os(Linux)\n    import Foundation\n#endif",
    ])
    func seesAForbiddenImport(_ text: String) {
        #expect(!Self.forbidden(in: SourceFile(path: "Sources/Understanding/Bad.swift", text: text)).isEmpty)
    }

    @Test func leavesAllowedImportsAlone() {
        let text = "package import Knowledge\n// import Foundation\nlet a = \"import Yams\"\nlet b = Rule.import\n"
        #expect(Self.forbidden(in: SourceFile(path: "Sources/Understanding/Good.swift", text: text)).isEmpty)
    }

    static func forbidden(in file: SourceFile) -> [Violation] {
        imports(in: file)
            .filter { !(allowed[file.module] ?? []).contains($0.module) }
            .map { Violation(file.path, $0.line, "\(file.module) may not import \($0.module)") }
    }

    private static let kinds: Set<String> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
    ]

    /// The modules a file imports, with the line of each.
    static func imports(in file: SourceFile) -> [(module: String, line: Int)] {
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            guard tokens[index].kind == .word, tokens[index].text == "import" else { return nil }
            if index > 0, tokens[index - 1].text == "." { return nil }
            var name = index + 1
            if name + 1 < tokens.count, kinds.contains(tokens[name].text), tokens[name + 1].kind == .word { name += 1 }
            guard name < tokens.count, tokens[name].kind == .word else { return nil }
            return (tokens[name].text, tokens[index].line)
        }
    }
}
