import Charley

/// Whether the time to understand grows as the text does: time per byte of one utterance, repeated.
struct Length {
    let assistant: Assistant

    private static let utterance = "I woke up to a fierce cramp in my left calf for 2-3 days, no fever or numbness"
    /// No single reading may take longer than this.
    private static let patience = 60.0

    func report(_ table: Table) {
        table.title("Time by length: one utterance of \(Self.utterance.utf8.count) bytes, repeated")
        for (name, separator) in [("as sentences", ". "), ("as one sentence", " ")] {
            repeated(name, separator, table)
        }
        let million = 1_000_000
        table.title("Lines of 1 MB")
        line("one word", Array(repeating: UInt8(ascii: "a"), count: million), table)
        line("one number", Array(repeating: UInt8(ascii: "7"), count: million), table)
        line("unknown words", cycled("qxj ", million), table)
        line("commas", cycled(",", million), table)
        line("one known word", cycled("no ", million), table)
        line("invalid UTF-8", Array(repeating: 0xFF, count: million), table)
    }

    private func repeated(_ name: String, _ separator: String, _ table: Table) {
        let piece = Self.utterance + separator
        var last = (bytes: 0, seconds: 0.0)
        var first = 0.0
        for times in [1, 10, 100, 1_000, 1_000_000 / piece.utf8.count] {
            let text = cycled(piece, times * piece.utf8.count)
            let growth = last.bytes == 0 ? 0 : Double(text.count) / Double(last.bytes)
            // At worst the time grows with the square of the length.
            guard last.seconds * growth * growth < Self.patience else {
                table.row("\(name), \(number(Double(text.count))) bytes", "-", "not run, it may take too long")
                continue
            }
            let seconds = secondsToRead(text)
            let perByte = seconds / Double(text.count) * 1e9
            if first == 0 { first = perByte }
            table.row(
                "\(name), \(number(Double(text.count))) bytes", number(perByte, 1),
                "ns a byte, \(number(perByte / first, 2)) of the first; \(number(seconds * 1e3, 2)) ms")
            last = (text.count, seconds)
        }
    }

    private func line(_ name: String, _ text: [UInt8], _ table: Table) {
        // Small first: what is not linear must not hold everything up.
        var figures: [String] = []
        var seconds = 0.0
        for count in [10_000, 100_000, text.count] {
            guard seconds * 100 < Self.patience else {
                table.row(
                    "\(name), ns a byte", figures.joined(separator: " "),
                    "at 10 kB, 100 kB; 1 MB not run, it may take too long")
                return
            }
            seconds = secondsToRead(Array(text.prefix(count)))
            figures.append(number(seconds / Double(count) * 1e9, 1))
        }
        table.row(
            "\(name), ns a byte", figures.joined(separator: " "),
            "at 10 kB, 100 kB, 1 MB; \(number(seconds * 1e3, 1)) ms")
    }

    private func cycled(_ piece: String, _ count: Int) -> [UInt8] {
        let bytes = Array(piece.utf8)
        return (0..<count).map { bytes[$0 % bytes.count] }
    }

    /// Processor seconds for one reading: the median of several, more of them the shorter they are.
    private func secondsToRead(_ text: [UInt8]) -> Double {
        let once = Cost { assistant.read([text]) { _ in } }.processor
        guard once < 5 else { return once }
        let batch = max(1, Int(0.01 / max(once, 1e-6)))
        let messages = Array(repeating: text, count: batch)
        return Sample((0..<5).map { _ in Cost { assistant.read(messages) { _ in } }.processor / Double(batch) }).median
    }
}
