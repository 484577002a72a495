import Charley
import Dialogue
import Foundation
import Language
import Testing

/// Whatever is typed, the answer is lines that a terminal can show and JSON that a program can read.
@Suite struct AnyInputTests {
    private static let pieces = [
        "back ", "left ", "leg ", "numb ", "no ", "yes ", "not sure ", "can't pee ", "fever ", "severe ", "2", " days ",
        "ago ", "7 ",
        "out of 10 ", "my wife ", "what if ", "had ", "always had ", "years ago ", "heat or ice ", "thank you ",
        "undo that", "go back",
        "/why", "/undo", "/reset", "/facts", "/source 1", "/source \u{1B}]0;x\u{7}", "/region XX", "/x\u{202E}", "/",
        "\u{0}", "\u{1B}[2J", "\n",
        "\r", "\t", "\u{7F}", "\u{9B}1m", "\u{2028}", "\u{202E}", "😭", "é", "\"", "\\", "i was wrong ", "goodbye",
        "the x ", "- ", "perhaps ",
        "\u{E000}", "\u{FFFF}",
    ]

    private static func isShowable(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
                || !(scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format)
        }
    }

    @Test(arguments: 0..<16)
    func repliesAreLines(_ seed: UInt64) throws {
        var random = Seeded(seed)
        var session = try SmallFolder.assistant().begin(region: Bool.random(using: &random) ? "XX" : nil)
        for _ in 0..<60 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                if Int.random(in: 0..<10, using: &random) == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                }
                bytes += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
            }
            let response = session.reply(toLine: bytes, now: nil)
            let lines = response.text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(
                !lines.isEmpty && lines.allSatisfy { !$0.allSatisfy(\.isWhitespace) }, "\(bytes) gave \(response.text)")
            #expect(Self.isShowable(response.text), "\(bytes) gave \(response.text.debugDescription)")
            try Self.checkJSON(response, session, bytes)
        }
    }

    private static func checkJSON(_ response: Response, _ session: Session, _ bytes: [UInt8]) throws {
        #expect(!response.json.contains("\n"))
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(response.json.utf8)) as? [String: Any], "\(bytes)")
        let keys = "turn reply acts asking triage range within done findings rules sources error".split(separator: " ")
            .map(String.init)
        #expect(Set(object.keys) == Set(keys))
        #expect(object["reply"] as? String == response.text)
        #expect(object["turn"] as? Int == response.turn)
        #expect(object["asking"] as? String == response.asking)
        #expect(object["triage"] as? String == response.level)
        #expect(object["within"] as? String == response.within)
        #expect(object["done"] as? Bool == response.isDone)
        #expect(response.isDone == (response.level != nil && response.asking == nil))
        for case let finding as [String: Any] in object["findings"] as? [Any] ?? [] {
            let turn = try #require(finding["turn"] as? Int)
            let start = try #require(finding["start"] as? Int)
            let end = try #require(finding["end"] as? Int)
            #expect(turn >= 1 && turn <= session.texts.count, "\(bytes): turn \(turn) of \(session.texts.count)")
            guard session.texts.indices.contains(turn - 1) else { continue }
            let length = String(decoding: session.texts[turn - 1], as: UTF8.self).unicodeScalars.count
            #expect(0 <= start && start <= end && end <= length, "\(bytes)")
        }
    }

    @Test func theSameWordsGiveTheSameAnswers() throws {
        let words = ["back", "no", "7", "fever", "two days", "i can't pee", "/why", "i was wrong", "no", "/facts"]
        func run() throws -> [String] {
            var session = try SmallFolder.assistant().begin()
            return words.map { session.reply(to: $0).json }
        }
        #expect(try run() == run())
    }

    @Test func aMegabyteIsAnswered() throws {
        var session = try SmallFolder.assistant().begin()
        let line = Array(String(repeating: "my back ", count: 125_000).utf8)
        let response = session.reply(toLine: line, now: nil)
        #expect(response.text.utf8.count < 1_000 && response.asking == "Q-CES")
        let quoted = session.reply(toLine: Array(("/" + String(repeating: "x", count: 1_000_000)).utf8), now: nil)
        #expect(quoted.text.utf8.count < 300)
    }
}
