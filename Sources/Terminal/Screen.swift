import Glibc

/// The columns that answers are wrapped to, or `nil` when they do not go to a terminal.
///
/// At least 40, or a bullet would be a column of single words; at most 100, for longer lines are
/// hard to read.
func answerColumns() -> Int? {
    guard isTerminal(STDOUT_FILENO) else { return nil }
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return min(max(known ? Int(size.ws_col) : 80, 40), 100)
}

/// Whether the descriptor is open on a terminal.
func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
}

/// Writes the text, all of it, to the standard output.
func say(_ text: String) throws(TerminalError) {
    // readline and `print` write through stdio: what they hold comes first.
    fflush(nil)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        if count >= 0 {
            rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
            // Somebody made the terminal non-blocking, for themselves and so for us.
            var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
            _ = poll(&output, 1, -1)
        } else if errno != EINTR {
            throw TerminalError(.write)
        }
    }
}
