import Charley
import Testing

/// What is read does not hang on how it is written, and a "no" takes away what it stands before and nothing else.
@Suite struct InvarianceTests {
    private static func messages() throws -> [MarkedMessage] {
        try (MessageTests.open + ["sealed"]).flatMap(MessageTests.messages)
    }

    @Test(arguments: Variants.allCases)
    func otherWords(_ kind: Variants) throws {
        let assistant = try MessageTests.assistant.get()
        var same = 0
        var changed: [String] = []
        for message in try Self.messages() {
            let meaning = try Understood.read(message.text, assistant).meaning
            for variant in kind.of(message) {
                let other = try Understood.read(variant, assistant).meaning
                if other == meaning {
                    same += 1
                } else {
                    changed.append(
                        "\(variant)\n  \(meaning.symmetricDifference(other).sorted().joined(separator: " | "))")
                }
            }
        }
        let rate = Double(same) / Double(max(1, same + changed.count))
        #expect(
            rate >= Variants.bar && same > 300,
            "\(kind.rawValue): \(rate) of \(same + changed.count)\n\(changed.prefix(40).joined(separator: "\n"))")
    }

    /// Each of these at the end of a message adds one denial. What the message says stays as it is.
    @Test(arguments: [
        ("No bruising.", "bruising"), ("There is no tremor.", "tremor"), ("I don't have any bruising", "bruising"),
        ("And I haven't had any tremor", "tremor"), ("No sign of bruising at all", "bruising"),
    ])
    func oneMoreDenial(_ sentence: String, _ symptom: String) throws {
        let assistant = try MessageTests.assistant.get()
        var same = 0
        var changed: [String] = []
        for message in try Self.messages() where !message.text.contains("?") {
            let before = try Understood.read(message.text, assistant)
            if before.entities.contains(where: { $0.id == symptom }) { continue }
            let after = try Understood.read(message.text + ". " + sentence, assistant)
            let added = after.meaning.subtracting(before.meaning)
            let isDenied = after.entities.contains { $0.id == symptom && $0.state == "absent" }
            if before.meaning.isSubset(of: after.meaning), isDenied, added.allSatisfy({ $0.contains("absent") }) {
                same += 1
            } else {
                let lost = before.meaning.subtracting(after.meaning)
                changed.append("\(message.text)\n  \(added.union(lost).sorted().joined(separator: " | "))")
            }
        }
        let rate = Double(same) / Double(max(1, same + changed.count))
        #expect(rate >= 0.97, "\(rate) of \(same + changed.count)\n\(changed.prefix(40).joined(separator: "\n"))")
    }
}
