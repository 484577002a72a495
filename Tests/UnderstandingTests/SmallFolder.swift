import Intents
import Knowledge
import Testing

/// Knowledge of a few words, in memory: just enough to say what the reader does with them.
enum SmallFolder {
    static let loaded = IntentsFolder.load(files: files.map { ($0.key, Array($0.value.utf8)) })

    static func knowledge() throws -> Knowledge {
        try #require(loaded.knowledge, "\(loaded.diagnostics.map(\.description).joined(separator: "\n"))")
    }

    private static var files: [String: String] {
        SmallLanguage.files.merging([
            "sources.yaml": """
            sources:
              - {id: BOOK, title: A book, organisation: A body, year: none, address: none, verified: V, read: 2026-01-01}
            """,
            "regions.yaml": """
            said_as: [live in NAME]
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
            "en/sites/anywhere.yaml":
                "id: anywhere\nask: [Q-CES, Q-WHERE, Q-BAD, Q-LONG, Q-ELSE]\nbudget: {usual: 3, most: 5}",
            "en/sites/back.yaml": """
            id: back
            name: back
            phrases: [back]
            not:
              - {phrases: [come~ back, back door, back in 2019], because: not the body}
            ask: [Q-CES]
            """,
            "en/sites/lower_back.yaml": """
            {id: lower_back, part_of: back, name: lower back, phrases: [lower back], ask: [Q-CES]}
            """,
            "en/sites/leg.yaml": "{id: leg, name: leg, sided: true, phrases: [leg~], ask: [Q-CES]}",
            "en/sites/calf.yaml": """
            {id: calf, part_of: leg, name: calf, sided: true, phrases: [calf, calves], ask: [Q-CES]}
            """,
            "en/lexicon/words.yaml": """
            terms:
              - {id: numb_words, role: symptom, phrases: [numb, numbness, no feeling]}
              - {id: saddle_words, role: part, phrases: [between legs, saddle]}
              - {id: swell_words, role: symptom, phrases: [swollen, swelling]}
            """,
            "en/concerns/nerves.yaml": concern,
            "en/questions/Q-CES.yaml": """
            id: Q-CES
            kind: screen
            text: Any of these?
            simpler: Any?
            why: It matters.
            sources: [BOOK]
            unanswered: routine
            items:
              - {findings: [retention], label: trouble peeing, words: [peeing]}
              - {findings: [saddle_numb], label: numbness, words: [numbness]}
              - {findings: [wet], label: leaking, words: [leaking]}
            """,
            "en/questions/Q-WHERE.yaml": """
            id: Q-WHERE
            kind: choice
            text: Where?
            simpler: Where?
            why: It matters.
            sources: [BOOK]
            options:
              - {id: lower, label: lower back, phrases: [lower, bottom], sets: site:lower_back}
              - {id: all, label: all over, phrases: [all over, lower and upper], sets: site:back}
              - {id: leg, label: leg, sets: site:leg}
            """,
            "en/questions/Q-BAD.yaml":
                "{id: Q-BAD, kind: scale, text: How bad?, simpler: How bad?, why: It matters., sources: [BOOK]}",
            "en/questions/Q-LONG.yaml": """
            {id: Q-LONG, kind: duration, role: course, text: How long?, simpler: How long?, why: It matters., sources: [BOOK]}
            """,
            "en/questions/Q-ELSE.yaml":
                "{id: Q-ELSE, kind: free, text: What else?, simpler: What else?, why: It matters., sources: [BOOK]}",
            "en/replies/all.yaml": "replies:\n" + ReplyKey.allCases.map { "  \($0.rawValue): said\n" }.joined(),
        ]) { $1 }
    }

    private static let concern = """
        id: nerves
        name: pressed nerves
        findings:
          - {id: fever, name: fever, kind: sign, phrases: [fever, feverish]}
          - {id: weakness, name: weakness, kind: sign, phrases: [weakness, weak leg~]}
          - {id: cancer, name: cancer, kind: history, phrases: [cancer]}
          - {id: swollen_leg, name: a swollen leg, kind: sign, combine: [{all: [swell_words, site:leg], gap: 3}]}
          - id: retention
            name: trouble peeing
            kind: sign
            emergency: true
            window: 14 days
            phrases: [can't pee]
            absent: [peeing fine]
            not: [can't pee standing up]
            ask: Trouble peeing?
          - id: saddle_numb
            name: numbness
            kind: sign
            emergency: true
            window: 14 days
            phrases: [numb down there]
            long_standing: [always been numb there]
            combine: [[numb_words, saddle_words]]
            ask: Numb?
          - {id: wet, name: leaking, kind: sign, emergency: true, window: 14 days, phrases: [wet myself], ask: Leaking?}
        vague:
          - {phrases: [waterworks trouble], findings: [retention, wet]}
        rules:
          - id: R-1
            name: nerves
            level: emergency
            within: now
            when: retention or saddle_numb or wet
            because: nerves may be pressed
            sources: [BOOK]
            emergency:
              instruction: Call {emergency}.
              tell: [{text: Say when., sources: [BOOK]}]
            examples: {fires: [i can't pee], spares: [fever]}
        """
}
