/// Where in the data something stands, for diagnostics.
package struct Place: Hashable, Sendable, Comparable {
    /// Path relative to the folder that was loaded.
    package var file: String
    /// Counted from 1.
    package var line: Int
    /// Counted from 1, in characters.
    package var column: Int

    package init(file: String, line: Int = 1, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }

    package static func < (a: Place, b: Place) -> Bool { (a.file, a.line, a.column) < (b.file, b.line, b.column) }
}

/// One complaint about the data: what is wrong, where, and what to do.
package struct Diagnostic: Hashable, Sendable, Comparable, CustomStringConvertible {
    package enum Severity: String, Sendable {
        case error, warning, note
    }

    package var severity: Severity
    package var place: Place
    package var message: String

    package init(_ severity: Severity = .error, at place: Place, _ message: String) {
        self.severity = severity
        self.place = place
        self.message = message
    }

    /// `file:line:column: error: message`
    package var description: String {
        "\(place.file):\(place.line):\(place.column): \(severity.rawValue): \(message)"
    }

    package static func < (a: Diagnostic, b: Diagnostic) -> Bool { (a.place, a.message) < (b.place, b.message) }
}
