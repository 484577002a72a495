import Clinical
import Knowledge
import Testing

@testable import Understanding

/// Whom a message is about.
@Suite struct SubjectsTests {
    private func person(_ id: String, _ knowledge: Knowledge) -> Int? { knowledge.people.firstIndex { $0.id == id } }

    @Test func theOneWrittenForIsThePatient() throws {
        for text in ["my husband can't pee", "my husband has a fever and he can't pee", "husband: can't pee"] {
            let reading = try Reading(text)
            #expect(reading.understanding.patient == person("husband", reading.knowledge), "\(text)")
            #expect(reading.findings.last == "retention", "\(text)")
            #expect(!reading.understanding.isAboutWriter)
        }
    }

    @Test(arguments: [
        ("my mum had cancer", ["^cancer"]), ("my back hurts and my mum has a fever", ["fever"]),
        ("my back hurts, my mum had a fever", ["^fever"]), ("i have pain, my husband can't pee", ["retention"]),
        ("i have pain. cancer in my family", ["^cancer"]),
    ])
    func somebodyElses(_ text: String, _ findings: [String]) throws {
        let reading = try Reading(text)
        #expect(reading.findings == findings.map { "other:" + $0 })
    }

    @Test func aPronounPointsBack() throws {
        let reading = try Reading("i have back pain. my husband is here, he has a fever")
        #expect(reading.findings == ["other:fever"])
        #expect(reading.understanding.isAboutWriter)
    }

    @Test func thePatientStaysThePatient() throws {
        let knowledge = try SmallFolder.knowledge()
        let husband = try #require(person("husband", knowledge))
        let reading = try Reading("he can't pee", situation: Situation(patient: husband))
        #expect(reading.findings == ["retention"])
        #expect(reading.understanding.patient == husband)
        #expect(try Reading("my mum has a fever", situation: Situation(patient: husband)).findings == ["other:fever"])
        #expect(try Reading("can't pee", situation: Situation(isAboutWriter: true)).findings == ["retention"])
        #expect(
            try Reading("my husband can't pee", situation: Situation(isAboutWriter: true)).findings == [
                "other:retention"
            ])
    }

    @Test func theWriterAlone() throws {
        let reading = try Reading("my back hurts, no fever")
        #expect(reading.understanding.isAboutWriter && reading.understanding.patient == nil)
        #expect(reading.findings == ["-fever"])
    }
}
