import Clinical
import Dialogue
import Knowledge
import Language
import Testing
import Triage

/// Screens: "yes" is always the worrying answer, and what was not answered is never "no".
@Suite struct ScreenTests {
    private static func leg() throws -> Talk {
        var talk = try Talk()
        talk.say(.site("leg"))
        return talk
    }

    @Test func noClearsEveryItem() throws {
        var talk = try Talk()
        talk.say(.site("back"), .noCES)
        #expect(talk.state.facts.findings[Ward.finding("retention")] == .absent)
        #expect(talk.state.facts.findings[Ward.finding("numb")] == .absent)
        #expect(talk.state.progress[Ward.question("Q-CES")] == .answered)
    }

    @Test func yesToWhatLeadsToOneLevelCountsForEach() throws {
        var talk = try Talk()
        talk.say(.site("back"))
        #expect(talk(.reply(.yes)) == ["EMERGENCY E-CES unsure of retention+numb"])
    }

    @Test func yesToOneItem() throws {
        var talk = try Talk()
        talk.say(.site("back"))
        #expect(talk(.reply(.yes, ("numb", .present))) == ["EMERGENCY E-CES"])
        #expect(talk.state.facts.findings[Ward.finding("retention")] == nil)
    }

    /// Fever and a clot lead to different levels, so a bare "yes" is asked: which?
    @Test func yesToWhatLeadsToDifferentLevelsIsAskedWhich() throws {
        var talk = try Self.leg()
        #expect(talk.phase == "asking Q-MIX")
        #expect(talk(.reply(.yes)) == ["which of Q-MIX"])
        #expect(talk.phase == "asking which of Q-MIX")
        #expect(talk(.reply(.items, ("fever", .present), ("clot", .absent))).contains("noted fever clot"))
        #expect(talk.state.told == nil)
    }

    @Test func whichIsAskedOnceMoreAndThenEachMayBeIt() throws {
        var talk = try Self.leg()
        talk.say(.reply(.yes))
        #expect(talk(.nonsense).last == "which of Q-MIX")
        #expect(talk(.nonsense) == ["EMERGENCY E-CLOT unsure of clot"])
    }

    @Test func noToWhichTakesBackTheYes() throws {
        var talk = try Self.leg()
        talk.say(.reply(.yes))
        talk.say(.reply(.no, ("fever", .absent), ("clot", .absent)))
        #expect(talk.state.facts.findings[Ward.finding("clot")] == .absent)
        #expect(talk.state.told == nil)
    }

    @Test func anEmergencyScreenIsAskedOnceMoreAndThenUnknown() throws {
        var talk = try Talk()
        talk.say(.site("back"))
        #expect(talk(.reply(.unknown)) == ["ask again Q-CES"])
        #expect(talk(.reply(.unknown)) == ["ask Q-SITE"])
        #expect(talk.state.facts.findings[Ward.finding("retention")] == .unknown)
        #expect(talk.state.findings.map(\.context.status) == [.unknown, .unknown])
        #expect(talk.state.facts.unanswered == [Ward.question("Q-CES")])
    }

    @Test func whatWasNotUnderstoodIsNotNo() throws {
        var talk = try Talk()
        talk.say(.site("back"))
        #expect(talk(.nonsense) == ["notUnderstood", "ask again Q-CES"])
        talk.say(.nonsense)
        #expect(talk.state.facts.findings[Ward.finding("numb")] == .unknown)
        #expect(talk.state.progress[Ward.question("Q-CES")] == .unknown)
        // Left unknown, the level is never self-care, and the ending says so.
        talk.say(.reply(.options([0])), .reply(.score(1)), .reply(.duration(Interval(exactly: 60))))
        #expect(talk(.reply(.text)) == ["advise routine unchecked Q-CES"])
    }

    @Test func theChestScreenLeftUnknownIsAnEmergency() throws {
        var talk = try Self.leg()
        #expect(talk(.reply(.no, ("fever", .absent), ("clot", .absent))).last == "ask Q-CHEST")
        #expect(talk(.nonsense).last == "ask again Q-CHEST")
        #expect(talk(.nonsense) == ["EMERGENCY E-CHEST"])
    }

    @Test func anotherScreenIsLeftAtOnce() throws {
        var talk = try Self.leg()
        talk.say(.reply(.no, ("fever", .absent), ("clot", .absent)), .reply(.no, ("chest", .absent)))
        #expect(talk.phase == "asking Q-WARM")
        #expect(talk(.reply(.unknown)).last == "ask Q-SEV")
        #expect(talk.state.facts.unanswered.isEmpty)
    }

    @Test func doubtIsAskedOnceMoreAndThenCountsAsYes() throws {
        var talk = try Talk()
        talk.say(.site("back"))
        #expect(talk(.reply(.doubtful)) == ["ask again Q-CES"])
        #expect(talk(.reply(.doubtful)) == ["EMERGENCY E-CES unsure of retention+numb"])
    }

    @Test func anUncertainFindingIsAskedNarrowly() throws {
        for answer in [Input.reply(.doubtful), .reply(.unknown), .nonsense] {
            var talk = try Talk()
            #expect(talk(.find("numb", .uncertain)).last == "clarify numb")
            #expect(talk.phase == "asking numb")
            let acts = talk(answer)
            if answer == .nonsense { continue }
            #expect(acts == ["EMERGENCY E-CES unsure of numb"])
        }
    }

    @Test func anUncertainFindingThatIsCleared() throws {
        var talk = try Talk()
        talk.say(.site("back"), .find("numb", .uncertain))
        #expect(talk.phase == "asking numb")
        #expect(talk(.reply(.no, ("numb", .absent))).first == "noted numb")
        #expect(talk.state.facts.findings[Ward.finding("numb")] == .absent)
        #expect(talk.state.told == nil)
    }

    /// Not understood is not no: an uncertain sign that nobody cleared counts as there.
    @Test func anUncertainFindingIsNotForgotten() throws {
        var talk = try Talk()
        talk.say(.find("numb", .uncertain), .nonsense, .nonsense)
        #expect(talk.phase == "emergency")
    }

    @Test func onlyWhatIsNotKnownIsAsked() throws {
        var talk = try Talk()
        let both = Input.find("numb", .absent) { _, message in
            message.told = [Told(.site(Ward.site("lower"), nil), context: Context(), span: Span(2, 3))]
        }
        #expect(talk(both).last == "ask Q-CES [0]")
        var partly = try Talk()
        partly.say(.site("back"))
        #expect(partly(.reply(.items, ("numb", .absent))) == ["noted numb", "ask Q-CES [0]"])
        #expect(partly(.reply(.items, ("retention", .absent))).last == "ask Q-SITE")
    }

    @Test func aMildYesIsYes() throws {
        var talk = try Talk()
        talk.say(.site("back"))
        #expect(talk(.reply(.mild)) == ["EMERGENCY E-CES unsure of retention+numb"])
    }
}
