import Glibc

/// The command line.
struct Options {
    enum What: String, CaseIterable {
        case all, understand, turn, load, start, memory, length
        /// One line for scripts: utterances per processor second.
        case rate
        /// Print the generated workload.
        case utterances, conversations
    }

    struct Unusable: Error {
        var reason: String
    }

    static let usage = """
        charley-bench [WHAT] [--intents DIR] [--binary FILE] [--utterances FILE] [--conversations FILE]
                      [--count N] [--seed N]
          WHAT is one of: \(What.allCases.map(\.rawValue).joined(separator: " ")); without it: all
          --utterances     a file with one utterance a line, instead of generated ones
          --conversations  a file with one message a line and an empty line after each conversation
          --count          how many utterances to generate (200000), and one conversation for every 50
        """

    var what = What.all
    var intents: String
    var binary: String
    var utteranceFile: String?
    var conversationFile: String?
    var count = 200_000
    var seed: UInt64 = 1

    init(_ arguments: [String]) throws(Unusable) {
        // From the repository's root or from Benchmarks/.
        intents =
            getenv("CHARLEY_INTENTS").map { String(cString: $0) } ?? (Self.exists("Intents") ? "Intents" : "../Intents")
        binary = Self.exists("Intents") ? ".build/release/charley" : "../.build/release/charley"
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--help" || argument == "-h" {
                write(Self.usage + "\n", to: STDOUT_FILENO)
                exit(0)
            }
            if let what = What(rawValue: argument) {
                self.what = what
                continue
            }
            guard argument.hasPrefix("--"), let value = rest.popFirst() else {
                throw Unusable(reason: "'\(argument)' is not known, or has no value")
            }
            switch argument {
            case "--intents": intents = value
            case "--binary": binary = value
            case "--utterances": utteranceFile = value
            case "--conversations": conversationFile = value
            case "--count": count = try Self.whole(value, argument)
            case "--seed": seed = UInt64(try Self.whole(value, argument))
            default: throw Unusable(reason: "there is no option '\(argument)'")
            }
        }
    }

    private static func whole(_ text: String, _ option: String) throws(Unusable) -> Int {
        guard let value = Int(text), value > 0 else { throw Unusable(reason: "\(option) wants a number above 0") }
        return value
    }

    private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
