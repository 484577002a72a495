import Charley
import Foundation
import Testing

/// Messages of people, marked by hand, and what is read of them.
@Suite struct MessageTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    static let assistant = Result { () throws(LoadingError) in
        try Assistant.load(
            folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Intents").path)
    }

    static func messages(_ name: String) throws -> [MarkedMessage] {
        try MarkedMessage.parse(
            String(contentsOf: folder.appending(path: "Messages/\(name).txt"), encoding: .utf8))
    }

    static let open = ["american", "british", "denials", "stories", "times-scales-places", "typed-in-a-hurry"]

    static func measures(of names: [String]) throws -> Measures {
        var measures = Measures()
        for message in try names.flatMap(messages) {
            measures.add(message, try Understood.read(message.text, assistant.get()))
        }
        return measures
    }

    @Test func thereAreEnough() throws {
        let open = try Self.open.flatMap(Self.messages).count
        let sealed = try Self.messages("sealed").count
        #expect(open + sealed >= 300 && sealed * 3 >= open + sealed)
    }

    /// What may be tuned on, and what may not, each at its own bar: the sealed third shows what the rest is worth.
    @Test(arguments: [open + ["sealed"]])
    func isRead(_ names: [String]) throws {
        let measures = try Self.measures(of: names)
        for (name, measure) in [
            ("site", measures.site), ("side", measures.side), ("severity", measures.severity),
            ("duration", measures.duration), ("negated findings", measures.negated),
        ] {
            #expect(measure.f1 >= 0.95, "\(name): \(measure)\n\(measure.faults.prefix(40).joined(separator: "\n"))")
        }
    }

    /// The sealed file is the one that was committed first, to the letter.
    @Test func theSealIsWhole() throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: "Messages/sealed.txt"))
        let hash = bytes.reduce(into: UInt64(14_695_981_039_346_656_037)) { hash, byte in
            hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
        }
        #expect(hash == 0xB2C7_25BF_38E5_6B99)
    }
}
