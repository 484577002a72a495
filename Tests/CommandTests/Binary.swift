import Foundation
import Testing

/// The program `charley` as it was built with these tests, run the way its users run it.
enum Binary {
    /// It lies beside the test bundle, in the debug and in the release folder alike.
    static let url = (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0]))
        .resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "charley")

    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let intents = repository.appending(path: "Intents")

    /// A clock that stands still, on a Sunday.
    static let now = "2026-03-01T09:30:00+00:00"

    /// A hang fails instead of blocking. Far above what a busy machine needs.
    static let limit: TimeInterval = 120

    /// What a run left behind. A signal shows as a negative status.
    struct Run: Sendable {
        let status: Int32
        let output: Data
        let complaints: String

        var text: String { String(decoding: output, as: UTF8.self) }
        /// The lines of standard output; the last one ends with a line break too.
        var lines: [String] { text.split(separator: "\n").map(String.init) }
    }

    struct Hang: Error, CustomStringConvertible {
        let arguments: [String]
        var description: String { "charley \(arguments.joined(separator: " ")) did not end" }
    }

    /// An environment with nothing in it that the program could listen to.
    static func environment(_ more: [String: String]) -> [String: String] {
        let own = ProcessInfo.processInfo.environment
        var environment = own.filter { ["PATH", "HOME", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE"].contains($0.key) }
        environment["SWIFT_BACKTRACE"] = "enable=no"
        environment["CHARLEY_INTENTS"] = intents.path
        return environment.merging(more) { $1 }.filter { !$0.value.isEmpty }
    }

    /// Runs the program to its end. Files on all three sides, so that no size of anything can block.
    /// - Parameter environment: added to the clean one; an empty value takes a variable away.
    static func run(
        _ arguments: [String], input: Data = Data(), environment more: [String: String] = [:],
        directory: URL = repository, program: URL = url
    ) throws -> Run {
        let folder = try TemporaryFolder()
        let (input, output, complaints) = (
            try folder.write("input", input), try folder.write("output"), try folder.write("complaints")
        )
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = environment(more)
        process.currentDirectoryURL = directory
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: complaints)
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        if ended.wait(timeout: .now() + limit) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
            throw Hang(arguments: arguments)
        }
        return Run(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: try Data(contentsOf: output),
            complaints: String(decoding: try Data(contentsOf: complaints), as: UTF8.self))
    }

    /// Lines as bytes, each with its line break.
    static func data(_ lines: [String]) -> Data { Data(lines.map { $0 + "\n" }.joined().utf8) }

    /// A conversation over the plain pipe: its replies, each without the empty line after it.
    static func pipe(_ lines: [String], _ arguments: [String] = []) throws -> [String] {
        let run = try run(["chat", "--now", now] + arguments, input: data(lines))
        #expect(run.status == 0)
        #expect(run.complaints == "")
        return run.text.components(separatedBy: "\n\n").dropLast()
    }

    /// A conversation in JSON Lines.
    static func chat(_ lines: [String]) throws -> [ChatAnswer] {
        let answers = try chat(bytes: data(lines))
        try #require(answers.count == lines.count, "exactly one object for each line")
        return answers
    }

    static func chat(bytes: Data) throws -> [ChatAnswer] {
        let run = try run(["chat", "--json", "--now", now], input: bytes)
        #expect(run.status == 0)
        #expect(run.complaints == "")
        return try run.lines.map(ChatAnswer.init)
    }

    /// `charley understand` on objects as they stand.
    static func understand(_ lines: [String], _ arguments: [String] = ["--now", now]) throws -> [JSONValue] {
        let run = try run(["understand"] + arguments, input: data(lines))
        #expect(run.status == 0)
        #expect(run.complaints == "")
        let answers = try run.lines.map(JSONValue.init(parsing:))
        try #require(answers.count == lines.count, "an answer for every line, or who pairs them loses count")
        return answers
    }
}
