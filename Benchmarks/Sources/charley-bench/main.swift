import Charley
import Glibc

do {
    try Run(Options(Array(CommandLine.arguments.dropFirst()))).run()
} catch let error as Options.Unusable {
    write("charley-bench: \(error.reason)\n\n\(Options.usage)\n", to: STDERR_FILENO)
    exit(2)
} catch {
    write("charley-bench: \(error)\n", to: STDERR_FILENO)
    exit(2)
}

/// What was asked for, done.
struct Run {
    let options: Options

    init(_ options: Options) { self.options = options }

    func run() throws {
        let table = Table()
        switch options.what {
        case .all:
            try Memory(intents: options.intents, seed: options.seed).report(table)
            try Loading(intents: options.intents).report(table)
            Starting(binary: options.binary, intents: options.intents).report(table)
            let assistant = try Assistant.load(options.intents)
            Understanding(assistant: assistant, messages: try utterances()).report(table)
            Turns(assistant: assistant, conversations: try conversations()).report(table)
            Length(assistant: assistant).report(table)
        case .memory: try Memory(intents: options.intents, seed: options.seed).report(table)
        case .load: try Loading(intents: options.intents).report(table)
        case .start: Starting(binary: options.binary, intents: options.intents).report(table)
        case .understand:
            Understanding(assistant: try Assistant.load(options.intents), messages: try utterances()).report(table)
        case .rate:
            let work = Understanding(assistant: try Assistant.load(options.intents), messages: try utterances())
            let rate = work.rate()
            write(
                "lines \(work.messages.count) lines_per_s \(Int(rate.perSecond)) found \(rate.found)\n",
                to: STDOUT_FILENO)
        case .turn:
            Turns(assistant: try Assistant.load(options.intents), conversations: try conversations()).report(table)
        case .length: Length(assistant: try Assistant.load(options.intents)).report(table)
        case .utterances: show(try utterances())
        case .conversations: show(try conversations().flatMap { $0 + [[]] })
        }
    }

    /// The utterances of the file named, one a line, or generated ones.
    private func utterances() throws -> [[UInt8]] {
        if let path = options.utteranceFile { return try lines(path) }
        var workload = Workload(seed: options.seed)
        return (0..<options.count).map { _ in workload.utterance() }
    }

    /// The conversations of the file named, an empty line between any two, or generated ones.
    private func conversations() throws -> [[[UInt8]]] {
        if let path = options.conversationFile {
            return try lines(path, keepsEmpty: true).split(separator: []).map(Array.init)
        }
        var workload = Workload(seed: options.seed)
        return (0..<max(1, options.count / 50)).map { _ in workload.conversation() }
    }

    private func lines(_ path: String, keepsEmpty: Bool = false) throws -> [[UInt8]] {
        guard let bytes = bytes(of: path) else { throw Options.Unusable(reason: "\(path) can't be read") }
        return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: !keepsEmpty).map(Array.init)
    }

    private func show(_ lines: [[UInt8]]) {
        write(Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")], to: STDOUT_FILENO)
    }
}
