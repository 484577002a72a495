import Testing

/// Law 2: the inner rooms read no clock, file, locale, environment or chance, and print nothing. `now` is an argument.
@Suite struct PurityTests {
    static let pureRooms: Set<String> = ["Language", "Clinical", "Knowledge", "Understanding", "Triage", "Dialogue"]

    /// Types and globals that read the world. One of our own with such a name is let be: without an import of
    /// Foundation or Glibc, which ImportTests forbids here, the name can mean no other.
    static let worldly: Set<String> = [
        "Date", "Calendar", "TimeZone", "DateFormatter", "ContinuousClock", "SuspendingClock", "DispatchTime",
        "FileManager", "FileHandle", "Bundle", "URL", "Data", "Process", "ProcessInfo", "CommandLine", "Locale",
        "UserDefaults", "Thread", "SystemRandomNumberGenerator", "environ", "stdin", "stdout", "stderr",
    ]

    /// Functions that do; they count where they are called and are no member of something else.
    static let worldlyCalls: Set<String> = [
        "getenv", "setenv", "setlocale", "time", "clock", "clock_gettime", "gettimeofday", "localtime", "strftime",
        "open", "fopen", "read", "write", "readLine", "print", "debugPrint", "dump", "rand", "random", "arc4random",
    ]

    /// Those of Swift itself, which need no import.
    static let standard: Set<String> = ["print", "debugPrint", "dump", "readLine", "CommandLine"]

    /// Members that bring chance in, whatever they are called on.
    static let chance: Set<String> = ["random", "randomElement", "shuffle", "shuffled", "hashValue"]

    @Test func innerRoomsTouchNothingOutside() {
        let pure = Repository.sources.filter { Self.pureRooms.contains($0.module) }
        let names = DeclaredNames(in: pure)
        let own = names.types.union(names.functions).subtracting(Self.standard)
        expectNone(pure.flatMap { Self.worldliness(of: $0, own: own) })
    }

    @Test(arguments: [
        "let now = Date()", "let now = ContinuousClock.now", "let home = getenv(\"HOME\")", "let l = Locale.current",
        "let p = ProcessInfo.processInfo.environment", "if FileManager.default.fileExists(atPath: p) {}",
        "print(\"hello\")", "let x = words.randomElement()", "let t = \"at \\(time(nil))\"",
    ])
    func seesAWorldlyRead(_ text: String) {
        #expect(!Self.worldliness(of: SourceFile(path: "Sources/Triage/Bad.swift", text: text), own: []).isEmpty)
    }

    @Test func leavesPureCodeAlone() {
        let text = """
            // Date() is an argument, never read.
            func read(_ time: Instant) -> String { "Date() or print()" + reader.read() + clause.time }
            """
        #expect(Self.worldliness(of: SourceFile(path: "Sources/Triage/Good.swift", text: text), own: []).isEmpty)
    }

    static func worldliness(of file: SourceFile, own: Set<String>) -> [Violation] {
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            let token = tokens[index]
            guard token.kind == .word else { return nil }
            let before = index > 0 ? tokens[index - 1].text : ""
            let isCalled = index + 1 < tokens.count && tokens[index + 1].text == "(" && tokens[index + 1].isTight
            let isMember = before == "."
            let isWorldly =
                isMember
                ? chance.contains(token.text)
                : !own.contains(token.text)
                    && (worldly.contains(token.text)
                        || isCalled && before != "func" && worldlyCalls.contains(token.text))
            guard isWorldly else { return nil }
            return Violation(file.path, token.line, "'\(token.text)' reads the world; \(file.module) may not")
        }
    }
}
