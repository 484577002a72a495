package import Clinical
package import Knowledge
package import Language
package import Triage

/// Everything one conversation knows. A value: two conversations cannot touch.
package struct DialogueState: Sendable, Equatable {
    /// Counts messages from 1.
    package var turn = 0
    package var facts = Facts()
    /// What is known of somebody else's trouble that is happening now.
    package var othersFacts = Facts()
    /// Every finding said, asked or settled, in the order it first came up.
    package var findings: [Record] = []
    /// Every other fact, with the words it was said in.
    package var evidence: [Evidence] = []
    package var phase = Phase.gathering
    package var progress: [QuestionID: Progress] = [:]
    /// The order in which questions were asked.
    package var asked: [QuestionID] = []
    /// Emergency findings whose narrow question has been asked.
    package var narrowed: [FindingID] = []
    /// The level last told, and the rules that held it.
    package var told: Urgency?
    package var toldRules: [RuleID] = []
    /// The advice that the last ending gave.
    package var toldGuidance: [GuidanceID] = []
    /// How often the emergency instruction has been said again.
    package var alarmRepeats = 0
    /// The level that was told before a correction lowered it; said aloud at the ending.
    package var lowered: Urgency?
    package var patient: Int?
    package var isAboutWriter = false
    /// Index of the region whose numbers are given; nil: not known.
    package var region: Int?
    /// Messages in a row of which nothing was understood.
    package var unreadable = 0

    package init(region: Int? = nil) { self.region = region }
}

/// Where a conversation stands.
package enum Phase: Sendable, Equatable {
    /// Nothing is open; the next step is a question or the ending.
    case gathering
    case asking(Open)
    /// An emergency instruction was given; nothing is asked but, where the rules allow, one confirmation.
    case emergency(confirming: Open?)
    /// A level was told.
    case closed
}

/// An open question, and how it was put.
package struct Open: Sendable, Equatable {
    package enum Form: Sendable, Equatable {
        case first
        /// In simpler words.
        case again
    }
    package var expectation: Expectation
    package var form: Form

    package init(_ expectation: Expectation, _ form: Form = .first) {
        self.expectation = expectation
        self.form = form
    }
}

/// How far a question has come.
package enum Progress: Sendable, Equatable {
    case open
    case answered
    /// Asked, asked again, and left.
    case unknown
}

/// What is known of a finding, with its place in the conversation.
package struct Record: Sendable, Equatable {
    package var concept: FindingID
    package var context: Context
    /// The turn and the span of the words; the span is empty where a question alone left it unknown.
    package var turn: Int
    package var span: Span
    /// It stayed uncertain after it was asked again, and counts as present.
    package var isSettled = false

    package init(_ finding: Finding, turn: Int) {
        concept = finding.concept
        context = finding.context
        self.turn = turn
        span = finding.span
    }
}

/// A fact of the complaint with its words.
package struct Evidence: Sendable, Equatable {
    package var fact: Told.Fact
    package var turn: Int
    package var span: Span

    package init(_ told: Told, turn: Int) {
        fact = told.fact
        self.turn = turn
        span = told.span
    }
}

extension DialogueState {
    /// The open question, if there is one.
    package var open: Open? {
        switch phase {
        case .asking(let open): open
        case .emergency(let confirming): confirming
        case .gathering, .closed: nil
        }
    }

    /// Whether an emergency instruction stands.
    package var isEmergency: Bool {
        switch phase {
        case .emergency: true
        case .asking, .gathering, .closed: false
        }
    }

    /// What the reader of the next message should know.
    package func situation(now: Instant?) -> Situation {
        Situation(expecting: open?.expectation, patient: patient, isAboutWriter: isAboutWriter, now: now)
    }

    /// Whether a level was told and nothing is open.
    package var isDone: Bool { told != nil && open == nil }
}
