import Foundation
import Testing

@testable import Charley

@Suite struct JSONTests {
    @Test func keysStayInOrder() {
        let json = JSON.object([("b", .int(1)), ("a", .list([.null, .bool(true), .bool(false)])), ("c", .object([]))])
        #expect(json.line == #"{"b": 1, "a": [null, true, false], "c": {}}"#)
        #expect(JSON.list([]).line == "[]")
        #expect(JSON.optional(nil).line == "null" && JSON.optional("x").line == "\"x\"")
    }

    @Test(arguments: [
        (0, "0"), (-3, "-3"), (2.5, "2.5"), (172_800, "172800"), (1e16, "1e+16"), (.nan, "null"), (.infinity, "null"),
        (-0.5, "-0.5"),
    ])
    func numbers(_ value: Double, _ text: String) {
        #expect(JSON.number(value).line == text)
    }

    @Test func whatMustBeEscaped() {
        #expect(JSON.text("a\"b\\c\n\r\t").line == #""a\"b\\c\n\r\t""#)
        #expect(JSON.text("\u{0}\u{1B}\u{7F}\u{9B}\u{2028}\u{2029}").line == #""\u0000\u001b\u007f\u009b\u2028\u2029""#)
        #expect(JSON.text("é😭—").line == "\"é😭—\"")
    }

    /// What is written is what Foundation reads.
    @Test(arguments: 0..<8)
    func roundTrip(_ seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<100 {
            var text = ""
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                let range: ClosedRange<UInt32> = Bool.random(using: &random) ? 0...0x7F : 0...0x10_FFFF
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
                    text.unicodeScalars.append(scalar)
                }
            }
            let line = JSON.object([(text, .list([.text(text), .number(Double(text.utf8.count))]))]).line
            #expect(!line.contains { $0.isNewline })
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: [Any]])
            let values = try #require(object.first?.value)
            #expect(object.first.map { Array($0.key.unicodeScalars) } == Array(text.unicodeScalars))
            #expect((values[0] as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
            #expect(values[1] as? Int == text.utf8.count)
        }
    }
}
