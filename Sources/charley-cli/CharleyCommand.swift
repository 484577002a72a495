import ArgumentParser

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
}
