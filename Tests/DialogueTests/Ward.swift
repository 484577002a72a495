import Clinical
import Knowledge

/// A small knowledge for conversations, put together by hand: seven findings, three sites, nine questions.
enum Ward {
    static let findings = ["retention", "numb", "fever", "clot", "cancer", "chest", "chills"]
    static let sites = ["back", "lower", "leg"]
    static let attributes: [(AttributeType, String)] = [(.trend, "worse"), (.trend, "better"), (.medicine, "statin")]
    static let rules: [(id: String, urgency: Urgency, when: String)] = [
        ("E-CES", .emergency, "retention or numb"), ("E-CLOT", .emergency, "clot"), ("E-CHEST", .emergency, "chest"),
        ("R-FEVER", Urgency(.routine, within: .twoDays), "fever or chills"),
        ("U-LEG", Urgency(.urgent, within: .today), "severity >= severe and site:leg"),
        ("R-LONG", Urgency(.routine, within: .oneWeek), "course >= 6 weeks"),
        ("R-OLD", Urgency(.routine, within: .twoWeeks), "long_standing"), ("S", .selfCare, "always"),
    ]
    static let questions = [
        "Q-CES", "Q-MIX", "Q-SITE", "Q-SEV", "Q-LONG", "Q-NEW", "Q-CHEST", "Q-TREND", "Q-WARM", "Q-ELSE",
    ]
    static let topics: [(String, Topic.Act)] = [
        ("HEAT", .ask), ("THANKS", .thank), ("OTHER", .outOfScope), ("HELLO", .greet),
    ]
    static let here = Place(file: "ward")

    static func finding(_ id: String) -> FindingID { FindingID(findings.firstIndex(of: id) ?? 0) }
    static func question(_ id: String) -> QuestionID { QuestionID(questions.firstIndex(of: id) ?? 0) }
    static func site(_ id: String) -> SiteID { SiteID(sites.firstIndex(of: id) ?? 0) }
    static func topic(_ id: String) -> TopicID { TopicID(topics.firstIndex { $0.0 == id } ?? 0) }

    static func condition(_ text: String) throws(ConditionParser.Failure) -> Condition {
        try ConditionParser.parse(
            text,
            names: ConditionParser.Names(
                finding: { findings.firstIndex(of: $0).map(FindingID.init) },
                site: { sites.firstIndex(of: $0).map(SiteID.init) },
                symptom: { _ in nil },
                attribute: { type, id in attributes.firstIndex { $0 == (type, id) }.map(AttributeID.init) },
                suggestion: { _ in "" }))
    }

    static func knowledge() throws -> Knowledge {
        let nowhere = Region(
            id: "", name: "", names: [], emergency: "1", health: "", poison: "", crisis: "", unverified: [], place: here
        )
        var knowledge = Knowledge(anywhere: nowhere, replies: Replies { Template(verbatim: $0.rawValue) })
        knowledge.attributes = attributes.map { AttributeValue(type: $0.0, id: $0.1, say: $0.1) }
        knowledge.symptoms = [Symptom(id: "spasm", say: "spasms")]
        knowledge.findings = findings.map { id in
            let isEmergency = ["retention", "numb", "clot", "chest"].contains(id)
            return FindingConcept(
                id: id, name: id, kind: id == "cancer" ? .history : .sign, isEmergency: isEmergency,
                window: isEmergency ? 14 * 86_400 : nil, derived: nil, ask: "\(id)?", volunteeredBecause: nil,
                place: here)
        }
        knowledge.rules = try rules.map { (rule) throws(ConditionParser.Failure) in
            Rule(
                id: rule.id, variant: nil, name: rule.id, urgency: rule.urgency, when: try condition(rule.when),
                because: Template(verbatim: rule.id), sources: [], emergency: nil, decision: nil, place: here)
        }
        knowledge.questions = try allQuestions()
        knowledge.sites = [
            try place("back", nil, ["Q-CES", "Q-SITE", "Q-SEV", "Q-LONG"]),
            try place("lower", site("back"), ["Q-CES", "Q-SEV", "Q-LONG", "Q-TREND if course >= 2 weeks", "Q-ELSE"]),
            try place("leg", nil, ["Q-MIX", "Q-CHEST", "Q-WARM", "Q-SEV", "Q-LONG"]),
        ]
        knowledge.askAnywhere = try asking(["Q-SITE", "Q-CES", "Q-SEV"])
        knowledge.budget = (usual: 5, most: 6)
        knowledge.scale = SeverityScale(mild: 1, moderate: 4, severe: 7)
        knowledge.topics = topics.map {
            Topic(id: $0.0, act: $0.1, answer: Template(verbatim: $0.0), sources: [], place: here)
        }
        knowledge.guidance = try guidance()
        return knowledge
    }

    private static func asking(_ texts: [String]) throws(ConditionParser.Failure) -> [Site.Asking] {
        try texts.map { (text) throws(ConditionParser.Failure) in
            let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
            return Site.Asking(question: question(parts[0]), when: parts.count > 2 ? try condition(parts[2]) : .always)
        }
    }

    private static func place(_ id: String, _ parent: SiteID?, _ ask: [String]) throws(ConditionParser.Failure) -> Site
    {
        Site(id: id, name: id, parent: parent, isSided: true, ask: try asking(ask), place: here)
    }

    private static func guidance() throws(ConditionParser.Failure) -> [Guidance] {
        let items: [(String, Guidance.Section, [Level], Within?, String, String)] = [
            ("G-ACT", .action, [.selfCare], nil, "always", "Look after it."),
            ("G-WALK", .do, [.selfCare, .routine], nil, "site:back", "Walk."),
            ("G-WALK2", .do, [.selfCare, .routine], nil, "always", "Walk."),
            ("G-SOON", .action, [.routine], .twoDays, "always", "Soon."),
            ("G-LATER", .action, [.routine], .oneWeek, "always", "Later."),
            ("G-BAD", .avoid, [.selfCare], nil, "severity >= severe", "Rest."),
        ]
        return try items.map { (id, section, levels, within, when, text) throws(ConditionParser.Failure) in
            Guidance(
                id: id, section: section, levels: levels, within: within, when: try condition(when),
                advice: Advice(text: Template(verbatim: text), sources: []), place: here)
        }
    }
}
