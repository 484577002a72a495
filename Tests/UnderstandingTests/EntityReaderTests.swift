import Clinical
import Knowledge
import Testing

@testable import Understanding

/// Sites, symptoms, severity, attributes and numbers.
@Suite struct EntityReaderTests {
    @Test(arguments: [
        ("back", ["back"]), ("my lower back", ["lower_back"]), ("left calf", ["calf/left"]),
        ("my left leg", ["leg/left"]),
        ("both my calves", ["calf/both"]), ("calf on the left", ["calf/left"]),
        ("left calf and right leg", ["calf/left", "leg/right"]),
        ("legs", ["leg"]), ("the back door", []), ("it comes back", []), ("right. my back", ["back"]),
        ("back pain goes down my left leg", ["back", "pain", "to leg/left"]), ("spreads to the calf", ["to calf"]),
        ("spreads to my leg and calf", ["to leg", "to calf"]), ("pain goes down", ["pain"]),
    ])
    func sites(_ text: String, _ entities: [String]) throws {
        let found = try Reading(text).entities
        #expect(found == entities)
    }

    /// "back in 2019" is no back; "my back in 2019" is.
    @Test func aPossessedWordIsTheBody() throws {
        #expect(try !Reading("back in 2019").entities.contains("back"))
        #expect(try Reading("my back in 2019").entities.contains("back"))
    }

    @Test(arguments: [
        ("severe", ["severe"]), ("very sore", ["severe"]), ("slightly sore", ["mild"]), ("very severe", ["severe"]),
        ("slightly mild", ["mild"]), ("i can't walk", ["severe function"]), ("it is 7/10", ["severe 7.0"]),
        ("it is 7 / 10", ["severe 7.0"]),
        ("7 out of 10", ["severe 7.0"]), ("7 or 8 out of ten", ["severe 7.0..8.0"]), ("3 out of 5", ["moderate 6.0"]),
        ("2-3 out of 10", ["mild 2.0..3.0"]), ("12 out of 10", ["severe 10.0"]), ("0/10", ["none 0.0"]),
        ("it is 50/100", ["moderate 5.0"]), ("8/10 at worst", ["severe 8.0 worst"]),
        ("at worst 8/10", ["severe 8.0 worst"]),
        ("not severe", ["-severe"]), ("it is ½/10", ["none 0.5"]),
        // With nothing round it, it may be a part of one as well.
        ("7/10", ["severe 7.0", "number 0.7"]),
    ])
    func severity(_ text: String, _ entities: [String]) throws {
        let found = try Reading(text).entities
        #expect(found == entities)
    }

    @Test(arguments: [
        ("temp 38.5", ["38.5 C"]), ("38.5 celsius", ["38.5 C"]), ("101 f", ["38.3 C"]),
        ("temperature of 101", ["38.3 C"]),
        ("38.5°C", ["38.5 C"]), ("temp is 39", ["39.0 C"]), ("98.6 fahrenheit", ["37.0 C"]), ("temp 7", ["number 7.0"]),
        ("20 celsius", ["number 20.0"]),
    ])
    func temperature(_ text: String, _ entities: [String]) throws {
        let found = try Reading(text).entities
        #expect(found == entities)
    }

    @Test(arguments: [
        ("i'm 58", ["age 58.0"]), ("i'm 58, back", ["age 58.0", "back"]), ("58 years old", ["age 58.0"]),
        ("58yo", ["age 58.0"]),
        ("aged 58", ["age 58.0"]), ("i'm 58 and sore", ["age 58.0", "moderate"]), ("a 3 year old", ["age 3.0"]),
        ("i'm 58 kilos", ["number 58.0"]), ("i'm 3", ["number 3.0"]), ("he is 72", ["age 72.0"]),
        ("i'm 500", ["number 500.0"]),
        ("42", ["number 42.0"]), ("2-3", ["number 3.0"]),
    ])
    func agesAndNumbers(_ text: String, _ entities: [String]) throws {
        let found = try Reading(text).entities
        #expect(found == entities)
    }

    @Test(arguments: [
        ("often", ["frequency:often"]), ("how often", []), ("getting worse", ["trend:worse"]),
        ("on statins", ["medicine:statin"]),
        ("no statin", ["-medicine:statin"]), ("spasms", ["spasm"]), ("cramp", []), ("pain in the neck", []),
        ("it hurts", ["pain"]),
        ("no pain", ["-pain"]), ("maybe a spasm", ["?spasm"]), ("what if my back hurts", ["if:back", "if:pain"]),
    ])
    func symptomsAndAttributes(_ text: String, _ entities: [String]) throws {
        let found = try Reading(text).entities
        #expect(found == entities)
    }

    @Test func aSideWithoutASite() throws {
        #expect(try Reading("the left one").understanding.bareSide == .left)
        #expect(try Reading("left leg").understanding.bareSide == nil)
        #expect(try Reading("left or right").understanding.bareSide == nil)
        #expect(try Reading("nothing").understanding.bareSide == nil)
    }

    @Test func regionsAndOldTroubles() throws {
        #expect(try Reading("i live in Somewhere").understanding.region == 0)
        #expect(try Reading("Somewhere").understanding.region == 0)
        #expect(try Reading("back from Somewhere").understanding.region == nil)
        #expect(try Reading("elsewhere").understanding.region == nil)
        #expect(try Reading("always had it").understanding.saysLongStanding)
        #expect(try !Reading("new").understanding.saysLongStanding)
    }
}
