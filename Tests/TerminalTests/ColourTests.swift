import Testing

@testable import Terminal

@Suite struct ColourTests {
    @Test(
        arguments: [
            ([:], true, true),
            (["TERM": "xterm-256color"], true, true),
            (["TERM": "xterm-256color"], false, false),
            (["TERM": "dumb"], true, false),
            (["NO_COLOR": "1"], true, false),
            (["NO_COLOR": "0", "TERM": "xterm"], true, false),
            (["NO_COLOR": "", "TERM": "xterm"], true, true),
        ] as [([String: String], Bool, Bool)])
    func colourIsWanted(environment: [String: String], isTerminal: Bool, wanted: Bool) {
        #expect(colourWanted(environment: environment, isTerminal: isTerminal) == wanted)
    }

    @Test func onlyReadlineIsToldWhatTakesNoRoom() {
        let options = TerminalOptions(prompt: "you> ", colour: true)
        #expect(styledPrompt(options, forReadline: true) == "\u{1}\u{1B}[1;32m\u{2}you> \u{1}\u{1B}[0m\u{2}")
        #expect(styledPrompt(options, forReadline: false) == "\u{1B}[1;32myou> \u{1B}[0m")
    }

    @Test func withoutColourThereIsNoEscape() {
        #expect(styledPrompt(TerminalOptions(prompt: "you> "), forReadline: true) == "you> ")
        let hostile = TerminalOptions(prompt: "\u{1B}you> ")
        #expect(styledPrompt(hostile, forReadline: true) == "\u{FFFD}you> ")
    }
}
