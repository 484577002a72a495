import Testing

/// Law 3: no medicine in Swift. What the data in Intents/en call sites, symptoms, findings, rules and questions
/// stands in no literal and names no case of an enum: not their ids, and not what people say for them.
@Suite struct MedicineTests {
    /// Words that the data claim and plain English needs as well, each with its reason.
    static let ordinary: [String: String] = [
        "self harm": "an intent of the line contract, whatever people say for it"
    ]

    static let medicine = Medicine(
        facts: (Repository.files(under: "Intents/en") + ["Intents/sources.yaml"])
            .filter { $0.hasSuffix(".yaml") }
            .flatMap { PlainYaml.facts(of: Repository.text($0), path: $0) })

    @Test func noMedicineInSwift() {
        #expect(!Self.medicine.ids.isEmpty && !Self.medicine.phrases.isEmpty, "no data were read from Intents/en")
        expectNone(Self.found(in: Repository.sources, Self.medicine))
    }

    private static let planted = Medicine(
        facts: [
            ("Intents/en/sites/calf.yaml", "id: calf\nphrases: [calf, back of (lower leg|calf), calves]"),
            (
                "Intents/en/concerns/ces.yaml",
                "id: ces\nfindings:\n  - id: saddle_numb\n    phrases:\n      - can't feel when i wipe\n"
                    + "      - (numb~|tingly) [round] bottom"
                    + "\nrules:\n  - id: RF-01\n    when: saddle_numb"
            ),
            (
                "Intents/en/language/symptoms.yaml",
                "symptoms:\n  - {id: spasm, say: spasms, phrases: [spasm~, seized up]}"
            ),
            ("Intents/en/questions/Q-CES.yaml", "id: Q-CES"),
        ].flatMap { PlainYaml.facts(of: $0.1, path: $0.0) })

    @Test(arguments: [
        "let a = \"calf\"", "let a = \"the saddle_numb finding\"", "enum A { case saddleNumb }",
        "let a = \"see RF-01.\"",
        "enum A { case other(Int), calf }", "let a = \"You Can't feel when I wipe?\"", "let a = \"my calves hurt\"",
        "let a = \"back of calf\"", "let a = \"a numb bottom\"", "let a = \"it seized up\"", "ask(\"Q-CES\")",
        "let a = \"\"\"\n    tingly round bottom\n    \"\"\"", "let a = \"\\(b ? \"spasm\" : c)\"",
    ])
    func seesMedicine(_ text: String) {
        let file = SourceFile(path: "Sources/Triage/Bad.swift", text: text)
        #expect(!Self.found(in: [file], Self.planted).isEmpty)
    }

    @Test(arguments: [
        "// the calf is a site\nlet a = \"site\"", "let calfless = \"calfskin\"", "enum A { case scalf, numbers }",
        "let a = \"back of lower\"", "let a = \"rf\"",
    ])
    func leavesTheEngineAlone(_ text: String) {
        let file = SourceFile(path: "Sources/Triage/Good.swift", text: text)
        #expect(Self.found(in: [file], Self.planted).map(\.description) == [])
    }

    @Test func everyOrdinaryWordIsStillNeeded() {
        let unused = Self.ordinary.keys.filter { !Self.medicine.phrases.contains($0) && Self.medicine.ids[$0] == nil }
        #expect(unused.isEmpty, "words the data no longer claim")
    }

    static func found(in files: [SourceFile], _ medicine: Medicine) -> [Violation] {
        var found: [Violation] = []
        let cases = Dictionary(medicine.ids.map { (plain($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
        for name in DeclaredNames(in: files).cases {
            guard !ordinary.keys.contains(where: { plain($0) == plain(name.name) }),
                let source = cases[plain(name.name)]
            else { continue }
            found.append(Violation(name.path, name.line, "case \(name.name) is medicine, from \(source)"))
        }
        for file in files {
            for token in file.tokens where token.kind == .string {
                guard let (word, source) = medicine.claimed(in: token.text, except: ordinary) else { continue }
                found.append(Violation(file.path, token.line, "\"\(word)\" is medicine, from \(source)"))
            }
        }
        return found
    }

    /// `saddle_numb`, `saddle-numb` and `saddleNumb` are one.
    private static func plain(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// `StringHelpers` is string and helpers.
    static func words(inName name: String) -> [String] {
        var words: [String] = []
        for character in name {
            if character.isUppercase || words.isEmpty { words.append("") }
            words[words.count - 1] += character.lowercased()
        }
        return words
    }
}

/// What the data claim as theirs.
struct Medicine {
    /// Ids of sites, symptoms, findings, rules, questions, pieces of guidance and sources, with the file of each.
    private(set) var ids: [String: String] = [:]
    /// What people say for sites, symptoms and findings, lower case, as far as it can be written out.
    private(set) var phrases: Set<String> = []
    private var longest = 1

    init(facts: [Fact]) {
        for fact in facts {
            if Medicine.namesMedicine(fact) { ids[fact.text] = fact.path }
            if Medicine.isSaid(fact) { for phrase in Medicine.written(fact.text) { add(phrase) } }
        }
    }

    /// The first claimed id or phrase in a text.
    func claimed(in text: String, except ordinary: [String: String]) -> (word: String, source: String)? {
        if let path = ids[text], ordinary[text] == nil { return (text, path) }
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }) {
            let isMark = word.contains { !$0.isLetter }
            if isMark, let path = ids[String(word)], ordinary[String(word)] == nil { return (String(word), path) }
        }
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }
        for start in words.indices {
            for end in start..<min(start + longest, words.count) {
                let phrase = words[start...end].joined(separator: " ")
                if phrases.contains(phrase), ordinary[phrase] == nil { return (phrase, "what people say") }
            }
        }
        return nil
    }

    private mutating func add(_ phrase: String) {
        let words = phrase.split(separator: " ").count
        // A short word alone says nothing about who needs it.
        guard words > 1 || phrase.count > 3 else { return }
        phrases.insert(phrase)
        longest = max(longest, words)
    }

    private static func namesMedicine(_ fact: Fact) -> Bool {
        guard fact.keys.last == "id" else { return false }
        let folder = fact.path.split(separator: "/").dropLast().last
        return switch fact.keys.dropLast().last {
        case nil: folder == "sites" || folder == "questions"
        case "findings", "rules", "symptoms", "sources": true
        case "items": folder == "guidance"
        default: false
        }
    }

    private static func isSaid(_ fact: Fact) -> Bool {
        guard fact.keys.last == "phrases" else { return false }
        return switch fact.keys.dropLast().last {
        case nil: fact.path.contains("/sites/")
        case "findings", "symptoms": true
        default: false
        }
    }

    /// The phrases a pattern of one level stands for; none where it nests, refers to a list or grows too long.
    static func written(_ pattern: String) -> [String] {
        var results = [""]
        var rest = pattern.lowercased()[...]
        while let first = rest.first {
            let close: Character? = first == "(" ? ")" : first == "[" ? "]" : nil
            if let close {
                guard let end = rest.firstIndex(of: close) else { return [] }
                let inner = rest[rest.index(after: rest.startIndex)..<end]
                if inner.contains(where: "([<".contains) { return [] }
                let choices = inner.split(separator: "|").map(String.init) + (first == "[" ? [""] : [])
                results = results.flatMap { result in choices.map { result + $0 } }
                rest = rest[end...].dropFirst()
            } else if first == "<" || results.count > 500 {
                return []
            } else {
                results = results.map { $0 + String(first) }
                rest = rest.dropFirst()
            }
        }
        return results.map { $0.filter { $0 != "~" }.split(separator: " ").joined(separator: " ") }.filter {
            !$0.isEmpty
        }
    }
}
