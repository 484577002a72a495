package import Clinical
package import Knowledge
package import Language

/// One thing that comes in: what a message means, or a command. Meanings, never sentences.
package enum Input: Sendable, Equatable {
    case message(Message)
    case command(Command)
}

/// What a message means, as far as the dialogue needs it.
package struct Message: Sendable, Equatable {
    package var told: [Told] = []
    package var findings: [Finding] = []
    package var answer: Reply?
    package var act = Act.describe
    package var topic: TopicID?
    package var isCorrection = false
    /// Words that say a thing is old and unchanged.
    package var saysLongStanding = false
    package var bareSide: Side?
    package var region: Int?
    package var patient: Int?
    package var isAboutWriter = false

    /// What the person is doing by it.
    package enum Act: Sendable, Equatable {
        case describe, answer, ask, correct, `repeat`, explain, thank, abuse, leave, outOfScope, selfHarm
        /// Words, but none that say anything here.
        case unreadable
        /// Nothing but space.
        case empty
    }

    package init() {}
}

extension Told.Fact {
    /// Whether a later one of the two replaces the earlier where somebody puts something right.
    func isSameKind(as other: Told.Fact) -> Bool {
        switch (self, other) {
        case (.site, .site), (.severity, .severity), (.duration, .duration), (.age, .age), (.temperature, .temperature):
            true
        case (.site, _), (.spread, _), (.symptom, _), (.severity, _), (.duration, _), (.attribute, _), (.age, _),
            (.temperature, _):
            false
        }
    }
}

/// A fact of the complaint that is no finding, with the words it was read from.
package struct Told: Sendable, Equatable {
    package enum Fact: Sendable, Equatable {
        case site(SiteID, Side?)
        case spread(SiteID, Side?)
        case symptom(SymptomID)
        case severity(grade: Grade?, score: Double?, isFunction: Bool, isWorst: Bool)
        case duration(Interval, DurationRole?)
        case attribute(AttributeID)
        case age(Double)
        case temperature(Double)
    }
    package var fact: Fact
    package var context: Context
    package var span: Span

    package init(_ fact: Fact, context: Context, span: Span) {
        self.fact = fact
        self.context = context
        self.span = span
    }
}

/// What was said to the open question.
package struct Reply: Sendable, Equatable {
    package enum Value: Sendable, Equatable {
        case yes, no, mild, doubtful, unknown
        case options([Int])
        case score(Double)
        case duration(Interval)
        case items
        case text
    }
    package var value: Value
    package var items: [Finding]
    package var span: Span

    package init(_ value: Value, items: [Finding], span: Span) {
        self.value = value
        self.items = items
        self.span = span
    }
}

/// What can be typed with a slash.
package enum Command: Sendable, Equatable {
    case help, about, why, facts, more
    /// A source by its id or its number in the last reply.
    case source(String)
    case region(Int?)
    /// Nothing is called so.
    case unknown(String)
}
