import Clinical
import Knowledge

/// Turns the draft into the knowledge: names become numbers, texts become conditions and templates.
struct Compilation {
    let draft: Draft
    let names: Names
    let complaints: Complaints

    init(_ draft: Draft, _ complaints: Complaints) {
        self.draft = draft
        self.complaints = complaints
        names = Names(draft, complaints)
    }

    /// The whole knowledge. Only to be used if there are no complaints.
    func knowledge(hash: String) -> Knowledge {
        let unknown = Region(
            id: "", name: "", names: [], emergency: "", health: "", poison: "", crisis: "", unverified: [],
            place: Place(file: ""))
        var knowledge = Knowledge(
            anywhere: draft.anywhere ?? unknown,
            replies: Replies { draft.replies[$0.rawValue] ?? Template(verbatim: "") })
        let book = PhraseBook(draft, names)
        var lexicon = LexiconCompilation(draft, names, book)
        knowledge.lexicon = lexicon.lexicon()
        knowledge.terms = lexicon.terms
        knowledge.combinations = lexicon.combinations
        knowledge.inflection = Inflection(irregular: draft.irregular)
        knowledge.sources = draft.sources
        knowledge.regions = draft.regions
        knowledge.symptoms = draft.symptoms
        knowledge.attributes = draft.attributes
        knowledge.modifiers = draft.modifiers
        knowledge.people = draft.people
        knowledge.numbers = draft.numbers
        knowledge.units = draft.units
        knowledge.times = draft.times
        knowledge.sites = draft.sites.map(site)
        knowledge.askAnywhere = asking(draft.askAnywhere)
        knowledge.findings = draft.findings.map(finding)
        knowledge.vague = draft.vague.map { VagueMention(findings: $0.findings.compactMap(names.finding)) }
        knowledge.rules = draft.rules.map(rule)
        knowledge.questions = draft.questions.map(question)
        knowledge.guidance = draft.guidance.map(guidance)
        knowledge.topics = draft.topics.map(topic)
        knowledge.examples = examples()
        knowledge.scale = draft.scale
        knowledge.usualWindow = draft.usualWindow
        knowledge.spellUnder = draft.spellUnder
        knowledge.budget = draft.budget ?? (usual: 0, most: 0)
        knowledge.hash = hash
        Checks(draft, names, knowledge, book, complaints).run()
        return knowledge
    }

    /// The condition that `text` states; `always` where it is left out.
    func condition(_ text: Text?) -> Condition {
        guard let text, !text.value.isEmpty else { return .always }
        var missed: String?
        do throws(ConditionParser.Failure) {
            return try ConditionParser.parse(text.value, names: names.forConditions { missed = $0 })
        } catch {
            if let missed, complaints.mayBeBroken(missed) { return .always }
            let remedy =
                missed == nil ? "write it as in 'site:ID and (FINDING or age >= 50)'" : "correct the name or define it"
            complaints.error(text.place(at: error.offset), "in this condition: \(error.message)", remedy: remedy)
            return .always
        }
    }

    private func site(_ site: SiteDraft) -> Site {
        Site(
            id: site.id.value, name: site.name.value, parent: site.partOf.flatMap(names.site), isSided: site.isSided,
            ask: asking(site.ask), place: site.id.place)
    }

    private func asking(_ asking: [AskingDraft]) -> [Site.Asking] {
        asking.compactMap { asking in
            let when = condition(asking.when)
            return names.question(asking.question).map { Site.Asking(question: $0, when: when) }
        }
    }

    private func finding(_ finding: FindingDraft) -> FindingConcept {
        FindingConcept(
            id: finding.id.value, name: finding.name.value, kind: finding.kind, isEmergency: finding.isEmergency,
            window: finding.window, derived: finding.derived.map(condition), ask: finding.ask?.value,
            volunteeredBecause: finding.isVolunteered ? finding.because?.value : nil, place: finding.id.place)
    }

    private func topic(_ topic: TopicDraft) -> Topic {
        Topic(
            id: topic.id.value, act: topic.act, answer: topic.answer.map { Templates.template($0, complaints) },
            sources: names.sources(topic.sources), place: topic.id.place)
    }

    private func examples() -> [Example] {
        var examples: [Example] = []
        func add(_ texts: [Text], _ expected: Example.Expected) {
            examples += texts.map { Example(text: $0.value, expected: expected, place: $0.place) }
        }
        for site in draft.sites {
            for example in site.examples {
                let site = example.site.flatMap(names.site)
                if site == nil, example.site != nil { continue }
                add([example.text], .site(site, example.side))
            }
        }
        for (index, finding) in draft.findings.enumerated() {
            add(finding.examples.present, .finding(FindingID(index), .present))
            add(finding.examples.absent, .finding(FindingID(index), .absent))
            add(finding.examples.none, .noFinding(FindingID(index)))
        }
        for (index, rule) in draft.rules.enumerated() {
            add(rule.fires, .fires(RuleID(index)))
            add(rule.spares, .spares(RuleID(index)))
        }
        for (index, topic) in draft.topics.enumerated() { add(topic.examples, .topic(TopicID(index))) }
        return examples
    }
}
