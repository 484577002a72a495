import Charley

/// Reading messages, without dialogue and without making text or JSON of what was read.
struct Understanding {
    let assistant: Assistant
    let messages: [[UInt8]]

    /// Messages per second of processor time, in one pass over all of them.
    func rate() -> (perSecond: Double, found: Int, withAny: Int) {
        var found = 0
        var withAny = 0
        let cost = Cost {
            assistant.read(messages) { count in
                found += count
                if count > 0 { withAny += 1 }
            }
        }
        return (Double(messages.count) / cost.processor, found, withAny)
    }

    /// Wall microseconds of each message.
    func latencies() -> Sample {
        var values: [Double] = []
        values.reserveCapacity(messages.count)
        var last = wallSeconds()
        assistant.read(messages) { _ in
            let now = wallSeconds()
            values.append((now - last) * 1e6)
            last = wallSeconds()
        }
        return Sample(values)
    }

    func report(_ table: Table) {
        assistant.read(Array(messages.prefix(2_000))) { _ in }
        let size = messages.reduce(0) { $0 + $1.count }
        let passes = (0..<3).map { _ in rate() }
        let perSecond = Sample(passes.map(\.perSecond)).median
        let latencies = latencies()
        let count = Double(messages.count)
        table.title(
            "Understanding one utterance: \(number(count)) utterances, \(number(Double(size) / count, 1)) bytes each, "
                + "something found in \(number(100 * Double(passes[0].withAny) / count, 1)) %, "
                + "\(number(Double(passes[0].found) / count, 2)) each")
        table.row("processor time, median of 3 passes", number(count / perSecond, 2), "s")
        table.row("utterances per processor second", number(perSecond), "1/s")
        table.row("bytes per processor second", number(perSecond * Double(size) / count / 1e6, 2), "MB/s")
        table.row("one utterance, mean", number(1e6 / perSecond, 2), "µs")
        table.row("one utterance, p50", number(latencies.median, 2), "µs")
        table.row("one utterance, p99", number(latencies.percentile(99), 2), "µs")
        table.row("one utterance, slowest", number(latencies.most, 1), "µs")
    }
}
