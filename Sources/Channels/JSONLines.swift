package import Charley
import Foundation

/// JSON Lines: exactly one object out for each line in.
package enum JSONLines {
    package static func run(
        _ session: Session, now: () -> String?, input: LineReader = LineReader(), output: LineWriter = LineWriter()
    ) {
        var session = session
        var input = input
        while let line = input.next() {
            let response = answer(line, &session, now: now())
            guard output.write(response.json + "\n") else { return }
        }
    }

    /// The answer to one line: an object, or what was typed.
    static func answer(_ line: [UInt8], _ session: inout Session, now: String?) -> Response {
        guard line.first(where: { $0 != 0x20 && $0 != 0x09 }) == UInt8(ascii: "{") else {
            return session.reply(toLine: line, now: now)
        }
        switch ChatRequest.parse(line) {
        case .text(let text): return session.reply(toLine: Array(text.utf8), now: now)
        case .command(let name, let argument): return session.run(command: name, argument: argument)
        case .refused(let code, let message): return session.refusal(code: code, message: message)
        }
    }
}

/// One JSON object of a chat: a text or a command.
enum ChatRequest: Equatable {
    case text(String)
    case command(String, String)
    case refused(code: String, message: String)

    static func parse(_ line: [UInt8]) -> ChatRequest {
        switch JSONObject.parse(line) {
        case .refused(let message): return .refused(code: "bad-json", message: message)
        case .object(let object):
            let known: Set<String> = ["text", "command", "argument"]
            if let unknown = object.keys.filter({ !known.contains($0) }).sorted().first {
                return .refused(
                    code: "unknown-key",
                    message: "I do not know the key \"\(unknown)\". Use \"text\", or \"command\" and \"argument\".")
            }
            return read(object)
        }
    }

    private static func read(_ object: [String: Any]) -> ChatRequest {
        func wrong(_ key: String) -> ChatRequest {
            .refused(code: "wrong-type", message: "The value of \"\(key)\" must be a text.")
        }
        if let text = object["text"] {
            guard object.count == 1 else {
                return .refused(code: "unknown-key", message: "Send either \"text\" or \"command\", not both.")
            }
            return (text as? String).map { .text($0) } ?? wrong("text")
        }
        guard let command = object["command"] else {
            return .refused(code: "missing-key", message: "Send {\"text\": ...} or {\"command\": ...}.")
        }
        guard let name = command as? String else { return wrong("command") }
        guard let argument = object["argument"] else { return .command(name, "") }
        if argument is NSNull { return .command(name, "") }
        return (argument as? String).map { .command(name, $0) } ?? wrong("argument")
    }
}

/// A line that should be a JSON object.
enum JSONObject {
    case object([String: Any])
    case refused(String)

    static func parse(_ line: [UInt8]) -> JSONObject {
        let repaired = Data(LineText.repaired(line))
        guard let value = try? JSONSerialization.jsonObject(with: repaired) else {
            return .refused("That line is no valid JSON.")
        }
        guard let object = value as? [String: Any] else { return .refused("A JSON object is expected: {...}.") }
        return .object(object)
    }
}
