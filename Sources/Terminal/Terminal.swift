import Glibc

/// The conversation at a terminal: prompt, line, answer, until one side leaves.
package struct Terminal {
    package let options: TerminalOptions

    package init(options: TerminalOptions) {
        self.options = options
    }

    /// Gives each line to `answer` and prints what it returns, until it leaves or the input ends.
    ///
    /// Returns the status to exit with: 0, or 128 and the signal's number if a signal ended it; the
    /// terminal is then as it was before. One conversation at a time: readline and the signals
    /// belong to the process.
    package func run(
        _ answer: (String) -> TerminalAnswer
    ) throws(TerminalError) -> Int32 {
        let isInteractive = isTerminal(STDIN_FILENO) && isTerminal(STDOUT_FILENO)
        #if Readline
            if isInteractive { return try runWithReadline(answer) }
        #endif
        return try runPlainly(isInteractive: isInteractive, answer)
    }

    #if Readline
        private func runWithReadline(
            _ answer: (String) -> TerminalAnswer
        ) throws(TerminalError) -> Int32 {
            var signals = try SignalPipe(catching: ReadlineInput.caughtSignals)
            defer { signals.close() }
            try greet()
            var input = try ReadlineInput(options: options, signals: signals)
            while true {
                if let status = try step(try input.next(), answer) { return status }
            }
        }
    #endif

    private func runPlainly(
        isInteractive: Bool, _ answer: (String) -> TerminalAnswer
    ) throws(TerminalError) -> Int32 {
        let caught = PlainInput.caughtSignals(isInteractive: isInteractive)
        var signals = try SignalPipe(catching: caught)
        defer { signals.close() }
        try greet()
        var input = PlainInput(options: options, isInteractive: isInteractive, signals: signals)
        while true {
            if let status = try step(try input.next(), answer) { return status }
        }
    }

    /// Does what an event asks; returns a status when the conversation is over.
    private func step(
        _ event: TerminalEvent, _ answer: (String) -> TerminalAnswer
    ) throws(TerminalError) -> Int32? {
        switch event {
        case .line(let line):
            let reply = answer(line)
            try show(reply.text, spaceAfter: true)
            return reply.leave ? 0 : nil
        case .end:
            try show(options.goodbye, spaceAfter: false)
            return 0
        case .stopped(let signal):
            return 128 + signal
        }
    }

    private func greet() throws(TerminalError) {
        try show(options.banner, spaceAfter: true)
    }

    /// Prints a text, wrapped and harmless, and an empty line after it if wanted.
    private func show(_ text: String, spaceAfter: Bool) throws(TerminalError) {
        guard !text.isEmpty else { return }
        let clean = printable(text)
        let wrapped = answerColumns().map { wrap(clean, columns: $0) } ?? clean
        let lineEnd = wrapped.hasSuffix("\n") ? "" : "\n"
        try say(wrapped + lineEnd + (spaceAfter ? "\n" : ""))
    }
}
