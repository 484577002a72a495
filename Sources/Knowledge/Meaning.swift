/// What a phrase of the lexicon means: a kind, the entry it points at, and a detail whose reading depends on the kind.
package struct Meaning: Hashable, Sendable, BitwiseCopyable {
    package enum Kind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
        /// `index`: site.
        case site
        /// `index`: symptom.
        case symptom
        /// `detail`: rank of the grade; `index`: 1 if it is what the trouble stops the person doing.
        case severity
        /// One grade up or down: `detail` is +1 or -1.
        case degree
        /// `detail`: `Side.allCases` index; `index`: `beforeAPlace` where it counts only there.
        case side
        /// `index`: attribute value.
        case attribute
        /// `index`: finding; `detail`: `Claim`.
        case finding
        /// `index`: vague entry (words that point at several findings and settle none).
        case vague
        /// `index`: term list.
        case term
        /// `index`: number word.
        case number
        /// `index`: unit of time.
        case unit
        /// `index`: time phrase of `language/durations.yaml`.
        case time
        /// `index`: modifier of the context engine.
        case modifier
        /// `detail`: `AnswerWord`.
        case answer
        /// `index`: topic (an intent of `intents/`).
        case topic
        /// `index`: question; `detail`: option.
        case option
        /// `index`: question; `detail`: item, named by a bare word.
        case item
        /// `index`: person.
        case person
        /// `index`: region.
        case region
        /// `detail`: `ClauseWord`.
        case clause
        /// Words that say that what is complained of spreads to the place that follows.
        case spread
        /// Takes the words away from another kind: `detail` is that kind's raw value, `index` the entry or -1 for all.
        case block
    }

    /// What a finding's phrase says of it.
    package enum Claim: Int32, Sendable, BitwiseCopyable {
        case present = 0
        case absent = 1
        case longStanding = 2
    }

    /// As the index of a side: it is one only right before a site.
    package static let beforeAPlace = 1
    /// As the index of a block: every entry of the kind.
    package static let wholeKind = -1
    /// The same, also where "my" or "his" stands among its words.
    package static let wholeKindAlsoMine = -2

    package var kind: Kind
    package var index: Int32
    package var detail: Int32

    /// Whether only an open question wants it.
    var isAsked: Bool { kind == .option }

    package init(_ kind: Kind, _ index: Int = 0, detail: Int32 = 0) {
        self.kind = kind
        self.index = Int32(index)
        self.detail = detail
    }
}

/// What a word answers to a yes/no question.
package enum AnswerWord: String, CaseIterable, Sendable {
    case yes, no
    /// Yes, a little.
    case mild
    /// Neither yes nor no: "not really", "I think so".
    case doubtful
    case unknown
    case all, none, only
    case first, second, third, fourth, last, both
}

/// What a word does to the clauses of a sentence.
package enum ClauseWord: String, CaseIterable, Sendable {
    /// Ends the reach of everything before it: "but".
    case hard
    /// Joins two clauses or two items of a list: "and", a comma.
    case soft
    /// Begins a new clause after a joint: "my", "the".
    case starter
    /// Begins a new clause wherever it stands: "I", "it's".
    case subject
    /// Begins a new clause after a joint, verb or no verb: "just".
    case contrast
    /// Denies by itself, also inside the words of a finding: "can't".
    case negative
    /// Shows that a stretch of words is a clause: "is", "has".
    case verb
    /// Before the last item of a list of denied things: "or", "nor".
    case alternative
    /// Goes on about the place named before: "it's", "they", "is", "not".
    case pointing

    /// A bit for each case, so that a set of them is a number.
    package var bit: UInt16 { 1 << UInt16(Self.allCases.firstIndex(of: self) ?? 0) }
}
