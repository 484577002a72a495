import Knowledge

/// A piece of text in a file and where it stands.
struct Text: Hashable {
    var value: String
    var place: Place
    /// Characters from `place` to the first of `value`; nil where the value runs over several lines.
    var lead: Int?

    /// Where the character at `offset` of the value stands; the text's own place where that is not known.
    func place(at offset: Int) -> Place {
        guard let lead else { return place }
        return Place(file: place.file, line: place.line, column: place.column + lead + offset)
    }
}
