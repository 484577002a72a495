import Testing

@testable import Terminal

@Suite struct LineBufferTests {
    @Test func piecesOfAnySizeMakeTheSameLines() {
        let input = Array("one\r\ntwo\n\nlast é".utf8)
        for size in 1...input.count {
            var buffer = LineBuffer()
            var lines: [String] = []
            for start in stride(from: 0, to: input.count, by: size) {
                buffer.append(input[start..<min(start + size, input.count)])
                while let line = buffer.takeLine() { lines.append(line) }
            }
            if let rest = buffer.takeRest() { lines.append(rest) }
            #expect(lines == ["one", "two", "", "last é"], "pieces of \(size)")
        }
    }

    @Test func whatIsNotUTF8IsReplaced() {
        var buffer = LineBuffer()
        buffer.append([0x61, 0xFF, 0xFE, 0x62, 0x0A])
        #expect(buffer.takeLine() == "a\u{FFFD}\u{FFFD}b")
    }

    @Test func nothingIsLeftAfterAWholeLine() {
        var buffer = LineBuffer()
        buffer.append("one\n".utf8)
        #expect(buffer.takeLine() == "one")
        #expect(buffer.takeLine() == nil)
        #expect(buffer.takeRest() == nil)
    }

    @Test func aClearedBufferForgetsItsPartOfALine() {
        var buffer = LineBuffer()
        buffer.append("half".utf8)
        buffer.clear()
        buffer.append("new\n".utf8)
        #expect(buffer.takeLine() == "new")
    }
}
