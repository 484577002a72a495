import Foundation
import Testing

/// The files of Intents/ are plain text that any editor and any diff can show.
/// What they say is for `charley check` to judge.
@Suite struct DataFileTests {
    @Test func filesArePlainText() {
        let files = Repository.files(under: "Intents")
        #expect(!files.isEmpty)
        for path in files { expectNone(Self.oddities(of: path, Repository.data(path))) }
    }

    @Test func filesAreYamlOrText() {
        let known: Set<String> = ["yaml", "md", "txt"]
        expectNone(
            Repository.files(under: "Intents")
                .filter { path in !known.contains { path.hasSuffix(".\($0)") } }
                .map { Violation($0, 1, "neither .yaml nor .txt nor .md: nobody reads it") })
    }

    @Test(arguments: [
        "id: a", "id: a\n\tname: b\n", "id: a\r\nname: b\r\n", "id: a \nname: b\n", "id: a\n\n\n", "\u{FEFF}id: a\n",
        "id: \u{0}\n", "",
    ])
    func seesAnOddity(_ text: String) {
        #expect(Self.oddities(of: "Intents/a.yaml", Data(text.utf8)).count == 1)
    }

    @Test func seesBytesThatAreNoText() {
        #expect(Self.oddities(of: "Intents/a.yaml", Data([0x61, 0xFF, 0x0A])).count == 1)
    }

    @Test func leavesPlainTextAlone() {
        #expect(Self.oddities(of: "Intents/a.yaml", Data("id: a\n\nname: é – ½\n".utf8)).isEmpty)
    }

    static func oddities(of path: String, _ data: Data) -> [Violation] {
        guard let text = String(bytes: data, encoding: .utf8) else { return [Violation(path, 1, "not UTF-8")] }
        var found: [Violation] = []
        if data.starts(with: [0xEF, 0xBB, 0xBF]) { found.append(Violation(path, 1, "a byte order mark")) }
        if text.isEmpty { found.append(Violation(path, 1, "empty")) }
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let message: String? =
                if line.contains("\t") {
                    "a tab; indent with spaces"
                } else if line.contains("\r") {
                    "a carriage return; lines end with LF"
                } else if line.contains(where: { $0.value < 0x20 }) {
                    "a control character"
                } else if line.last == " " {
                    "a space at the end of the line"
                } else {
                    nil
                }
            if let message {
                found.append(Violation(path, index + 1, message))
                return found
            }
        }
        if !text.isEmpty, !text.hasSuffix("\n") { found.append(Violation(path, lines.count, "no newline at the end")) }
        if text.hasSuffix("\n\n") { found.append(Violation(path, lines.count - 1, "empty lines at the end")) }
        return found
    }
}
