/// How the REPL looks and what it remembers.
package struct TerminalOptions: Sendable, Equatable {
    /// What is shown before each line, with its trailing space.
    package var prompt: String
    /// The commands that Tab completes, with their slash: `/help`.
    package var commands: [String]
    /// Where the history of commands is kept; `nil` keeps none.
    package var historyFile: String?
    /// Whether messages enter the history too. Off, because they are about somebody's health.
    package var historyKeepsMessages: Bool
    /// Whether the prompt is coloured; see ``colourWanted(environment:isTerminal:)``.
    package var colour: Bool
    /// What is printed first.
    package var banner: String
    /// What is printed when the input ends.
    package var goodbye: String

    package init(
        prompt: String = "> ",
        commands: [String] = [],
        historyFile: String? = nil,
        historyKeepsMessages: Bool = false,
        colour: Bool = false,
        banner: String = "",
        goodbye: String = ""
    ) {
        self.prompt = prompt
        self.commands = commands
        self.historyFile = historyFile
        self.historyKeepsMessages = historyKeepsMessages
        self.colour = colour
        self.banner = banner
        self.goodbye = goodbye
    }

    /// Whether a line may enter the history.
    func remembers(_ line: String) -> Bool {
        line.hasPrefix("/") || (historyKeepsMessages && !line.isEmpty)
    }
}
