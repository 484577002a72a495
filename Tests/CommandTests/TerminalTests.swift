import Foundation
import Testing

/// The program at a real terminal: Terminal/repl_test.py drives it through pexpect.
@Suite struct TerminalTests {
    @Test func behavesAtATerminal() throws {
        let pythons = ["python3", "/usr/bin/python3"]
        let python = try #require(
            try pythons.first { try run($0, ["-c", "import pexpect"], "import").status == 0 },
            "no python3 can import pexpect; `make test` installs it (python3-pexpect)")
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Terminal/repl_test.py")
        let (status, said) = try run(python, ["-B", script.path], "suite")
        #expect(status == 0, "\(said)")
    }

    private func run(_ program: String, _ arguments: [String], _ name: String) throws -> (status: Int32, said: String) {
        let folder = try TemporaryFolder()
        let log = try folder.write(name)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["timeout", "-k", "5", "\(Int(Binary.limit))", program] + arguments
        process.environment = Binary.environment(["CHARLEY": Binary.url.path])
        let output = try FileHandle(forWritingTo: log)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: try Data(contentsOf: log), as: UTF8.self))
    }
}
