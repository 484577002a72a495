import Clinical
import Dialogue
import Knowledge
import Language
import Testing
import Triage

/// The ending and what comes after it.
@Suite struct ClosingTests {
    private static func ending(_ talk: inout Talk, _ inputs: [Input]) throws -> Ending {
        var last: [Act] = []
        for input in inputs { last = talk.dialogue.reduce(&talk.state, input) }
        let ending = last.compactMap { act -> Ending? in if case .advise(let ending) = act { ending } else { nil } }
            .first
        return try #require(ending, "\(last.map(talk.name))")
    }

    private static let toTheEnd: [Input] = [
        .site("lower"), .noCES, .reply(.score(2)), .reply(.duration(Interval(exactly: 60))), .reply(.text),
    ]

    @Test func guidanceFitsTheLevelAndTheSituation() throws {
        var talk = try Talk()
        let ending = try Self.ending(&talk, Self.toTheEnd)
        // "Walk." is in two items and is said once.
        #expect(ending.guidance.map { talk.knowledge[$0].id } == ["G-WALK", "G-ACT"])
        #expect(ending.assessment.urgency == .selfCare)
        #expect(ending.unchecked.isEmpty)
    }

    @Test func guidanceMayBeForOneTimeFrame() throws {
        var talk = try Talk()
        let ending = try Self.ending(
            &talk,
            [
                .site("lower"), .noCES, .reply(.score(2)), .find("fever"), .reply(.duration(Interval(exactly: 60))),
                .reply(.text),
            ])
        #expect(ending.assessment.urgency == Urgency(.routine, within: .twoDays))
        #expect(ending.guidance.map { talk.knowledge[$0].id } == ["G-WALK", "G-SOON"])
    }

    @Test func whatToWatchFor() throws {
        var talk = try Talk()
        let ending = try Self.ending(&talk, Self.toTheEnd)
        #expect(ending.watch.map { talk.knowledge[$0].id } == ["retention", "numb"])
    }

    @Test func partlyAnsweredIsUnchecked() throws {
        var talk = try Talk()
        let ending = try Self.ending(
            &talk,
            [
                .site("lower"), .reply(.items, ("numb", .absent)), .nonsense, .nonsense, .reply(.score(2)),
                .reply(.duration(Interval(exactly: 60))), .reply(.text),
            ])
        #expect(ending.unchecked == [Ward.question("Q-CES")])
        #expect(ending.assessment.urgency == Urgency(.routine, within: .twoDays))
    }

    @Test func afterTheEnding() throws {
        var talk = try Talk()
        _ = try Self.ending(&talk, Self.toTheEnd)
        #expect(talk(.nonsense) == ["afterClose"])
        #expect(talk(.act(.thank)) == ["thank"])
        #expect(talk(.act(.ask, topic: "HEAT")) == ["answer HEAT"])
        #expect(talk(.act(.leave)) == ["leave"])
        #expect(talk(.act(.empty)) == ["empty"])
        #expect(talk(.command(.why)) == ["why S"])
        #expect(talk.state.isDone)
    }

    @Test func newsAfterTheEndingIsWeighed() throws {
        var talk = try Talk()
        _ = try Self.ending(&talk, Self.toTheEnd)
        #expect(talk(.find("fever")) == ["noted fever", "advise routine"])
        #expect(talk.state.told?.level == .routine)
        #expect(talk(.find("fever", .absent)) == ["noted fever", "lower from routine", "advise self-care"])
    }

    @Test func longTroubleNeedsAVisit() throws {
        var talk = try Talk()
        let ending = try Self.ending(
            &talk,
            [
                .site("lower"), .noCES, .reply(.score(2)), .reply(.duration(Interval(exactly: 50 * 86_400))),
                .reply(.options([1])), .reply(.text),
            ])
        #expect(ending.assessment.urgency == Urgency(.routine, within: .oneWeek))
        #expect(talk.state.facts.attributes == [AttributeID(1)])
        #expect(talk.state.facts.findings[Ward.finding("fever")] == .absent)
        #expect(talk.state.facts.spreads == [Ward.site("leg")])
    }

    @Test func theRangeClosesAsQuestionsAreAnswered() throws {
        var talk = try Talk()
        func levels() -> [Level] {
            let range = talk.dialogue.range(talk.state)
            return [range.lowest.level, range.highest.level]
        }
        talk.say(.site("lower"))
        #expect(levels() == [.selfCare, .emergency])
        talk.say(.noCES)
        #expect(levels() == [.selfCare, .routine])
        talk.say(.reply(.score(9)), .reply(.duration(Interval(exactly: 60))), .reply(.text))
        #expect(levels() == [.selfCare, .selfCare])
        talk.say(.find("clot"))
        #expect(levels() == [.emergency, .emergency])
    }
}
