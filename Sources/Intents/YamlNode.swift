import Knowledge

/// A value in a data file as it is written: every scalar is a text, and everything knows its place.
struct YamlNode {
    struct Entry {
        var key: Text
        var value: YamlNode
    }

    enum Content {
        case text(Text)
        case list([YamlNode])
        case map([Entry])
    }

    var content: Content
    var place: Place

    /// What an author would call it.
    var kind: String {
        switch content {
        case .text(let text): text.value.isEmpty ? "nothing" : "a text"
        case .list: "a list"
        case .map: "a map of keys"
        }
    }
}
