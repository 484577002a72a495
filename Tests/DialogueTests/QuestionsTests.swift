import Clinical
import Dialogue
import Knowledge
import Language
import Testing
import Triage

/// Which question comes next, and when none does.
@Suite struct QuestionsTests {
    @Test func aScreenThatCanRaiseNothingIsNotAsked() throws {
        var talk = try Talk()
        // Fever is there already: asking for chills cannot raise the level.
        talk.say(.site("leg"), .find("fever"))
        talk.say(.reply(.no, ("clot", .absent)), .reply(.no, ("chest", .absent)))
        #expect(!talk.state.asked.contains(Ward.question("Q-WARM")))
    }

    @Test func conditionsOfAQuestion() throws {
        var talk = try Talk()
        talk.say(.site("lower"), .noCES, .reply(.score(2)))
        #expect(talk(.reply(.duration(Interval(exactly: 20 * 86_400)))).last == "ask Q-TREND")
        var short = try Talk()
        short.say(.site("lower"), .noCES, .reply(.score(2)))
        #expect(short(.reply(.duration(Interval(exactly: 3 * 86_400)))).last == "ask Q-ELSE")
    }

    @Test func onceItIsUrgentOnlyScreensAreAsked() throws {
        var talk = try Talk()
        talk.say(
            .tell(.site(Ward.site("leg"), nil), .severity(grade: .severe, score: nil, isFunction: true, isWorst: false))
        )
        #expect(talk.phase == "asking Q-MIX")
        talk.say(.reply(.no, ("clot", .absent), ("fever", .absent)))
        #expect(talk.phase == "asking Q-CHEST")
        #expect(talk(.reply(.no, ("chest", .absent))).last == "advise urgent")
    }

    @Test func theBudgetIsKept() throws {
        var talk = try Talk()
        talk.say(.tell(.site(Ward.site("back"), nil), .site(Ward.site("leg"), nil)))
        var turns = 0
        while talk.phase != "closed", talk.phase != "emergency", turns < 40 {
            talk.say(.reply(.unknown))
            turns += 1
        }
        #expect(talk.state.asked.count <= 6)
        #expect(Set(talk.state.asked).count == talk.state.asked.count)
    }

    @Test func offeredOptions() throws {
        let talk = try Talk()
        var state = DialogueState()
        let options = talk.knowledge[Ward.question("Q-SITE")].options
        // Where nothing is known, nothing is left out.
        #expect(talk.dialogue.offered(options, state).map(\.id) == ["lower", "leg", "all"])
        state.facts.sites = [Ward.site("leg")]
        #expect(talk.dialogue.offered(options, state).map(\.id) == ["leg"])
        state.facts.sites = [Ward.site("back")]
        #expect(talk.dialogue.offered(options, state).map(\.id) == ["lower", "leg", "all"])
    }

    @Test func aChoiceThatIsNotKnownIsLeft() throws {
        var talk = try Talk()
        talk.say(.site("back"), .noCES)
        #expect(talk.phase == "asking Q-SITE")
        #expect(talk(.reply(.unknown)).last == "ask Q-SEV")
        #expect(talk(.reply(.unknown)).last == "ask Q-LONG")
        #expect(talk.state.progress[Ward.question("Q-SEV")] == .unknown)
        #expect(talk(.reply(.unknown)).last == "advise self-care")
    }

    @Test func anAnswerOfTheWrongKindIsAskedAgain() throws {
        var talk = try Talk()
        talk.say(.site("back"), .noCES)
        #expect(talk(.reply(.yes)) == ["ask again Q-SITE"])
        #expect(talk(.reply(.yes)).last == "ask Q-SEV")
    }

    /// The fact that the open question is for may be told in other words than its options.
    @Test func whatTheOpenQuestionIsForMayBeTold() throws {
        var talk = try Talk()
        talk.say(.site("back"), .noCES)
        #expect(talk.phase == "asking Q-SITE")
        #expect(talk(.site("lower")).last == "ask Q-SEV")
    }

    @Test func optionsSetWhatTheySay() throws {
        var talk = try Talk()
        talk.say(.site("lower"), .noCES, .reply(.score(2)), .reply(.duration(Interval(exactly: 20 * 86_400))))
        talk.say(.reply(.options([0, 2, 99, -1])))
        #expect(talk.state.facts.attributes == [AttributeID(0)])
        #expect(talk.state.facts.side == .left && talk.state.region == 1)
    }

    @Test func severityIsTheWorstThatWasSaid() throws {
        var talk = try Talk()
        func severity(_ grade: Grade, score: Double? = nil, worst: Bool = false) -> Input {
            .tell(.severity(grade: grade, score: score, isFunction: false, isWorst: worst))
        }
        talk.say(severity(.severe), severity(.mild))
        #expect(talk.state.facts.severity == .severe)
        talk.say(severity(.mild, score: 2))
        #expect(talk.state.facts.severity == .mild && talk.state.facts.measures[.score] == Interval(exactly: 2))
        talk.say(severity(.severe, score: 9, worst: true))
        #expect(talk.state.facts.measures[.score] == Interval(exactly: 2))
    }

    @Test func factsAreKeptWhereTheyBelong() throws {
        var talk = try Talk()
        let day = Interval(exactly: 86_400)
        talk.say(
            .tell(
                .duration(day, .spell), .duration(Interval(exactly: 2), .every), .age(60), .temperature(38.5),
                .symptom(SymptomID(0)),
                .attribute(AttributeID(0)), .attribute(AttributeID(1)), .attribute(AttributeID(2)),
                .spread(Ward.site("leg"), .left)))
        #expect(
            talk.state.facts.measures == [
                .spell: day, .age: Interval(exactly: 60), .temperature: Interval(exactly: 38.5),
            ])
        // A trend replaces the other; a medicine stands beside it.
        #expect(talk.state.facts.attributes == [AttributeID(1), AttributeID(2)])
        #expect(talk.state.facts.spreads == [Ward.site("leg")] && talk.state.facts.side == .left)
        talk.say(.tell(.duration(day, .ago)))
        #expect(talk.state.facts.measures[.course] == day)
    }

    @Test func whatIsNotThePatientsNowIsNoFact() throws {
        var talk = try Talk()
        for context in [
            Context(.absent), Context(.uncertain), Context(.present, .other), Context(.present, .patient, .past),
        ] {
            var message = Message()
            message.told = [Told(.site(Ward.site("leg"), nil), context: context, span: Span(0, 1))]
            talk.say(.message(message))
        }
        #expect(talk.state.facts.sites.isEmpty)
    }

    @Test func personAndRegionAreKept() throws {
        var talk = try Talk()
        var message = Message()
        message.patient = 2
        message.region = 1
        message.isAboutWriter = false
        talk.say(.message(message))
        message.patient = 3
        message.region = nil
        talk.say(.message(message))
        #expect(talk.state.patient == 2 && talk.state.region == 1)
        let situation = talk.state.situation(now: nil)
        #expect(situation.patient == 2 && situation.expecting == talk.state.open?.expectation)
    }
}
