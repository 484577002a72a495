import Foundation

/// JSON with its keys in the order in which they were written, read strictly.
indirect enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([Member])

    struct Member: Equatable, Sendable {
        let key: String
        let value: JSONValue
    }

    struct Malformed: Error, CustomStringConvertible {
        let line: String
        var description: String { "this is no JSON: \(line.prefix(300))" }
    }

    init(parsing line: String) throws {
        var reader = JSONReader(bytes: Array(line.utf8))
        guard let value = reader.value(), reader.isAtEnd else { throw Malformed(line: line) }
        self = value
    }

    /// The value of a key; nil where there is no such key.
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    var keys: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.key)
    }

    var items: [JSONValue] {
        guard case .list(let values) = self else { return [] }
        return values
    }

    var string: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    var double: Double? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    var integer: Int? { double.flatMap(Int.init(exactly:)) }
}

/// Reads one value after another; nil where the text is no JSON.
private struct JSONReader {
    let bytes: [UInt8]
    var index = 0

    var isAtEnd: Bool { index == bytes.count }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ text: String) -> Bool {
        guard bytes[index...].starts(with: text.utf8) else { return false }
        index += text.utf8.count
        return true
    }

    private mutating func skipSpaces() {
        while let byte = next, byte == 0x20 || byte == 0x09 { index += 1 }
    }

    mutating func value() -> JSONValue? {
        skipSpaces()
        defer { skipSpaces() }
        switch next {
        case UInt8(ascii: "{"): return object()
        case UInt8(ascii: "["): return list()
        case UInt8(ascii: "\""): return string().map(JSONValue.text)
        case UInt8(ascii: "n"): return take("null") ? .null : nil
        case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
        default: return number()
        }
    }

    private mutating func object() -> JSONValue? {
        guard take("{") else { return nil }
        var members: [JSONValue.Member] = []
        skipSpaces()
        if take("}") { return .object([]) }
        while true {
            skipSpaces()
            guard let key = string() else { return nil }
            skipSpaces()
            guard take(":"), let value = value(), !members.contains(where: { $0.key == key }) else { return nil }
            members.append(JSONValue.Member(key: key, value: value))
            if take("}") { return .object(members) }
            guard take(",") else { return nil }
        }
    }

    private mutating func list() -> JSONValue? {
        guard take("[") else { return nil }
        var values: [JSONValue] = []
        skipSpaces()
        if take("]") { return .list([]) }
        while let value = value() {
            values.append(value)
            if take("]") { return .list(values) }
            guard take(",") else { return nil }
        }
        return nil
    }

    private mutating func number() -> JSONValue? {
        let start = index
        while let byte = next, "+-.eE0123456789".utf8.contains(byte) { index += 1 }
        return Double(String(decoding: bytes[start..<index], as: UTF8.self)).map(JSONValue.number)
    }

    /// From quotation mark to quotation mark; Foundation reads the escapes.
    private mutating func string() -> String? {
        let start = index
        guard take("\"") else { return nil }
        while let byte = next {
            guard byte >= 0x20 else { return nil }
            index += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "\"") {
                let text = Data(bytes[start..<index])
                return (try? JSONSerialization.jsonObject(with: text, options: .fragmentsAllowed)) as? String
            }
        }
        return nil
    }
}
