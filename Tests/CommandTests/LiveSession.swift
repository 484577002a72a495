import Foundation
import Testing

/// A running `charley` that is talked to: a line is written, the reply is read, then the next line is written.
final class LiveSession {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var unread = Data()
    private let ended = DispatchSemaphore(value: 0)
    private let watchdog: DispatchWorkItem

    init(_ arguments: [String]) throws {
        signal(SIGPIPE, SIG_IGN)
        process.executableURL = Binary.url
        process.arguments = arguments
        process.environment = Binary.environment([:])
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { [ended] _ in ended.signal() }
        try process.run()
        // A reply that never comes ends the program, and with it the reading.
        let identifier = process.processIdentifier
        watchdog = DispatchWorkItem { kill(identifier, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + Binary.limit, execute: watchdog)
    }

    deinit {
        try? input.fileHandleForWriting.close()
        ended.wait()
        watchdog.cancel()
    }

    /// Writes a line and reads up to `end`, which is left out.
    func say(_ line: String, until end: String) throws -> String {
        try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
        return try read(until: end)
    }

    private func read(until end: String) throws -> String {
        while true {
            if let range = unread.range(of: Data(end.utf8)) {
                let text = String(decoding: unread[..<range.lowerBound], as: UTF8.self)
                unread = Data(unread[range.upperBound...])
                return text
            }
            let more = output.fileHandleForReading.availableData
            try #require(!more.isEmpty, "the program ended before it had answered")
            unread += more
        }
    }

    /// Ends the input: what still came, and the status.
    func finish() throws -> (rest: String, status: Int32) {
        try input.fileHandleForWriting.close()
        unread += try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (String(decoding: unread, as: UTF8.self), process.terminationStatus)
    }
}

extension LiveSession {
    /// A conversation in JSON Lines.
    static func json() throws -> LiveSession { try LiveSession(["chat", "--json", "--now", Binary.now]) }

    func answer(_ line: String) throws -> ChatAnswer { try ChatAnswer(try say(line, until: "\n")) }
}
