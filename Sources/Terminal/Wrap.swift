/// The text broken between words so that no line is wider than `columns`.
///
/// Line breaks and indents of the text stay; what is wrapped of a `- ` bullet is indented by two.
/// A word that is too long for a line, such as an address, is left whole: broken, it could not be
/// clicked or copied.
package func wrap(_ text: String, columns: Int) -> String {
    var wrapped = ""
    wrapped.reserveCapacity(text.utf8.count + text.utf8.count / 16)
    var isFirst = true
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for line in lines {
        if !isFirst { wrapped += "\n" }
        isFirst = false
        if displayWidth(line) <= columns {
            wrapped += line
        } else {
            appendWrapped(line, columns: columns, to: &wrapped)
        }
    }
    return wrapped
}

/// Appends one line that is too wide.
private func appendWrapped(_ line: Substring, columns: Int, to output: inout String) {
    let indent = line.prefix { $0 == " " }
    var body = line.dropFirst(indent.count)
    var hangingIndent = String(indent)
    output += indent
    if body.hasPrefix("- ") {
        // The mark is written here, so that no break can come between it and its first word.
        output += "- "
        body = body.dropFirst(2)
        hangingIndent += "  "
    }
    var column = hangingIndent.count
    var gap = 0
    var lineIsEmpty = true
    for (index, word) in body.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { gap += 1 }
        if word.isEmpty { continue }
        let width = displayWidth(word)
        if !lineIsEmpty, column + gap + width > columns {
            output += "\n" + hangingIndent
            column = hangingIndent.count
            gap = 0
        }
        output += String(repeating: " ", count: gap) + word
        column += gap + width
        gap = 0
        lineIsEmpty = false
    }
}
