/// What the person at the terminal did.
package enum TerminalEvent: Sendable, Equatable {
    /// A whole line, without its end.
    case line(String)
    /// The input ended: Ctrl-D on an empty line, or the end of a file.
    case end
    /// A signal asked the program to stop.
    case stopped(signal: Int32)
}

/// What the program says to a line.
package struct TerminalAnswer: Sendable, Equatable {
    package var text: String
    /// Whether the conversation ends with this answer.
    package var leave: Bool

    package init(text: String, leave: Bool = false) {
        self.text = text
        self.leave = leave
    }
}
