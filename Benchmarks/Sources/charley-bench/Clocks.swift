import Glibc

/// Seconds of processor time this process has used.
func processorSeconds() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

/// Seconds on a clock that only goes forward.
func wallSeconds() -> Double { seconds(CLOCK_MONOTONIC) }

private func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// What a piece of work cost.
struct Cost {
    var processor: Double
    var wall: Double

    init(processor: Double, wall: Double) {
        self.processor = processor
        self.wall = wall
    }

    /// Runs `work` once.
    init(of work: () throws -> Void) rethrows {
        let startProcessor = processorSeconds()
        let startWall = wallSeconds()
        try work()
        processor = processorSeconds() - startProcessor
        wall = wallSeconds() - startWall
    }
}

/// Resident memory of this process in MB: now, and the most there has ever been.
func residentMegabytes() -> (now: Double, most: Double) {
    let lines = String(decoding: bytes(of: "/proc/self/status") ?? [], as: UTF8.self).split(separator: "\n")
    func megabytes(_ name: String) -> Double {
        let line = lines.first { $0.hasPrefix(name) } ?? ""
        return (line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Double($0) } ?? 0)
            / 1_024
    }
    return (megabytes("VmRSS:"), megabytes("VmHWM:"))
}

/// All of a file, or nil where it can't be read.
func bytes(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
        let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
        guard count > 0 else { return count == 0 ? bytes : nil }
        bytes.append(contentsOf: chunk[..<count])
    }
}
