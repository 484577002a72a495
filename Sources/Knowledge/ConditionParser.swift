package import Clinical
import Language

/// Reads a condition as an author writes it: `site:back and (fever or chills)`, `2 of (a, b, c)`, `course >= 6 weeks`.
package struct ConditionParser {
    /// What is wrong, and where in the text.
    package struct Failure: Error, Sendable, Equatable {
        package var message: String
        /// Characters from the start.
        package var offset: Int
    }

    /// How names become entries; nil for a name that nothing bears.
    package struct Names {
        package var finding: (String) -> FindingID?
        package var site: (String) -> SiteID?
        package var symptom: (String) -> SymptomID?
        package var attribute: (AttributeType, String) -> AttributeID?
        /// "did you mean ...?" or an empty string.
        package var suggestion: (String) -> String

        package init(
            finding: @escaping (String) -> FindingID?, site: @escaping (String) -> SiteID?,
            symptom: @escaping (String) -> SymptomID?, attribute: @escaping (AttributeType, String) -> AttributeID?,
            suggestion: @escaping (String) -> String
        ) {
            self.finding = finding
            self.site = site
            self.symptom = symptom
            self.attribute = attribute
            self.suggestion = suggestion
        }
    }

    private struct Piece {
        var text: String
        var offset: Int
    }

    private let names: Names
    private var pieces: [Piece] = []
    private var index = 0
    private let end: Int

    private init(_ text: String, names: Names) {
        self.names = names
        end = text.count
        var word = ""
        var start = 0
        func flush(_ pieces: inout [Piece]) {
            if !word.isEmpty { pieces.append(Piece(text: word, offset: start)) }
            word = ""
        }
        for (offset, character) in text.enumerated() {
            if character.isWhitespace {
                flush(&pieces)
            } else if "(),<>=".contains(character) {
                flush(&pieces)
                if character == "=", let last = pieces.last, last.text == "<" || last.text == ">",
                    last.offset == offset - 1
                {
                    pieces[pieces.count - 1].text += "="
                } else {
                    pieces.append(Piece(text: String(character), offset: offset))
                }
            } else {
                if word.isEmpty { start = offset }
                word.append(character)
            }
        }
        flush(&pieces)
    }

    /// The condition that `text` states.
    package static func parse(_ text: String, names: Names) throws(Failure) -> Condition {
        var parser = ConditionParser(text, names: names)
        let condition = try parser.disjunction()
        if let extra = parser.peek { throw parser.failure("'\(extra)' is not expected here; join with 'and' or 'or'") }
        return condition
    }

    private var peek: String? { index < pieces.count ? pieces[index].text : nil }

    private func failure(_ message: String) -> Failure {
        Failure(message: message, offset: index < pieces.count ? pieces[index].offset : end)
    }

    private mutating func disjunction() throws(Failure) -> Condition {
        var parts = [try conjunction()]
        while peek == "or" {
            index += 1
            parts.append(try conjunction())
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(Failure) -> Condition {
        var parts = [try unary()]
        while peek == "and" {
            index += 1
            parts.append(try unary())
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func unary() throws(Failure) -> Condition {
        guard let word = peek else { throw failure("the condition ends too early") }
        switch word {
        case "not":
            index += 1
            return .not(try unary())
        case "(":
            index += 1
            let inner = try disjunction()
            try expect(")")
            return inner
        case "always":
            index += 1
            return .always
        case "long_standing":
            index += 1
            return .longStanding
        default:
            if let least = Int(word), index + 1 < pieces.count, pieces[index + 1].text == "of" {
                index += 2
                return .count(least, of: try list())
            }
            return try atom(word)
        }
    }

    private mutating func list() throws(Failure) -> [Condition] {
        try expect("(")
        var parts = [try disjunction()]
        while peek == "," {
            index += 1
            parts.append(try disjunction())
        }
        try expect(")")
        return parts
    }

    private mutating func expect(_ text: String) throws(Failure) {
        guard peek == text else { throw failure("'\(text)' is expected here") }
        index += 1
    }

    private mutating func atom(_ word: String) throws(Failure) -> Condition {
        if let colon = word.firstIndex(of: ":") {
            let condition = try named(String(word[..<colon]), String(word[word.index(after: colon)...]))
            index += 1
            return condition
        }
        if word == "severity" {
            index += 1
            let comparison = try comparison()
            guard let text = peek, let grade = Grade(rawValue: text) else {
                throw failure("a severity is none, mild, moderate or severe")
            }
            index += 1
            return .severity(comparison, grade)
        }
        if let measure = Measure(rawValue: word) {
            index += 1
            return .measure(measure, try comparison(), try quantity(of: measure))
        }
        guard let finding = names.finding(word) else {
            throw failure("no finding is called '\(word)'\(names.suggestion(word))")
        }
        index += 1
        return .finding(finding)
    }

    private func named(_ kind: String, _ name: String) throws(Failure) -> Condition {
        func found<Entry>(_ entry: Entry?) throws(Failure) -> Entry {
            guard let entry else { throw failure("no \(kind) is called '\(name)'\(names.suggestion(name))") }
            return entry
        }
        switch kind {
        case "site": return .site(try found(names.site(name)))
        case "spread": return .spread(try found(names.site(name)))
        case "symptom": return .symptom(try found(names.symptom(name)))
        case "side": return .side(try found(Side(rawValue: name)))
        default:
            guard let type = AttributeType(rawValue: kind) else {
                throw failure("'\(kind)' is nothing that can be asked of a complaint\(names.suggestion(kind))")
            }
            return .attribute(try found(names.attribute(type, name)))
        }
    }

    private mutating func comparison() throws(Failure) -> Condition.Comparison {
        guard let text = peek, let comparison = Condition.Comparison(rawValue: text) else {
            throw failure("one of >= <= = > < is expected here")
        }
        index += 1
        return comparison
    }

    private mutating func quantity(of measure: Measure) throws(Failure) -> Double {
        guard let text = peek, text.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }), let number = Double(text)
        else {
            throw failure("a number is expected here")
        }
        index += 1
        switch measure {
        case .age, .temperature, .score: return number
        case .course, .spell:
            guard let word = peek, let unit = TimeUnit(word: word) else {
                throw failure("a unit is expected here: seconds, minutes, hours, days, weeks, months or years")
            }
            index += 1
            return number * unit.seconds
        }
    }
}
