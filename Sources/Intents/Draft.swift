import Clinical
import Knowledge
import Language

/// Everything the files say, before names are looked up. The order of each table is that of the knowledge.
struct Draft {
    /// Phrases of one entry and what they mean.
    struct Saying {
        var phrases: [Text]
        var meaning: Meaning
    }

    var sources: [Source] = []
    var sourceNames: [Text] = []
    var regions: [Region] = []
    var regionNames: [Text] = []
    var anywhere: Region?
    var sites: [SiteDraft] = []
    var askAnywhere: [AskingDraft] = []
    var terms: [TermDraft] = []
    var findings: [FindingDraft] = []
    var vague: [VagueDraft] = []
    var rules: [RuleDraft] = []
    var questions: [QuestionDraft] = []
    var guidance: [GuidanceDraft] = []
    var topics: [TopicDraft] = []
    var replies: [String: Template] = [:]
    var replyNames: [Text] = []
    var replyFiles: [String] = []

    var symptoms: [Symptom] = []
    var symptomNames: [Text] = []
    var attributes: [AttributeValue] = []
    var attributeNames: [Text] = []
    var modifiers: [Modifier] = []
    var modifierNames: [Text] = []
    var people: [Person] = []
    var peopleNames: [Text] = []
    var numbers: [NumberWord] = []
    var units: [UnitWord] = []
    var times: [TimePhrase] = []
    var irregular: [String: [String]] = [:]
    var fillers: [Text] = []
    var spelling: [(word: Text, readAs: Text)] = []
    /// Endings that are often cut short, and what is left off.
    var endings: [(written: String, added: String)] = []
    /// English words that are no mistakes; nil: no such list, and nothing is corrected.
    var everydayWords: EverydayWords?
    var scale = SeverityScale(mild: 0, moderate: 0, severe: 0)
    var usualWindow = 0.0
    /// nil until the file that tells it is read.
    var spellUnder = 0.0
    var budget: (usual: Int, most: Int)?
    var languageKinds: Set<LanguageKind> = []

    /// Filled in reading; the phrases of one entry may come in several.
    private(set) var sayings: [Saying] = []

    /// From now on the phrases mean this.
    mutating func say(_ phrases: [Text], _ meaning: Meaning) {
        if !phrases.isEmpty { sayings.append(Saying(phrases: phrases, meaning: meaning)) }
    }

    /// The phrases only look like the entry's own.
    mutating func block(_ phrases: [Text], _ kind: Meaning.Kind, _ index: Int) {
        say(phrases, Meaning(.block, index, detail: Int32(kind.rawValue)))
    }
}
