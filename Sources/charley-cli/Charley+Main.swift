import ArgumentParser

/// The command `charley`.
@main
struct CharleyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charley",
        abstract: "A chat assistant for muscle spasms, cramps and back pain: written rules, no model, no network.",
        discussion: """
            It is not a doctor, no clinician has reviewed its rules, and it is not for emergencies.
            """,
        version: ChatCommand.versionLine,
        subcommands: [ChatCommand.self, UnderstandCommand.self, CheckCommand.self],
        defaultSubcommand: ChatCommand.self)
}
