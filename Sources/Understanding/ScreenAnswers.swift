import Clinical
import Knowledge
import Language

/// What a message says to a yes-or-no question about several signs.
extension AnswerReader {
    func screen(
        _ expectation: Expectation, _ id: QuestionID, _ items: [Question.Item], _ words: [Word],
        _ workspace: borrowing Workspace,
        _ understanding: Understanding
    ) -> Answer? {
        let asked = items.flatMap(\.findings)
        var said: [Finding] = understanding.findings.filter { finding in
            asked.contains(finding.concept) && finding.context.experiencer == .patient
                && finding.context.time != .hypothetical
        }
        said += named(id, items, workspace, besides: understanding.findings)
        let first = deciding(words, workspace)
        let picked = words.compactMap { position($0.means, of: items.count) }.flatMap { $0 }
        if !picked.isEmpty, first?.means != .no, first?.means != AnswerWord.none {
            for index in picked {
                for finding in items[index].findings where !said.contains(where: { $0.concept == finding }) {
                    said.append(
                        Finding(finding, Context(), span: words.first.map { span($0, workspace) } ?? Span(0, 0)))
                }
            }
            return closed(expectation, asked, said, others: .absent, workspace)
        }
        if words.contains(where: { $0.means == .only }), said.contains(where: { $0.context.status == .present }) {
            return closed(expectation, asked, said, others: .absent, workspace)
        }
        guard let first else {
            return said.isEmpty ? nil : Answer(expectation, .items, items: said, span: whole(workspace))
        }
        let place = span(first, workspace)
        switch first.means {
        case .no, .none:
            return Answer(expectation, .no, items: filled(asked, said, .absent, place), span: place)
        case .all:
            return Answer(expectation, .yes, items: filled(asked, said, .present, place), span: place)
        case .unknown:
            return Answer(expectation, said.isEmpty ? .unknown : .items, items: said, span: place)
        case .doubtful:
            return Answer(expectation, said.isEmpty ? .doubtful : .items, items: said, span: place)
        case .yes, .mild, .only, .first, .second, .third, .fourth, .last, .both:
            let value: Answer.Value = first.means == .mild ? .mild : .yes
            let isSingle = asked.count == 1 && said.isEmpty
            let items = isSingle ? filled(asked, said, .present, place, isMild: first.means == .mild) : said
            return Answer(expectation, value, items: items, span: place)
        }
    }

    /// Items picked by a bare word: "the peeing".
    func named(
        _ id: QuestionID, _ items: [Question.Item], _ workspace: borrowing Workspace, besides said: [Finding]
    )
        -> [Finding]
    {
        var found: [Finding] = []
        for index in workspace.kept.indices {
            let match = workspace.kept[index]
            guard match.meaning.kind == .item, Int(match.meaning.index) == id.index else { continue }
            guard items.indices.contains(Int(match.meaning.detail)), !isOfPlace(match, workspace) else { continue }
            // Words that were read as a finding are no bare name of an item: "my left leg feels weak".
            let place = workspace.utterance.tokens[Int(match.first)].span
            if said.contains(where: { $0.span.overlaps(place) }) { continue }
            var scopes: [Scope]?
            let reading = engine.read(Int(match.first), Int(match.end), in: workspace, scopes: &scopes)
            guard let context = engine.context(reading, window: nil, isHistory: false, course: nil) else { continue }
            for finding in items[Int(match.meaning.detail)].findings
            where !workspace.selection.isLookAlike(finding.index, Int(match.first), Int(match.end))
                && !said.contains(where: { $0.concept == finding }) && !found.contains(where: { $0.concept == finding })
            {
                let tokens = workspace.utterance.tokens
                found.append(
                    Finding(
                        finding, context, span: tokens[Int(match.first)].span.union(tokens[Int(match.end) - 1].span)))
            }
        }
        return found
    }

    /// "My left foot is a bit numb": the word belongs to a place, which an item's bare word does not name.
    func isOfPlace(_ match: Match, _ workspace: borrowing Workspace) -> Bool {
        let clause = workspace.clauses[Int(match.first)]
        for place in workspace.sides.indices
        where workspace.clauses[Int(workspace.sides[place].first)] == clause
            && !workspace.sides[place].overlaps(match)
        {
            return true
        }
        return workspace.tokens(ofClauseAt: Int(match.first)).contains { index in
            workspace.isSite(index) && (index < Int(match.first) || index >= Int(match.end))
        }
    }

    func position(_ word: AnswerWord, of count: Int) -> [Int]? {
        let index: Int? =
            switch word {
            case .first: 0
            case .second: 1
            case .third: 2
            case .fourth: 3
            case .last: count - 1
            case .both: nil
            case .yes, .no, .mild, .doubtful, .unknown, .all, .none, .only: nil
            }
        if word == .both { return count == 2 ? [0, 1] : nil }
        return index.flatMap { (0..<count).contains($0) ? [$0] : nil }
    }

    func filled(
        _ asked: [FindingID], _ said: [Finding], _ status: Status, _ span: Span, isMild: Bool = false
    ) -> [Finding] {
        var items = said
        for finding in asked where !said.contains(where: { $0.concept == finding }) {
            var context = Context(status)
            context.isMild = isMild
            items.append(Finding(finding, context, span: span))
        }
        return items
    }

    func closed(
        _ expectation: Expectation, _ asked: [FindingID], _ said: [Finding], others: Status,
        _ workspace: borrowing Workspace
    ) -> Answer {
        Answer(expectation, .items, items: filled(asked, said, others, whole(workspace)), span: whole(workspace))
    }
}
