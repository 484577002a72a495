import Knowledge

/// A little English, laid out as `language/` and `intents/` are.
enum SmallLanguage {
    static let files: [String: String] = [
        "en/language/severity.yaml": """
        kind: severity
        scale: {mild: 1, moderate: 4, severe: 7}
        grades:
          - {grade: mild, phrases: [mild, slight]}
          - {grade: moderate, phrases: [sore, moderate]}
          - {grade: severe, phrases: [severe, agony]}
          - {grade: severe, function: true, phrases: [can't walk]}
        raise: [very]
        lower: [slightly]
        """,
        "en/language/symptoms.yaml": """
        kind: symptoms
        symptoms:
          - {id: spasm, say: spasms, phrases: [spasm~]}
          - {id: pain, say: pain, phrases: [pain~, hurts], not: [pain in the neck]}
        """,
        "en/language/sides.yaml": """
        kind: sides
        sides:
          - {side: left, phrases: [left]}
          - {side: right, phrases: [right]}
          - {side: both, phrases: [both]}
        """,
        "en/language/answers.yaml": """
        kind: answers
        answers:
          - {means: yes, phrases: [yes, yeah, i do]}
          - {means: no, phrases: [no, nope]}
          - {means: mild, phrases: [a bit, sometimes]}
          - {means: doubtful, phrases: [not really, maybe, i think so]}
          - {means: unknown, phrases: [don't know, not sure, skip]}
          - {means: all, phrases: [all of them]}
          - {means: none, phrases: [none, none of those]}
          - {means: only, phrases: [only, just the]}
          - {means: first, phrases: [the first, first one]}
          - {means: second, phrases: [the second, second one]}
          - {means: third, phrases: [the third]}
          - {means: last, phrases: [the last one]}
          - {means: both, phrases: [both]}
        """,
        "en/language/inflections.yaml":
            "kind: inflections\nirregular: {come: [comes, came, coming], go: [goes, went]}\n",
        "en/language/fillers.yaml": "kind: fillers\nwords: [the, my, a, some, really, just]\n",
        "en/language/spelling.yaml": "kind: spelling\nwords: {cant: can't, dont: don't}\n",
        "en/language/people.yaml": """
        kind: people
        people:
          - {id: me, kind: writer, say: you, phrases: [i, my, me, i'm, i've]}
          - {id: mother, kind: relative, say: your mother, phrases: [my mum, mum]}
          - {id: husband, kind: relative, say: your husband, phrases: [my husband, husband]}
          - {id: he, kind: pronoun, phrases: [he, his]}
        """,
        "en/language/clauses.yaml": "kind: clauses\n"
            + ClauseWord.allCases.map { "\($0.rawValue): [\(clauses[$0.rawValue] ?? $0.rawValue)]\n" }.joined(),
        "en/language/spread.yaml": "kind: spread\nphrases: [go~ down, spread~ to]\n",
        "en/language/context.yaml": """
        kind: context
        usual_window: 30 days
        modifiers:
          - {id: not-there, effect: absent, direction: forward, phrases: [no, not, never, without, don't have, nor, neither]}
          - {id: none-after, effect: absent, direction: backward, reach: 3, phrases: [none, no, ruled out]}
          - {id: not-a-no, effect: nothing, direction: both, phrases: [not only, no change]}
          - {id: unsure, effect: uncertain, direction: forward, reach: 4, phrases: [maybe, might have, not sure about]}
          - {id: slight, effect: mild, direction: forward, reach: 3, phrases: [a bit of, a bit, slight]}
          - {id: what-if, effect: hypothetical, direction: forward, crosses_clauses: true, phrases: [what if, if i]}
          - {id: worried-that, effect: nothing, direction: both, phrases: [worried that]}
          - {id: feared, effect: feared, direction: forward, reach: 6, phrases: [worried about, could be]}
          - {id: long-ago, effect: remote, direction: both, phrases: [years ago, as a child]}
          - {id: undated, effect: undated, direction: forward, phrases: [had, used to have]}
          - {id: stopped, effect: stopped, direction: backward, phrases: [gone now, has stopped]}
          - {id: always, effect: long-standing, direction: forward, phrases: [always had]}
          - {id: family, effect: family, direction: both, phrases: [in my family]}
          - {id: now, effect: current, direction: both, phrases: [now, still]}
        """,
        "en/language/numbers.yaml": """
        kind: numbers
        numbers:
          - {value: 1, article: true, phrases: [a, an]}
          - {value: 1, phrases: [one]}
          - {value: 2, phrases: [two]}
          - {value: 3, phrases: [three]}
          - {value: 5, phrases: [five]}
          - {value: 8, phrases: [eight]}
          - {value: 20, tens: true, phrases: [twenty]}
          - {value: 100, multiplier: true, phrases: [hundred]}
          - {value: 0.5, fraction: true, phrases: [half a, half an]}
          - {value: 2, vague: true, phrases: [a couple of]}
          - {value: 3, vague: true, phrases: [a few, few]}
        """,
        "en/language/units.yaml": """
        kind: units
        units:
          - {seconds: 1, phrases: [second], plural: [seconds], short: [s]}
          - {seconds: 60, phrases: [minute, min], plural: [minutes, mins], short: [m]}
          - {seconds: 3600, phrases: [hour], plural: [hours, hrs], short: [h]}
          - {seconds: 86400, phrases: [day], plural: [days], short: [d]}
          - {seconds: 604800, phrases: [week], plural: [weeks], short: [w]}
          - {seconds: 2592000, phrases: [month], plural: [months]}
          - {seconds: 31536000, phrases: [year], plural: [years]}
        """,
        "en/language/durations.yaml": durations,
        "en/language/frequency.yaml": """
        kind: attribute
        type: frequency
        values:
          - {id: often, say: often, phrases: [often], not: [how often]}
          - {id: rare, say: rarely, phrases: [rarely]}
        """,
        "en/language/trend.yaml":
            "{kind: attribute, type: trend, values: [{id: worse, say: worse, phrases: [getting worse]}]}",
        "en/language/medicine.yaml": """
        {kind: attribute, type: medicine, values: [{id: statin, say: a statin, phrases: [statin~]}]}
        """,
        "en/intents/topics.yaml":
            "{id: HEAT, act: ask, about: program, phrases: [heat or ice], answer: Either., sources: []}",
        "en/intents/thanks.yaml": "{id: THANKS, act: thank, phrases: [thank you], whole: [ta]}",
        "en/intents/bye.yaml": "{id: BYE, act: leave, phrases: [goodbye]}",
        "en/intents/sorry.yaml": "{id: CORRECT, act: correct, phrases: [i meant, that's wrong]}",
        "en/intents/again.yaml": "{id: REPEAT, act: repeat, phrases: [say that again]}",
        "en/intents/why.yaml": "{id: WHY, act: explain, phrases: [why do you ask]}",
        "en/intents/abuse.yaml": "{id: ABUSE, act: abuse, phrases: [stupid machine]}",
        "en/intents/other.yaml":
            "{id: OTHER, act: out-of-scope, about: program, phrases: [my tooth], answer: No., sources: []}",
        "en/intents/hello.yaml":
            "{id: HELLO, act: greet, about: program, phrases: [hello], answer: Hello., sources: []}",
    ]

    private static let durations = """
        kind: durations
        lead: {spell: [lasting, last~ for, lasted], course: [for, going on for]}
        trail: {ago: [ago], spell: [each time, at a time], course: [so far]}
        within: {last: [last, past, previous]}
        least: [over, at least]
        most: [under, less than, up to]
        about: [about, around, almost]
        or_so: [or so]
        join: [to, or]
        between: [between]
        plus: [and]
        of: [of]
        clock: [pm]
        or_more: [or more]
        since_age: [since i was]
        more: [more than]
        and_half: [{value: 0.5, phrases: [and a half]}, {value: 0.25, phrases: [and a quarter]}]
        points:
          - {phrases: [yesterday], low: 24, high: 48}
          - {phrases: [last night], low: 0, high: 24}
          - {phrases: [this morning], low: 0, high: 24}
        weekdays: [[monday], [tuesday], [wednesday], [thursday], [friday], [saturday], [sunday]]
        months: [[january], [], [march], [], [], [june], [], [], [], [], [], [december]]
        lengths:
          - {phrases: [for ages], low: 2016, role: course}
          - {phrases: [all night], low: 6, high: 12}
        since: [since]
        every: [every, times a, twice a]
        celsius: [c, celsius]
        fahrenheit: [f, fahrenheit]
        temperature: [temperature of, temp]
        out_of: [{value: 10, phrases: [out of 10, out of ten]}, {value: 5, phrases: [out of 5]}]
        worst: [at worst]
        age_lead: [i'm, he is]
        age: [years old, year old, yo, aged]
        never: [24 / 7, per cent, tablets, mg]
        """

    /// A kind of word that is not listed here is its own only word.
    private static let clauses = [
        "hard": "but, except", "soft": "and, or, then", "starter": "my, the, his", "subject": "i, it, it's, he",
        "contrast": "only",
        "verb": "is, are, has, have, had, hurts, feels", "negative": "can't, cannot",
    ]
}
