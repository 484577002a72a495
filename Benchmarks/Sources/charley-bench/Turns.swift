import Charley

/// Whole turns: reading, dialogue, triage, and the reply as text and as JSON.
struct Turns {
    let assistant: Assistant
    let conversations: [[[UInt8]]]

    func report(_ table: Table) {
        let texts = conversations.map { $0.map { String(decoding: $0, as: UTF8.self) } }
        var values: [Double] = []
        var size = 0
        var told = 0
        let cost = Cost {
            for conversation in texts {
                var session = assistant.begin()
                var hasLevel = false
                for text in conversation {
                    let start = wallSeconds()
                    let response = session.reply(to: text)
                    values.append((wallSeconds() - start) * 1e6)
                    size += response.text.utf8.count
                    hasLevel = response.level != nil
                    if response.leaves { break }
                }
                if hasLevel { told += 1 }
            }
        }
        let sample = Sample(values)
        let count = Double(values.count)
        table.title(
            "One dialogue turn: \(number(Double(conversations.count))) conversations, \(number(count)) turns, "
                + "\(number(Double(size) / count)) bytes a reply, a level told in \(number(Double(told))) conversations"
        )
        table.row("turns per processor second", number(count / cost.processor), "1/s")
        table.row("one turn, mean processor time", number(cost.processor / count * 1e6, 1), "µs")
        table.row("one turn, p50", number(sample.median, 1), "µs")
        table.row("one turn, p99", number(sample.percentile(99), 1), "µs")
        table.row("one turn, slowest", number(sample.most, 1), "µs")
    }
}
