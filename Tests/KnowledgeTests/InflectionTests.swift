import Knowledge
import Testing

@Suite struct InflectionTests {
    @Test(arguments: [
        ("leak", ["leak", "leaks", "leaked", "leaking"]), ("ache", ["ache", "aches", "ached", "aching"]),
        ("carry", ["carry", "carries", "carried", "carrying"]), ("stay", ["stay", "stays", "stayed", "staying"]),
        ("pass", ["pass", "passes", "passed", "passing"]),
        ("stretch", ["stretch", "stretches", "stretched", "stretching"]),
        ("push", ["push", "pushes", "pushed", "pushing"]), ("fix", ["fix", "fixes", "fixed", "fixing"]),
        ("grip", ["grip", "grips", "griped", "griping", "gripped", "gripping"]),
        ("throw", ["throw", "throws", "throwed", "throwing"]), ("pain", ["pain", "pains", "pained", "paining"]),
        ("x", ["x"]),
        ("", [""]),
    ])
    func byRule(_ word: String, _ forms: [String]) {
        #expect(Inflection().forms(of: word) == forms)
    }

    @Test func byTable() {
        let inflection = Inflection(irregular: ["lose": ["loses", "lost", "losing", "lost"], "be": []])
        #expect(inflection.forms(of: "lose") == ["lose", "loses", "lost", "losing"])
        #expect(inflection.forms(of: "be") == ["be"])
        #expect(inflection.forms(of: "lost").first == "lost")
    }
}
