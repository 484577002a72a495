import Glibc
import Testing

@testable import Channels

@Suite struct LineReaderTests {
    private static func lines(_ text: String, inPiecesOf size: Int = 65_536) throws -> [String] {
        try PipePair.feed(Array(text.utf8), inPiecesOf: size) { reader in
            var reader = reader
            var lines: [String] = []
            while let line = reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
            #expect(reader.next() == nil)
            return lines
        }
    }

    @Test(arguments: [
        ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n", [""]), ("\n\na\n\n", ["", "", "a", ""]),
        ("a\r\nb\r\n", ["a", "b"]), ("a\r", ["a"]), ("a\r\r\n", ["a\r"]), ("\r\n", [""]), ("a\rb\n", ["a\rb"]),
        (" \n", [" "]),
        ("é\u{0}😭\n", ["é\u{0}😭"]),
    ])
    func lines(_ text: String, _ expected: [String]) throws {
        for size in [1, 2, 3, 65_536] {
            #expect(try Self.lines(text, inPiecesOf: size) == expected, "in pieces of \(size)")
        }
    }

    @Test func bytesAreHandedOnAsTheyCame() throws {
        let line = try PipePair.feed([0xFF, 0x00, 0xC3, 0x0A, 0x41], inPiecesOf: 2) { reader in
            var reader = reader
            return reader.next()
        }
        #expect(line == [0xFF, 0x00, 0xC3])
    }

    @Test func noLineIsTooLong() throws {
        let long = String(repeating: "x", count: 3_000_000)
        let lines = try Self.lines("a\n\(long)\r\nb\n\(long)")
        #expect(lines.map(\.utf8.count) == [1, 3_000_000, 1, 3_000_000])
    }

    @Test func manyLines() throws {
        let text = (0..<20_000).map { "line \($0)\n" }.joined()
        let lines = try Self.lines(text, inPiecesOf: 777)
        #expect(lines.count == 20_000 && lines[12_345] == "line 12345" && lines.last == "line 19999")
    }

    @Test func aDescriptorThatCannotBeRead() {
        var reader = LineReader(descriptor: -1)
        #expect(reader.next() == nil)
    }

    @Test func whatIsWrittenIsWhole() throws {
        let text = String(repeating: "é", count: 200_000)
        #expect(try PipePair.output { $0.write(text) } == text)
        #expect(!LineWriter(descriptor: -1).write("x"))
        #expect(LineWriter(descriptor: -1).write(""))
    }

    @Test func nobodyReadsAnyMore() throws {
        signal(SIGPIPE, SIG_IGN)
        let pair = try PipePair()
        close(pair.reading)
        #expect(!LineWriter(descriptor: pair.writing).write("x"))
        close(pair.writing)
    }
}
