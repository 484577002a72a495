import Clinical
import Knowledge
import Language
import Testing

@testable import Understanding

/// What the words around a mention make of it.
@Suite struct ContextEngineTests {
    @Test(arguments: [
        ("fever", ["fever"]), ("no fever", ["-fever"]), ("I do not have a fever", ["-fever"]),
        ("i dont have fever", ["-fever"]),
        ("no fever or weakness", ["-fever", "-weakness"]),
        ("no fever, weakness or cancer", ["-fever", "-weakness", "-cancer"]),
        ("no fever, no weakness", ["-fever", "-weakness"]), ("neither fever nor weakness", ["-fever", "-weakness"]),
        ("no fever but weakness", ["-fever", "weakness"]), ("weakness but no fever", ["weakness", "-fever"]),
        ("no fever. weakness", ["-fever", "weakness"]), ("no fever\nweakness", ["-fever", "weakness"]),
        ("no fever, i have weakness", ["-fever", "weakness"]), ("without fever", ["-fever"]),
        ("never cancer", ["-cancer"]),
    ])
    func denials(_ text: String, _ findings: [String]) throws {
        let found = try Reading(text).findings
        #expect(found == findings)
    }

    /// "no" denies the items of its list; a grade or a slight degree begins something that is there.
    @Test(arguments: [
        ("no fever, severe back pain", ["-fever", "severe", "back", "pain"]),
        ("no fever, sore leg", ["-fever", "moderate", "leg"]),
        ("no fever, a bit of weakness", ["-fever", "~weakness"]),
    ])
    func listsEnd(_ text: String, _ read: [String]) throws {
        let reading = try Reading(text)
        #expect(reading.findings + reading.entities == read)
    }

    /// "no" denies what follows, and at the end of its words what went before.
    @Test(arguments: [
        ("fever: none", ["-fever"]), ("fever - no", ["-fever"]), ("fever no, weakness no", ["-fever", "-weakness"]),
        ("weakness no fever", ["weakness", "-fever"]), ("fever was ruled out", ["-fever"]),
        ("fever, weakness, none", ["-fever", "-weakness"]),
    ])
    func directions(_ text: String, _ findings: [String]) throws {
        let found = try Reading(text).findings
        #expect(found == findings)
    }

    /// What looks like a denial and is none.
    @Test(arguments: [
        ("not only fever", ["fever"]), ("can't pee", ["retention"]), ("i cant pee", ["retention"]),
        ("not sleeping, fever all night", ["fever"]), ("no change, fever", ["fever"]),
        ("not peeing fine", ["retention"]), ("peeing fine", ["-retention"]),
        ("no feeling between my legs", ["saddle_numb"]),
        ("no numbness between my legs", ["-saddle_numb"]), ("can't pee standing up", []),
    ])
    func lookAlikes(_ text: String, _ findings: [String]) throws {
        let found = try Reading(text).findings
        #expect(found == findings)
    }

    /// "No" to the open question does not deny what comes after it.
    @Test(arguments: [
        ("no, but i can't pee", ["retention"]), ("no. fever", ["fever"]), ("no, weakness though", ["weakness"]),
        ("nope, fever", ["fever"]), ("no - fever", ["fever"]), ("no fever", ["-fever"]),
    ])
    func anAnswerIsNoDenial(_ text: String, _ findings: [String]) throws {
        let found = try Reading(text, asking: "Q-CES").findings
        #expect(found == findings)
    }

    @Test(arguments: [
        ("maybe fever", ["?fever"]), ("i might have a fever", ["?fever"]), ("not sure about fever", ["?fever"]),
        ("maybe it is all fine but fever", ["fever"]), ("a bit of weakness", ["~weakness"]),
        ("no weakness, a bit of fever", ["-weakness", "~fever"]), ("waterworks trouble", ["?retention", "?wet"]),
        ("no waterworks trouble", ["-retention", "-wet"]),
        ("waterworks trouble, i can't pee", ["?wet", "retention"]),
    ])
    func doubts(_ text: String, _ findings: [String]) throws {
        let found = try Reading(text).findings
        #expect(found == findings)
    }

    @Test(arguments: [
        ("what if i can't pee", ["if:retention"]),
        ("what if it is fever and i can't pee", ["if:fever", "if:retention"]),
        ("what if. fever", ["fever"]), ("worried that i can't pee", ["retention"]),
        ("worried about the weakness", ["weakness"]),
        ("worried about cancer", []), ("could be cancer", []), ("i have cancer", ["cancer"]),
    ])
    func imaginedAndFeared(_ text: String, _ findings: [String]) throws {
        let found = try Reading(text).findings
        #expect(found == findings)
    }

    @Test(arguments: [
        ("fever years ago", ["^fever"]), ("i had a fever as a child", ["^fever"]), ("fever 3 days ago", ["fever"]),
        ("fever 29 days ago", ["fever"]), ("fever 3 months ago", ["^fever"]), ("i had a fever", ["undated:fever"]),
        ("wet myself 14 days ago", ["wet"]), ("wet myself 15 days ago", ["^wet"]), ("wet myself last night", ["wet"]),
        ("i had a fever yesterday", ["fever"]), ("i had fever years ago, now weakness", ["^fever", "weakness"]),
        ("always had weakness", ["old:weakness"]), ("always been numb there", ["old:saddle_numb"]),
        ("cancer years ago", ["cancer"]), ("i had cancer", ["cancer"]),
        ("still have the fever i had", ["fever"]),
    ])
    func past(_ text: String, _ findings: [String]) throws {
        let found = try Reading(text).findings
        #expect(found == findings)
    }

    /// What happened since the trouble began is current, however long ago that is.
    @Test func sinceTheTroubleBegan() throws {
        #expect(try Reading("back pain for 6 weeks, wet myself 20 days ago").findings == ["wet"])
        #expect(try Reading("back pain for 2 weeks, wet myself 20 days ago").findings == ["^wet"])
    }

    /// That it has stopped is kept, and cancels nothing.
    @Test func whatHasStoppedIsStillThere() throws {
        #expect(try Reading("wet myself yesterday, gone now").findings == ["stopped:wet"])
        #expect(try Reading("the fever has stopped").findings == ["stopped:undated:fever"])
    }

    @Test func theReachIsCounted() throws {
        #expect(try Reading("maybe well um er fever").findings == ["?fever"])
        #expect(try Reading("maybe well um er oh dear fever").findings == ["fever"])
    }

    @Test func scopesAreShown() throws {
        let reading = try Reading("no fever or weakness")
        #expect(reading.understanding.scopes.map { reading.words($0.reach) } == ["fever", "weakness"])
        #expect(Set(reading.understanding.scopes.map { reading.words($0.span) }) == ["no"])
        #expect(try Reading("zzz fever qqq").understanding.unclaimed.count == 2)
    }

    @Test func spansFromOutside() throws {
        let knowledge = try SmallFolder.knowledge()
        var workspace = Workspace()
        let text = "no gout, my mum had lupus years ago"
        let spans = ["gout", "lupus", "zz"].map { word in
            text.firstRange(of: word).map { range in
                Span(
                    text.utf8.distance(from: text.startIndex, to: range.lowerBound),
                    text.utf8.distance(from: text.startIndex, to: range.upperBound))
            } ?? Span(999, 1_002)
        }
        let concepts = Reader(knowledge).read(Array(text.utf8), concepts: spans, workspace: &workspace).concepts
        #expect(concepts.map(Reading.signs) == ["-", "other:^", ""])
    }
}
