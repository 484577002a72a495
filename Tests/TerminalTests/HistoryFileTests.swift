#if Readline
    import Foundation
    import Testing

    @testable import Terminal

    @Suite final class HistoryFileTests {
        /// A folder for one test.
        private let folder = FileManager.default.temporaryDirectory.path + "/charley-" + UUID().uuidString

        init() throws {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }

        deinit {
            try? FileManager.default.removeItem(atPath: folder)
        }

        @Test func linesComeBack() throws {
            let file = HistoryFile(path: folder + "/history")
            #expect(try file.load() == [])
            try file.append("/help")
            try file.append("/why é")
            #expect(try file.load() == ["/help", "/why é"])
        }

        @Test func onlyTheOwnerMayRead() throws {
            let path = folder + "/state/charley/history"
            _ = try HistoryFile(path: path).load()
            #expect(mode(path) == 0o600)
            chmod(path, 0o664)
            _ = try HistoryFile(path: path).load()
            #expect(mode(path) == 0o600)
        }

        @Test func aLongFileIsTrimmed() throws {
            let path = folder + "/history"
            let file = HistoryFile(path: path)
            for number in 0...HistoryFile.limit * 2 { try file.append("/\(number)") }
            let lines = try file.load()
            #expect(lines.count == HistoryFile.limit)
            #expect(lines.last == "/\(HistoryFile.limit * 2)")
            #expect(try file.load() == lines)
        }

        @Test func aDeviceKeepsNothingAndKeepsItsMode() throws {
            let before = mode("/dev/null")
            let file = HistoryFile(path: "/dev/null")
            #expect(try file.load() == [])
            try file.append("/help")
            #expect(mode("/dev/null") == before)
        }

        @Test func aFolderIsNoHistory() throws {
            #expect(throws: HistoryError(path: folder, code: EISDIR)) {
                try HistoryFile(path: folder).load()
            }
        }

        private func mode(_ path: String) -> mode_t {
            var status = stat()
            stat(path, &status)
            return status.st_mode & 0o777
        }
    }
#endif
