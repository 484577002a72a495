/// A named pattern of the context engine: what the words around a mention make of it.
package struct Modifier: Sendable {
    package enum Effect: String, CaseIterable, Sendable {
        case absent, uncertain, hypothetical
        /// Fear or question of a condition: what it names is presupposed if it is felt, no finding if it is an illness.
        case feared
        /// Long ago, whatever else is said.
        case remote
        /// In the past, without a date.
        case undated
        /// It has stopped.
        case stopped
        /// Old and unchanged.
        case longStanding = "long-standing"
        /// Only slightly.
        case mild
        /// Somebody else's history: "runs in the family".
        case family
        /// Now, again, still: undoes what the past words before it say.
        case current
        /// Turns a denial round: "never any trouble until today".
        case untilNow = "until-now"
        /// Looks like a modifier and is none.
        case nothing

        /// Whether it puts things into the past.
        package var isOfThePast: Bool {
            switch self {
            case .remote, .undated, .longStanding: true
            case .absent, .uncertain, .hypothetical, .feared, .stopped, .mild, .family, .current, .untilNow, .nothing:
                false
            }
        }
    }

    package enum Direction: String, CaseIterable, Sendable {
        case forward, backward, both
    }

    package var id: String
    package var effect: Effect
    package var direction: Direction
    /// The most words it reaches over; nil: to the end of the clause.
    package var reach: Int?
    /// Whether it reaches beyond the clause to the end of the sentence.
    package var crossesClauses: Bool
    /// Whether it acts only in a sentence that ends with a question mark or begins like a question.
    package var onlyInQuestions: Bool
    /// Whether it denies things and not doings: "no" in "no pain", but not in "no, goes away when I rest".
    package var deniesOnlyThings: Bool
    /// Whether things follow it in a list, whatever they are called: "denies X, Y or Z".
    package var takesLists: Bool

    package init(
        id: String, effect: Effect, direction: Direction, reach: Int?, crossesClauses: Bool,
        onlyInQuestions: Bool = false, deniesOnlyThings: Bool = false, takesLists: Bool = false
    ) {
        self.id = id
        self.effect = effect
        self.direction = direction
        self.reach = reach
        self.crossesClauses = crossesClauses
        self.onlyInQuestions = onlyInQuestions
        self.deniesOnlyThings = deniesOnlyThings
        self.takesLists = takesLists
    }
}

/// Somebody a message can be about.
package struct Person: Sendable {
    /// How a word brings a person in.
    package enum Kind: String, CaseIterable, Sendable, BitwiseCopyable {
        /// The one who writes: "I", "my".
        case writer
        /// Somebody named: "my husband".
        case relative
        /// Points back: "he", "her".
        case pronoun
    }
    package var id: String
    package var kind: Kind
    /// "your husband"; empty for pronouns.
    package var say: String

    package init(id: String, kind: Kind, say: String) {
        self.id = id
        self.kind = kind
        self.say = say
    }
}
