import Foundation
import Testing

/// Setup/setup.sh on a machine made of stubs: it asks nothing, installs what is missing where it may, and else
/// prints the one line to run.
@Suite struct SetupTests {
    @Test func doesNothingWhereNothingIsMissing() throws {
        let machine = try Machine()
        let result = try machine.run(["test"])
        #expect(result.status == 0)
        #expect(result.said == "")
        #expect(result.done == "")
    }

    @Test func installsAsRoot() throws {
        let machine = try Machine()
        let result = try machine.run(missing: ["libreadline-dev", "libxml2"])
        #expect(result.status == 0)
        #expect(
            result.done == """
                noninteractive apt-get update -qq
                noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends libreadline-dev libxml2

                """)
    }

    @Test func installsThroughSudo() throws {
        let machine = try Machine()
        try machine.stub("sudo", "shift; [ \"$1\" = true ] || { echo sudo >> $LOG; exec \"$@\"; }")
        let result = try machine.run(user: 1000, missing: ["libreadline-dev"])
        #expect(result.status == 0)
        #expect(result.done.split(separator: "\n").filter { $0 == "sudo" }.count == 2)
        #expect(result.done.contains("install"))
    }

    @Test(arguments: [false, true])
    func printsTheOneLineWithoutRights(sudoAsksForAPassword: Bool) throws {
        let machine = try Machine()
        if sudoAsksForAPassword { try machine.stub("sudo", "exit 1") }
        let result = try machine.run(user: 1000, missing: ["libreadline-dev"])
        #expect(result.status == 1)
        #expect(result.done == "")
        #expect(
            result.said.contains(
                "    apt-get update && apt-get install -y --no-install-recommends libreadline-dev\n"))
    }

    @Test func installsPexpectForTheTestsOnly() throws {
        let machine = try Machine(hasPexpect: false)
        #expect(try machine.run().done == "")
        #expect(try machine.run(["test"]).done.contains(" python3 python3-pexpect\n"))
    }

    @Test func leavesTheToolchainOfOtherSystemsAlone() throws {
        let machine = try Machine(system: "ID=debian\nVERSION_ID=\"13\"\n")
        #expect(try machine.run(missing: ["libxml2"]).done == "")
        #expect(try machine.run(missing: ["libxml2", "libreadline-dev"]).done.contains("libreadline-dev\n"))
    }

    @Test(arguments: ["5.10.1", "6.2.4"])
    func refusesAnOldToolchain(_ version: String) throws {
        let machine = try Machine(swift: "echo 'Swift version \(version)'")
        let result = try machine.run()
        #expect(result.status == 1)
        #expect(result.said.contains("https://www.swift.org/install"))
    }

    @Test(arguments: ["6.3", "6.3.1 (swift-6.3.1-RELEASE)", "6.10", "6.4-dev (LLVM 1)"])
    func takesANewerToolchain(_ version: String) throws {
        #expect(try Machine(swift: "echo 'Swift version \(version)'").run().status == 0)
    }

    @Test func saysWhereToGetAToolchain() throws {
        let machine = try Machine(swift: nil)
        let result = try machine.run(missing: ["libreadline-dev"])
        #expect(result.status == 1)
        #expect(result.said.contains("https://www.swift.org/install"))
        #expect(result.done == "", "nothing is installed for nothing")
    }

    @Test func failsWhenInstallingFails() throws {
        let machine = try Machine()
        try machine.stub("apt-get", "exit 100")
        #expect(try machine.run(missing: ["git"]).status == 1)
    }
}

/// A folder that is the whole PATH: some real tools, and stubs that write down what they were asked to do.
private final class Machine {
    private let folder: URL

    init(
        swift: String? = "echo 'Swift version 6.3.1'", hasPexpect: Bool = true,
        system: String = "ID=debian\nVERSION_ID=\"12\"\n"
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "charley-setup-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for tool in ["sed", "grep", "sort", "head", "env", "cat"] {
            let places = ["/usr/bin/\(tool)", "/bin/\(tool)"]
            let place = try #require(places.first { FileManager.default.isExecutableFile(atPath: $0) })
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: tool), withDestinationURL: URL(filePath: place))
        }
        try system.write(to: folder.appending(path: "os-release"), atomically: true, encoding: .utf8)
        if let swift { try stub("swift", swift) }
        try stub("id", "echo $USER_ID")
        try stub("python3", hasPexpect ? "exit 0" : "exit 1")
        try stub("apt-get", "echo \"$DEBIAN_FRONTEND apt-get $*\" >> $LOG")
        let listing = "case \" $MISSING \" in *\" $p \"*) ;; *) echo \"$p installed\" ;; esac"
        try stub("dpkg-query", "shift 3; for p in \"$@\"; do \(listing); done; [ -z \"$MISSING\" ]")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func stub(_ name: String, _ body: String) throws {
        let file = folder.appending(path: name)
        try "#!/bin/sh\n\(body)\n".write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }

    /// Its exit status, what it said, and what was done to the machine.
    func run(
        _ arguments: [String] = [], user: Int = 0, missing: [String] = []
    ) throws -> (status: Int32, said: String, done: String) {
        let log = folder.appending(path: "log")
        let output = folder.appending(path: "output")
        for file in [log, output] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [Repository.root.appending(path: "Setup/setup.sh").path] + arguments
        process.environment = [
            "PATH": folder.path, "OS_RELEASE": folder.appending(path: "os-release").path, "LOG": log.path,
            "USER_ID": "\(user)", "MISSING": missing.joined(separator: " "), "PYTHONS": "python3",
        ]
        let handle = try FileHandle(forWritingTo: output)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        try handle.close()
        return (
            process.terminationStatus, String(decoding: try Data(contentsOf: output), as: UTF8.self),
            String(decoding: try Data(contentsOf: log), as: UTF8.self)
        )
    }
}
