import Testing

@testable import Terminal

@Suite struct TerminalOptionsTests {
    @Test func messagesAreNotRememberedUnasked() {
        let options = TerminalOptions()
        #expect(options.remembers("/help"))
        #expect(!options.remembers("my calf cramps"))
        #expect(!options.remembers(" /help"))
        #expect(!options.remembers(""))
    }

    @Test func messagesAreRememberedWhenAskedFor() {
        let options = TerminalOptions(historyKeepsMessages: true)
        #expect(options.remembers("/help"))
        #expect(options.remembers("my calf cramps"))
        #expect(!options.remembers(""))
    }
}
