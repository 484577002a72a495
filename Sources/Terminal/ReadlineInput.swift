#if Readline
    import CReadline
    import Glibc

    /// Lines edited by GNU readline, through its callback interface: a blocking `readline()` would
    /// see Ctrl-C some keys too late.
    struct ReadlineInput {
        private let options: TerminalOptions
        private let prompt: String
        private let signals: SignalPipe
        private var history: HistoryFile?
        private var lastRemembered: String?

        static let caughtSignals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH]

        init(options: TerminalOptions, signals: SignalPipe) throws(TerminalError) {
            self.options = options
            self.prompt = styledPrompt(options, forReadline: true)
            self.signals = signals
            self.history = options.historyFile.map(HistoryFile.init)
            configureReadline(commands: options.commands)
            try loadHistory()
        }

        /// Waits for the next line or for the end, with the prompt on the screen.
        mutating func next() throws(TerminalError) -> TerminalEvent {
            showPrompt()
            while true {
                switch try signals.wait() {
                case .input:
                    rl_callback_read_char()
                    if let event = takeReadlineEvent() {
                        try finish(event)
                        return event
                    }
                case .interrupt:
                    leaveLine()
                    try say("^C\n")
                    showPrompt()
                case .resize:
                    rl_resize_terminal()
                case .suspend:
                    suspend()
                case .stop(let signal):
                    leaveLine()
                    // With SIGHUP there may be no terminal left to write to.
                    try? say("\n")
                    return .stopped(signal: signal)
                }
            }
        }

        private func showPrompt() {
            rl_callback_handler_install(prompt, receiveLine)
        }

        /// Drops the line being edited, and gives the terminal back as it was.
        private func leaveLine() {
            rl_callback_sigcleanup()
            rl_free_line_state()
            // To the last row of a long line, or what follows would be written over it.
            rl_point = rl_end
            rl_redisplay()
            rl_callback_handler_remove()
        }

        /// Stops as Ctrl-Z asks, and comes back to the same line.
        private func suspend() {
            rl_cleanup_after_signal()
            fflush(nil)
            var standard = sigaction()
            var ours = sigaction()
            sigaction(SIGTSTP, &standard, &ours)
            raise(SIGTSTP)
            sigaction(SIGTSTP, &ours, nil)
            rl_reset_after_signal()
            rl_resize_terminal()
            rl_forced_update_display()
        }

        private mutating func finish(_ event: TerminalEvent) throws(TerminalError) {
            switch event {
            case .line(let line):
                try remember(line)
            case .end:
                // Ctrl-D leaves the cursor behind the prompt.
                try say("\n")
            case .stopped:
                break
            }
        }

        private mutating func loadHistory() throws(TerminalError) {
            guard let history else { return }
            do throws(HistoryError) {
                for line in try history.load() where options.remembers(line) { add_history(line) }
            } catch {
                try giveUpHistory(error)
            }
        }

        private mutating func remember(_ line: String) throws(TerminalError) {
            guard options.remembers(line), line != lastRemembered else { return }
            lastRemembered = line
            add_history(line)
            guard let history else { return }
            do throws(HistoryError) {
                try history.append(line)
            } catch {
                try giveUpHistory(error)
            }
        }

        /// Says once why, and keeps what follows in memory only.
        private mutating func giveUpHistory(_ error: HistoryError) throws(TerminalError) {
            history = nil
            try say(printable(error.notice) + "\n")
        }
    }
#endif
