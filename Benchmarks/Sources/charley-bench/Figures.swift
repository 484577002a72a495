import Glibc

/// Many measured values.
struct Sample {
    private let sorted: [Double]

    init(_ values: [Double]) { sorted = values.sorted() }

    var median: Double { percentile(50) }
    var least: Double { sorted.first ?? 0 }
    var most: Double { sorted.last ?? 0 }

    /// The smallest value that at least so many percent do not exceed.
    func percentile(_ percent: Double) -> Double {
        guard !sorted.isEmpty else { return 0 }
        let rank = Int((percent / 100 * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }
}

/// A number with so many digits after the point, its thousands apart.
func number(_ value: Double, _ digits: Int = 0) -> String {
    guard value.isFinite else { return "-" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int64((abs(value) * scale).rounded())
    let whole = String(scaled / Int64(scale))
    var text = ""
    for (index, digit) in whole.enumerated() {
        if index > 0, (whole.count - index) % 3 == 0 { text += "," }
        text.append(digit)
    }
    if digits > 0 {
        let rest = String(scaled % Int64(scale))
        text += "." + String(repeating: "0", count: digits - rest.count) + rest
    }
    return value < 0 && scaled != 0 ? "-" + text : text
}

/// A table that is printed row by row, as soon as a row is known.
struct Table {
    func title(_ text: String) { line("\n" + text) }

    func row(_ name: String, _ value: String, _ unit: String) {
        line("  " + padded(name, 40) + leading(value, 22) + "  " + unit)
    }

    func note(_ text: String) { line("  " + text) }

    private func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private func leading(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

/// Writes at once, without a buffer in between.
func write(_ text: String, to file: Int32) { write(Array(text.utf8), to: file) }

func write(_ bytes: [UInt8], to file: Int32) {
    bytes.withUnsafeBytes { buffer in
        var done = 0
        while done < buffer.count {
            let count = Glibc.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            guard count > 0 else { return }
            done += count
        }
    }
}
