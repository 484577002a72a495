import Knowledge

/// What choosing has to know of a meaning of the lexicon.
struct MeaningRole: BitwiseCopyable {
    var traits: UInt16
    var marks: Clauses.Marks
    /// Where look-alikes of this entry are noted, or -1.
    var slot: Int32
    var group: Int32
    /// What it is as a part of combinations, in `MeaningRoles.parts`.
    var firstPart: Int32
    var endPart: Int32

    // Traits, a bit each.

    /// Takes words away from another kind.
    static let block: UInt16 = 1
    /// Several may stand on the same words.
    static let open: UInt16 = 2
    /// A modifier inside these words is part of them and does not act.
    static let claims: UInt16 = 4
    /// Changes nothing unless a combination needs it.
    static let idle: UInt16 = 8
    /// Counts only where it is all that was said, marks aside.
    static let alone: UInt16 = 16
    static let modifier: UInt16 = 32
    /// A modifier that does nothing else than say of words whether they are there.
    static let content: UInt16 = 64
    static let site: UInt16 = 128
    /// Stands in the list of all that counts only where a question is open: nobody else looks for it there.
    static let asked: UInt16 = 256
    /// Says that something was: "had".
    static let tale: UInt16 = 1_024
    /// Is listed nowhere where no question is open.
    static let silent: UInt16 = 2_048
    /// Has only its marks to give.
    static let marking: UInt16 = 512

    static func traits(of meaning: Meaning, _ knowledge: Knowledge) -> UInt16 {
        switch meaning.kind {
        case .block: block
        case .option, .item: open | asked | silent
        case .clause: open | marking
        case .time, .number, .unit: open | asked
        case .answer: open
        case .severity: claims
        case .symptom, .attribute, .vague: claims | asked
        case .site: claims | site | asked
        case .finding: meaning.detail == Meaning.Claim.present.rawValue ? claims | asked : asked
        case .term: knowledge.terms[Int(meaning.index)].role == .word ? idle | asked : claims | asked
        case .topic: meaning.detail == 1 ? alone : 0
        case .modifier: modifier | traits(of: knowledge.modifiers[Int(meaning.index)].effect)
        case .degree, .side, .person, .spread: asked
        case .region: 0
        }
    }

    /// "since my surgery" is a trigger and dates the trouble at once; "can't" in "can't pee" does nothing else.
    private static func traits(of effect: Modifier.Effect) -> UInt16 {
        switch effect {
        case .undated: content | tale
        case .absent, .uncertain, .hypothetical, .feared, .mild, .nothing: content
        case .remote, .stopped, .longStanding, .family, .current, .untilNow: 0
        }
    }
}

/// What choosing has to know of the meanings that phrases on the same words have: stretches of `MeaningRoles.entries` and
/// `MeaningRoles.parts`.
struct EndingRole: BitwiseCopyable {
    /// The meanings, those that a combination must need first.
    var firstEntry: Int32
    var firstUsual: Int32
    /// Those from here on count only where a question is open.
    var firstAsked: Int32
    var endEntry: Int32
    /// The parts of all of them.
    var firstPart: Int32
    var endPart: Int32
    /// What counts of a single word where nothing else stands on it; nil where that hangs on more than the word.
    var alone: Alone?

    /// Worked out beforehand for most words: nothing has to be compared any more.
    struct Alone: BitwiseCopyable {
        /// The flags it sets.
        var flags: UInt16
        /// What it counts as, in `MeaningRoles.entries`.
        var first: Int32
        var end: Int32
        /// The parts of those, in `MeaningRoles.parts`.
        var firstPart: Int32
        var endPart: Int32
    }
}
