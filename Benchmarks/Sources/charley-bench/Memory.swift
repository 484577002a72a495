import Charley

/// Resident memory of this process. To be measured before anything else has used memory.
struct Memory {
    let intents: String
    let seed: UInt64

    func report(_ table: Table) throws {
        let count = 200_000
        let before = residentMegabytes()
        let assistant = try Assistant.load(intents)
        let loaded = residentMegabytes()
        // In batches, so that the messages themselves weigh little.
        var workload = Workload(seed: seed)
        var found = 0
        for _ in 0..<(count / 1_000) {
            assistant.read((0..<1_000).map { _ in workload.utterance() }) { found += $0 }
        }
        let after = residentMegabytes()
        table.title("Resident memory (VmRSS)")
        table.row("before loading", number(before.now, 1), "MB")
        table.row("with the knowledge loaded", number(loaded.now, 1), "MB")
        table.row("  the most while loading", number(loaded.most, 1), "MB")
        table.row("after \(number(Double(count))) utterances", number(after.now, 1), "MB")
        table.row("  the most", number(after.most, 1), "MB")
    }
}
