import Testing

/// A target's folder and name are one word, and each room has its tests.
@Suite struct TargetTests {
    /// Test targets that belong to no room.
    static let apart: Set<String> = [
        "ConversationTests", "CommandTests", "FuzzTests", "HouseTests", "MessageTests", "Regressions",
    ]

    static let manifest = SwiftTokens.of(Repository.text("Package.swift"))

    @Test func everyFolderIsATarget() {
        let targets = Self.targets(in: Self.manifest)
        #expect(
            Repository.folders(in: "Sources") == targets.sources.sorted(),
            "Package.swift: targets and folders of Sources")
        #expect(
            Repository.folders(in: "Tests") == targets.tests.sorted(),
            "Package.swift: test targets and folders of Tests")
    }

    @Test func testsAreNamedForTheirRoom() {
        expectNone(Self.homeless(Repository.folders(in: "Tests"), rooms: Repository.folders(in: "Sources")))
    }

    @Test func roomsDependOneWay() {
        let dependencies = Self.dependencies(in: Self.manifest)
        #expect(dependencies.count >= 8, "Package.swift: the rooms are not found; has their way of writing changed?")
        expectNone(Self.forbidden(dependencies))
    }

    @Test func seesAForbiddenDependency() {
        let text =
            """
            targets: [room("Language"),
                room("Dialogue", ["Understanding", .product(name: "Yams", package: "Yams")])]
            """
        let found = Self.forbidden(Self.dependencies(in: SwiftTokens.of(text)))
        #expect(
            found.map(\.description) == [
                "Package.swift:2: Dialogue may not depend on Understanding",
                "Package.swift:2: Dialogue may not depend on Yams",
            ])
    }

    @Test func readsTheTargetsOfAManifest() {
        let text = """
            func room(_ name: String) -> Target { .target(name: name) }
            targets: [room("A", ["B"]), .systemLibrary(name: "C"), .executableTarget(
                name: "d-cli"), tests("ATests", ["A"])]
            """
        let targets = Self.targets(in: SwiftTokens.of(text))
        #expect(targets.sources == ["A", "C", "d-cli"])
        #expect(targets.tests == ["ATests"])
    }

    @Test func seesTestsOfNoRoom() {
        #expect(Self.homeless(["ATests", "BTests", "HouseTests"], rooms: ["A"]).map(\.path) == ["Tests/BTests"])
    }

    static func homeless(_ folders: [String], rooms: [String]) -> [Violation] {
        folders.filter { folder in !apart.contains(folder) && !rooms.contains { $0 + "Tests" == folder } }
            .map { Violation("Tests/\($0)", 1, "no folder of Sources has these tests") }
    }

    static func targets(in tokens: [Token]) -> (sources: [String], tests: [String]) {
        var sources: [String] = []
        var tests: [String] = []
        for index in tokens.indices where tokens[index].kind == .word {
            guard let name = name(tokens, of: index) else { continue }
            switch tokens[index].text {
            case "room", "target", "executableTarget", "systemLibrary":
                if !isDependency(tokens, index) { sources.append(name.text) }
            case "tests", "testTarget": tests.append(name.text)
            default: continue
            }
        }
        return (sources, tests)
    }

    /// What each `room(...)` names as its dependencies, the targets of Terminal and the executable excepted:
    /// those are checked by what they import.
    static func dependencies(in tokens: [Token]) -> [(room: String, on: String, line: Int)] {
        var found: [(room: String, on: String, line: Int)] = []
        for index in tokens.indices where tokens[index].text == "room" && tokens[index].kind == .word {
            guard let room = name(tokens, of: index) else { continue }
            var place = index + 2
            var depth = 1
            while place < tokens.count, depth > 0 {
                let token = tokens[place]
                if token.kind == .mark, "([".contains(token.text) { depth += 1 }
                if token.kind == .mark, ")]".contains(token.text) { depth -= 1 }
                let isArgument = tokens[place - 1].text == ":" && tokens[place - 2].text != "name"
                if token.kind == .string, token != room, !isArgument, !isTrait(tokens, place) {
                    found.append((room.text, token.text, token.line))
                }
                place += 1
            }
        }
        return found
    }

    static func forbidden(_ dependencies: [(room: String, on: String, line: Int)]) -> [Violation] {
        dependencies.filter { !(ImportTests.allowed[$0.room] ?? []).contains($0.on) }
            .map { Violation("Package.swift", $0.line, "\($0.room) may not depend on \($0.on)") }
    }

    /// `.target(name: ..., condition: ...)` inside a list of dependencies.
    private static func isDependency(_ tokens: [Token], _ index: Int) -> Bool {
        guard tokens[index].text == "target" else { return false }
        guard let end = tokens[index...].firstIndex(where: { $0.text == ")" }) else { return false }
        return tokens[index..<end].contains { $0.text == "condition" }
    }

    /// `.when(traits: ["Name"])`
    private static func isTrait(_ tokens: [Token], _ index: Int) -> Bool {
        index > 2 && tokens[index - 1].text == "[" && tokens[index - 3].text == "traits"
    }

    /// The literal that is the first argument of a call, labelled `name` or not at all.
    private static func name(_ tokens: [Token], of index: Int) -> Token? {
        guard index + 1 < tokens.count, tokens[index + 1].text == "(" else { return nil }
        var argument = index + 2
        if argument + 1 < tokens.count, tokens[argument].text == "name", tokens[argument + 1].text == ":" {
            argument += 2
        }
        guard argument < tokens.count, tokens[argument].kind == .string else { return nil }
        return tokens[argument]
    }
}
