import Knowledge
import Yams

/// Turns the nodes of Yams into ours and refuses what plain data has no use for: anchors, tags, keys that are no text.
struct NodeConversion {
    private let path: String
    private let lineLengths: [Int]
    private let repeated: [Unicode.Scalar: Unicode.Scalar]
    private let complaints: Complaints

    init(path: String, text: String, repeated: [Unicode.Scalar: Unicode.Scalar], complaints: Complaints) {
        self.path = path
        self.repeated = repeated
        self.complaints = complaints
        lineLengths = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(\.count)
    }

    /// Our node; nil after a complaint that makes the whole file unreadable.
    mutating func node(_ node: Node) -> YamlNode? {
        let place = Place(file: path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        if node.anchor != nil {
            complaints.error(
                place, "an anchor ('&name')", remedy: "write the value out, or put quotes around a text with '&'")
            return nil
        }
        switch node {
        case .scalar(let scalar):
            guard isPlain(node, .str) else { return refuseTag(place) }
            return YamlNode(content: .text(text(scalar, place)), place: place)
        case .sequence(let sequence):
            guard isPlain(node, .seq) else { return refuseTag(place) }
            var list: [YamlNode] = []
            list.reserveCapacity(sequence.count)
            for item in sequence {
                guard let item = self.node(item) else { return nil }
                list.append(item)
            }
            return YamlNode(content: .list(list), place: place)
        case .mapping(let mapping):
            guard isPlain(node, .map) else { return refuseTag(place) }
            guard let entries = entries(mapping, place) else { return nil }
            return YamlNode(content: .map(entries), place: place)
        case .alias:
            complaints.error(
                place, "an alias ('*name')", remedy: "write the value out, or put quotes around a text with '*'")
            return nil
        }
    }

    private mutating func entries(_ mapping: Node.Mapping, _ place: Place) -> [YamlNode.Entry]? {
        var entries: [YamlNode.Entry] = []
        entries.reserveCapacity(mapping.count)
        for (key, value) in mapping {
            guard let key = self.node(key), let value = self.node(value) else { return nil }
            guard case .text(let text) = key.content else {
                complaints.error(key.place, "a key that is \(key.kind)", remedy: YamlParser.quoting)
                return nil
            }
            entries.append(YamlNode.Entry(key: unmarked(text), value: value))
        }
        return entries
    }

    /// The key as its author wrote it, where `YamlParser` marked it as one that stands twice.
    private func unmarked(_ text: Text) -> Text {
        guard let first = text.value.unicodeScalars.first, let original = repeated[first] else { return text }
        var text = text
        text.value = String(String.UnicodeScalarView([original] + text.value.unicodeScalars.dropFirst()))
        return text
    }

    private func text(_ scalar: Node.Scalar, _ place: Place) -> Text {
        let lead: Int? =
            switch scalar.style {
            case .plain, .any: 0
            case .singleQuoted, .doubleQuoted: 1
            case .literal, .folded: nil
            }
        let room = place.line <= lineLengths.count ? lineLengths[place.line - 1] - place.column + 1 : 0
        let isOneLine = scalar.string.utf8.count + (lead ?? 0) <= room
        return Text(value: scalar.string, place: place, lead: isOneLine ? lead : nil)
    }

    /// Whether the node bears no tag but its natural one.
    private func isPlain(_ node: Node, _ natural: Tag.Name) -> Bool {
        let name = node.tag.rawValue
        return name == natural.rawValue || name == Tag.Name.implicit.rawValue
    }

    private func refuseTag(_ place: Place) -> YamlNode? {
        complaints.error(
            place, "a tag ('!name')", remedy: "remove it, or put quotes around a text that begins with '!'")
        return nil
    }
}
