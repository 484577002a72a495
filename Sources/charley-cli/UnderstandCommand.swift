import ArgumentParser
import Channels
import Charley

/// `charley understand`: what a message says by itself.
struct UnderstandCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "understand", abstract: "Show what is read out of a message.",
        discussion: """
            With a text: a readable view. Without: one JSON object a line in, {"id", "text", "concepts"?, "asking"?, "now"?}, \
            and one a line out.
            """)

    @OptionGroup var intents: IntentsOptions
    @OptionGroup var clock: ClockOptions

    @Option(help: "The id of the question that is open, such as the one in \"asking\".")
    var asking: String?

    @Argument(help: "The message.")
    var text: [String] = []

    func run() throws {
        let assistant = try intents.load()
        if text.isEmpty {
            var lines = UnderstandLines(assistant, now: clock.text())
            lines.run()
        } else {
            print(assistant.explain(text.joined(separator: " "), asking: asking, now: clock.text()))
        }
    }
}
