import Charley
import Intents
import Knowledge
import Testing

/// A very small knowledge in memory, and what an author may add to its rule and its site.
enum SmallFolder {
    static func assistant(
        fires: String = "a bald patch", spares: String = "my wing",
        site: String = "{text: my left wing, site: wing, side: left}",
        finding: String = "present: [bald patch], absent: [no bald patch], none: [patch]", topic: String = "ta"
    ) throws -> Assistant {
        let files = files(fires: fires, spares: spares, site: site, finding: finding, topic: topic)
        let loaded = IntentsFolder.load(files: files.map { ($0.key, Array($0.value.utf8)) })
        return Assistant(
            try #require(loaded.knowledge, "\(loaded.diagnostics.map(\.description).joined(separator: "\n"))"))
    }

    private static func files(fires: String, spares: String, site: String, finding: String, topic: String) -> [String:
        String]
    {
        [
            "sources.yaml": """
            sources: [{id: BOOK, title: A book, organisation: A body, year: none, address: none, verified: V, read: 2026-01-01}]
            """,
            "regions.yaml": """
            regions:
              - {id: XX, name: X, names: [x land], emergency: "77", health: h, poison: p, crisis: c, verified: {emergency: V, health: V, poison: V, crisis: V}}
            unknown: {emergency: "1", health: h, poison: p, crisis: c}
            """,
            "en/sites/anywhere.yaml": "id: anywhere\nask: [Q-TIP]\nbudget: {usual: 3, most: 5}",
            "en/sites/wing.yaml": """
            id: wing
            name: wing
            sided: true
            phrases: [wing, wings]
            ask: [Q-TIP]
            examples: [\(site)]
            """,
            "en/concerns/moult.yaml": """
            id: moult
            name: moult
            findings:
              - {id: bald, name: a bald patch, kind: sign, emergency: true, phrases: [bald patch], ask: Bald?, examples: {\(finding)}}
            rules:
              - id: R-1
                name: moult
                level: emergency
                within: now
                when: bald
                because: feathers are gone
                sources: [BOOK]
                emergency: {instruction: "Call {emergency}.", tell: [{text: Say when., sources: [BOOK]}]}
                examples: {fires: [\(fires)], spares: [\(spares)]}
              - {id: R-0, name: rest, level: self-care, when: always, because: it is well, sources: [BOOK], examples: {fires: [wing], spares: [bald patch]}}
            """,
            "en/questions/Q-TIP.yaml": """
            {id: Q-TIP, kind: screen, text: Bald?, simpler: Bald?, why: So., sources: [BOOK], unanswered: routine, items: [{findings: [bald], label: bald}]}
            """,
            "en/intents/thanks.yaml":
                "{id: THANKS, act: thank, phrases: [thank you], whole: [ta], examples: [\(topic)]}",
            "en/replies/all.yaml": "replies:\n" + ReplyKey.allCases.map { "  \($0.rawValue): said\n" }.joined(),
            "en/language/sides.yaml":
                "kind: sides\nsides: [{side: left, phrases: [left]}, {side: right, phrases: [right]}]",
            "en/language/fillers.yaml": "kind: fillers\nwords: [my]",
            "en/language/answers.yaml":
                "kind: answers\nanswers: [{means: yes, phrases: [yes]}, {means: no, phrases: [no]}]",
            "en/language/context.yaml": """
            kind: context
            usual_window: 14 days
            modifiers: [{id: not-there, effect: absent, direction: forward, phrases: [no]}]
            """,
        ]
    }
}
