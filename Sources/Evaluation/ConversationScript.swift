import Clinical
package import Knowledge

/// A whole conversation that must hold, as plain text a clinician can read:
///
/// ```
/// # What it shows.
/// region: GB
/// > back spasm and I can't pee
/// level: emergency
/// finds: retention present
/// says: 999
/// ```
package struct ConversationScript: Sendable {
    /// One thing that must be true after a turn.
    package enum Expectation: Sendable, Equatable {
        /// The id of the open question; nil: nothing is asked.
        case asks(String?)
        /// The level in force; nil: none has been told.
        case level(String?)
        case within(String?)
        case done(Bool)
        /// A finding with its status and, where said, "other", "past" or "hypothetical".
        case finds(id: String, status: String, experiencer: String, time: String)
        /// The finding is not held to be present, current and the patient's.
        case spares(String)
        case rule(String)
        case says(String)
        case neverSays(String)
    }

    package struct Turn: Sendable {
        package var text: String
        package var expectations: [(expectation: Expectation, place: Place)]
        package var place: Place
    }

    package var title: String
    package var region: String?
    package var now: String?
    package var turns: [Turn]
    package var file: String

    /// Reads a script. Everything wrong with it is reported; `file` is how diagnostics name it.
    package static func parse(_ text: String, file: String) -> (script: ConversationScript?, diagnostics: [Diagnostic])
    {
        var script = ConversationScript(title: "", region: nil, now: nil, turns: [], file: file)
        var diagnostics: [Diagnostic] = []
        // A carriage return and a line feed are one character in Swift: both kinds of line break split here.
        for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = raw.hasSuffix("\r") ? raw.dropLast() : raw
            let place = Place(file: file, line: index + 1)
            if line.isEmpty || line.first == "#" {
                if script.title.isEmpty, line.first == "#" { script.title = trimmed(line.dropFirst()) }
            } else if line.first == ">" {
                let text = line.dropFirst()
                script.turns.append(
                    Turn(text: String(text.first == " " ? text.dropFirst() : text), expectations: [], place: place))
            } else if let complaint = script.read(line, place) {
                diagnostics.append(Diagnostic(at: place, complaint))
            }
        }
        if script.turns.isEmpty {
            diagnostics.append(Diagnostic(at: Place(file: file), "nobody says anything; begin a message with '> '"))
        } else if diagnostics.isEmpty, script.turns.allSatisfy({ $0.expectations.isEmpty }) {
            diagnostics.append(
                Diagnostic(at: Place(file: file), "nothing is expected; add lines such as 'level: routine'"))
        }
        return (diagnostics.isEmpty ? script : nil, diagnostics)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace ?? false { text = text.dropFirst() }
        while text.last?.isWhitespace ?? false { text = text.dropLast() }
        return String(text)
    }

    /// Reads a line "key: value"; returns what is wrong with it.
    private mutating func read(_ line: Substring, _ place: Place) -> String? {
        guard let colon = line.firstIndex(of: ":") else {
            return "a line is a comment (#), a message (>), or 'key: value'"
        }
        let key = Self.trimmed(line[..<colon])
        let value = Self.trimmed(line[line.index(after: colon)...])
        if turns.isEmpty {
            switch key {
            case "region": region = value
            case "now": now = value
            default: return "before the first message only 'region:' and 'now:' can stand, not '\(key):'"
            }
            return nil
        }
        guard let expectation = Self.expectation(key, value) else {
            return
                "'\(key): \(value)' can't be read; known: asks, level, within, done, finds, spares, rule, says, never says"
        }
        turns[turns.count - 1].expectations.append((expectation, place))
        return nil
    }

    private static func expectation(_ key: String, _ value: String) -> Expectation? {
        let none = value == "nothing" || value == "none"
        switch key {
        case "asks": return value.isEmpty ? nil : .asks(none ? nil : value)
        case "level": return none ? .level(nil) : Level(rawValue: value).map { .level($0.rawValue) }
        case "within": return none ? .within(nil) : Within(rawValue: value).map { .within($0.rawValue) }
        case "done": return value == "yes" ? .done(true) : value == "no" ? .done(false) : nil
        case "spares": return value.isEmpty ? nil : .spares(value)
        case "rule": return value.isEmpty ? nil : .rule(value)
        case "says": return value.isEmpty ? nil : .says(value)
        case "never says": return value.isEmpty ? nil : .neverSays(value)
        case "finds":
            let words = value.split(separator: " ").map(String.init)
            guard words.count >= 2, words.count <= 4, Status(rawValue: words[1]) != nil else { return nil }
            let rest = words.dropFirst(2)
            let known = Experiencer.allCases.map(\.rawValue) + TimeFrame.allCases.map(\.rawValue)
            guard rest.allSatisfy(known.contains) else { return nil }
            return .finds(
                id: words[0], status: words[1], experiencer: rest.contains("other") ? "other" : "patient",
                time: rest.first { $0 == "past" || $0 == "hypothetical" } ?? "current")
        default: return nil
        }
    }
}
