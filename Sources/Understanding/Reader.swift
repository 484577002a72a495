package import Clinical
package import Knowledge
package import Language

/// Reads messages: bytes to tokens, tokens to entities, then what the context makes of them, then findings and intent.
///
/// It has no state; the buffers are the caller's (`Workspace`). The same bytes give the same reading. A class, and the
/// knowledge behind a class, so that handing them on costs one reference count.
package final class Reader: Sendable {
    let known: Known
    let terms: TermRoles
    let selection: Selection
    let subjects: Subjects
    let engine: ContextEngine
    let entities: EntityReader
    let findings: FindingReader
    let answers: AnswerReader

    package init(_ knowledge: Knowledge) {
        known = Known(knowledge)
        terms = TermRoles(knowledge)
        selection = Selection(knowledge)
        subjects = Subjects(knowledge)
        engine = ContextEngine(knowledge)
        entities = EntityReader(known: known)
        findings = FindingReader(knowledge)
        answers = AnswerReader(known: known)
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
        // Owned here while it is read from, so that nothing is copied where it is handed on.
        var own = Workspace()
        swap(&own, &workspace)
        defer { swap(&own, &workspace) }
        prepare(&own, bytes, situation)
        let quantities =
            needsQuantities(own) ? Quantities(known, tokens: own.utterance.tokens, kept: own.kept) : nil
        let durations = quantities.map { Durations($0, now: situation.now).read() } ?? []
        own.moments.removeAll(keepingCapacity: true)
        for mention in durations where mention.isMoment && mention.role != .since {
            own.moments.append(Moment(first: mention.first, end: mention.end, ago: mention.interval))
        }
        var assembly = Assembly(reader: self, situation: situation, isExplained: isExplained)
        return assembly.understanding(own, quantities, durations, concepts)
    }

    /// All that comes before entities: tokens, the matches that count, clauses, modifiers and subjects.
    private func prepare(_ workspace: inout Workspace, _ bytes: [UInt8], _ situation: Situation) {
        workspace.utterance.read(bytes, vocabulary: known.knowledge.lexicon.vocabulary)
        workspace.matches.removeAll(keepingCapacity: true)
        known.knowledge.lexicon.scan(workspace.utterance.tokens, into: &workspace.matches)
        var scratch = SelectionScratch()
        swap(&scratch, &workspace.selection)
        selection.select(&workspace, scratch: &scratch)
        swap(&scratch, &workspace.selection)
        workspace.indexKept()
        Clauses.divide(&workspace, terms: terms)
        markTokens(&workspace)
        gatherModifiers(&workspace)
        workspace.indexModifiers()
        subjects.mark(&workspace, situation: situation)
    }

    private func needsQuantities(_ workspace: Workspace) -> Bool {
        for token in workspace.utterance.tokens where token.kind == .number { return true }
        for match in workspace.kept {
            switch match.meaning.kind {
            case .number, .unit, .time: return true
            case .site, .symptom, .severity, .degree, .side, .attribute, .finding, .vague, .term, .modifier, .answer,
                .topic, .option, .item, .person, .region, .clause, .spread, .block:
                break
            }
        }
        return false
    }

    private func markTokens(_ workspace: inout Workspace) {
        let count = workspace.utterance.tokens.count
        workspace.isJoint.clear(count)
        workspace.isTarget.clear(count)
        workspace.isSite.clear(count)
        workspace.isVerb.clear(count)
        workspace.isNegative.clear(count)
        for index in 0..<count where workspace.utterance.tokens[index].kind == .comma {
            workspace.isJoint[index] = true
        }
        for match in workspace.kept {
            let range = Int(match.first)..<Int(match.end)
            switch match.meaning.kind {
            case .clause:
                if Clauses.isJoint(match.meaning) { workspace.isJoint[range.lowerBound] = true }
                switch ClauseWord.allCases[Int(match.meaning.detail)] {
                case .verb: workspace.isVerb[range.lowerBound] = true
                case .negative: workspace.isNegative[range.lowerBound] = true
                case .hard, .soft, .starter, .subject, .contrast: break
                }
            case .site: for index in range { workspace.isTarget[index] = true; workspace.isSite[index] = true }
            case .term:
                if terms.isPart(match.meaning) || terms.isCore(match.meaning) {
                    for index in range { workspace.isTarget[index] = true }
                }
            case .finding, .symptom, .vague, .severity, .attribute, .item:
                for index in range { workspace.isTarget[index] = true }
            case .degree, .side, .number, .unit, .time, .modifier, .answer, .topic, .option, .person, .region, .spread,
                .block:
                break
            }
        }
    }

    /// Modifiers that act: a "no" that answers the question before it does not negate what follows.
    private func gatherModifiers(_ workspace: inout Workspace) {
        workspace.modifiers.removeAll(keepingCapacity: true)
        workspace.allModifiers.removeAll(keepingCapacity: true)
        for match in workspace.kept where match.meaning.kind == .modifier { workspace.allModifiers.append(match) }
        // Modifiers are in the order of their ends too: what ends before this one ends before the next.
        var near = 0
        for match in workspace.allModifiers {
            let effect = engine.effect(of: match)
            if effect == .nothing { continue }
            while workspace.allModifiers[near].end <= match.first { near += 1 }
            if isTaken(match, from: near, workspace) { continue }
            if effect == .absent, isPlainAnswer(match, workspace) { continue }
            workspace.modifiers.append(match)
        }
    }

    /// "it's not only numb": the words of a look-alike are not free for another pattern.
    private func isTaken(_ match: Match, from near: Int, _ workspace: Workspace) -> Bool {
        var index = near
        while index < workspace.allModifiers.count, workspace.allModifiers[index].first < match.end {
            let other = workspace.allModifiers[index]
            if engine.effect(of: other) == .nothing, other.overlaps(match), !match.outweighs(other) { return true }
            index += 1
        }
        return false
    }

    private func isPlainAnswer(_ match: Match, _ workspace: Workspace) -> Bool {
        let first = Int(match.first)
        let next = Int(match.end)
        guard first == 0 || workspace.sentences[first - 1] != workspace.sentences[first] else { return false }
        guard next < workspace.utterance.tokens.count else { return true }
        guard
            workspace.kept(at: first).contains(where: {
                workspace.kept[$0].meaning.kind == .answer && workspace.kept[$0].end == match.end
            })
        else { return false }
        let token = workspace.utterance.tokens[next]
        return token.kind == .comma || token.kind == .stop || token.kind == .dash
            || workspace.clauses[next] != workspace.clauses[first]
    }
}

/// All knowledge behind one reference.
final class Known: Sendable {
    let knowledge: Knowledge

    init(_ knowledge: Knowledge) { self.knowledge = knowledge }
}

/// What the words of each term list stand for.
struct TermRoles: Sendable {
    private let isCore: [Bool]
    private let isPart: [Bool]

    init(_ knowledge: Knowledge) {
        isCore = knowledge.terms.map { $0.role == .symptom }
        isPart = knowledge.terms.map { $0.role == .part }
    }

    /// Whether the words say that something is felt.
    func isCore(_ meaning: Meaning) -> Bool {
        switch meaning.kind {
        case .finding, .symptom, .vague: true
        case .term: isCore[Int(meaning.index)]
        case .site, .severity, .degree, .side, .attribute, .number, .unit, .time, .modifier, .answer, .topic, .option,
            .item, .person, .region, .clause, .spread, .block:
            false
        }
    }

    /// Whether the words name a place of the body.
    func isPart(_ meaning: Meaning) -> Bool {
        meaning.kind == .site || meaning.kind == .term && isPart[Int(meaning.index)]
    }
}

extension [Bool] {
    /// As many times false, in the same storage.
    mutating func clear(_ count: Int) {
        removeAll(keepingCapacity: true)
        append(contentsOf: repeatElement(false, count: count))
    }
}
