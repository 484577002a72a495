import Knowledge

/// Hands out the fields of one map by name, and complains of what is missing, of the wrong type, or unknown.
///
/// A required field that is missing gives an empty value after the complaint, so that one run finds everything.
final class MapReader {
    let place: Place
    let complaints: Complaints
    /// What the map describes: "a site", "the file".
    let subject: String
    private var entries: [String: YamlNode] = [:]
    private var keys: [Text] = []
    private var known: [String] = []

    /// Reads `node`; complains and gives nil if it is no map.
    init?(_ node: YamlNode, subject: String, _ complaints: Complaints) {
        guard case .map(let pairs) = node.content else {
            complaints.error(
                node.place, "expected \(subject) as a map of keys, found \(node.kind)",
                remedy: "write its fields as 'key: value'")
            return nil
        }
        self.subject = subject
        self.complaints = complaints
        place = pairs.first?.key.place ?? node.place
        for pair in pairs {
            if let first = keys.first(where: { $0.value == pair.key.value }) {
                complaints.error(
                    pair.key.place, "'\(pair.key.value)' stands twice in \(subject), first in line \(first.place.line)",
                    remedy: "keep one of them")
            } else {
                entries[pair.key.value] = pair.value
                keys.append(pair.key)
            }
        }
    }

    /// Complains about every key that was not asked for. Call it when all fields are read.
    func finish() {
        for key in keys where !known.contains(key.value) {
            complaints.error(
                key.place, "unknown key '\(key.value)' in \(subject)\(Suggestion.phrase(for: key.value, among: known))",
                remedy: "\(subject) may have: \(known.joined(separator: ", "))")
        }
    }

    /// The raw value of a field.
    func node(_ key: String) -> YamlNode? {
        known.append(key)
        return entries[key]
    }

    /// Whether the field stands in the map.
    func has(_ key: String) -> Bool { entries[key] != nil }

    /// Where the field's value stands, or else the map.
    func place(of key: String) -> Place { entries[key]?.place ?? place }

    /// All keys with their values, where the keys are names and not fields.
    func all() -> [(key: Text, value: YamlNode)] {
        known += keys.map(\.value)
        return keys.compactMap { key in entries[key.value].map { (key, $0) } }
    }

    /// Complains that a required field is not there.
    func missing(_ key: String, _ remedy: String? = nil) {
        complaints.error(
            place, "'\(key)' is missing in \(subject)", remedy: remedy ?? "add '\(key): ...'")
    }

    func wrong(_ node: YamlNode, _ key: String, expected: String, remedy: String) {
        complaints.error(node.place, "'\(key)': expected \(expected), found \(node.kind)", remedy: remedy)
    }
}

extension MapReader {
    /// A required text.
    func text(_ key: String) -> Text {
        if let text = optionalText(key) { return text }
        if !has(key) { missing(key) }
        return Text(value: "", place: place, lead: nil)
    }

    /// A text that may be left out.
    func optionalText(_ key: String) -> Text? {
        guard let node = node(key) else { return nil }
        guard case .text(let text) = node.content, !text.value.isEmpty else {
            wrong(node, key, expected: "a text", remedy: "write '\(key): ...' on one line, in quotes if it holds ': '")
            return nil
        }
        return text
    }

    /// A list of texts that may be left out; `what` is what an author would call them: "phrases".
    func optionalTexts(_ key: String, _ what: String) -> [Text] {
        node(key).map { texts($0, key, what) } ?? []
    }

    /// A required list of texts with at least one in it.
    func texts(_ key: String, _ what: String) -> [Text] {
        guard let node = node(key) else {
            missing(key, "add '\(key):' with a list of \(what)")
            return []
        }
        let texts = texts(node, key, what)
        if case .list(let items) = node.content, items.isEmpty {
            complaints.error(node.place, "'\(key)' is an empty list", remedy: "name at least one of its \(what)")
        }
        return texts
    }

    /// The texts of a list of texts.
    func texts(_ node: YamlNode, _ key: String, _ what: String) -> [Text] {
        guard case .list(let items) = node.content else {
            wrong(node, key, expected: "a list of \(what)", remedy: "write '[one, two]', or a line '- ...' for each")
            return []
        }
        return items.compactMap { item in
            if case .text(let text) = item.content, !text.value.isEmpty { return text }
            wrong(item, key, expected: "a text in the list of \(what)", remedy: YamlParser.quoting)
            return nil
        }
    }

    /// A list of texts, or one text alone.
    func textOrTexts(_ key: String, _ what: String) -> [Text] {
        guard let node = node(key) else { return [] }
        if case .text(let text) = node.content, !text.value.isEmpty { return [text] }
        return texts(node, key, what)
    }

    /// A map that may be left out.
    func optionalMap(_ key: String, subject: String) -> MapReader? {
        node(key).flatMap { MapReader($0, subject: subject, complaints) }
    }

    /// A list of maps that may be left out.
    func maps(_ key: String, subject: String) -> [MapReader] {
        nodes(key, subject: subject).compactMap { MapReader($0, subject: subject, complaints) }
    }

    /// The items of a list that may be left out.
    func nodes(_ key: String, subject: String) -> [YamlNode] {
        guard let node = node(key) else { return [] }
        guard case .list(let items) = node.content else {
            wrong(node, key, expected: "a list, each item \(subject)", remedy: "begin each item with '- '")
            return []
        }
        return items
    }
}
