import Intents
import Knowledge

/// A folder of data in memory: the least that is whole, and what an author may do to it.
struct TinyFolder {
    private(set) var files: [String: String]

    init() { files = Self.whole }

    /// Replaces the first `old` in a file.
    func replacing(_ path: String, _ old: String, _ new: String) -> TinyFolder {
        var folder = self
        guard let text = files[path], let range = text.firstRange(of: old) else {
            folder.files["missing/\(path)"] = "the test replaces what is not there: \(old)"
            return folder
        }
        folder.files[path] = text[..<range.lowerBound] + new + text[range.upperBound...]
        return folder
    }

    /// Adds a file, or replaces it; nil removes it.
    func with(_ path: String, _ text: String?) -> TinyFolder {
        var folder = self
        folder.files[path] = text
        return folder
    }

    /// What loading says, each as text.
    var complaints: [String] { load().diagnostics.map(\.description) }

    func load() -> Loaded {
        // In an order that is not that of the paths: it must not matter.
        IntentsFolder.load(files: files.sorted { $0.key > $1.key }.map { ($0.key, Array($0.value.utf8)) })
    }

    private static let whole: [String: String] = [
        "README.md": "notes that nobody reads",
        "sources.yaml": """
        sources:
          - {id: BOOK, title: A book, organisation: A body, year: none, address: none, verified: V, read: 2026-01-01}
        """,
        "regions.yaml": """
        regions:
          - id: XX
            name: Somewhere
            names: [somewhere]
            emergency: "1"
            health: a nurse
            poison: a poison line
            crisis: a crisis line
            verified: {emergency: V, health: V, poison: S, crisis: V}
        unknown: {emergency: "1", health: a nurse, poison: a poison line, crisis: a crisis line}
        """,
        "en/lexicon/words.yaml": """
        terms:
          - id: sore_words
            role: symptom
            phrases: [sore, ache~]
          - id: place_words
            role: part
            phrases: [tip of <sore_words>, tip]
        """,
        "en/sites/anywhere.yaml": """
        id: anywhere
        ask: [Q-TIP]
        budget: {usual: 3, most: 5}
        """,
        "en/sites/wing.yaml": """
        id: wing
        name: wing
        sided: true
        phrases: [wing~]
        not:
          - phrases: [wing nut]
            because: a thing
        ask:
          - Q-TIP
          - {question: Q-HOW, when: severity >= severe}
        examples:
          - {text: my left wing, site: wing, side: left}
          - {text: a wing nut, site: none}
        """,
        "en/sites/feather.yaml": """
        id: feather
        part_of: wing
        name: feather
        phrases: [feather~]
        """,
        "en/concerns/moult.yaml": """
        id: moult
        name: losing feathers
        findings:
          - id: bald
            name: a bald patch
            kind: sign
            emergency: true
            phrases: [bald patch]
            combine:
              - {all: [sore_words, site:wing], gap: 3}
              - [place_words, gone]
            ask: Is there a bald patch?
          - id: old_bird
            name: old age
            kind: history
            derived: age >= 50
        vague:
          - phrases: [feather trouble]
            findings: [bald]
        rules:
          - id: R-1
            name: moult
            level: emergency
            within: now
            when: bald and (site:wing or old_bird)
            because: feathers do not fall by themselves
            sources: [BOOK]
            emergency:
              instruction: Call {emergency}.
              tell:
                - text: Say when it began.
                  sources: [BOOK]
            examples:
              fires: [a bald patch on my wing]
              spares: [my wing is fine]
        """,
        "en/questions/Q-TIP.yaml": """
        id: Q-TIP
        kind: screen
        text: Is there a bald patch?
        simpler: Is a feather gone?
        why: It matters.
        sources: [BOOK]
        unanswered: routine
        unanswered_rule: R-1
        items:
          - {findings: [bald], label: a bald patch, words: [patch]}
        """,
        "en/questions/Q-HOW.yaml": """
        id: Q-HOW
        kind: choice
        text: How often?
        simpler: How often?
        why: It matters.
        sources: [BOOK]
        options:
          - {id: often, label: often, phrases: [every day], sets: frequency:often}
          - {id: both, label: both, sets: [side:both, not bald]}
        """,
        "en/guidance/levels.yaml": """
        id: levels
        when: always
        items:
          - id: G-1
            section: do
            levels: [routine]
            text: Call {health}.
            sources: [BOOK]
        """,
        "en/intents/thanks.yaml": """
        id: THANKS
        act: thank
        phrases: [thank you]
        """,
        "en/replies/all.yaml": "replies:\n" + ReplyKey.allCases.map { "  \($0.rawValue): said\n" }.joined(),
        "en/language/severity.yaml": """
        kind: severity
        scale: {mild: 1, moderate: 4, severe: 7}
        grades:
          - {grade: severe, phrases: [awful]}
          - {grade: severe, function: true, phrases: [can't fly]}
        raise: [really]
        lower: [slightly]
        """,
        "en/language/symptoms.yaml": "kind: symptoms\nsymptoms:\n  - {id: itch, say: itching, phrases: [itch~]}\n",
        "en/language/sides.yaml": "kind: sides\nsides:\n  - {side: left, phrases: [left]}\n",
        "en/language/answers.yaml": "kind: answers\nanswers:\n  - {means: yes, phrases: [yes, aye]}\n",
        "en/language/inflections.yaml": "kind: inflections\nirregular: {fly: [flies, flew, flown]}\n",
        "en/language/fillers.yaml": "kind: fillers\nwords: [the, my]\n",
        "en/language/spelling.yaml": "kind: spelling\nwords: {cant: can't}\n",
        "en/language/people.yaml": "kind: people\npeople:\n  - {id: me, kind: writer, say: you, phrases: [i]}\n",
        "en/language/clauses.yaml":
            "kind: clauses\n" + ClauseWord.allCases.map { "\($0.rawValue): [\($0.rawValue)]\n" }.joined(),
        "en/language/spread.yaml": "kind: spread\nphrases: [fly~ down]\n",
        "en/language/context.yaml": """
        kind: context
        usual_window: 14 days
        modifiers:
          - {id: not-there, effect: absent, direction: forward, phrases: [no]}
        """,
        "en/language/numbers.yaml": "kind: numbers\nnumbers:\n  - {value: 1, article: true, phrases: [a]}\n",
        "en/language/units.yaml": "kind: units\nunits:\n  - {seconds: 60, phrases: [minute], short: [m]}\n",
        "en/language/frequency.yaml": """
        kind: attribute
        type: frequency
        values:
          - {id: often, say: often, phrases: [often], not: [how often]}
          - {id: rare, say: rarely, phrases: [rarely]}
        """,
        "en/language/durations.yaml": """
        kind: durations
        lead: {course: [for]}
        trail: {ago: [ago]}
        within: {last: [last]}
        least: [over]
        most: [under]
        about: [about]
        or_so: [or so]
        join: [to]
        between: [between]
        plus: [and]
        of: [of]
        clock: [pm]
        or_more: [or more]
        since_age: [since i was]
        more: [more than]
        and_half: [{value: 0.5, phrases: [and a half]}]
        points: [{phrases: [yesterday], low: 24, high: 48}]
        weekdays: [[monday], [], [], [], [], [], []]
        months: [[january], [], [], [], [], [], [], [], [], [], [], []]
        lengths: [{phrases: [for ages], low: 2016, role: course}]
        since: [since]
        every: [every]
        celsius: [celsius]
        fahrenheit: [fahrenheit]
        temperature: [temperature of]
        out_of: [{value: 10, phrases: [out of 10]}]
        worst: [at worst]
        age: [years old]
        never: [24 / 7]
        """,
    ]
}
