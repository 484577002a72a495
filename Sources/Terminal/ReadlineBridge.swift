#if Readline
    import CReadline
    import Glibc

    /// What readline's callbacks read and write. They get no context, and readline itself is one set
    /// of C globals, so this is global too and belongs to the one thread that runs the REPL.
    private struct ReadlineBridge {
        var events: [TerminalEvent] = []
        var commands: [String] = []
        var candidates: [String] = []
    }

    nonisolated(unsafe) private var bridge = ReadlineBridge()

    /// The oldest event not yet taken.
    func takeReadlineEvent() -> TerminalEvent? {
        bridge.events.isEmpty ? nil : bridge.events.removeFirst()
    }

    /// readline's line handler; `nil` is the end of the input.
    func receiveLine(_ line: UnsafeMutablePointer<CChar>?) {
        // Before the answer is printed, or readline would show the next prompt first.
        rl_callback_handler_remove()
        guard let line else {
            bridge.events.append(.end)
            return
        }
        defer { free(line) }
        // Not a failable conversion: bytes that are not UTF-8 become U+FFFD.
        bridge.events.append(.line(String(cString: line)))
    }

    /// Sets readline up; to be done before the first prompt.
    func configureReadline(commands: [String]) {
        useUTF8()
        rl_catch_signals = 0
        rl_catch_sigwinch = 0
        // readline would call setenv, which is not safe beside other threads.
        rl_change_environment = 0
        // First the person's inputrc, then what must hold whatever it says.
        rl_initialize()
        rl_variable_bind("enable-bracketed-paste", "off")
        rl_variable_bind("show-all-if-ambiguous", "on")
        rl_variable_bind("page-completions", "off")
        rl_attempted_completion_function = completeCommand
        rl_bind_key(0x09, tab)
        using_history()
        bridge = ReadlineBridge(commands: commands)
    }

    /// In the C locale readline would take the bytes of an "é" for two keys.
    private func useUTF8() {
        setlocale(LC_CTYPE, "")
        if let codeset = nl_langinfo(nl_item(CODESET)), String(cString: codeset) != "UTF-8" {
            setlocale(LC_CTYPE, "C.UTF-8")
        }
    }

    /// Tab completes a command. In a message it is a space: pasted "12<Tab>3" must not become "123".
    private func tab(_ count: Int32, _ key: Int32) -> Int32 {
        if let line = rl_line_buffer, line[0] == 0x2F { return rl_complete(count, key) }
        rl_insert_text(" ")
        return 0
    }

    /// Completes commands at the start of the line, and never names of files.
    private func completeCommand(
        _ text: UnsafePointer<CChar>?, _ start: Int32, _ end: Int32
    ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        rl_attempted_completion_over = 1
        // No space after the command. readline sets this anew before each completion.
        rl_completion_append_character = 0
        guard start == 0, let text, text[0] == 0x2F else { return nil }
        let typed = String(cString: text)
        bridge.candidates = bridge.commands.filter { $0.hasPrefix(typed) }.reversed()
        return rl_completion_matches(text, nextCandidate)
    }

    /// readline frees what it gets here.
    private func nextCandidate(
        _ text: UnsafePointer<CChar>?, _ state: Int32
    ) -> UnsafeMutablePointer<CChar>? {
        bridge.candidates.popLast().flatMap { strdup($0) }
    }
#endif
