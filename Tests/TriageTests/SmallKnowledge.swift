import Clinical
import Knowledge
import Testing

/// A few findings, sites, screens and rules, put together by hand.
enum SmallKnowledge {
    static let findings = ["a", "b", "c", "old", "bad", "d"]
    static let sites = ["back", "lower", "leg"]
    static let symptoms = ["spasm"]
    static let attributes: [(AttributeType, String)] = [
        (.trend, "worse"), (.trend, "better"), (.medicine, "statin"), (.medicine, "steroid"),
    ]
    private static let here = Place(file: "test")

    static func condition(_ text: String) throws -> Condition {
        try ConditionParser.parse(
            text,
            names: ConditionParser.Names(
                finding: { findings.firstIndex(of: $0).map(FindingID.init) },
                site: { sites.firstIndex(of: $0).map(SiteID.init) },
                symptom: { symptoms.firstIndex(of: $0).map(SymptomID.init) },
                attribute: { type, id in attributes.firstIndex { $0 == (type, id) }.map(AttributeID.init) },
                suggestion: { _ in "" }))
    }

    /// The level and the time frame of each rule with its condition.
    static let rules: [(id: String, urgency: Urgency, when: String)] = [
        ("E-A", .emergency, "a"), ("E-OLD", .emergency, "b and old"),
        ("U-B", Urgency(.urgent, within: .today), "b and (site:back or c)"),
        ("U-B", Urgency(.urgent, within: .today), "b and spread:leg"),
        ("R-TWO", Urgency(.routine, within: .twoDays), "2 of (b, c, d)"),
        ("R-BAD", Urgency(.routine, within: .oneWeek), "bad"),
        ("R-LONG", Urgency(.routine, within: .twoWeeks), "course >= 6 weeks"), ("S", .selfCare, "always"),
        ("U-ASK", Urgency(.urgent, within: .today), "a and b and c and d"),
    ]

    static func knowledge() throws -> Knowledge {
        let nowhere = Region(
            id: "", name: "", names: [], emergency: "", health: "", poison: "", crisis: "", unverified: [], place: here)
        var knowledge = Knowledge(anywhere: nowhere, replies: Replies { _ in Template(verbatim: "") })
        knowledge.sites = [("back", nil), ("lower", SiteID(0)), ("leg", nil)].map { id, parent in
            Site(id: id, name: id, parent: parent, isSided: false, ask: [], place: here)
        }
        knowledge.symptoms = [Symptom(id: "spasm", say: "spasms")]
        knowledge.attributes = attributes.map { AttributeValue(type: $0.0, id: $0.1, say: $0.1) }
        let derived = ["old": "age >= 50", "bad": "severity >= severe and c"]
        knowledge.findings = try findings.map { id in
            FindingConcept(
                id: id, name: id, kind: .sign, isEmergency: false, window: nil, derived: try derived[id].map(condition),
                ask: nil,
                volunteeredBecause: nil, place: here)
        }
        knowledge.rules = try rules.map { rule in
            Rule(
                id: rule.id, variant: nil, name: rule.id, urgency: rule.urgency, when: try condition(rule.when),
                because: Template(verbatim: ""), sources: [], emergency: nil, decision: nil, place: here)
        }
        knowledge.questions = [
            screen("Q-HARD", .emergency, RuleID(8)), screen("Q-SOFT", Urgency(.routine, within: .twoDays), nil),
            screen("Q-NONE", nil, nil),
        ]
        return knowledge
    }

    private static func screen(_ id: String, _ unanswered: Urgency?, _ rule: RuleID?) -> Question {
        Question(
            id: id, kind: .screen([]), text: "", simpler: "", why: "", sources: [], fills: [], unanswered: unanswered,
            unansweredRule: rule, place: here)
    }

    static func finding(_ id: String) throws -> FindingID { FindingID(try #require(findings.firstIndex(of: id))) }
}
