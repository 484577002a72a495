import Glibc

/// What ended a wait.
enum Wake: Equatable {
    /// The standard input has something to read, or has ended.
    case input
    /// Ctrl-C.
    case interrupt
    /// Ctrl-Z.
    case suspend
    /// The window has another size.
    case resize
    /// The program is to end.
    case stop(signal: Int32)
}

/// Turns signals into bytes of a pipe, so that they are waited for together with the input.
///
/// Nothing but a `write` happens in the handler; all the rest is done outside, where it is safe.
struct SignalPipe {
    private let readEnd: Int32
    private let writeEnd: Int32
    private var previous: [(signal: Int32, action: sigaction)] = []

    /// Catches the signals until ``close()``.
    init(catching signals: [Int32]) throws(TerminalError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw TerminalError(.signals) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            // A storm of signals must not stop the handler at a full pipe.
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        readEnd = ends[0]
        writeEnd = ends[1]
        handlerDescriptor = writeEnd
        for signal in signals { install(signal) }
    }

    private mutating func install(_ signal: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = writeSignal
        action.sa_flags = SA_RESTART
        sigemptyset(&action.sa_mask)
        var old = sigaction()
        guard sigaction(signal, &action, &old) == 0 else { return }
        if unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == 1 {
            // SIG_IGN is 1: whoever started us, such as nohup, wants this signal ignored.
            sigaction(signal, &old, nil)
        } else {
            previous.append((signal, old))
        }
    }

    /// Gives the signals back to whoever had them.
    mutating func close() {
        for entry in previous {
            var action = entry.action
            sigaction(entry.signal, &action, nil)
        }
        previous = []
        handlerDescriptor = -1
        Glibc.close(readEnd)
        Glibc.close(writeEnd)
    }

    /// Waits for a signal or for input, signals first.
    func wait() throws(TerminalError) -> Wake {
        while true {
            var watched = [
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0),
            ]
            if poll(&watched, 2, -1) < 0 {
                guard errno == EINTR else { throw TerminalError(.wait) }
                continue
            }
            if watched[1].revents != 0 {
                var number: UInt8 = 0
                if read(readEnd, &number, 1) == 1 { return Wake(signal: Int32(number)) }
            }
            // Not only POLLIN: at a hang-up the reader shall see the end.
            if watched[0].revents != 0 { return .input }
        }
    }
}

extension Wake {
    fileprivate init(signal: Int32) {
        switch signal {
        case SIGINT: self = .interrupt
        case SIGTSTP: self = .suspend
        case SIGWINCH: self = .resize
        default: self = .stop(signal: signal)
        }
    }
}

/// Where the handler writes. A handler gets no context, so this has to be global; it is set before
/// the handler is installed and has no other writer.
nonisolated(unsafe) private var handlerDescriptor: Int32 = -1

private func writeSignal(_ signal: Int32) {
    let savedError = errno
    var number = UInt8(truncatingIfNeeded: signal)
    _ = write(handlerDescriptor, &number, 1)
    errno = savedError
}
