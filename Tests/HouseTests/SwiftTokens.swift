/// A piece of Swift source, as far as the laws need it told apart.
struct Token: Equatable {
    enum Kind {
        case word, number, mark
        /// A literal. Its text is what stands between the quotes; interpolated code follows as tokens in parentheses.
        case string
    }

    var kind: Kind
    var text: String
    var line: Int
    /// Nothing, not even a space, stands between it and the token before.
    var isTight = false
}

/// Swift source as tokens: comments gone, literals whole. No parser, and enough for the laws of the house.
struct SwiftTokens {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var isTight = false
    private var tokens: [Token] = []

    static func of(_ text: String) -> [Token] {
        var lexer = SwiftTokens(bytes: Array(text.utf8))
        lexer.readCode(untilParenthesis: false)
        return lexer.tokens
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func readCode(untilParenthesis: Bool) {
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\n"):
                line += 1
                skip(1)
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): skip(1)
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"): skipLine()
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): skipBlockComment()
            case UInt8(ascii: "\""): readString(hashes: 0)
            case UInt8(ascii: "#"):
                var hashes = 0
                while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
                if byte(hashes) == UInt8(ascii: "\"") { readString(hashes: hashes) } else { emit(.mark, length: 1) }
            case let first where Self.isDigit(first): emit(.number, length: length(of: Self.isWord))
            case let first where Self.isWord(first): emit(.word, length: length(of: Self.isWord))
            case UInt8(ascii: "("):
                depth += 1
                emit(.mark, length: 1)
            case UInt8(ascii: ")"):
                depth -= 1
                if untilParenthesis, depth < 0 { return }
                emit(.mark, length: 1)
            default: emit(.mark, length: 1)
            }
        }
    }

    private mutating func readString(hashes: Int) {
        let start = line
        let wasTight = isTight
        let isLong = byte(hashes + 1) == UInt8(ascii: "\"") && byte(hashes + 2) == UInt8(ascii: "\"")
        let quotes = [UInt8](repeating: UInt8(ascii: "\""), count: isLong ? 3 : 1)
        let close = quotes + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
        let escape = [UInt8(ascii: "\\")] + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
        skip(close.count)
        var content: [UInt8] = []
        let place = tokens.count
        while index < bytes.count, !starts(with: close) {
            if bytes[index] == UInt8(ascii: "\n") {
                // A short literal ends with its line, whatever it looked like.
                if !isLong { break }
                line += 1
            }
            if starts(with: escape) {
                if byte(escape.count) == UInt8(ascii: "(") {
                    skip(escape.count)
                    emit(.mark, length: 1)
                    readCode(untilParenthesis: true)
                    emit(.mark, length: 1)
                    content.append(UInt8(ascii: " "))
                } else {
                    content.append(UInt8(ascii: " "))
                    skip(escape.count + 1)
                }
                continue
            }
            content.append(bytes[index])
            skip(1)
        }
        if starts(with: close) { skip(close.count) }
        isTight = true
        let text = String(decoding: content, as: UTF8.self)
        tokens.insert(Token(kind: .string, text: text, line: start, isTight: wasTight), at: place)
    }

    private mutating func emit(_ kind: Token.Kind, length: Int) {
        let end = min(index + length, bytes.count)
        let text = String(decoding: bytes[index..<end], as: UTF8.self)
        if !text.isEmpty { tokens.append(Token(kind: kind, text: text, line: line, isTight: isTight)) }
        index = end
        isTight = true
    }

    private mutating func skip(_ count: Int) {
        index = min(index + count, bytes.count)
        isTight = false
    }

    private mutating func skipLine() {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { skip(1) }
    }

    private mutating func skipBlockComment() {
        var depth = 0
        while index < bytes.count {
            if starts(with: Array("/*".utf8)) {
                depth += 1
                skip(2)
            } else if starts(with: Array("*/".utf8)) {
                depth -= 1
                skip(2)
                if depth == 0 { return }
            } else {
                if bytes[index] == UInt8(ascii: "\n") { line += 1 }
                skip(1)
            }
        }
    }

    private func byte(_ offset: Int) -> UInt8? {
        index + offset < bytes.count ? bytes[index + offset] : nil
    }

    private func starts(with prefix: [UInt8]) -> Bool {
        index + prefix.count <= bytes.count && bytes[index..<index + prefix.count].elementsEqual(prefix)
    }

    private func length(of belongs: (UInt8) -> Bool) -> Int {
        var length = 0
        while let next = byte(length), belongs(next) { length += 1 }
        return length
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Letters, digits, `_`, `$`, the backtick that makes a keyword a name, and everything beyond ASCII.
    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`")
    }
}
