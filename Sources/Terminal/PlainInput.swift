import Glibc

/// Lines as they come, with no editing but the kernel's: for pipes and files, and for a terminal
/// when the trait Readline is off.
struct PlainInput {
    private let prompt: String
    private let isInteractive: Bool
    private let signals: SignalPipe
    private var buffer = LineBuffer()
    private var hasEnded = false

    init(options: TerminalOptions, isInteractive: Bool, signals: SignalPipe) {
        self.prompt = isInteractive ? styledPrompt(options, forReadline: false) : ""
        self.isInteractive = isInteractive
        self.signals = signals
    }

    /// What is caught here. A pipe's reader catches nothing: what signals do by default is right.
    static func caughtSignals(isInteractive: Bool) -> [Int32] {
        isInteractive ? [SIGINT, SIGTERM, SIGHUP, SIGQUIT] : []
    }

    /// Waits for the next line or for the end.
    mutating func next() throws(TerminalError) -> TerminalEvent {
        try say(prompt)
        while true {
            if let line = buffer.takeLine() { return .line(line) }
            if hasEnded { return buffer.takeRest().map(TerminalEvent.line) ?? ended() }
            switch try signals.wait() {
            case .input:
                try fill()
            case .interrupt:
                // The kernel has shown ^C and dropped what it held of the line.
                buffer.clear()
                try say("\n" + prompt)
            case .stop(let signal):
                return .stopped(signal: signal)
            case .resize, .suspend:
                continue
            }
        }
    }

    /// Ctrl-D leaves the cursor behind the prompt.
    private func ended() -> TerminalEvent {
        if isInteractive { try? say("\n") }
        return .end
    }

    private mutating func fill() throws(TerminalError) {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = read(STDIN_FILENO, &chunk, chunk.count)
        if count > 0 {
            buffer.append(chunk[..<count])
        } else if count == 0 {
            hasEnded = true
        } else if errno == EIO, isInteractive {
            // The terminal is gone; SIGHUP says the same.
            hasEnded = true
        } else if errno != EINTR, errno != EAGAIN {
            throw TerminalError(.read)
        }
    }
}
