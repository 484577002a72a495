import Evaluation
import Knowledge
import Testing

/// An example that does not come out as it says is complained of, and no other.
@Suite struct ExamplesTests {
    private static func complaints(_ examples: Examples) -> [String] {
        var examples = examples
        return examples.complaints().map(\.description)
    }

    @Test func examplesThatHold() throws {
        #expect(Self.complaints(Examples(try SmallFolder.assistant())) == [])
    }

    @Test func aRuleThatDoesNotFire() throws {
        let complaints = Self.complaints(Examples(try SmallFolder.assistant(fires: "my wing")))
        #expect(complaints.count == 1)
        #expect(complaints.first?.hasPrefix("en/concerns/moult.yaml:") == true)
        #expect(complaints.first?.hasSuffix("error: rule R-1 does not fire for this example: \"my wing\"") == true)
    }

    @Test func aRuleThatFiresAndShouldNot() throws {
        let complaints = Self.complaints(Examples(try SmallFolder.assistant(spares: "bald patch")))
        #expect(
            complaints.first?.hasSuffix("rule R-1 fires for this example: \"bald patch\"") == true
                && complaints.count == 1)
    }

    @Test(arguments: [
        ("{text: my left wing, site: wing, side: right}", "should be read as wing right and is read as wing left"),
        ("{text: my beak, site: wing}", "should be read as wing and is read as no site"),
        ("{text: my wing, site: none}", "no site should be read here, and wing is"),
    ])
    func sites(_ site: String, _ complaint: String) throws {
        let complaints = Self.complaints(Examples(try SmallFolder.assistant(site: site)))
        #expect(complaints.count == 1 && complaints.first?.contains(complaint) == true, "\(complaints)")
    }

    @Test(arguments: [
        ("present: [patch]", "finding bald should be present here and is not read"),
        ("present: [no bald patch]", "finding bald should be present here and is absent"),
        ("absent: [bald patch]", "finding bald should be absent here and is present"),
        ("none: [bald patch]", "finding bald should not be read here"),
    ])
    func findings(_ finding: String, _ complaint: String) throws {
        let complaints = Self.complaints(Examples(try SmallFolder.assistant(finding: finding)))
        #expect(complaints.count == 1 && complaints.first?.contains(complaint) == true, "\(complaints)")
    }

    @Test func topics() throws {
        let complaints = Self.complaints(Examples(try SmallFolder.assistant(topic: "hello")))
        #expect(
            complaints.first?.contains("should be read as THANKS and is read as nothing") == true
                && complaints.count == 1)
    }
}
