import ArgumentParser
import Foundation

/// The command `charley`.
@main
struct CharleyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charley",
        abstract:
            "A chat assistant that follows written rules: no model, no network, every piece of advice with its source.",
        discussion: """
            It is not a doctor, no clinician has reviewed its rules, and it is not for emergencies.
            """,
        version: ChatCommand.versionLine,
        subcommands: [ChatCommand.self, UnderstandCommand.self, CheckCommand.self],
        defaultSubcommand: ChatCommand.self)

    /// Runs the command. What can't start ends with status 2, a wrong option among it.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            if exitCode(for: error) == .validationFailure {
                IntentsOptions.complain(fullMessage(for: error))
                Foundation.exit(2)
            }
            exit(withError: error)
        }
    }
}
