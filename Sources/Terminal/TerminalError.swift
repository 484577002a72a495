import Glibc

/// A system call without which no conversation is possible.
package struct TerminalError: Error, Equatable, CustomStringConvertible {
    package enum Operation: String, Sendable {
        case signals = "cannot watch for signals"
        case wait = "cannot wait for input"
        case read = "cannot read the input"
        case write = "cannot write the output"
    }

    package let operation: Operation
    /// The value of errno.
    package let code: Int32

    /// Takes errno as the failed call left it.
    init(_ operation: Operation, code: Int32 = errno) {
        self.operation = operation
        self.code = code
    }

    package var description: String { "\(operation.rawValue): \(errorText(code))" }
}

/// The system's own words for an error number.
func errorText(_ code: Int32) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
}
