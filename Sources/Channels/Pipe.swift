package import Charley

/// The plain pipe: one line in is one message; each reply is its lines and then one empty line.
package enum Pipe {
    /// Runs until the end of input, `/quit`, or until nobody reads the answers.
    package static func run(
        _ session: Session, now: () -> String?, input: LineReader = LineReader(), output: LineWriter = LineWriter()
    ) {
        var session = session
        var input = input
        while let line = input.next() {
            let response = session.reply(toLine: line, now: now())
            guard output.write(response.text + "\n\n") else { return }
            if response.leaves, line.first == UInt8(ascii: "/") { return }
        }
    }
}
