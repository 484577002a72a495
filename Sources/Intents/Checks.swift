import Clinical
import Knowledge

/// What no file shows alone: entries that contradict, hide or need each other.
struct Checks {
    let draft: Draft
    let names: Names
    let knowledge: Knowledge
    let book: PhraseBook
    let complaints: Complaints

    init(_ draft: Draft, _ names: Names, _ knowledge: Knowledge, _ book: PhraseBook, _ complaints: Complaints) {
        self.draft = draft
        self.names = names
        self.knowledge = knowledge
        self.book = book
        self.complaints = complaints
    }

    /// Runs every check; each complains by itself.
    func run() {
        checkCompleteness()
        checkParts()
        checkRules()
        checkEmergencyFindings()
        checkQuestions()
        checkPhrases()
    }
}
