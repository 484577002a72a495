import Knowledge
import Language

/// Fields whose text stands for something else: one of a few words, a number, a length of time.
extension MapReader {
    /// One of a few words, required.
    func choice<Value: RawRepresentable<String> & CaseIterable>(_ key: String, of type: Value.Type) -> Value? {
        if !has(key) { missing(key, "add '\(key):' with one of: \(Self.words(type))") }
        return optionalChoice(key, of: type)
    }

    /// One of a few words, or nothing.
    func optionalChoice<Value: RawRepresentable<String> & CaseIterable>(_ key: String, of type: Value.Type) -> Value? {
        optionalText(key).flatMap { word($0, key, of: type) }
    }

    /// The value that `text` names; complains if it names none.
    func word<Value: RawRepresentable<String> & CaseIterable>(
        _ text: Text, _ key: String, of type: Value.Type
    ) -> Value? {
        if let value = Value(rawValue: text.value) { return value }
        let known = type.allCases.map(\.rawValue)
        complaints.error(
            text.place, "'\(key)' can't be '\(text.value)'\(Suggestion.phrase(for: text.value, among: known))",
            remedy: "write one of: \(known.joined(separator: ", "))")
        return nil
    }

    private static func words<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) -> String {
        type.allCases.map(\.rawValue).joined(separator: ", ")
    }

    /// "true" or "false"; false where it is left out.
    func flag(_ key: String) -> Bool {
        guard let text = optionalText(key) else { return false }
        switch text.value {
        case "true": return true
        case "false": return false
        default:
            complaints.error(text.place, "'\(key)' can't be '\(text.value)'", remedy: "write true or false")
            return false
        }
    }

    /// A required number.
    func number(_ key: String) -> Double {
        if !has(key) { missing(key, "add '\(key):' with a number") }
        return optionalNumber(key) ?? 0
    }

    /// A number that may be left out.
    func optionalNumber(_ key: String) -> Double? {
        guard let text = optionalText(key) else { return nil }
        if let number = Double(text.value), number.isFinite, number >= 0 { return number }
        complaints.error(text.place, "'\(key)' can't be '\(text.value)'", remedy: "write a number, such as 2 or 0.5")
        return nil
    }

    /// A whole number that may be left out.
    func optionalCount(_ key: String, from least: Int = 1) -> Int? {
        guard let text = optionalText(key) else { return nil }
        if let count = Int(text.value), count >= least { return count }
        complaints.error(
            text.place, "'\(key)' can't be '\(text.value)'", remedy: "write a whole number, \(least) or more")
        return nil
    }

    /// A length of time such as "14 days", in seconds.
    func optionalTime(_ key: String) -> Double? {
        guard let text = optionalText(key) else { return nil }
        let parts = text.value.split(separator: " ")
        if parts.count == 2, let number = Double(parts[0]), let unit = TimeUnit(word: String(parts[1])) {
            return number * unit.seconds
        }
        complaints.error(
            text.place, "'\(key)' can't be '\(text.value)'",
            remedy: "write a number and a unit, such as '14 days' or '6 weeks'")
        return nil
    }

    /// The sources that a sentence of `subject` must have.
    func sources(of subject: String) -> [Text] {
        let sources = optionalTexts("sources", "ids of sources")
        if sources.isEmpty {
            complaints.error(
                place(of: "sources"), "\(subject) without a source",
                remedy: "add 'sources: [...]' with ids from sources.yaml")
        }
        return sources
    }
}
