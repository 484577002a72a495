package import Clinical
package import Knowledge
package import Triage

/// One thing the program does in a turn: a meaning, never a sentence.
package enum Act: Sendable, Equatable {
    /// Says back what this turn brought.
    case acknowledge(facts: [Evidence], findings: [Record])
    case ask(QuestionID, Form)
    /// "Yes": to which of the items?
    case which(QuestionID)
    /// One finding, narrowly.
    case clarify(FindingID)
    /// When did it happen?
    case askDate(FindingID)
    /// Is it true that the finding is not there?
    case confirm(FindingID)
    case emergency(Alarm)
    case advise(Ending)
    case answer(TopicID)
    /// Why the open question is asked.
    case explain(QuestionID)
    /// The level that was told is lowered, aloud.
    case lower(from: Urgency)
    case correct
    /// Something is to be put right, and it is not clear what.
    case unclearCorrection
    /// Advice that the level told before does not change, but that is new.
    case addAdvice([GuidanceID])
    /// After an emergency instruction somebody says that they follow it.
    case encourage
    case empty
    case notUnderstood
    case thank
    case leave
    case afterClose
    case help, about
    /// What the ending left out; nil where none was given.
    case more(Ending?)
    case why(Assessment)
    case facts
    case source(String)
    case region(Int?)
    case unknownCommand(String)

    /// How a question is put.
    package enum Form: Sendable, Equatable {
        case first
        /// Once more, in simpler words.
        case again
        /// Only the items that are not known yet, by index.
        case remaining([Int])
        /// Once more after a digression, unchanged.
        case still
    }
}

/// An emergency instruction.
package struct Alarm: Sendable, Equatable {
    package var rules: [RuleID]
    /// The person it is for, if it is not the one the conversation is about.
    package var person: Int?
    package var isForOther: Bool
    /// How often it has been said again, short, from 1; nil where it is said in full.
    package var repeats: Int?
    /// Findings that count as present though the person was not sure.
    package var uncertain: [FindingID]

    package init(rules: [RuleID], person: Int?, isForOther: Bool, repeats: Int?, uncertain: [FindingID]) {
        self.rules = rules
        self.person = person
        self.isForOther = isForOther
        self.repeats = repeats
        self.uncertain = uncertain
    }
}

/// How a conversation ends when no emergency does.
package struct Ending: Sendable, Equatable {
    package var assessment: Assessment
    package var guidance: [GuidanceID]
    /// Red flags nobody has ruled out: come back if they appear.
    package var watch: [FindingID]
    /// What could not be checked.
    package var unchecked: [QuestionID]

    package init(assessment: Assessment, guidance: [GuidanceID], watch: [FindingID], unchecked: [QuestionID]) {
        self.assessment = assessment
        self.guidance = guidance
        self.watch = watch
        self.unchecked = unchecked
    }
}
