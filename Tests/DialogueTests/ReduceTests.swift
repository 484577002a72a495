import Clinical
import Dialogue
import Knowledge
import Language
import Testing
import Triage

/// The ordinary way through a conversation.
@Suite struct ReduceTests {
    @Test func fromTheFirstWordToTheEnding() throws {
        var talk = try Talk()
        #expect(talk(.site("back")) == ["noted 1 facts", "ask Q-CES"])
        #expect(talk.phase == "asking Q-CES")
        #expect(talk(.noCES) == ["noted retention numb", "ask Q-SITE"])
        #expect(talk(.reply(.options([0]))) == ["noted 1 facts", "ask Q-SEV"])
        #expect(talk(.reply(.score(5))) == ["noted 1 facts", "ask Q-LONG"])
        #expect(talk(.reply(.duration(Interval(exactly: 3 * 86_400)))) == ["noted 1 facts", "ask Q-ELSE"])
        #expect(talk(.reply(.text)) == ["advise self-care"])
        #expect(talk.phase == "closed" && talk.state.isDone)
        #expect(talk.state.told == .selfCare && talk.state.turn == 6)
        #expect(talk.state.facts.sites == [Ward.site("lower")] && talk.state.facts.severity == .moderate)
    }

    @Test func whatWasSaidIsNeverAsked() throws {
        var talk = try Talk()
        talk.say(
            .tell(
                .site(Ward.site("lower"), .left), .severity(grade: .mild, score: 2, isFunction: false, isWorst: false),
                .duration(Interval(exactly: 86_400), .course)))
        #expect(talk.phase == "asking Q-CES")
        #expect(talk(.noCES) == ["noted retention numb", "ask Q-ELSE"])
    }

    @Test func anAnswerMayBringMoreThanWasAsked() throws {
        var talk = try Talk()
        talk.say(.site("lower"))
        var message = Message()
        message.answer = Reply(
            .no, items: ["retention", "numb"].map { Finding(Ward.finding($0), Context(.absent), span: Span(0, 1)) },
            span: Span(0, 1))
        message.told = [
            Told(
                .severity(grade: .mild, score: nil, isFunction: false, isWorst: false), context: Context(),
                span: Span(3, 4))
        ]
        #expect(talk(.message(message)) == ["noted 1 facts retention numb", "ask Q-LONG"])
    }

    @Test func whereNothingIsKnownTheSiteComesFirst() throws {
        var talk = try Talk()
        #expect(talk(.tell(.symptom(SymptomID(0)))).last == "ask Q-SITE")
        #expect(talk(.reply(.options([1]))).last == "ask Q-MIX")
    }

    @Test func sayingNothingNew() throws {
        var talk = try Talk()
        talk.say(.site("back"))
        #expect(talk(.act(.empty)) == ["empty", "ask still Q-CES"])
        #expect(talk(.site("back")) == ["ask again Q-CES"])
        #expect(talk.state.turn == 3)
    }

    @Test func digressionsComeBackToTheOpenQuestion() throws {
        var talk = try Talk()
        talk.say(.site("back"))
        #expect(talk(.act(.ask, topic: "HEAT")) == ["answer HEAT", "ask still Q-CES"])
        #expect(talk(.act(.outOfScope, topic: "OTHER")) == ["answer OTHER", "ask still Q-CES"])
        #expect(talk(.act(.explain)) == ["explain Q-CES", "ask still Q-CES"])
        #expect(talk(.act(.repeat)) == ["ask still Q-CES"])
        #expect(talk(.act(.thank)) == ["thank", "ask still Q-CES"])
        #expect(talk(.act(.correct)) == ["unclearCorrection", "ask still Q-CES"])
        #expect(talk(.act(.leave)) == ["leave"])
        #expect(talk.phase == "asking Q-CES" && talk.state.asked == [Ward.question("Q-CES")])
    }

    @Test func greetingsAndQuestionsAtTheStart() throws {
        var talk = try Talk()
        #expect(talk(.act(.empty)) == ["empty"])
        #expect(talk(.act(.ask, topic: "HEAT")) == ["answer HEAT"])
        #expect(talk(.act(.explain)) == ["afterClose"])
        #expect(talk(.act(.repeat)) == ["afterClose"])
        #expect(talk(.act(.describe, topic: "HELLO")).first == "answer HELLO")
        #expect(talk.state.told == nil && talk.state.findings.isEmpty)
    }

    @Test func commandsChangeNothing() throws {
        var talk = try Talk()
        talk.say(.site("back"))
        let before = talk.state
        #expect(talk(.command(.help)) == ["help"])
        #expect(talk(.command(.about)) == ["about"])
        #expect(talk(.command(.facts)) == ["facts"])
        #expect(talk(.command(.more)) == ["no more"])
        #expect(talk(.command(.source("x"))) == ["source x"])
        #expect(talk(.command(.unknown("x"))) == ["unknown x"])
        #expect(talk(.command(.why)) == ["explain Q-CES"])
        #expect(talk(.command(.region(nil))) == ["region ?"])
        #expect(talk.state == before)
        #expect(talk(.command(.region(3))) == ["region 3"])
        #expect(talk.state.region == 3)
    }

    @Test func whyAfterTheEnding() throws {
        var talk = try Talk()
        #expect(talk(.command(.why)) == ["why S"])
        talk.say(.find("retention"))
        #expect(talk(.command(.why)) == ["why E-CES"])
    }

    @Test func correctingTheSite() throws {
        var talk = try Talk()
        talk.say(.site("back"))
        #expect(talk(.tell(.site(Ward.site("leg"), .right), act: .correct, correcting: true)).first == "correct")
        #expect(talk.state.facts.sites == [Ward.site("leg")] && talk.state.facts.side == .right)
    }

    /// Two conversations in one process know nothing of each other.
    @Test func twoConversationsNeverTouch() throws {
        let one: [Input] = [.site("back"), .noCES, .reply(.options([0])), .reply(.score(5)), .find("retention")]
        let other: [Input] = [
            .find("clot"), .site("leg"), .find("clot", .absent), .reply(.no, ("clot", .absent)), .nonsense,
        ]
        var alone = (try Talk(), try Talk())
        let apart = (one.map { alone.0($0) }, other.map { alone.1($0) })
        var first = try Talk()
        var second = DialogueState()
        var together: ([[String]], [[String]]) = ([], [])
        for (a, b) in zip(one, other) {
            together.0.append(first(a))
            together.1.append(first.dialogue.reduce(&second, b).map(first.name))
        }
        #expect(together.0 == apart.0 && together.1 == apart.1)
        #expect(first.state == alone.0.state && second == alone.1.state)
    }
}
