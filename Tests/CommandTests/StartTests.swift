import Foundation
import Testing

/// Where the knowledge is looked for, and what is said where it can't be used: status 2, before anything is answered.
@Suite struct StartTests {
    static let complaint = Binary.data(["my calf is in a knot"])

    private func expectRefusal(_ run: Binary.Run, naming words: [String], _ location: SourceLocation = #_sourceLocation)
    {
        #expect(run.status == 2, sourceLocation: location)
        #expect(run.text == "", "answers only", sourceLocation: location)
        for word in words { #expect(run.complaints.contains(word), sourceLocation: location) }
    }

    @Test(arguments: [["chat"], ["chat", "--json"], ["understand"]])
    func listsThePlacesWhereItLooked(_ arguments: [String]) throws {
        let empty = try TemporaryFolder()
        let run = try Binary.run(
            arguments, input: Self.complaint, environment: ["CHARLEY_INTENTS": ""], directory: empty.url)
        let beside = Binary.url.deletingLastPathComponent().deletingLastPathComponent().path
        expectRefusal(run, naming: ["\(beside)/share/charley/Intents", "\(empty.url.path)/Intents"])
    }

    @Test func aFolderThatIsNamedIsTheOnlyOneLookedAt() throws {
        let typed = try Binary.run(["--intents", "/nowhere/Intents"], input: Self.complaint)
        expectRefusal(typed, naming: ["/nowhere/Intents"])
        let set = try Binary.run([], input: Self.complaint, environment: ["CHARLEY_INTENTS": "/not/here"])
        expectRefusal(set, naming: ["/not/here"])
    }

    @Test func aFileOrAnEmptyFolderIsNoKnowledge() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("Intents")
        expectRefusal(try Binary.run(["--intents", file.path], input: Self.complaint), naming: [file.path])
        try folder.write("empty/README.md")
        let empty = folder.url.appending(path: "empty").path
        expectRefusal(try Binary.run(["--intents", empty], input: Self.complaint), naming: [empty])
    }

    @Test func brokenKnowledgeIsToldByPlaceAndAllAtOnce() throws {
        let folder = try TemporaryFolder()
        let intents = try folder.copy(Binary.intents, to: "Intents")
        try folder.write("Intents/en/questions/Q-SEV.yaml", Data("id: Q-SEV\nkind: [\n".utf8))
        try folder.write("Intents/en/questions/Q-DUR1.yaml", Data([0x69, 0x64, 0x3A, 0x20, 0xFF, 0xFE, 0x0A]))
        try folder.write("Intents/en/sites/calf.yaml", Data("id: calf\nnaem: calf\n".utf8))
        // Unreadable for everybody, root too.
        let link = intents.appending(path: "en/sites/dangling.yaml")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder.url.appending(path: "gone"))
        let run = try Binary.run(["--intents", intents.path], input: Self.complaint)
        expectRefusal(run, naming: ["en/sites/calf.yaml:2:1: error: ", "naem", "did you mean 'name'", "dangling.yaml"])
        #expect(run.complaints.contains(/Q-SEV\.yaml:[0-9]+:[0-9]+: error:/))
        #expect(run.complaints.contains(/Q-DUR1\.yaml:[0-9]+:[0-9]+: error:/))
    }

    @Test func theOptionComesBeforeTheEnvironmentAndThatBeforeTheFolders() throws {
        let folder = try TemporaryFolder()
        let named = try folder.copy(Binary.intents, to: "named")
        let set = try folder.copy(Binary.intents, to: "set")
        try folder.copy(Binary.intents, to: "here/Intents")
        try folder.copy(Binary.url, to: "installed/bin/charley")
        try folder.copy(Binary.intents, to: "installed/share/charley/Intents")
        let program = folder.url.appending(path: "installed/bin/charley")
        for place in ["named", "set", "here/Intents", "installed/share/charley/Intents"] {
            let replies = folder.url.appending(path: "\(place)/en/replies/replies.yaml")
            let text = try String(contentsOf: replies, encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let marked = lines.map { $0.hasPrefix("  reset: ") ? "  reset: I come from \(place)." : String($0) }
            try marked.joined(separator: "\n").write(to: replies, atomically: true, encoding: .utf8)
        }
        func place(_ arguments: [String], _ variable: String, _ program: URL, _ directory: String = "here") throws
            -> String
        {
            try Binary.run(
                arguments, input: Binary.data(["/reset"]), environment: ["CHARLEY_INTENTS": variable],
                directory: folder.url.appending(path: directory), program: program
            ).text
        }
        #expect(try place(["--intents", named.path], set.path, program) == "I come from named.\n\n")
        #expect(try place([], set.path, program) == "I come from set.\n\n")
        #expect(try place([], "", program) == "I come from installed/share/charley/Intents.\n\n")
        #expect(try place([], "", Binary.url) == "I come from here/Intents.\n\n")
    }

    @Test func theRegionIsAnOptionOrASetting() throws {
        func help(_ arguments: [String], _ environment: [String: String] = [:]) throws -> String {
            try Binary.run(arguments, input: Binary.data(["/help"]), environment: environment).text
        }
        let british = try help(["--region", "GB"])
        #expect(british.contains("999") && !british.contains("911"))
        #expect(try help([], ["CHARLEY_REGION": "GB"]) == british)
        #expect(try help(["--region", "GB"], ["CHARLEY_REGION": "US"]) == british)
        let everywhere = try help([], ["LANG": "en_US.UTF-8", "TZ": "America/New_York"])
        #expect(everywhere.contains("999") && everywhere.contains("911"), "never from the language or the clock")
    }

    @Test func aRegionNobodyKnowsIsRefused() throws {
        let typed = try Binary.run(["--region", "Atlantis"], input: Self.complaint)
        expectRefusal(typed, naming: ["Atlantis", "GB"])
        let set = try Binary.run(["chat", "--json"], input: Self.complaint, environment: ["CHARLEY_REGION": "XX"])
        expectRefusal(set, naming: ["XX"])
    }

    /// "2 if it cannot start", whatever the reason.
    @Test(arguments: [
        ["--nonsense"], ["chat", "--now", "yesterday"], ["chat", "--now", "2026-03-01T09:30:00"], ["chat", "--region"],
    ])
    func aWrongOptionIsRefused(_ arguments: [String]) throws {
        expectRefusal(
            try Binary.run(arguments, input: Self.complaint), naming: [arguments[arguments.count == 1 ? 0 : 1]])
    }

    @Test func saysItsVersion() throws {
        let run = try Binary.run(["--version"], environment: ["CHARLEY_INTENTS": "/nowhere"])
        #expect(run.status == 0)
        #expect(run.text.wholeMatch(of: /charley [0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    }
}
