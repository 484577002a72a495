/// A phrase as an author writes it: `word~` any inflection, `(a|b c)` one of these, `[x]` optional, `<term>` any phrase
/// of a list. It stands for a finite set of plain phrases.
package struct Pattern: Sendable {
    /// Why a pattern cannot be read.
    package struct Failure: Error, Sendable, Equatable {
        package var message: String
        /// Characters from the pattern's start.
        package var offset: Int
    }

    /// A piece of a pattern; pieces follow each other without a space between them.
    package indirect enum Part: Sendable {
        /// Letters, marks and spaces, in lower case.
        case text([UInt8])
        /// One of these.
        case choice([[Part]])
        /// Any phrase of a list, by its number.
        case list(Int)
    }

    /// The most phrases one pattern may stand for.
    package static let limit = 4_000

    package let parts: [Part]
    /// How many phrases it stands for.
    package let count: Int

    /// Reads `text`. `inflect` gives a word's forms, `list` the number of a list of phrases and how many it has, nil
    /// where there is none.
    package init(
        _ text: String, inflect: (String) -> [String], list: (String) -> (number: Int, count: Int)?
    ) throws(Failure) {
        var reader = Reader(bytes: Array(text.lowercased().utf8))
        let (alternatives, count) = try reader.alternatives(inflect: inflect, list: list, until: nil)
        parts = alternatives.count == 1 ? alternatives[0] : [.choice(alternatives)]
        self.count = count
    }

    /// The plain phrases; `list` gives those of a list.
    package func phrases(list: (Int) -> [String]) -> [String] {
        Self.texts(parts, list).map { $0.split(separator: " ").joined(separator: " ") }
    }

    private static func texts(_ parts: [Part], _ list: (Int) -> [String]) -> [String] {
        parts.reduce([""]) { heads, part in
            let tails =
                switch part {
                case .text(let bytes): [String(decoding: bytes, as: UTF8.self)]
                case .choice(let alternatives): alternatives.flatMap { texts($0, list) }
                case .list(let number): list(number)
                }
            return heads.flatMap { head in tails.map { head + $0 } }
        }
    }

    /// The plain phrases of `text`. `term` gives the phrases of a list (nil if there is none).
    package static func expand(
        _ text: String, inflect: (String) -> [String], term: (String) -> [String]?
    ) throws(Failure) -> [String] {
        var lists: [[String]] = []
        let pattern = try Pattern(text, inflect: inflect) { name in
            guard let phrases = term(name) else { return nil }
            lists.append(phrases)
            return (lists.count - 1, phrases.count)
        }
        return pattern.phrases { lists[$0] }
    }

    private struct Reader {
        let bytes: [UInt8]
        var index = 0

        mutating func alternatives(
            inflect: (String) -> [String], list: (String) -> (number: Int, count: Int)?, until close: UInt8?
        ) throws(Failure) -> (alternatives: [[Part]], count: Int) {
            var alternatives: [[Part]] = []
            var parts: [Part] = []
            var total = 0
            var count = 1
            while index < bytes.count, bytes[index] != close {
                switch bytes[index] {
                case UInt8(ascii: "|"):
                    guard close != nil else { throw failure("'|' stands outside ( )") }
                    index += 1
                    alternatives.append(parts)
                    parts = []
                    total += count
                    count = 1
                case UInt8(ascii: "("), UInt8(ascii: "["):
                    let start = index
                    let isOptional = bytes[index] == UInt8(ascii: "[")
                    let end = UInt8(ascii: isOptional ? "]" : ")")
                    index += 1
                    var inner = try self.alternatives(inflect: inflect, list: list, until: end)
                    guard index < bytes.count else {
                        let marks = isOptional ? ("[", "]") : ("(", ")")
                        throw failure("'\(marks.0)' is never closed by '\(marks.1)'", at: start)
                    }
                    index += 1
                    if isOptional { inner = (inner.alternatives + [[]], inner.count + 1) }
                    count = try product(count, inner.count)
                    parts.append(.choice(inner.alternatives))
                case UInt8(ascii: "<"):
                    let start = index
                    guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
                        throw failure("'<' is never closed by '>'")
                    }
                    let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
                    guard let found = list(name) else { throw failure("no term list is called '\(name)'", at: start) }
                    index = end + 1
                    count = try product(count, found.count)
                    parts.append(.list(found.number))
                case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"):
                    throw failure("'\(Character(Unicode.Scalar(bytes[index])))' closes nothing")
                default:
                    let word = word()
                    guard word.last == UInt8(ascii: "~") else {
                        parts.append(.text(word))
                        continue
                    }
                    let forms = inflect(String(decoding: word.dropLast(), as: UTF8.self))
                    count = try product(count, forms.count)
                    parts.append(.choice(forms.map { [.text(Array($0.utf8))] }))
                }
            }
            return (alternatives + [parts], total + count)
        }

        /// Spaces, or what stands up to the next space or sign; a run of plain words is one text.
        private mutating func word() -> [UInt8] {
            let start = index
            var lastSpace = start
            while index < bytes.count, !Self.isSign(bytes[index]) {
                if bytes[index] == UInt8(ascii: "~") {
                    // The inflected word alone: what stands before it is a text of its own.
                    if lastSpace > start {
                        index = lastSpace
                        return Array(bytes[start..<lastSpace])
                    }
                    index += 1
                    return Array(bytes[start..<index])
                }
                index += 1
                if bytes[index - 1] == UInt8(ascii: " ") { lastSpace = index }
            }
            return Array(bytes[start..<index])
        }

        private static func isSign(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"),
                UInt8(ascii: "<"), UInt8(ascii: ">"):
                true
            default: false
            }
        }

        private func product(_ a: Int, _ b: Int) throws(Failure) -> Int {
            guard a * b <= Pattern.limit else {
                throw failure("this pattern stands for more than \(Pattern.limit) phrases; write fewer alternatives")
            }
            return a * b
        }

        private func failure(_ message: String, at offset: Int? = nil) -> Failure {
            Failure(message: message, offset: String(decoding: bytes[..<(offset ?? index)], as: UTF8.self).count)
        }
    }
}
