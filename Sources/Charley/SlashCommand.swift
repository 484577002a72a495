package import Language

/// A line that begins with a slash: a command and what stands after it.
package struct SlashCommand: Sendable, Equatable {
    /// In lower case, without the slash.
    package var name: String
    package var argument: String

    package init(name: String, argument: String = "") {
        self.name = name.lowercased()
        self.argument = argument
    }

    /// nil where the first character that is no space is no slash followed by a letter.
    package init?(_ bytes: [UInt8]) {
        let trimmed = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        guard trimmed.first == UInt8(ascii: "/"), let second = trimmed.dropFirst().first,
            (0x61...0x7A).contains(second | 0x20)
        else { return nil }
        let text = String(decoding: Repair.utf8(Array(trimmed.dropFirst())), as: UTF8.self)
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
        self.init(
            name: parts.first.map(String.init) ?? "",
            argument: parts.count > 1 ? parts[1].filter { !$0.isNewline }.trimmingSpaces() : "")
    }

    /// What can be typed, for help and completion.
    package static let all = [
        "/help", "/why", "/facts", "/more", "/source", "/about", "/region", "/undo", "/reset", "/quit",
    ]
}

extension String {
    /// Without spaces at either end.
    func trimmingSpaces() -> String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view = view.dropFirst() }
        while let last = view.last, last.isWhitespace { view = view.dropLast() }
        return String(view)
    }
}
