import Knowledge

/// Everything that is wrong with the files of one run. Nothing stops at the first complaint.
final class Complaints {
    private var found: Set<Diagnostic> = []
    /// The text of the files that could not be read: what they would have defined is not called missing.
    private var broken: [String] = []

    /// All complaints, by place.
    var sorted: [Diagnostic] { found.sorted() }

    /// How many there are so far.
    var count: Int { found.count }

    var hasErrors: Bool { found.contains { $0.severity == .error } }

    /// What is wrong, and after a semicolon what to do about it.
    func error(_ place: Place, _ message: String, remedy: String) { report(.error, place, message, remedy) }

    func warn(_ place: Place, _ message: String, remedy: String) { report(.warning, place, message, remedy) }

    func note(_ place: Place, _ message: String, remedy: String) { report(.note, place, message, remedy) }

    private func report(_ severity: Diagnostic.Severity, _ place: Place, _ message: String, _ remedy: String) {
        found.insert(Diagnostic(severity, at: place, "\(message); \(remedy)"))
    }

    /// Notes that a file could not be read; it has a complaint of its own.
    func addBroken(_ text: String) { broken.append(text) }

    /// Whether `name` may be defined by a file that could not be read.
    func mayBeBroken(_ name: String) -> Bool { !name.isEmpty && broken.contains { $0.contains(name) } }

    /// A name that nothing bears.
    func dangling(_ name: String, at place: Place, kind: String, known: [String], define: String) {
        if mayBeBroken(name) { return }
        let suggestion = Suggestion.phrase(for: name, among: known)
        error(
            place, "no \(kind) is called '\(name)'\(suggestion)", remedy: "correct the name or define it in \(define)")
    }
}
