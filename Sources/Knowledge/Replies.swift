/// Every sentence the program says that is neither a question, advice nor an answer to a topic.
package enum ReplyKey: String, CaseIterable, Sendable {
    // Taking in
    case understood, understoodMore, readAs, corrected, correctedUnclear, noted
    // Asking
    case optionsHint, againLead, remaining, which, stillOpen
    case narrowLead, dateAsk, confirmLead
    // Not understood
    case empty, unreadable, notUnderstood, pickOne
    // Emergency
    case emergencyWhy, emergencyFor, emergencyMeanwhile, emergencyTell, emergencyMistake, emergencyAgain
    case emergencyUncertain, emergencyGoing
    // Closing
    case closingUnderstood, closingNothing, closingAction, closingWhy, closingDo, closingAvoid, closingExpect
    case closingReturn, closingGoNow, closingUnchecked, closingTell, closingSources, closingLevelChanged
    case closingAlso, afterClose
    // Commands
    case help, about, disclaimer, greeting, prompt, goodbye, reset, noFacts, factsLead
    case whyLead, whyAsk, whyNothing, whyRule, sourceLine, sourceUnknown, sourceUsage, unknownCommand
    case undone, nothingToUndo, moreNone, regionSet, regionUnknown, cannotCheck
    // Words
    case statusPresent, statusAbsent, statusUncertain, statusUnknown, statusPast, statusOther
    case severityNone, severityMild, severityModerate, severitySevere, scoreOf
    case sideLeft, sideRight, sideBoth, sideMiddle, spreadsTo, spellSaid, courseSaid, beganSaid, ageOf
    case temperatureOf, and, or
    case levelEmergency, levelUrgent, levelRoutine, levelSelfCare
    case withinNow, withinToday, withinTwoDays, withinOneWeek, withinTwoWeeks, localNumber
}

/// The sentences of `replies/`, one for each key.
package struct Replies: Sendable {
    private var templates: [Template]

    /// `templates` in the order of `ReplyKey.allCases`.
    package init(_ templates: (ReplyKey) -> Template) { self.templates = ReplyKey.allCases.map(templates) }

    package subscript(_ key: ReplyKey) -> Template {
        templates[ReplyKey.allCases.firstIndex(of: key) ?? 0]
    }

    /// The blanks any reply may hold.
    package static let blanks: Set<String> = Template.lines.union([
        "facts", "items", "item", "question", "why", "name", "number", "text", "list", "person", "words", "level",
        "when",
        "id", "title", "organisation", "year", "address", "command", "low", "high", "value", "site", "place",
    ])
}
