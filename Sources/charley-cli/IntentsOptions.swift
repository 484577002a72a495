import ArgumentParser
import Charley
import Foundation

/// Where the knowledge is, for every command that needs it.
struct IntentsOptions: ParsableArguments {
    @Option(
        help:
            "The folder with the knowledge. Without it: $CHARLEY_INTENTS, share/charley/Intents beside the program, ./Intents."
    )
    var intents: String?

    /// The folder to load from; ends the program with status 2 if there is none, and says where it looked.
    func folder() throws -> String {
        let (found, looked) = Assistant.folder(
            explicit: intents, environment: ProcessInfo.processInfo.environment,
            executable: Bundle.main.executablePath, workingDirectory: FileManager.default.currentDirectoryPath)
        guard let found else {
            Self.complain(
                "charley: no knowledge found. Looked in: \(looked.joined(separator: ", ")). Name the folder with --intents DIR."
            )
            throw ExitCode(2)
        }
        return found
    }

    /// Loads the knowledge, or says why it can't and ends the program with status 2, before anything is printed.
    func load() throws -> Assistant {
        let found = try folder()
        do throws(LoadingError) {
            return try Assistant.load(found)
        } catch {
            Self.complain(error.description)
            Self.complain("charley: the knowledge in \(found) can't be used. `charley check \(found)` says the same.")
            throw ExitCode(2)
        }
    }

    /// Writes a line to standard error.
    static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

/// The clock, for "since Tuesday".
struct ClockOptions: ParsableArguments {
    @Option(help: "The time now, ISO 8601 with an offset, instead of the computer's clock.")
    var now: String?

    func validate() throws {
        if let now, !Clock.isReadable(now) {
            throw ValidationError("--now must be ISO 8601 with an offset, such as 2026-03-01T09:30:00+00:00.")
        }
    }

    /// The time to read a message at.
    func text() -> String { now ?? Clock.now() }
}

/// The computer's clock, as text.
enum Clock {
    static func now() -> String {
        let formatter = ISO8601DateFormatter()
        formatter.timeZone = .current
        return formatter.string(from: Date())
    }

    static func isReadable(_ text: String) -> Bool { ISO8601DateFormatter().date(from: text) != nil }
}
