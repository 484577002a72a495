import Testing

@testable import Charley

@Suite struct SlashCommandTests {
    @Test(arguments: [
        ("/why", "why", ""), ("/source 12", "source", "12"), ("  /Region  GB ", "region", "GB"),
        ("\t/help", "help", ""),
        ("/source a b", "source", "a b"), ("/x\u{0}y", "x\u{0}y", ""), ("/HELP", "help", ""),
    ])
    func commands(_ line: String, _ name: String, _ argument: String) {
        #expect(SlashCommand(Array(line.utf8)) == SlashCommand(name: name, argument: argument))
    }

    @Test(arguments: ["", "/", "//", "/ why", "why", "a /why", "/7", "/10", "😭/why", "/é"])
    func whatIsNoCommand(_ line: String) {
        #expect(SlashCommand(Array(line.utf8)) == nil)
    }

    @Test func invalidBytes() {
        #expect(SlashCommand([0x2F, 0x78, 0xFF])?.name == "x\u{FFFD}")
        #expect(SlashCommand([0x2F, 0xFF]) == nil)
    }

    @Test func everyCommandOfTheHelpIsKnown() throws {
        for name in SlashCommand.all {
            var session = try SmallFolder.assistant().begin()
            #expect(!session.reply(to: name).text.contains("I do not know"), "\(name)")
        }
        #expect(Session.commands == SlashCommand.all)
    }
}
