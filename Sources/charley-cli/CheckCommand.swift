import ArgumentParser
import Evaluation

/// `charley check`: everything that is wrong with the data, at once.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the knowledge: format, references, sources, every example and every conversation in it.")

    @OptionGroup var intents: IntentsOptions

    @Argument(help: "The folder with the knowledge.")
    var directory: String?

    func run() throws {
        var options = intents
        options.intents = directory ?? intents.intents
        let check = KnowledgeCheck(try options.folder())
        for line in check.lines { print(line) }
        if check.errors > 0 { throw ExitCode(1) }
    }
}
