import Foundation
import Glibc
import Testing

@testable import Channels

/// Two ends of a pipe in memory of the kernel.
struct PipePair {
    let reading: Int32
    let writing: Int32

    init() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        reading = ends[0]
        writing = ends[1]
    }

    /// What `body` makes of an input that is written in pieces of at most `size` bytes.
    static func feed<Value>(_ bytes: [UInt8], inPiecesOf size: Int, _ body: (LineReader) throws -> Value) throws
        -> Value
    {
        let pair = try PipePair()
        let writing = pair.writing
        let thread = Thread {
            var rest = bytes[...]
            while !rest.isEmpty {
                let piece = Array(rest.prefix(size))
                guard write(writing, piece, piece.count) == piece.count else { break }
                rest = rest.dropFirst(size)
            }
            close(writing)
        }
        thread.start()
        defer { close(pair.reading) }
        return try body(LineReader(descriptor: pair.reading))
    }

    /// Everything that `body` writes.
    static func output(_ body: (LineWriter) -> Void) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        let descriptor = open(file.path, O_CREAT | O_RDWR, 0o600)
        try #require(descriptor >= 0)
        body(LineWriter(descriptor: descriptor))
        close(descriptor)
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}
