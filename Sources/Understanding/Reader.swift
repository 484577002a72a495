package import Clinical
package import Knowledge
package import Language

/// Reads messages: bytes to tokens, tokens to entities, then what the context makes of them, then findings and intent.
///
/// A value without state; the buffers are the caller's (`Workspace`). The same bytes give the same reading.
package struct Reader: Sendable {
    let knowledge: Knowledge
    let selection: Selection
    let subjects: Subjects
    let engine: ContextEngine
    let entities: EntityReader
    let findings: FindingReader
    let answers: AnswerReader
    let termIsCore: [Bool]
    let termIsPart: [Bool]

    package init(_ knowledge: Knowledge) {
        self.knowledge = knowledge
        selection = Selection(knowledge)
        subjects = Subjects(knowledge)
        engine = ContextEngine(knowledge)
        entities = EntityReader(knowledge: knowledge)
        findings = FindingReader(knowledge)
        answers = AnswerReader(knowledge: knowledge)
        termIsCore = knowledge.terms.map { $0.role == .symptom }
        termIsPart = knowledge.terms.map { $0.role == .part }
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
        workspace.utterance.read(bytes, vocabulary: knowledge.lexicon.vocabulary)
        workspace.matches.removeAll(keepingCapacity: true)
        knowledge.lexicon.scan(workspace.utterance.tokens, into: &workspace.matches)
        var scratch = SelectionScratch()
        swap(&scratch, &workspace.selection)
        selection.select(&workspace, scratch: &scratch)
        swap(&scratch, &workspace.selection)
        Clauses.divide(&workspace, isCore: isCore, isPart: isPart)
        markTokens(&workspace)
        gatherModifiers(&workspace)
        subjects.mark(&workspace, situation: situation)
        let quantities =
            needsQuantities(workspace)
            ? Quantities(knowledge, tokens: workspace.utterance.tokens, kept: workspace.kept) : nil
        let durations = quantities.map { Durations($0, now: situation.now).read() } ?? []
        workspace.moments = durations.filter { $0.isMoment && $0.role != .since }.map {
            Moment(first: $0.first, end: $0.end, ago: $0.interval)
        }
        var assembly = Assembly(reader: self, workspace: workspace, situation: situation, isExplained: isExplained)
        return assembly.understanding(quantities, durations, concepts)
    }

    func isCore(_ meaning: Meaning) -> Bool {
        switch meaning.kind {
        case .finding, .symptom, .vague: true
        case .term: termIsCore[Int(meaning.index)]
        case .site, .severity, .degree, .side, .attribute, .number, .unit, .time, .modifier, .answer, .topic, .option,
            .item,
            .person, .region, .clause, .spread, .block:
            false
        }
    }

    func isPart(_ meaning: Meaning) -> Bool {
        meaning.kind == .site || meaning.kind == .term && termIsPart[Int(meaning.index)]
    }

    private func needsQuantities(_ workspace: Workspace) -> Bool {
        workspace.utterance.tokens.contains { $0.kind == .number }
            || workspace.kept.contains {
                $0.meaning.kind == .number || $0.meaning.kind == .unit || $0.meaning.kind == .time
            }
    }

    private func markTokens(_ workspace: inout Workspace) {
        let count = workspace.utterance.tokens.count
        workspace.isJoint = Array(repeating: false, count: count)
        workspace.isTarget = Array(repeating: false, count: count)
        workspace.isSite = Array(repeating: false, count: count)
        workspace.isVerb = Array(repeating: false, count: count)
        workspace.isNegative = Array(repeating: false, count: count)
        for index in 0..<count where workspace.utterance.tokens[index].kind == .comma {
            workspace.isJoint[index] = true
        }
        for match in workspace.kept {
            let range = Int(match.first)..<Int(match.end)
            switch match.meaning.kind {
            case .clause:
                let word = ClauseWord.allCases[Int(match.meaning.detail)]
                if word == .soft || word == .hard { workspace.isJoint[range.lowerBound] = true }
                if word == .verb { workspace.isVerb[range.lowerBound] = true }
                if word == .negative { workspace.isNegative[range.lowerBound] = true }
            case .site: for index in range { workspace.isTarget[index] = true; workspace.isSite[index] = true }
            case .term:
                let isPart = termIsPart[Int(match.meaning.index)]
                if isPart || termIsCore[Int(match.meaning.index)] {
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
        for match in workspace.kept where match.meaning.kind == .modifier {
            let modifier = knowledge.modifiers[Int(match.meaning.index)]
            if modifier.effect == .nothing { continue }
            // "it's not only numb": the words of a look-alike are not free for another pattern.
            let isTaken = workspace.kept.contains { other in
                other.meaning.kind == .modifier && other.overlaps(match) && !match.outweighs(other)
                    && knowledge.modifiers[Int(other.meaning.index)].effect == .nothing
            }
            if isTaken { continue }
            if modifier.effect == .absent, isPlainAnswer(match, workspace) { continue }
            workspace.modifiers.append(match)
        }
    }

    private func isPlainAnswer(_ match: Match, _ workspace: Workspace) -> Bool {
        let first = Int(match.first)
        let next = Int(match.end)
        guard first == 0 || workspace.sentences[first - 1] != workspace.sentences[first] else { return false }
        guard next < workspace.utterance.tokens.count else { return true }
        guard
            workspace.kept.contains(where: {
                $0.meaning.kind == .answer && $0.first == match.first && $0.end == match.end
            })
        else { return false }
        let token = workspace.utterance.tokens[next]
        return token.kind == .comma || token.kind == .stop || token.kind == .dash
            || workspace.clauses[next] != workspace.clauses[first]
    }
}
