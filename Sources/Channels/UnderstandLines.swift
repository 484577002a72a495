package import Charley
import Foundation

/// `charley understand`: one JSON object a line in, one a line out, in the same order.
package struct UnderstandLines: ~Copyable {
    private var reading: BulkReading
    private let now: String?

    package init(_ assistant: Assistant, now: String?) {
        reading = BulkReading(assistant)
        self.now = now
    }

    package mutating func run(input: LineReader = LineReader(), output: LineWriter = LineWriter()) {
        var input = input
        while let line = input.next() {
            guard output.write(answer(line) + "\n") else { return }
        }
    }

    /// The answer to one line.
    package mutating func answer(_ line: [UInt8]) -> String {
        switch JSONObject.parse(line) {
        case .refused(let message): return reading.refusal(id: nil, code: "bad-json", message: message)
        case .object(let object):
            switch Result(object) {
            case .success(let request):
                return reading.read(
                    id: request.id, text: request.text, concepts: request.concepts, asking: request.asking,
                    now: request.now ?? now)
            case .failure(let failure):
                return reading.refusal(id: object["id"] as? String, code: failure.code, message: failure.message)
            }
        }
    }
}

/// What one line of `charley understand` holds.
struct UnderstandRequest {
    struct Failure: Error {
        var code: String
        var message: String
    }

    var id: String?
    var text: String
    var concepts: [(start: Int, end: Int)]
    var asking: String?
    var now: String?

    /// Reads an object strictly: an unknown key or a wrong type is refused.
    static func read(_ object: [String: Any]) throws(Failure) -> UnderstandRequest {
        let known: Set<String> = ["id", "text", "concepts", "asking", "now"]
        if let unknown = object.keys.filter({ !known.contains($0) }).sorted().first {
            throw Failure(
                code: "unknown-key", message: "unknown key \"\(unknown)\"; known: id, text, concepts, asking, now")
        }
        guard let text = object["text"] as? String else {
            throw Failure(code: "wrong-type", message: "\"text\" must be there and be a text")
        }
        func optional(_ key: String) throws(Failure) -> String? {
            guard let value = object[key], !(value is NSNull) else { return nil }
            guard let text = value as? String else {
                throw Failure(code: "wrong-type", message: "\"\(key)\" must be a text")
            }
            return text
        }
        return UnderstandRequest(
            id: try id(object["id"]), text: text, concepts: try concepts(object["concepts"]),
            asking: try optional("asking"),
            now: try optional("now"))
    }

    private static func id(_ value: Any?) throws(Failure) -> String? {
        switch value {
        case nil, is NSNull: return nil
        case let text as String: return text
        case let number as NSNumber where !isBoolean(number): return number.stringValue
        default: throw Failure(code: "wrong-type", message: "\"id\" must be a text")
        }
    }

    /// JSON's true and false come as numbers here.
    private static func isBoolean(_ number: NSNumber) -> Bool {
        let type = String(cString: number.objCType)
        return type == "c" || type == "B"
    }

    private static func concepts(_ value: Any?) throws(Failure) -> [(start: Int, end: Int)] {
        guard let value, !(value is NSNull) else { return [] }
        guard let list = value as? [[String: Any]] else {
            throw Failure(code: "wrong-type", message: "\"concepts\" must be a list of {\"start\", \"end\"}")
        }
        var spans: [(start: Int, end: Int)] = []
        for entry in list {
            guard entry.keys.allSatisfy({ $0 == "start" || $0 == "end" }),
                !entry.values.contains(where: { ($0 as? NSNumber).map(isBoolean) ?? false }),
                let start = entry["start"] as? Int, let end = entry["end"] as? Int, start >= 0, end >= start
            else {
                throw Failure(code: "wrong-type", message: "a concept needs \"start\" and \"end\", both whole numbers")
            }
            spans.append((start, end))
        }
        return spans
    }
}

extension Result where Success == UnderstandRequest, Failure == UnderstandRequest.Failure {
    init(_ object: [String: Any]) {
        do throws(UnderstandRequest.Failure) { self = .success(try UnderstandRequest.read(object)) } catch {
            self = .failure(error)
        }
    }
}
