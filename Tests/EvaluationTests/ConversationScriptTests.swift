import Evaluation
import Knowledge
import Testing

@Suite struct ConversationScriptTests {
    private static func complaints(_ text: String) -> [String] {
        ConversationScript.parse(text, file: "x.txt").diagnostics.map(\.description)
    }

    @Test func aScript() throws {
        let text = """
            # What it shows.
            # More.
            region: GB
            now: 2026-03-01T09:30:00Z

            > my back
            asks: Q-CES
            level: none
            within: nothing
            done: no
            >no
            done: yes
            finds: numb absent
            finds: fever present other past
            finds: clot uncertain hypothetical
            spares: numb
            rule: RF-01
            says: call 999: now
            never says: you have
            """
        let script = try #require(ConversationScript.parse(text, file: "x.txt").script)
        #expect(script.title == "What it shows." && script.region == "GB" && script.now == "2026-03-01T09:30:00Z")
        #expect(script.turns.map(\.text) == ["my back", "no"])
        #expect(script.turns.map(\.place.line) == [6, 11])
        #expect(
            script.turns[0].expectations.map(\.expectation) == [
                .asks("Q-CES"), .level(nil), .within(nil), .done(false),
            ])
        #expect(
            script.turns[1].expectations.map(\.expectation) == [
                .done(true), .finds(id: "numb", status: "absent", experiencer: "patient", time: "current"),
                .finds(id: "fever", status: "present", experiencer: "other", time: "past"),
                .finds(id: "clot", status: "uncertain", experiencer: "patient", time: "hypothetical"), .spares("numb"),
                .rule("RF-01"),
                .says("call 999: now"), .neverSays("you have"),
            ])
        #expect(script.turns[1].expectations[1].place.line == 13)
    }

    @Test func messagesAreTakenAsTheyAre() throws {
        let text = ">   two spaces  \r\nlevel: none\r\n>\r\n> # no comment\r\n> level: none"
        let script = try #require(ConversationScript.parse(text, file: "x.txt").script)
        #expect(script.turns.map(\.text) == ["  two spaces  ", "", "# no comment", "level: none"])
    }

    @Test func everythingWrongIsReportedWithItsLine() {
        let known = "known: asks, level, within, done, finds, spares, rule, says, never says"
        let text =
            "level: urgent\n> a\nnonsense\nlevl: urgent\ndone: maybe\nfinds: numb\nfinds: a b c d e\nsays:\nlevel: none"
        #expect(
            Self.complaints(text) == [
                "x.txt:1:1: error: before the first message only 'region:' and 'now:' can stand, not 'level:'",
                "x.txt:3:1: error: a line is a comment (#), a message (>), or 'key: value'",
                "x.txt:4:1: error: 'levl: urgent' can't be read; \(known)",
                "x.txt:5:1: error: 'done: maybe' can't be read; \(known)",
                "x.txt:6:1: error: 'finds: numb' can't be read; \(known)",
                "x.txt:7:1: error: 'finds: a b c d e' can't be read; \(known)",
                "x.txt:8:1: error: 'says: ' can't be read; \(known)",
            ])
        #expect(ConversationScript.parse(text, file: "x.txt").script == nil)
    }

    @Test func emptyScripts() {
        #expect(Self.complaints("") == ["x.txt:1:1: error: nobody says anything; begin a message with '> '"])
        #expect(
            Self.complaints("# a\n> b") == ["x.txt:1:1: error: nothing is expected; add lines such as 'level: routine'"]
        )
    }

    /// A word that is no status, level or answer would make a test that can never hold, or always does.
    @Test(arguments: [
        "finds: numb presnt", "finds: numb present othr", "level: urgnt", "within: tomorrow", "spares:", "rule:",
        "asks:",
    ])
    func wordsThatCannotBe(_ line: String) {
        #expect(Self.complaints("> a\n\(line)").first?.hasPrefix("x.txt:2:1: error: ") == true)
    }
}
