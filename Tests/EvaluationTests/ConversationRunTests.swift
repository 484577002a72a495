import Evaluation
import Knowledge
import Testing

/// A conversation fails when it should.
@Suite struct ConversationRunTests {
    private static func complaints(_ text: String) throws -> [String] {
        let (script, diagnostics) = ConversationScript.parse(text, file: "x.txt")
        #expect(diagnostics.isEmpty)
        return ConversationRun(try SmallFolder.assistant()).complaints(try #require(script)).map(\.description)
    }

    @Test func whatHoldsIsNotComplainedOf() throws {
        let text = """
            > my wing
            asks: Q-TIP
            level: none
            within: none
            done: no
            spares: bald
            says: SAID
            never says: unsaid
            > yes
            level: emergency
            within: now
            done: yes
            asks: nothing
            finds: bald present
            rule: R-1
            """
        #expect(try Self.complaints(text) == [])
    }

    @Test(arguments: [
        ("asks: nothing", "asks Q-TIP and should be nothing"), ("asks: Q-X", "asks Q-TIP and should be Q-X"),
        ("level: urgent", "level is nothing and should be urgent"),
        ("within: now", "within is nothing and should be now"),
        ("done: yes", "should be done here"),
        ("finds: bald present", "bald should be present (patient, current) and is not known"),
        ("rule: R-1", "rule R-1 should hold the level; it is held by "), ("says: hello", "should say \"hello\""),
        ("never says: SAID", "should not say \"SAID\""),
    ])
    func whatDoesNotHoldAtFirst(_ line: String, _ complaint: String) throws {
        let complaints = try Self.complaints("> my wing\n\(line)")
        #expect(complaints == ["x.txt:2:1: error: \(complaint). The reply was: said / Bald?"])
    }

    @Test(arguments: [
        ("level: none", "level is emergency and should be nothing"), ("done: no", "should not be done here"),
        ("spares: bald", "bald should not be held to be present"),
        ("finds: bald absent", "bald should be absent (patient, current) and is present (patient, current)"),
        ("finds: bald present other", "bald should be present (other, current) and is present (patient, current)"),
        ("rule: R-2", "rule R-2 should hold the level; it is held by R-1"),
    ])
    func whatDoesNotHoldInAnEmergency(_ line: String, _ complaint: String) throws {
        let complaints = try Self.complaints("> bald patch\n\(line)")
        #expect(complaints.count == 1 && complaints.first?.contains(complaint) == true, "\(complaints)")
    }

    @Test func theRegionIsThatOfTheScript() throws {
        #expect(try Self.complaints("region: XX\n> bald patch\nsays: 77").isEmpty)
        #expect(try Self.complaints("> bald patch\nsays: 77").count == 1)
    }

    /// A name that nothing bears can neither be spared nor hold a level.
    @Test(arguments: ["spares: blad", "asks: Q-TOP", "rule: R-9"])
    func namesThatNothingBears(_ line: String) throws {
        #expect(try Self.complaints("> my wing\n\(line)").count == 1)
    }
}
