import Charley
import Testing

/// Sentences that were once read wrongly, each for a class of its own.
@Suite struct SentencesTests {
    private static func read(_ text: String) throws -> Understood {
        try Understood.read(text, try MessageTests.assistant.get())
    }

    @Test(arguments: [
        ("one hundred and five", 105.0), ("three twenty four", 324), ("point 4", 0.4), ("seven point two five", 7.25),
        ("9 point 1", 9.1), ("two thousand three hundred", 2_300), ("36 (thirty six)", 36), ("3/4", 0.75),
    ])
    func numbers(_ text: String, _ value: Double) throws {
        let values = try Self.read(text).entities.filter { $0.type == "number" }.compactMap(\.value)
        #expect(values.count == 1 && abs(values[0] - value) < 1e-9, "\(values)")
    }

    @Test func aPointInTimeIsNoDecimal() throws {
        let lengths = try Self.read("at this point 4 days").entities.filter { $0.type == "duration" }
        #expect(lengths.map { $0.seconds?.first } == [345_600])
    }

    @Test(arguments: [
        ("My left calf hurts. It is hot and swollen.", "leg_swollen_one", "present"),
        ("got an ache in the right foot, it's cold and pale", "limb_cold_pale", "present"),
        ("Sore left knee. Not swollen, not hot.", "joint_hot_one", "absent"),
        ("nah not numb down there", "saddle_numb", "absent"), ("not feeling dizzy", "lightheaded", "absent"),
        ("calf aches. my mum had a clot in her leg so im scared", "clot_risk", "other"),
    ])
    func findings(_ text: String, _ id: String, _ state: String) throws {
        #expect(try Self.read(text).findings.contains { $0.id == id && $0.state == state })
    }

    @Test(arguments: [
        ("My calf hurts. The sea was cold.", "limb_cold_pale"),
        ("my calf is sore since it swelled up", "joint_swollen"),
        ("no sudden ball pain", "testicle_sudden"),
    ])
    func noFinding(_ text: String, _ id: String) throws {
        #expect(try !Self.read(text).findings.contains { $0.id == id && $0.state == "present" })
    }

    @Test(arguments: [
        ("it was agony, now it's not too bad", ["severe", "mild"]), ("there's no denying it's painful", ["moderate"]),
        ("I sleep in a van with terrible seats.", []), ("it wakes him up night after night", []),
    ])
    func severity(_ text: String, _ grades: [String]) throws {
        let read = try Self.read(text).entities.filter { $0.type == "severity" && $0.isLive }
        #expect(read.compactMap(\.grade) == grades)
    }

    /// What was typed is shown beside what it was taken for, where something hangs on it and there is time.
    @Test func aSlipIsShown() throws {
        var session = try MessageTests.assistant.get().begin()
        #expect(session.reply(to: "my hamsrting keeps cramping").text.contains("\"hamsrting\" as \"hamstring\""))
        #expect(!session.reply(to: "no, and thnaks for askign").text.contains("askign"))
        #expect(!session.reply(to: "my bladdder leaks and i can't feel my bum or my legs").text.contains("bladdder"))
    }
}
