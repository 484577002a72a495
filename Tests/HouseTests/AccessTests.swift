import Testing

/// Law 4: what rooms offer each other is `package`; `public` is what the library Charley offers to the world.
@Suite struct AccessTests {
    /// The executable is nobody's library: what it calls public binds no one.
    static let free: Set<String> = ["Charley", "charley-cli"]

    @Test func onlyCharleyIsPublic() {
        expectNone(Repository.sources.flatMap(Self.publicNames(in:)))
    }

    @Test(arguments: [
        "public struct A {}", "open class A {}", "public import Clinical", "@usableFromInline func a() {}",
        "package public(set) var a = 1", "@_exported import Language",
    ])
    func seesAPublicName(_ text: String) {
        #expect(!Self.publicNames(in: SourceFile(path: "Sources/Triage/Bad.swift", text: text)).isEmpty)
    }

    @Test func leavesThePackageAlone() {
        let text = "package struct A { var open = 1; func b() { open(c); d.open() ; let e = \"public\" } } // public\n"
        #expect(Self.publicNames(in: SourceFile(path: "Sources/Triage/Good.swift", text: text)).isEmpty)
        #expect(
            Self.publicNames(in: SourceFile(path: "Sources/Charley/Good.swift", text: "public struct A {}")).isEmpty)
    }

    static func publicNames(in file: SourceFile) -> [Violation] {
        guard !free.contains(file.module) else { return [] }
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            guard tokens[index].kind == .word else { return nil }
            let before = index > 0 ? tokens[index - 1].text : ""
            let isModifier =
                switch tokens[index].text {
                case "public": before != "."
                case "open": index + 1 < tokens.count && ["class", "func", "var"].contains(tokens[index + 1].text)
                // An inlinable member of the package is seen by the package alone.
                case "usableFromInline", "_exported": before == "@"
                default: false
                }
            guard isModifier else { return nil }
            return Violation(
                file.path, tokens[index].line, "'\(tokens[index].text)': only Charley offers anything to the world")
        }
    }
}
