import Testing

@testable import Language

/// The edits counted in the bits of a number are those that the table of Wagner and Fischer counts.
@Suite struct EditCountTests {
    private static func counted(_ typed: [UInt8], _ meant: [UInt8]) -> Int {
        var room = [UInt64](repeating: 7, count: 26)
        return room.withUnsafeMutableBufferPointer { room in
            typed.withUnsafeBufferPointer { typed in
                meant.withUnsafeBufferPointer { EditCount(typed, room: room).edits(to: $0) }
            }
        }
    }

    /// Optimal string alignment, letter by letter.
    private static func plain(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var rows = [Array(0...b.count)]
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                var least = min(rows[i - 1][j], row[j - 1]) + 1
                least = min(least, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    least = min(least, rows[i - 2][j - 2] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }

    @Test(arguments: [
        ("word", "word", 0), ("wrod", "word", 1), ("wod", "word", 1), ("woord", "word", 1), ("ward", "word", 1),
        ("xword", "word", 1), ("wxyd", "word", 2), ("drow", "word", 3), ("a", "b", 1),
    ])
    func edits(_ typed: String, _ meant: String, _ edits: Int) {
        #expect(Self.counted(Array(typed.utf8), Array(meant.utf8)) == edits)
    }

    @Test func manyWords() {
        var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next(_ bound: UInt64) -> UInt64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (seed >> 33) % bound
        }
        for _ in 0..<3_000 {
            // Few letters, so that words are near each other.
            let words = (0..<2).map { _ in (0..<Int(1 + next(14))).map { _ in UInt8(97 + next(4)) } }
            #expect(Self.counted(words[0], words[1]) == Self.plain(words[0], words[1]), "\(words)")
        }
    }
}
