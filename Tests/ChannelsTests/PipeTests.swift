import Charley
import Testing

@testable import Channels

@Suite struct PipeTests {
    private static func run(_ input: String) throws -> String {
        try PipePair.feed(Array(input.utf8), inPiecesOf: 50) { reader in
            try PipePair.output {
                Pipe.run(SmallKnowledge.assistant().begin(), now: { nil }, input: reader, output: $0)
            }
        }
    }

    @Test func everyReplyEndsWithOneEmptyLine() throws {
        #expect(try Self.run("thanks\n\n/help\nbye") == "noted\n\nempty\n\nhelp\n\ngoodbye\n\n")
        #expect(try Self.run("") == "")
        #expect(try Self.run("/reset\r\nthanks") == "reset\n\nnoted\n\n")
    }

    @Test func quitEnds() throws {
        #expect(try Self.run("/quit\nthanks\n") == "goodbye\n\n")
        // A good-bye does not: somebody may come back.
        #expect(try Self.run("bye\nthanks\n") == "goodbye\n\nnoted\n\n")
    }
}
