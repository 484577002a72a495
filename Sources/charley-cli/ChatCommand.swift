import ArgumentParser
import Channels
import Charley
import Foundation
import Terminal

/// `charley chat`: a terminal at both ends gets line editing, anything else a pipe.
struct ChatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat", abstract: "Hold a conversation. The default.",
        discussion: """
            At a terminal: a prompt with line editing. In a pipe: one line in is one message, each reply ends with an empty line.
            With --json: one JSON object out for each line in.
            """)

    /// What `--version` prints.
    static let versionLine = "charley \(Assistant.version)"

    @OptionGroup var intents: IntentsOptions
    @OptionGroup var clock: ClockOptions

    @Flag(help: "Speak JSON Lines.")
    var json = false

    @Option(help: "The region whose emergency numbers are given, such as GB or US. Without it: $CHARLEY_REGION.")
    var region: String?

    @Option(
        help: """
            The file in which typed commands are remembered, "none" for no file. Without it: charley/history in \
            $XDG_STATE_HOME or ~/.local/state.
            """)
    var history: String?

    @Flag(help: "Remember messages too, not only commands. They may hold what you said about your health.")
    var keepMessages = false

    func run() throws {
        let assistant = try intents.load()
        let session = assistant.begin(region: try regionID(assistant))
        if json {
            JSONLines.run(session, now: clock.text)
        } else if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
            let conversation = Conversation(
                session: session, clock: clock, history: historyFile(), keepsMessages: keepMessages)
            let status = try conversation.run()
            if status != 0 { throw ExitCode(status) }
        } else {
            Pipe.run(session, now: clock.text)
        }
    }

    /// Where commands are remembered; nil for nowhere.
    private func historyFile() -> String? {
        if let history { return history == "none" ? nil : history }
        let environment = ProcessInfo.processInfo.environment
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/charley/history" }
        return environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.local/state/charley/history" : nil }
    }

    private func regionID(_ assistant: Assistant) throws -> String? {
        guard let wanted = region ?? ProcessInfo.processInfo.environment["CHARLEY_REGION"], !wanted.isEmpty else {
            return nil
        }
        let id = wanted.uppercased()
        guard assistant.regions.contains(id) else {
            IntentsOptions.complain(
                "charley: no region is called '\(wanted)'. Known: \(assistant.regions.joined(separator: " ")).")
            throw ExitCode(2)
        }
        return id
    }
}

/// A chat at a terminal.
struct Conversation {
    let session: Session
    let clock: ClockOptions
    let history: String?
    let keepsMessages: Bool

    func run() throws -> Int32 {
        var session = session
        let terminal = Terminal(
            options: TerminalOptions(
                prompt: session.prompt, commands: Session.commands, historyFile: history,
                historyKeepsMessages: keepsMessages,
                colour: colourWanted(environment: ProcessInfo.processInfo.environment, isTerminal: true),
                banner: session.greeting, goodbye: session.goodbye))
        return try terminal.run { line in
            let response = session.reply(to: line, now: clock.text())
            return TerminalAnswer(text: response.text, leave: response.leaves)
        }
    }
}
