package import Clinical

/// A follow-up: its wording, why it is asked and how answers are read.
package struct Question: Sendable {
    /// A fact that an answer can tell.
    package enum Slot: Hashable, Sendable {
        case site, side, severity, spread
        case measure(Measure)
        case attribute(AttributeType)
    }

    /// What choosing an option records.
    package enum Effect: Hashable, Sendable {
        case site(SiteID)
        case side(Side)
        /// It spreads to this site.
        case spread(SiteID)
        case attribute(AttributeID)
        case finding(FindingID, Status)
        case region(Int)
        /// The finding that raised the question is new, or old and unchanged.
        case isNew(Bool)
    }

    /// One item of a screen: yes to it is always the worrying answer.
    package struct Item: Sendable {
        package var findings: [FindingID]
        package var label: String

        package init(findings: [FindingID], label: String) {
            self.findings = findings
            self.label = label
        }
    }

    package struct Option: Sendable {
        package var id: String
        package var label: String
        package var effects: [Effect]
        /// When the option is offered.
        package var when: Condition

        package init(id: String, label: String, effects: [Effect], when: Condition) {
            self.id = id
            self.label = label
            self.effects = effects
            self.when = when
        }
    }

    package enum Kind: Sendable {
        case screen([Item])
        case choice([Option])
        /// 0 to 10.
        case scale
        case duration(DurationRole)
        case free
    }

    package var id: String
    package var kind: Kind
    package var text: String
    /// Asked once more, in simpler words.
    package var simpler: String
    package var why: String
    package var sources: [SourceID]
    package var fills: [Slot]
    /// What else makes an answer needless: pain that is there all the time has no spells to time.
    package var settledBy: Condition?
    /// The least urgency when a screen stays unanswered, and the rule that says so.
    package var unanswered: Urgency?
    package var unansweredRule: RuleID?
    package var place: Place

    package init(
        id: String, kind: Kind, text: String, simpler: String, why: String, sources: [SourceID], fills: [Slot],
        settledBy: Condition? = nil, unanswered: Urgency?, unansweredRule: RuleID?, place: Place
    ) {
        self.id = id
        self.kind = kind
        self.text = text
        self.simpler = simpler
        self.why = why
        self.sources = sources
        self.fills = fills
        self.settledBy = settledBy
        self.unanswered = unanswered
        self.unansweredRule = unansweredRule
        self.place = place
    }

    /// The items of a screen; none for other questions.
    package var items: [Item] {
        if case .screen(let items) = kind { items } else { [] }
    }

    /// The options of a choice; none for other questions.
    package var options: [Option] {
        if case .choice(let options) = kind { options } else { [] }
    }
}

/// What the dialogue expects next, told to the reader of the next turn.
package enum Expectation: Hashable, Sendable {
    case question(QuestionID)
    /// "Yes" to a screen whose items lead to different advice: which of them?
    case which(QuestionID)
    /// One finding, asked narrowly.
    case finding(FindingID)
    /// When a thing of the past happened.
    case date(FindingID)
}
