import Knowledge
import Language

/// Whom each part of a text is about.
struct Subjects: Sendable {
    private let people: [Person]

    init(_ knowledge: Knowledge) { people = knowledge.people }

    /// Fills `workspace.subjects` from the persons mentioned, in order.
    func mark(_ workspace: inout Workspace, situation: Situation) {
        workspace.subjects.removeAll()
        var lastRelative = situation.patient
        for place in workspace.people.indices {
            let match = workspace.people[place]
            let index = Int(match.meaning.index)
            switch people[index].kind {
            case .writer:
                workspace.subjects.append(SubjectMark(token: Int(match.first), person: index, kind: .writer))
            case .relative:
                lastRelative = index
                workspace.subjects.append(SubjectMark(token: Int(match.first), person: index, kind: .relative))
            case .pronoun:
                // Nobody has been named: the one that is spoken of is the patient.
                guard let person = lastRelative else { continue }
                workspace.subjects.append(SubjectMark(token: Int(match.first), person: person, kind: .relative))
            }
        }
    }

    /// The one that the words at `token` are about; nil where nobody is named.
    static func subject(at token: Int, in workspace: borrowing Workspace) -> SubjectMark? {
        guard !workspace.subjects.isEmpty else { return nil }
        let clause = workspace.clauses[token]
        let low = firstMark(after: token, in: workspace)
        let before = low > 0 ? workspace.subjects[low - 1] : nil
        var after: SubjectMark?
        if low < workspace.subjects.count, workspace.clauses[workspace.subjects[low].token] == clause {
            after = workspace.subjects[low]
        }
        if let before, workspace.clauses[before.token] == clause { return before }
        return after ?? before
    }

    /// Index of the first mark after a token.
    static func firstMark(after token: Int, in workspace: borrowing Workspace) -> Int {
        workspace.subjects.indices.partition { workspace.subjects[$0].token <= token }
    }
}
