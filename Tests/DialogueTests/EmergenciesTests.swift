import Clinical
import Dialogue
import Knowledge
import Language
import Testing
import Triage

/// Danger interrupts from any state; after the instruction nothing is asked but one confirmation.
@Suite struct EmergenciesTests {
    @Test func aRedFlagInterruptsInTheSameTurn() throws {
        for before in [[], [Input.site("back")], [.site("back"), .noCES], [.site("leg"), .reply(.unknown)]] as [[Input]]
        {
            var talk = try Talk()
            for input in before { _ = talk(input) }
            #expect(talk(.find("retention")) == ["EMERGENCY E-CES"], "after \(before.count) turns")
            #expect(talk.phase == "emergency" && talk.state.told == .emergency)
            #expect(talk.state.isDone)
        }
    }

    @Test func alsoAfterTheEnding() throws {
        var talk = try Talk()
        talk.say(.site("lower"), .noCES, .reply(.score(1)), .reply(.duration(Interval(exactly: 60))), .reply(.text))
        #expect(talk.phase == "closed")
        #expect(talk(.find("clot")) == ["EMERGENCY E-CLOT"])
    }

    @Test func notWhatIsPastImaginedOrDenied() throws {
        for input in [
            Input.find("retention", .present, .patient, .past), .find("retention", .present, .patient, .hypothetical),
            .find("retention", .absent), .find("retention", .present, .other, .past),
            .find("retention", .present, .other, .hypothetical),
        ] {
            var talk = try Talk()
            #expect(!talk(input).contains { $0.hasPrefix("EMERGENCY") }, "\(input)")
            #expect(talk.state.told == nil)
        }
    }

    @Test func whatIsOldAndUnchangedIsNoEmergency() throws {
        var talk = try Talk()
        let acts = talk(.find("numb") { context, _ in context.isLongStanding = true })
        #expect(!acts.contains { $0.hasPrefix("EMERGENCY") })
        #expect(talk.state.facts.findings[Ward.finding("numb")] == .longStanding)
        #expect(talk.dialogue.assess(talk.state).urgency == Urgency(.routine, within: .twoWeeks))
    }

    @Test func whatHasStoppedStillCounts() throws {
        var talk = try Talk()
        #expect(talk(.find("retention") { context, _ in context.hasStopped = true }) == ["EMERGENCY E-CES"])
    }

    @Test func theInstructionStands() throws {
        var talk = try Talk()
        talk.say(.find("retention"))
        #expect(talk(.nonsense) == ["EMERGENCY E-CES again"])
        #expect(talk(.act(.thank)) == ["EMERGENCY E-CES again"])
        #expect(talk(.site("back")) == ["EMERGENCY E-CES again"])
        #expect(talk(.act(.ask, topic: "HEAT")) == ["answer HEAT", "EMERGENCY E-CES again"])
        #expect(talk(.reply(.no)) == ["EMERGENCY E-CES again"])
        #expect(talk(.act(.empty)) == ["empty"])
        #expect(talk.phase == "emergency")
    }

    @Test func aSecondDangerIsSaidInFull() throws {
        var talk = try Talk()
        talk.say(.find("retention"))
        #expect(talk(.find("clot")) == ["EMERGENCY E-CES+E-CLOT"])
        #expect(talk.state.toldRules.map { talk.knowledge[$0].id } == ["E-CES", "E-CLOT"])
    }

    @Test func takingBackIsConfirmedOnce() throws {
        var talk = try Talk()
        talk.say(.site("lower"), .find("retention"))
        #expect(talk(.find("retention", .absent)) == ["confirm retention"])
        #expect(talk.phase == "emergency, asking retention" && !talk.state.isDone)
        #expect(talk.state.told == .emergency)
        #expect(talk(.reply(.no, ("retention", .absent))).first == "noted retention")
        #expect(talk.state.told == .emergency)
        talk.say(.find("numb", .absent), .reply(.score(1)), .reply(.duration(Interval(exactly: 60))))
        // The lower level is said aloud.
        #expect(talk(.reply(.text)) == ["lower from emergency", "advise self-care"])
        #expect(talk.state.told == .selfCare)
    }

    /// The alarm cut a screen short: what it asked besides is asked now, or the ending says that it was not checked.
    @Test func whatTheAlarmCutShortIsNotForgotten() throws {
        var talk = try Talk()
        var said = talk.say(
            .site("lower"), .find("retention"), .find("retention", .absent), .reply(.no, ("retention", .absent)))
        for answer in [Input.reply(.score(1)), .reply(.duration(Interval(exactly: 60))), .reply(.text)] {
            if said.last == "ask Q-CES [1]" { break }
            said = talk(answer)
        }
        #expect(said.last == "ask Q-CES [1]" || said.last?.contains("unchecked Q-CES") == true)
    }

    @Test func aYesToTheConfirmationKeepsTheAlarm() throws {
        for answer in [
            Input.reply(.yes, ("retention", .present)), .reply(.doubtful, ("retention", .uncertain)), .reply(.unknown),
            .nonsense,
        ] {
            var talk = try Talk()
            talk.say(.find("retention"), .find("retention", .absent))
            #expect(talk(answer).first?.hasPrefix("EMERGENCY E-CES") == true)
            #expect(talk.phase == "emergency" && talk.state.told == .emergency)
        }
    }

    @Test func aCorrectionWithoutWordsIsAskedToo() throws {
        var talk = try Talk()
        talk.say(.find("clot"))
        #expect(talk(.tell(act: .correct, correcting: true)) == ["confirm clot"])
    }

    /// Only the very finding lowers the alarm; the others still stand.
    @Test func takingBackOneOfTwo() throws {
        var talk = try Talk()
        talk.say(.find("retention"), .find("clot"), .find("retention", .absent))
        #expect(talk(.reply(.no, ("retention", .absent))).first?.hasPrefix("EMERGENCY E-CLOT") == true)
        #expect(talk.dialogue.assess(talk.state).rules.map { talk.knowledge[$0].id } == ["E-CLOT"])
        #expect(talk.state.toldRules.map { talk.knowledge[$0].id } == ["E-CLOT"])
    }

    @Test func aDenialAloneIsNotTaken() throws {
        var talk = try Talk()
        talk.say(.find("retention"), .find("retention", .absent))
        #expect(talk.state.facts.findings[Ward.finding("retention")] == .present)
    }

    @Test func oldOrNewIsAskedWhenThePersonSaysItIsOld() throws {
        var talk = try Talk()
        talk.say(.find("numb"))
        var message = Message()
        message.saysLongStanding = true
        #expect(talk(.message(message)) == ["EMERGENCY E-CES again", "ask Q-NEW"])
        #expect(talk.phase == "emergency, asking Q-NEW")
        #expect(talk(.reply(.options([1]))).first?.hasPrefix("EMERGENCY") == false)
        #expect(talk.state.facts.findings[Ward.finding("numb")] == .longStanding)
        var other = try Talk()
        other.say(.find("numb"), .message(message))
        #expect(other(.reply(.options([0]))) == ["EMERGENCY E-CES again"])
    }

    // MARK: Dates

    @Test func whatHasNoDateIsAskedOnceAndCurrentMeanwhile() throws {
        var talk = try Talk()
        let undated = Input.find("retention") { context, _ in context.isUndated = true }
        #expect(talk(undated) == ["EMERGENCY E-CES", "when retention"])
        #expect(talk.phase == "emergency, asking when retention")
        #expect(talk(.reply(.duration(Interval(exactly: 3 * 86_400)))) == ["EMERGENCY E-CES again"])
        #expect(talk.phase == "emergency")
    }

    @Test func longAgoLowersTheAlarm() throws {
        var talk = try Talk()
        talk.say(.find("retention") { context, _ in context.isUndated = true })
        let acts = talk(.reply(.duration(Interval(low: 15 * 86_400, high: nil))))
        #expect(!acts.contains { $0.hasPrefix("EMERGENCY") })
        #expect(talk.state.findings.first?.context.time == .past)
        #expect(talk.state.lowered == .emergency)
    }

    @Test func sinceTheTroubleBeganIsNotLongAgo() throws {
        var talk = try Talk()
        talk.say(
            .tell(.site(Ward.site("back"), nil), .duration(Interval(exactly: 40 * 86_400), .course)),
            .find("retention") { context, _ in context.isUndated = true })
        #expect(talk(.reply(.duration(Interval(exactly: 20 * 86_400)))) == ["EMERGENCY E-CES again"])
    }

    /// An unknown date leaves the alarm.
    @Test func noDateKeepsTheAlarm() throws {
        var talk = try Talk()
        talk.say(.find("retention") { context, _ in context.isUndated = true })
        #expect(talk(.reply(.unknown)) == ["EMERGENCY E-CES again"])
    }

    @Test func anotherDatedSignNeedsNoDate() throws {
        var talk = try Talk()
        var message = Message()
        var undated = Context()
        undated.isUndated = true
        message.findings = [
            Finding(Ward.finding("retention"), undated, span: Span(0, 1)),
            Finding(Ward.finding("clot"), Context(), span: Span(2, 3)),
        ]
        #expect(talk(.message(message)) == ["EMERGENCY E-CES+E-CLOT"])
    }

    // MARK: Somebody else

    @Test func somebodyElsesEmergencyNow() throws {
        var talk = try Talk()
        talk.say(.site("back"))
        #expect(talk(.find("clot", .present, .other)) == ["EMERGENCY E-CLOT for another"])
        #expect(talk.state.facts.findings[Ward.finding("clot")] == nil)
    }

    /// Their emergency does not end the person's own conversation: the next message about themselves is taken in.
    @Test func theOwnEmergencyAfterSomebodyElses() throws {
        var talk = try Talk()
        talk.say(.find("clot", .present, .other))
        #expect(talk(.find("retention")) == ["EMERGENCY E-CES"])
    }

    /// "She is fine, I was wrong": somebody else's alarm can be taken back too.
    @Test func somebodyElsesAlarmCanBeTakenBack() throws {
        var talk = try Talk()
        talk.say(.find("clot", .present, .other))
        let acts = talk.say(
            .find("clot", .absent, .other) { _, message in message.isCorrection = true }, .reply(.no, ("clot", .absent))
        )
        #expect(!acts.contains { $0.hasPrefix("EMERGENCY") })
    }
}
