import Language

/// Which date belongs to which words.
extension ContextEngine {
    /// How long ago, by a date in the same clause, or in a clause of the sentence that tells of nothing else.
    func moment(for token: Int, in workspace: borrowing Workspace) -> Interval? {
        guard !workspace.moments.isEmpty else { return nil }
        let sentence = workspace.sentences[token]
        let start = workspace.sentenceStarts[Int(sentence)]
        // The first moment of the sentence.
        let low = workspace.moments.indices.partition { workspace.moments[$0].first < start }
        var found: Interval?
        for index in low..<workspace.moments.count {
            let moment = workspace.moments[index]
            if workspace.sentences[moment.first] != sentence { break }
            let between = min(moment.end, token)..<max(moment.first, token)
            if isParted(between, workspace) || isBeyondComma(moment.first, moment.end, token, token + 1, workspace) {
                continue
            }
            if workspace.clauses[moment.first] == workspace.clauses[token] { return moment.ago }
            if !clauseHasTarget(moment.first, workspace), !isOfAnotherDoing(moment, after: token, workspace) {
                found = moment.ago
            }
        }
        return found
    }

    /// "Calf is hot, and I flew home three weeks ago": a later clause about somebody's doing dates itself alone.
    func isOfAnotherDoing(_ moment: Moment, after token: Int, _ workspace: borrowing Workspace) -> Bool {
        guard moment.first > token else { return false }
        let clause = workspace.clauses[moment.first]
        var index = Subjects.firstMark(after: token, in: workspace)
        while index < workspace.subjects.count, workspace.subjects[index].token < moment.first {
            if workspace.clauses[workspace.subjects[index].token] == clause { return true }
            index += 1
        }
        return false
    }

    func clauseHasTarget(_ token: Int, _ workspace: borrowing Workspace) -> Bool {
        workspace.tokens(ofClauseAt: token).contains { workspace.isTarget($0) }
    }
}
