package import Clinical
package import Knowledge
package import Language

/// Everything the reader made of one message.
package struct Understanding: Sendable {
    package var entities: [Entity] = []
    package var findings: [Finding] = []
    /// What the context makes of the spans that were given from outside, in their order.
    package var concepts: [Context] = []
    /// Only where a question was open.
    package var answer: Answer?
    package var intent = Intent.unreadable
    /// What else the message asks or says, by the topic that was recognised.
    package var topic: TopicID?
    /// The relative the message is about, as an index of people; nil if it is the writer.
    package var patient: Int?
    /// Whether the writer complains of something of their own.
    package var isAboutWriter = false
    /// Whether words take back something said before ("sorry, I meant").
    package var isCorrection = false
    /// Whether words say that something is old and unchanged.
    package var saysLongStanding = false
    /// A side without a site: "the left one".
    package var bareSide: Side?
    /// Regions named, for the emergency number.
    package var region: Int?
    /// Patterns of the context engine at work, with what they reach; for showing.
    package var scopes: [Scope] = []
    /// Words that nothing claimed; for showing.
    package var unclaimed: [Span] = []

    package init() {}
}

/// A modifier at work.
package struct Scope: Sendable, Hashable {
    package var modifier: ModifierID
    package var span: Span
    /// What it reaches.
    package var reach: Span
}

/// A stretch of text that means something, with what the words around it make of it.
package struct Entity: Sendable, Hashable {
    package enum Value: Sendable, Hashable {
        case site(SiteID, Side?)
        /// Where the trouble spreads to.
        case radiation(SiteID, Side?)
        case symptom(SymptomID)
        case severity(grade: Grade?, low: Double?, high: Double?, isFunction: Bool, isWorst: Bool)
        case duration(Interval, DurationRole?)
        case attribute(AttributeID)
        case age(Double)
        /// In degrees Celsius.
        case temperature(Double)
        case number(Double)
    }

    package var value: Value
    package var span: Span
    package var context: Context

    package init(_ value: Value, span: Span, context: Context = Context()) {
        self.value = value
        self.span = span
        self.context = context
    }
}

/// What a message says to the open question.
package struct Answer: Sendable, Hashable {
    package enum Value: Sendable, Hashable {
        case yes, no
        /// Yes, a little.
        case mild
        case doubtful
        case unknown
        /// Options of a choice, by index.
        case options([Int])
        case score(Double)
        case duration(Interval)
        /// Only what the items say.
        case items
        /// Words for a free question.
        case text
    }

    package var question: Expectation
    package var value: Value
    /// What the answer says of each finding the question asks about.
    package var items: [Finding]
    package var span: Span

    package init(_ question: Expectation, _ value: Value, items: [Finding], span: Span) {
        self.question = question
        self.value = value
        self.items = items
        self.span = span
    }
}

/// What the person is doing by a message. The names are those of the line contract.
package enum Intent: String, CaseIterable, Sendable {
    case describe, answer, ask, correct, `repeat`, explain, thank, abuse, leave
    case outOfScope = "out-of-scope"
    case selfHarm = "self-harm"
    case unreadable
}
