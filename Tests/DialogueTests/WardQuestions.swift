import Clinical
import Knowledge

extension Ward {
    /// In the order of `questions`.
    static func allQuestions() throws(ConditionParser.Failure) -> [Question] {
        let routine = Urgency(.routine, within: .twoDays)
        return [
            screen("Q-CES", ["retention", "numb"], unanswered: routine),
            screen("Q-MIX", ["fever", "clot"], unanswered: routine),
            asking(
                "Q-SITE",
                .choice([
                    option("lower", [.site(site("lower"))], when: try condition("site:back")),
                    option("leg", [.site(site("leg"))]),
                    option("all", [.site(site("back"))], when: try condition("site:back")),
                ]), fills: [.site]),
            asking("Q-SEV", .scale, fills: [.severity]),
            asking("Q-LONG", .duration(.course), fills: [.measure(.course)]),
            asking("Q-NEW", .choice([option("new", [.isNew(true)]), option("old", [.isNew(false)])])),
            screen("Q-CHEST", ["chest"], unanswered: .emergency, rule: RuleID(2)),
            asking(
                "Q-TREND",
                .choice([
                    option("worse", [.attribute(AttributeID(0)), .side(.left)]),
                    option(
                        "better",
                        [.attribute(AttributeID(1)), .finding(finding("fever"), .absent), .spread(site("leg"))]),
                    option("here", [.region(1)]),
                ]), fills: [.attribute(.trend)]),
            screen("Q-WARM", ["fever", "chills"], unanswered: nil), asking("Q-ELSE", .free),
        ]
    }

    private static func option(_ id: String, _ effects: [Question.Effect], when: Condition = .always) -> Question.Option
    {
        Question.Option(id: id, label: id, effects: effects, when: when)
    }

    private static func screen(
        _ id: String, _ names: [String], unanswered: Urgency?, rule: RuleID? = nil
    ) -> Question {
        asking(
            id, .screen(names.map { Question.Item(findings: [finding($0)], label: $0) }), unanswered: unanswered,
            rule: rule)
    }

    private static func asking(
        _ id: String, _ kind: Question.Kind, fills: [Question.Slot] = [], unanswered: Urgency? = nil,
        rule: RuleID? = nil
    ) -> Question {
        Question(
            id: id, kind: kind, text: id, simpler: id, why: id, sources: [], fills: fills, unanswered: unanswered,
            unansweredRule: rule, place: here)
    }
}
