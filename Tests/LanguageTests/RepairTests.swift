import Testing

@testable import Language

@Suite struct RepairTests {
    private static let mark: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// What `Repair` must do, written with nothing but the standard library: the shortest valid scalar, or one mark.
    private static func naive(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        next: while index < bytes.count {
            for length in 1...4 where index + length <= bytes.count {
                let slice = bytes[index..<index + length]
                if let text = String(validating: slice, as: UTF8.self), text.unicodeScalars.count == 1 {
                    result += slice
                    index += length
                    continue next
                }
            }
            result += mark
            index += 1
        }
        return result
    }

    @Test(arguments: ["", "plain", "é", "—", "👍🏽", "a\u{0}b", "\u{10FFFF}", "\u{D7FF}\u{E000}"])
    func validTextStaysAsItIs(_ text: String) {
        #expect(Repair.utf8(Array(text.utf8)) == Array(text.utf8))
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF, 0xFE], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x91],
        ] as [[UInt8]])
    func everyInvalidByteBecomesOneMark(_ bytes: [UInt8]) {
        let expected = bytes.flatMap { _ in Self.mark }
        #expect(Repair.utf8(bytes) == expected)
    }

    @Test func whatStandsAroundABadByteIsKept() {
        #expect(Repair.utf8([0x61, 0xFF, 0x62]) == [0x61] + Self.mark + [0x62])
        // A lead byte without its continuation does not swallow the letter after it.
        #expect(Repair.utf8([0xE2, 0x80, 0x61]) == Self.mark + Self.mark + [0x61])
        #expect(Repair.utf8([0xC3, 0xC3, 0xA9]) == Self.mark + [0xC3, 0xA9])
    }

    @Test(arguments: 0..<20)
    func agreesWithTheNaiveWay(_ seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<400 {
            let bytes = random.bytes(upTo: 24)
            let repaired = Repair.utf8(bytes)
            #expect(repaired == Self.naive(bytes), "bytes \(bytes)")
            #expect(String(validating: repaired, as: UTF8.self) != nil)
            #expect(Repair.utf8(repaired) == repaired)
        }
    }

    @Test func everyPairOfBytes() {
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max {
                let bytes = [first, second]
                if Repair.utf8(bytes) != Self.naive(bytes) { Issue.record("bytes \(bytes)") }
            }
        }
    }

    @Test func lengthsOfScalars() {
        #expect(Repair.scalarLength([0x41], at: 0) == 1)
        #expect(Repair.scalarLength(Array("é".utf8), at: 0) == 2)
        #expect(Repair.scalarLength(Array("—".utf8), at: 0) == 3)
        #expect(Repair.scalarLength(Array("👍".utf8), at: 0) == 4)
        #expect(Repair.scalarLength(Array("é".utf8), at: 1) == nil)
    }
}
