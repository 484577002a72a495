import Foundation
import Testing

/// `charley check`: everything wrong with the data, at once, by place.
@Suite struct CheckTests {
    @Test func theKnowledgeIsClean() throws {
        let run = try Binary.run(["check", Binary.intents.path])
        #expect(run.status == 0, "\(run.text)\(run.complaints)")
        #expect(!run.text.contains(": error: "))
    }

    @Test func everyFaultIsToldAtOnceByPlace() throws {
        let folder = try TemporaryFolder()
        let intents = try folder.copy(Binary.intents, to: "Intents")
        let question = "en/questions/Q-DUR1.yaml"
        let length = try append("simplr: twice\nid: Q-DUR1\n", to: intents.appending(path: question))
        try folder.write("Intents/en/questions/Q-TWICE.yaml", Data(Self.twice.utf8))
        try folder.write("Intents/en/concerns/planted.yaml", Data(Self.concern.utf8))
        try folder.write("Intents/en/guidance/planted.yaml", Data(Self.guidance.utf8))
        try folder.write("Intents/en/sites/broken.yaml", Data("id: broken\n  name: [\n".utf8))
        let run = try Binary.run(["check", intents.path])
        #expect(run.status == 1)
        let complaints = (run.text + run.complaints).split(separator: "\n").map(String.init)
        func complaint(_ file: String, _ line: Int, _ words: String...) {
            let place = "\(intents.path)/\(file):\(line):"
            let found = complaints.filter { $0.hasPrefix(place) && $0.contains(/:[0-9]+:[0-9]+: error: ./) }
            #expect(found.contains { text in words.allSatisfy(text.contains) }, "\(file):\(line) \(words): \(found)")
        }
        complaint(question, length + 1, "simplr", "did you mean 'simpler'")
        complaint(question, length + 2, "id")
        complaint("en/questions/Q-TWICE.yaml", 1, "Q-SEV")
        complaint("en/questions/Q-TWICE.yaml", 2, "scal", "did you mean 'scale'")
        complaint("en/questions/Q-TWICE.yaml", 5, "NOWHERE")
        complaint("en/concerns/planted.yaml", 4, "zibbled")
        complaint("en/concerns/planted.yaml", 11, "source")
        complaint("en/concerns/planted.yaml", 14, "zibled", "did you mean 'zibbled'")
        complaint("en/guidance/planted.yaml", 5, "source")
        #expect(complaints.contains { $0.hasPrefix("\(intents.path)/en/sites/broken.yaml:") })
        let places = complaints.filter { $0.contains(": error: ") }.map { $0.prefix { $0 != " " } }
        #expect(places == places.sorted { $0.localizedStandardCompare($1) == .orderedAscending }, "by file and line")
    }

    @Test func anExampleThatComesOutOtherwiseIsAnError() throws {
        let folder = try TemporaryFolder()
        let intents = try folder.copy(Binary.intents, to: "Intents")
        let file = intents.appending(path: "en/intents/THANKS.yaml")
        let length = try append("  - my calf has been in knots since Sunday\n", to: file)
        let run = try Binary.run(["check", intents.path])
        #expect(run.status == 1)
        let complaints = run.text + run.complaints
        #expect(complaints.contains("en/intents/THANKS.yaml:\(length + 1):"), "\(complaints)")
    }

    @Test(arguments: [["check", "/nowhere/at/all"], ["check", "--intents", "/etc/hostname"]])
    func aFolderThatIsNone(_ arguments: [String]) throws {
        let run = try Binary.run(arguments)
        #expect([1, 2].contains(run.status))
        let complaints = run.text + run.complaints
        #expect(complaints.contains(arguments[arguments.count - 1]))
        #expect(!complaints.contains("//"), "a path that exists nowhere: \(complaints)")
    }

    /// Adds text to a file; how many lines stood before it.
    private func append(_ text: String, to file: URL) throws -> Int {
        let before = try String(contentsOf: file, encoding: .utf8)
        try (before + text).write(to: file, atomically: true, encoding: .utf8)
        return before.filter { $0 == "\n" }.count
    }

    private static let twice = """
        id: Q-SEV
        kind: scal
        text: How wobbly is it?
        simpler: A bit wobbly, or very?
        sources: [NOWHERE]

        """

    private static let concern = """
        id: planted
        name: a planted fault
        findings:
          - id: zibbled
            name: zibbling
            kind: sign
            emergency: true
            phrases: [it zibbles]
            ask: Does it zibble?
        rules:
          - id: RF-999
            name: zibbling without a source
            level: urgent
            when: zibled
            because: it zibbles

        """

    private static let guidance = """
        id: planted
        when: site:back
        items:
          # No source.
          - id: G-PLANTED-1
            section: do
            levels: [self-care]
            text: Zibble gently.

        """
}
