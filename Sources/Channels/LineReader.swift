import Glibc

/// Reads a file descriptor line by line, as bytes: a trailing carriage return is dropped, a last line without a line
/// break counts, and no line is too long.
package struct LineReader {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    /// Bytes of `buffer` that have been handed out.
    private var used = 0
    /// Bytes of `buffer` that hold no line break, counted from `used`.
    private var searched = 0
    private var isAtEnd = false

    package init(descriptor: Int32 = 0) { self.descriptor = descriptor }

    /// The next line without its line break, or nil at the end of input.
    package mutating func next() -> [UInt8]? {
        while true {
            if let end = buffer[(used + searched)...].firstIndex(of: 0x0A) { return take(upTo: end, skip: 1) }
            searched = buffer.count - used
            if isAtEnd { return searched > 0 ? take(upTo: buffer.count, skip: 0) : nil }
            fill()
        }
    }

    private mutating func take(upTo end: Int, skip: Int) -> [UInt8] {
        var line = Array(buffer[used..<end])
        if line.last == 0x0D { line.removeLast() }
        used = end + skip
        searched = 0
        return line
    }

    private mutating func fill() {
        if used > 0 {
            buffer.removeFirst(used)
            used = 0
        }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count > 0 {
                buffer.append(contentsOf: chunk[..<count])
                return
            }
            if count < 0, errno == EINTR { continue }
            isAtEnd = true
            return
        }
    }
}

/// Writes text to a file descriptor, whole and at once.
package struct LineWriter {
    private let descriptor: Int32

    package init(descriptor: Int32 = 1) { self.descriptor = descriptor }

    /// Writes all of `text`; false once nobody reads any more.
    @discardableResult
    package func write(_ text: String) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }
}
