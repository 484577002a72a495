import Clinical
import Knowledge
import Testing

@testable import Understanding

/// Findings of words that stand together.
@Suite struct FindingReaderTests {
    @Test(arguments: [
        ("numb between my legs", ["saddle_numb"]), ("between my legs it is numb", ["saddle_numb"]),
        ("numb, but only between my legs", []), ("numb. between my legs", []), ("my leg is swollen", ["swollen_leg"]),
        ("swollen calf", ["swollen_leg"]), ("swelling of one two three four leg", []), ("swelling", []), ("leg", []),
        ("my leg is not swollen", ["-swollen_leg"]), ("saddle is numb", ["saddle_numb"]),
        ("numb down there", ["saddle_numb"]), ("numb down there between my legs", ["saddle_numb"]),
        ("my mum has a swollen leg", ["swollen_leg"]),
    ])
    func combinations(_ text: String, _ findings: [String]) throws {
        let found = try Reading(text).findings
        #expect(found == findings)
    }

    @Test func theSpanCoversEveryPart() throws {
        let reading = try Reading("well, numb right between my legs, ow")
        let span = try #require(reading.understanding.findings.first?.span)
        #expect(reading.words(span) == "numb right between my legs")
    }

    @Test func eachOnceForItsWords() throws {
        #expect(try Reading("fever fever").findings == ["fever", "fever"])
        #expect(try Reading("can't pee, can't pee").findings == ["retention", "retention"])
    }

    @Test func thousandsOfMentionsAreReadInTheirTurn() throws {
        let text = String(repeating: "fever and numb between my legs. ", count: 400)
        let reading = try Reading(text)
        #expect(reading.understanding.findings.count > 400)
        #expect(reading.understanding.findings.map(\.span) == reading.understanding.findings.map(\.span).sorted())
    }
}
