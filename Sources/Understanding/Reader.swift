import Clinical
package import Knowledge
package import Language

/// Reads messages: bytes to tokens, tokens to entities, then what the context makes of them, then findings and intent.
///
/// It has no state; the buffers are the caller's (`Workspace`). The same bytes give the same reading. A class, and the
/// knowledge behind a class, so that handing them on costs one reference count.
package final class Reader: Sendable {
    let known: Known
    let lexicon: Lexicon
    let clauses: Clauses
    let selection: Selection
    let subjects: Subjects
    let engine: ContextEngine
    let entities: EntityReader
    let findings: FindingReader
    let answers: AnswerReader

    package init(_ knowledge: Knowledge) {
        known = Known(knowledge)
        lexicon = knowledge.lexicon
        clauses = Clauses(knowledge)
        selection = Selection(knowledge, clauses: clauses)
        subjects = Subjects(knowledge)
        engine = ContextEngine(knowledge)
        entities = EntityReader(known: known)
        findings = FindingReader(knowledge)
        answers = AnswerReader(known: known, engine: engine)
    }

    /// What a message says.
    /// - Parameters:
    ///   - bytes: the text as received; invalid bytes become U+FFFD each.
    ///   - situation: the open question, whom the conversation is about, and the clock.
    ///   - concepts: spans given from outside, in UTF-8 offsets of the repaired text.
    ///   - isExplained: whether to list the modifiers at work and the words nothing claimed.
    package func read(
        _ bytes: [UInt8], situation: Situation = Situation(), concepts: [Span] = [], isExplained: Bool = false,
        workspace: inout Workspace
    ) -> Understanding {
        prepare(&workspace, bytes, situation, withOptions: isExplained || situation.expecting != nil)
        let quantities =
            workspace.openings.isEmpty
            ? nil
            : Quantities(
                known: known, tokens: workspace.utterance.tokens, matches: workspace.quantities,
                starts: workspace.quantityStarts, openings: workspace.openings,
                expectsTemperature: known.asksTemperature(situation.expecting), isAsked: situation.expecting != nil)
        let durations =
            quantities.map {
                Durations($0, now: situation.now, isAsked: known.asksDuration(situation.expecting)).read()
            } ?? []
        workspace.moments.removeAll()
        for mention in durations
        where mention.isMoment && mention.role != .since && !workspace.isInBrackets(mention.first) {
            workspace.moments.append(Moment(first: mention.first, end: mention.end, ago: mention.interval))
        }
        var drafts = Drafts()
        swap(&drafts, &workspace.drafts)
        defer { swap(&drafts, &workspace.drafts) }
        drafts.removeAll()
        var assembly = Assembly(reader: self, situation: situation, isExplained: isExplained)
        return assembly.understanding(workspace, &drafts, quantities, durations, concepts)
    }

    /// All that comes before entities: tokens, the matches that count, clauses, modifiers and subjects.
    private func prepare(_ workspace: inout Workspace, _ bytes: [UInt8], _ situation: Situation, withOptions: Bool) {
        workspace.utterance.read(bytes, vocabulary: lexicon.vocabulary)
        workspace.hits.removeAll(keepingCapacity: true)
        lexicon.scan(workspace.utterance.tokens, into: &workspace.hits)
        workspace.lookOver(clauses, lexicon)
        selection.select(&workspace, isAsked: withOptions)
        clauses.divide(&workspace)
        gatherModifiers(&workspace)
        workspace.indexModifiers()
        subjects.mark(&workspace, situation: situation)
    }

    /// Modifiers that act: a "no" that answers the question before it does not negate what follows.
    private func gatherModifiers(_ workspace: inout Workspace) {
        var modifiers = Buffer<Match>()
        swap(&modifiers, &workspace.modifiers)
        modifiers.removeAll()
        gatherModifiers(workspace, into: &modifiers)
        swap(&modifiers, &workspace.modifiers)
    }

    private func gatherModifiers(_ workspace: borrowing Workspace, into modifiers: inout Buffer<Match>) {
        // Modifiers are in the order of their ends too: what ends before this one ends before the next.
        var near = 0
        for index in workspace.allModifiers.indices {
            let match = workspace.allModifiers[index]
            let effect = engine.effect(of: match)
            if effect == .nothing { continue }
            while workspace.allModifiers[near].end <= match.first { near += 1 }
            if isTaken(match, from: near, workspace) { continue }
            if effect == .absent, isPlainAnswer(match, workspace) { continue }
            modifiers.append(match)
        }
    }

    /// "it's not only numb": the words of a look-alike are not free for another pattern.
    private func isTaken(_ match: Match, from near: Int, _ workspace: borrowing Workspace) -> Bool {
        var index = near
        while index < workspace.allModifiers.count, workspace.allModifiers[index].first < match.end {
            let other = workspace.allModifiers[index]
            if engine.effect(of: other) == .nothing, other.overlaps(match), !match.outweighs(other) { return true }
            index += 1
        }
        return false
    }

    private func isPlainAnswer(_ match: Match, _ workspace: borrowing Workspace) -> Bool {
        let first = Int(match.first)
        let next = Int(match.end)
        guard first == 0 || workspace.sentences[first - 1] != workspace.sentences[first] else { return false }
        guard next < workspace.utterance.tokens.count else { return true }
        guard
            workspace.keptKinds & Meaning.Kind.answer.bit != 0,
            workspace.kept(at: first).contains(where: {
                workspace.kept[$0].meaning.kind == .answer && workspace.kept[$0].end == match.end
            })
        else { return false }
        let token = workspace.utterance.tokens[next]
        // "no just when I move", "no my leg is fine": what follows is told for itself.
        return token.kind == .comma || token.kind == .stop || token.kind == .dash
            || workspace.clauses[next] != workspace.clauses[first]
            || workspace.flags[next] & Clauses.beginning != 0
    }
}

/// All knowledge behind one reference.
final class Known: Sendable {
    let knowledge: Knowledge
    /// Per finding: whether a temperature tells of it.
    private let isMeasuredByTemperature: [Bool]

    init(_ knowledge: Knowledge) {
        self.knowledge = knowledge
        isMeasuredByTemperature = knowledge.findings.map { finding in
            var isMeasured = false
            finding.derived?.visit { if case .measure(.temperature, _, _) = $0 { isMeasured = true } }
            return isMeasured
        }
    }

    /// Whether a length of time would answer the open question.
    func asksDuration(_ expectation: Expectation?) -> Bool {
        switch expectation {
        case .question(let id): if case .duration = knowledge[id].kind { true } else { false }
        case .which, .finding, .date, nil: false
        }
    }

    /// Whether a temperature would answer the open question.
    func asksTemperature(_ expectation: Expectation?) -> Bool {
        switch expectation {
        case .question(let id), .which(let id):
            knowledge[id].items.contains { $0.findings.contains { isMeasuredByTemperature[$0.index] } }
        case .finding(let id): isMeasuredByTemperature[id.index]
        case .date, nil: false
        }
    }
}
