/// Bytes that come in pieces of any size, and leave as lines.
struct LineBuffer {
    private var bytes: [UInt8] = []
    private var lineStart = 0
    /// Up to here there is no line end; without this a long line would be searched again and again.
    private var searched = 0

    mutating func append(_ piece: some Sequence<UInt8>) {
        bytes.removeFirst(lineStart)
        searched -= lineStart
        lineStart = 0
        bytes.append(contentsOf: piece)
    }

    /// The next whole line without its end, LF or CRLF.
    mutating func takeLine() -> String? {
        guard let end = bytes[searched...].firstIndex(of: 0x0A) else {
            searched = bytes.count
            return nil
        }
        let line = decoded(bytes[lineStart..<end])
        lineStart = end + 1
        searched = lineStart
        return line
    }

    /// What is left after the last line end, if anything: it counts as a line too.
    mutating func takeRest() -> String? {
        defer { clear() }
        return lineStart < bytes.count ? decoded(bytes[lineStart...]) : nil
    }

    /// Forgets everything.
    mutating func clear() {
        self = LineBuffer()
    }

    /// Bytes that are not UTF-8 become U+FFFD.
    private func decoded(_ line: ArraySlice<UInt8>) -> String {
        String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
}
