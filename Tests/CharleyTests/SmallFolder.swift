import Charley
import Intents
import Knowledge
import Testing

/// A small knowledge in memory that can hold whole conversations.
enum SmallFolder {
    static let loaded = IntentsFolder.load(files: files.map { ($0.key, Array($0.value.utf8)) })

    static func assistant() throws -> Assistant {
        Assistant(try #require(loaded.knowledge, "\(loaded.diagnostics.map(\.description).joined(separator: "\n"))"))
    }

    /// The sentences that tests look at; the others say their own name.
    private static let replies: [String: String] = [
        "understood": "Understood: {facts}.", "understoodMore": "Noted: {facts}.", "stillOpen": "Still: {question}",
        "againLead": "Again: {question}", "narrowLead": "Narrow: {question}", "emergencyWhy": "Why: {why}.",
        "emergencyAgain": "As I said: {text}", "emergencyUncertain": "Unsure: {items}.", "which": "Which: {items}?",
        "closingUnderstood": "I understood: {facts}.", "closingAction": "{level}{when}",
        "closingWhy": "Because: {why}.",
        "closingSources": "Sources: {list}.", "closingGoNow": "Go if: {list}.",
        "closingUnchecked": "Unchecked: {item}.",
        "closingLevelChanged": "It was {level}.", "confirmLead": "Sure? {question}",
        "dateAsk": "When was that ({item})?",
        "unknownCommand": "I do not know /{command}.", "sourceLine": "{id}: {title}, {organisation}, {year}, {address}",
        "sourceUnknown": "No source {name}.", "regionSet": "Numbers of {name}.", "whyLead": "Level {level}.",
        "whyRule": "- {why} ({words}) {id} {list}", "whyAsk": "{why}", "factsLead": "Facts:", "statusPresent": "{item}",
        "statusAbsent": "no {item}", "statusUncertain": "maybe {item}", "statusUnknown": "not known {item}",
        "statusPast": "past {item}",
        "statusOther": "{item} of another", "and": "and", "or": "or", "sideLeft": "left", "sideRight": "right",
        "sideBoth": "both",
        "severitySevere": "severe", "severityMild": "mild", "scoreOf": "{number} of 10", "spreadsTo": "to the {site}",
        "courseSaid": "for {words}", "spellSaid": "each {words}", "levelEmergency": "EMERGENCY", "levelRoutine": "SOON",
        "levelSelfCare": "SELF-CARE", "levelUrgent": "TODAY", "withinTwoDays": " in 2 days",
        "localNumber": "or the local number",
        "greeting": "Hello, {emergency}.", "prompt": "\"> \"", "goodbye": "Bye.", "reset": "Forgotten.",
        "undone": "Taken back.",
        "nothingToUndo": "Nothing to take back.", "empty": "No words.", "cannotCheck": "- not checked: {item}",
    ]

    private static let files: [String: String] = [
        "sources.yaml": """
        sources:
          - {id: BOOK, title: A book, organisation: A body, year: 2020, address: https://book, verified: V, read: 2026-01-01}
          - {id: PAGE, title: A page, organisation: A site, year: none, address: https://page, verified: S, read: 2026-01-01}
        """,
        "regions.yaml": """
        said_as: [live in NAME]
        regions:
          - id: XX
            name: Exland
            names: [exland, the x]
            emergency: "77"
            health: a nurse
            poison: a line
            crisis: a line
            verified: {emergency: V, health: V, poison: V, crisis: V}
        unknown: {emergency: "11 or 22", health: a nurse, poison: a line, crisis: a line}
        """,
        "en/sites/anywhere.yaml": "id: anywhere\nask: [Q-CES, Q-BAD, Q-ELSE]\nbudget: {usual: 3, most: 4}",
        "en/sites/back.yaml": "{id: back, name: back, phrases: [back], ask: [Q-CES, Q-BAD, Q-LONG, Q-SIDE]}",
        "en/sites/leg.yaml": "{id: leg, name: leg, sided: true, phrases: [leg, legs], ask: [Q-CES, Q-BAD]}",
        "en/concerns/nerves.yaml": """
        id: nerves
        name: pressed nerves
        findings:
          - {id: fever, name: fever, kind: sign, phrases: [fever]}
          - {id: retention, name: trouble peeing, kind: sign, emergency: true, window: 14 days, phrases: [can't pee], ask: Trouble peeing?}
          - {id: numb, name: numbness, kind: sign, emergency: true, window: 14 days, phrases: [numb], ask: Numb?}
        rules:
          - id: R-1
            name: nerves
            level: emergency
            within: now
            when: retention or numb
            because: nerves may be pressed
            sources: [BOOK]
            emergency:
              instruction: "Call {emergency}."
              meanwhile: [{text: Sit down., sources: [PAGE]}]
              tell: [{text: Say when., sources: [BOOK]}]
            examples: {fires: [i can't pee], spares: [fever]}
          - id: R-2
            name: fever
            level: routine
            within: 2 days
            when: fever
            because: a fever should be seen
            sources: [PAGE]
            examples: {fires: [fever], spares: [back]}
        """,
        "en/questions/Q-CES.yaml": """
        id: Q-CES
        kind: screen
        text: Any trouble peeing, or numbness?
        simpler: Can you pee and feel?
        why: Both matter.
        sources: [BOOK]
        unanswered: routine
        items:
          - {findings: [retention], label: trouble peeing}
          - {findings: [numb], label: numbness, words: [numbness]}
        """,
        "en/questions/Q-BAD.yaml":
            "{id: Q-BAD, kind: scale, text: How bad?, simpler: A number?, why: It matters., sources: [BOOK]}",
        "en/questions/Q-LONG.yaml":
            "{id: Q-LONG, kind: duration, role: course, text: How long?, simpler: How long?, why: It matters., sources: [BOOK]}",
        "en/questions/Q-ELSE.yaml":
            "{id: Q-ELSE, kind: free, text: What else?, simpler: Else?, why: It matters., sources: [BOOK]}",
        "en/questions/Q-SIDE.yaml": """
        id: Q-SIDE
        kind: choice
        text: Which side?
        simpler: Left or right?
        why: It matters.
        sources: [BOOK]
        options:
          - {id: left, label: left, sets: side:left}
          - {id: right, label: right, sets: side:right}
        """,
        "en/guidance/all.yaml": """
        id: all
        when: always
        items:
          - {id: G-ACT, section: action, levels: [self-care, routine], text: "Call {health}.", sources: [BOOK]}
          - {id: G-DO, section: do, levels: [self-care], text: Walk., sources: [BOOK, PAGE]}
        """,
        "en/intents/thanks.yaml": "{id: THANKS, act: thank, phrases: [thank you]}",
        "en/intents/undo.yaml": "{id: UNDO, act: undo, phrases: [undo that], whole: [go back]}",
        "en/intents/bye.yaml": "{id: BYE, act: leave, phrases: [goodbye]}",
        "en/intents/heat.yaml": "{id: HEAT, act: ask, phrases: [heat or ice], answer: Either., sources: [PAGE]}",
        "en/intents/sorry.yaml": "{id: SORRY, act: correct, phrases: [i was wrong]}",
        "en/replies/all.yaml": "replies:\n"
            + ReplyKey.allCases.map { "  \($0.rawValue): \(quoted(replies[$0.rawValue] ?? $0.rawValue))\n" }.joined(),
        "en/language/severity.yaml": """
        kind: severity
        scale: {mild: 1, moderate: 4, severe: 7}
        raise: [very]
        lower: [slightly]
        grades: [{grade: severe, phrases: [severe]}, {grade: severe, function: true, phrases: [can't walk]}]
        """,
        "en/language/symptoms.yaml": "kind: symptoms\nsymptoms: [{id: spasm, say: spasms, phrases: [spasm, spasms]}]",
        "en/language/sides.yaml":
            "kind: sides\nsides: [{side: left, phrases: [left]}, {side: right, phrases: [right]}]",
        "en/language/trend.yaml":
            "{kind: attribute, type: trend, values: [{id: worse, say: worse, phrases: [getting worse]}]}",
        "en/language/answers.yaml": """
        kind: answers
        answers: [{means: yes, phrases: [yes]}, {means: no, phrases: [no]}, {means: unknown, phrases: [not sure]}, {means: doubtful, phrases: [maybe]}]
        """,
        "en/language/fillers.yaml": "kind: fillers\nwords: [the, my]",
        "en/language/clauses.yaml":
            "{kind: clauses, hard: [but], soft: [and, or], starter: [my], subject: [i], contrast: [only], verb: [is]}",
        "en/language/spread.yaml": "kind: spread\nphrases: [goes down]",
        "en/language/people.yaml": """
        {kind: people, people: [{id: me, kind: writer, say: you, phrases: [i, my]}, {id: wife, kind: relative, say: your wife, phrases: [my wife]}]}
        """,
        "en/language/context.yaml": """
        kind: context
        usual_window: 30 days
        modifiers:
          - {id: not-there, effect: absent, direction: forward, phrases: [no, don't have]}
          - {id: unsure, effect: uncertain, direction: forward, reach: 4, phrases: [perhaps]}
          - {id: what-if, effect: hypothetical, direction: forward, phrases: [what if]}
          - {id: undated, effect: undated, direction: forward, phrases: [had]}
          - {id: always, effect: long-standing, direction: forward, phrases: [always had]}
          - {id: long-ago, effect: remote, direction: both, phrases: [years ago]}
        """,
        "en/language/numbers.yaml": "kind: numbers\nnumbers: [{value: 2, phrases: [two]}]",
        "en/language/units.yaml": "kind: units\nunits: [{seconds: 86400, phrases: [day, days]}]",
        "en/language/durations.yaml": """
        kind: durations
        lead: {course: [for], spell: [lasting]}
        trail: {ago: [ago]}
        weekdays: [[monday], [tuesday], [], [], [], [], []]
        since: [since]
        out_of: [{value: 10, phrases: [out of 10]}]
        temperature: [temp]
        age: [years old]
        join: [to]
        between: [between]
        plus: [and]
        of: [of]
        clock: [pm]
        or_more: [or more]
        since_age: [since i was]
        more: [more than]
        least: [over]
        most: [under]
        about: [about]
        or_so: [or so]
        every: [every]
        celsius: [celsius]
        fahrenheit: [fahrenheit]
        worst: [at worst]
        age_lead: [i'm]
        never: [tablets]
        """,
    ]

    private static func quoted(_ text: String) -> String { text.hasPrefix("\"") ? text : "\"\(text)\"" }
}
