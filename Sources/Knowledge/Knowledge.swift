package import Clinical
import Language

/// Everything charley knows, compiled: tables of entries that point at each other by number, and the lexicon.
package struct Knowledge: Sendable {
    package var lexicon = Lexicon()
    package var inflection = Inflection()
    package var sources: [Source] = []
    package var regions: [Region] = []
    /// What is said where the region is not known.
    package var anywhere: Region
    package var sites: [Site] = []
    package var symptoms: [Symptom] = []
    package var attributes: [AttributeValue] = []
    package var terms: [Term] = []
    package var findings: [FindingConcept] = []
    package var vague: [VagueMention] = []
    package var combinations: [Combination] = []
    package var rules: [Rule] = []
    package var questions: [Question] = []
    package var guidance: [Guidance] = []
    package var topics: [Topic] = []
    package var modifiers: [Modifier] = []
    package var people: [Person] = []
    package var numbers: [NumberWord] = []
    package var units: [UnitWord] = []
    package var times: [TimePhrase] = []
    package var replies: Replies
    package var examples: [Example] = []
    /// The order of questions while no site is known.
    package var askAnywhere: [Site.Asking] = []
    /// Where the grades of severity begin; `scale:` of `language/severity.yaml`.
    package var scale = SeverityScale(mild: 0, moderate: 0, severe: 0)
    /// What is longer ago than this, in seconds, is past where a finding states no window; `usual_window:` of
    /// `language/context.yaml`.
    package var usualWindow = 0.0
    /// A length that nobody says the role of and that is shorter than this, in seconds, is the length of one spasm;
    /// `spell_under:` of `language/durations.yaml`.
    package var spellUnder = 0.0
    /// How many questions are asked before only those that can raise the level remain, and the most; `budget:` of
    /// `sites/anywhere.yaml`.
    package var budget = (usual: 0, most: 0)
    /// 16 hexadecimal digits over the bytes of all files: two knowledges with the same hash say the same.
    package var hash = ""

    package init(anywhere: Region, replies: Replies) {
        self.anywhere = anywhere
        self.replies = replies
    }

    package subscript(id: SiteID) -> Site { sites[id.index] }
    package subscript(id: FindingID) -> FindingConcept { findings[id.index] }
    package subscript(id: QuestionID) -> Question { questions[id.index] }
    package subscript(id: RuleID) -> Rule { rules[id.index] }
    package subscript(id: SourceID) -> Source { sources[id.index] }
    package subscript(id: AttributeID) -> AttributeValue { attributes[id.index] }
    package subscript(id: GuidanceID) -> Guidance { guidance[id.index] }
    package subscript(id: TopicID) -> Topic { topics[id.index] }
    package subscript(id: SymptomID) -> Symptom { symptoms[id.index] }
    package subscript(id: ModifierID) -> Modifier { modifiers[id.index] }

    /// Whether `site` is `ancestor` or a part of it.
    package func isPart(_ site: SiteID, of ancestor: SiteID) -> Bool {
        var current: SiteID? = site
        while let here = current {
            if here == ancestor { return true }
            current = sites[here.index].parent
        }
        return false
    }

    /// The question with this id.
    package func question(named id: String) -> QuestionID? {
        questions.firstIndex { $0.id == id }.map(QuestionID.init)
    }

    /// The finding with this id.
    package func finding(named id: String) -> FindingID? {
        findings.firstIndex { $0.id == id }.map(FindingID.init)
    }

    /// The first question, in file order, that asks for a finding.
    package func question(for finding: FindingID) -> QuestionID? {
        questions.firstIndex { question in
            question.items.contains { $0.findings.contains(finding) }
                || question.options.contains { option in
                    option.effects.contains {
                        if case .finding(let id, _) = $0 { id == finding } else { false }
                    }
                }
        }.map(QuestionID.init)
    }
}

/// A sentence in the data and what must come of it.
package struct Example: Sendable {
    package enum Expected: Sendable {
        /// The rule fires when this is somebody's first message.
        case fires(RuleID)
        case spares(RuleID)
        case site(SiteID?, Side?)
        case finding(FindingID, Status)
        /// The finding is not even mentioned.
        case noFinding(FindingID)
        case topic(TopicID)
    }
    package var text: String
    package var expected: Expected
    package var place: Place

    package init(text: String, expected: Expected, place: Place) {
        self.text = text
        self.expected = expected
        self.place = place
    }
}
