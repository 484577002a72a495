import Clinical
import Knowledge
import Testing

@Suite struct KnowledgeTests {
    private static let here = Place(file: "test")

    private static func knowledge() -> Knowledge {
        let nowhere = Region(
            id: "", name: "", names: [], emergency: "", health: "", poison: "", crisis: "", unverified: [], place: here)
        var knowledge = Knowledge(anywhere: nowhere, replies: Replies { Template(verbatim: $0.rawValue) })
        knowledge.sites = [("leg", nil), ("calf", SiteID(0)), ("shin", SiteID(0)), ("soleus", SiteID(1))].map {
            id, parent in
            Site(id: id, name: id, parent: parent, isSided: true, ask: [], place: here)
        }
        knowledge.findings = ["hot", "cold"].map {
            FindingConcept(
                id: $0, name: $0, kind: .sign, isEmergency: false, window: nil, derived: nil, ask: nil,
                volunteeredBecause: nil,
                place: here)
        }
        let option = Question.Option(
            id: "o", label: "o", effects: [.side(.left), .finding(FindingID(1), .present)], when: .always)
        knowledge.questions = [
            question("Q-SIDE", .choice([option])),
            question("Q-HOT", .screen([.init(findings: [FindingID(0)], label: "hot")])),
        ]
        return knowledge
    }

    private static func question(_ id: String, _ kind: Question.Kind) -> Question {
        Question(
            id: id, kind: kind, text: "", simpler: "", why: "", sources: [], fills: [], unanswered: nil,
            unansweredRule: nil,
            place: here)
    }

    @Test func aPartOfAPartIsAPart() {
        let knowledge = Self.knowledge()
        #expect(knowledge.isPart(SiteID(3), of: SiteID(0)))
        #expect(knowledge.isPart(SiteID(1), of: SiteID(1)))
        #expect(!knowledge.isPart(SiteID(0), of: SiteID(1)))
        #expect(!knowledge.isPart(SiteID(2), of: SiteID(1)))
    }

    @Test func entriesByName() {
        let knowledge = Self.knowledge()
        #expect(knowledge.question(named: "Q-HOT") == QuestionID(1))
        #expect(knowledge.question(named: "q-hot") == nil)
        #expect(knowledge.finding(named: "cold") == FindingID(1))
        #expect(knowledge.finding(named: "") == nil)
        #expect(
            knowledge[FindingID(1)].id == "cold" && knowledge[SiteID(3)].id == "soleus"
                && knowledge[QuestionID(0)].id == "Q-SIDE")
    }

    @Test func theQuestionForAFinding() {
        let knowledge = Self.knowledge()
        #expect(knowledge.question(for: FindingID(0)) == QuestionID(1))
        #expect(knowledge.question(for: FindingID(1)) == QuestionID(0))
        #expect(Self.knowledge().questions[0].items.isEmpty && Self.knowledge().questions[1].options.isEmpty)
    }

    @Test func everyReplyIsItsOwn() {
        let replies = Self.knowledge().replies
        for key in ReplyKey.allCases { #expect(replies[key].filled() == key.rawValue) }
        #expect(Replies.blanks.isSuperset(of: Template.lines))
    }
}
