import Charley
import Glibc

/// Reading, checking and compiling the knowledge.
struct Loading {
    let intents: String

    func report(_ table: Table) throws {
        let costs = try (0..<7).map { _ in try Cost { _ = try Assistant.load(intents) } }
        table.title("Loading Intents, median of \(costs.count)")
        table.row("processor time", number(Sample(costs.map(\.processor)).median * 1e3, 1), "ms")
        table.row("wall time", number(Sample(costs.map(\.wall)).median * 1e3, 1), "ms")
    }
}

/// From starting the program to the end of empty input: everything that happens before the first prompt.
struct Starting {
    let binary: String
    let intents: String

    func report(_ table: Table) {
        let runs = 15
        let costs = (0..<runs).compactMap { _ in run() }
        table.title("Start to first prompt: \(binary), empty input, median of \(runs)")
        guard costs.count == runs else {
            table.note("not measured: the binary did not run, or did not end with status 0")
            return
        }
        table.row("wall time", number(Sample(costs.map(\.wall)).median * 1e3, 1), "ms")
        table.row("processor time", number(Sample(costs.map(\.processor)).median * 1e3, 1), "ms")
        table.row("fastest, wall time", number(Sample(costs.map(\.wall)).least * 1e3, 1), "ms")
    }

    /// One run; nil if it failed.
    private func run() -> Cost? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        var arguments: [UnsafeMutablePointer<CChar>?] = []
        for argument in [binary, "chat", "--intents", intents] { arguments.append(strdup(argument)) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        var child: pid_t = 0
        let start = wallSeconds()
        guard posix_spawn(&child, binary, &actions, nil, &arguments, &environment) == 0 else { return nil }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(child, &status, 0, &usage) == child, status == 0 else { return nil }
        let wall = wallSeconds() - start
        return Cost(processor: seconds(usage.ru_utime) + seconds(usage.ru_stime), wall: wall)
    }

    private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
