import Clinical
import Knowledge

/// Which entry bears a name, for one table. The first of two with one name keeps it.
struct NameTable<Entity> {
    private(set) var names: [String] = []
    private var indices: [String: Int] = [:]

    init(_ entries: [Text], kind: String, _ complaints: Complaints) {
        var first: [String: Place] = [:]
        for (index, entry) in entries.enumerated() where !entry.value.isEmpty {
            if let place = first[entry.value] {
                complaints.error(
                    entry.place, "a second \(kind) is called '\(entry.value)', first in \(place.file):\(place.line)",
                    remedy: "give one of them another id")
            } else {
                first[entry.value] = entry.place
                indices[entry.value] = index
                names.append(entry.value)
            }
        }
    }

    subscript(name: String) -> ID<Entity>? { indices[name].map(ID.init) }
}

/// All names of the knowledge. A name that nothing bears is complained of once, where it is used.
struct Names {
    let complaints: Complaints
    let sites: NameTable<Entry.Site>
    let symptoms: NameTable<Entry.Symptom>
    let findings: NameTable<Entry.Finding>
    let questions: NameTable<Entry.Question>
    let rules: NameTable<Entry.Rule>
    let topics: NameTable<Entry.Topic>
    let sources: NameTable<Entry.Source>
    let regions: NameTable<Region>
    let terms: NameTable<Term>
    /// By type and id: `frequency:daily`.
    let attributes: NameTable<Entry.Attribute>
    /// Every word a condition may hold.
    private let words: [String]

    init(_ draft: Draft, _ complaints: Complaints) {
        self.complaints = complaints
        sites = NameTable(draft.sites.map(\.id), kind: "site", complaints)
        symptoms = NameTable(draft.symptomNames, kind: "symptom", complaints)
        findings = NameTable(draft.findings.map(\.id), kind: "finding", complaints)
        questions = NameTable(draft.questions.map(\.id), kind: "question", complaints)
        topics = NameTable(draft.topics.map(\.id), kind: "intent", complaints)
        sources = NameTable(draft.sourceNames, kind: "source", complaints)
        regions = NameTable(draft.regionNames, kind: "region", complaints)
        terms = NameTable(draft.terms.map(\.id), kind: "list of words", complaints)
        let values = zip(draft.attributes, draft.attributeNames).map { value, name in
            var name = name
            if !name.value.isEmpty { name.value = "\(value.type.rawValue):\(name.value)" }
            return name
        }
        attributes = NameTable(values, kind: "value", complaints)
        _ = NameTable<Entry.Modifier>(draft.modifierNames, kind: "modifier", complaints)
        _ = NameTable<Person>(draft.peopleNames, kind: "person", complaints)
        _ = NameTable<Entry.Guidance>(draft.guidance.map(\.id), kind: "piece of advice", complaints)
        // A rule may stand in variants of one id; the id alone is the first of them.
        let variants = draft.rules.map { Text(value: $0.fullName, place: $0.id.place, lead: nil) }
        _ = NameTable<Entry.Rule>(variants, kind: "rule", complaints)
        rules = NameTable(draft.rules.map(\.id), kind: "rule", Complaints())
        words =
            findings.names + sites.names + symptoms.names + attributes.names + draft.attributes.map(\.id)
            + Measure.allCases.map(\.rawValue) + AttributeType.allCases.map(\.rawValue)
            + ["site", "spread", "symptom", "side", "severity", "always", "and", "or", "not"]
    }

    /// What the parser of conditions looks names up by. `missed` is told every name that nothing bears.
    func forConditions(_ missed: @escaping (String) -> Void) -> ConditionParser.Names {
        ConditionParser.Names(
            finding: { findings[$0] }, site: { sites[$0] }, symptom: { symptoms[$0] },
            attribute: { attributes["\($0.rawValue):\($1)"] },
            suggestion: { name in
                missed(name)
                return Suggestion.phrase(for: name, among: words)
            })
    }
}

extension Names {
    func site(_ text: Text) -> SiteID? { look(sites, text, "site", "en/sites/") }

    func finding(_ text: Text) -> FindingID? { look(findings, text, "finding", "en/concerns/") }

    func question(_ text: Text) -> QuestionID? { look(questions, text, "question", "en/questions/") }

    func rule(_ text: Text) -> RuleID? { look(rules, text, "rule", "en/concerns/") }

    func sources(_ texts: [Text]) -> [SourceID] {
        texts.compactMap { look(sources, $0, "source", "sources.yaml") }
    }

    /// Complains of every name that no entry of the table bears.
    func require<Entity>(_ table: NameTable<Entity>, _ texts: [Text], _ kind: String, _ folder: String) {
        for text in texts { _ = look(table, text, kind, folder) }
    }

    /// The entry that `text` names; complains if there is none.
    func look<Entity>(_ table: NameTable<Entity>, _ text: Text, _ kind: String, _ folder: String) -> ID<Entity>? {
        if let found = table[text.value] { return found }
        // An empty name was complained of where it is missing.
        if !text.value.isEmpty {
            complaints.dangling(text.value, at: text.place, kind: kind, known: table.names, define: folder)
        }
        return nil
    }
}
