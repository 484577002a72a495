import Clinical
import Knowledge
import Language

/// Mentions of findings, with what the words round them make of each.
extension Assembly {
    mutating func add(
        _ mention: FindingMention, _ said: Said, course: Interval?, _ workspace: borrowing Workspace
    ) {
        let index = mention.concept.index
        guard
            var context = engine.context(
                said.reading, window: engine.windows[index], isHistory: engine.isHistory[index],
                course: course)
        else { return }
        switch mention.claim {
        case .present:
            // "no pain no fever can't pee": what denies by itself is not denied again from afar.
            if context.status == .absent, workspace.isNegative(mention.first), !isDeniedDirectly(mention, workspace) {
                context.status = .present
            }
        case .absent:
            // "peeing fine" says it is not there; "not peeing fine" says it is.
            let isDenied = context.status == .absent && isDeniedDirectly(mention, workspace)
            context.status = isDenied ? .present : context.status == .uncertain ? .uncertain : .absent
        case .longStanding: context.isLongStanding = true
        }
        if mention.isVague, context.status == .present { context.status = .uncertain }
        place(&context, said, workspace)
        // Somebody else's illnesses and risks are never this patient's.
        if case .other = context.experiencer, engine.isHistory[index] { context.time = .past }
        result.findings.append(Finding(mention.concept, context, span: span(mention.first, mention.end, workspace)))
    }

    /// Whether a "no" stands right before words that hold none themselves.
    func isDeniedDirectly(_ mention: FindingMention, _ workspace: borrowing Workspace) -> Bool {
        // The first modifier that ends at the mention's first token or later: they are in the order of their ends.
        let low = workspace.allModifiers.indices.partition { Int(workspace.allModifiers[$0].end) < mention.first }
        var isBefore = false
        for index in low..<workspace.allModifiers.count {
            let match = workspace.allModifiers[index]
            if Int(match.first) >= mention.end { break }
            guard engine.effect(of: match) == .absent, !engine.isBackward(match) else { continue }
            // "no, fine when I lie still": words that deny by themselves are not denied by a "no" before them.
            if case .absent = mention.claim, engine.modifiers[Int(match.meaning.index)].deniesOnlyThings { continue }
            if Int(match.first) >= mention.first, Int(match.end) <= mention.end { return false }
            if Int(match.end) == mention.first { isBefore = true }
        }
        return isBefore
    }

    func course(_ mentions: [EntityReader.Mention]) -> Interval? {
        for mention in mentions {
            if case .duration(let interval, let role?) = mention.entity,
                role == .course || role == .since || role == .last
            {
                return interval
            }
        }
        return nil
    }

    /// What the context makes of a span given from outside.
    mutating func concept(at span: Span, _ workspace: borrowing Workspace) -> Context {
        let tokens = workspace.utterance.tokens
        // The first token that ends after the span begins.
        let first = tokens.indices.partition { Int(tokens[$0].end) <= span.start }
        guard first < tokens.count, tokens[first].span.overlaps(span) else { return Context() }
        var end = first + 1
        while end < tokens.count, tokens[end].span.overlaps(span) { end += 1 }
        let said = said(first, end, workspace)
        var context = engine.context(said.reading, window: nil, isHistory: false, course: nil) ?? Context()
        place(&context, said, workspace)
        if said.reading.isRemote || isHistoryEntry(first, end, workspace) { context.time = .past }
        return context
    }

    /// "Gout." The bare name of a long-term illness, and nothing else in the sentence, is an entry of a medical history.
    private func isHistoryEntry(_ first: Int, _ end: Int, _ workspace: borrowing Workspace) -> Bool {
        let sentence = Int(workspace.sentences[first])
        let whole = Int(workspace.sentenceStarts[sentence])..<Int(workspace.sentenceStarts[sentence + 1])
        guard end - first <= 4,
            whole.allSatisfy({ (first..<end).contains($0) || workspace.utterance.tokens[$0].kind != .word })
        else { return false }
        var isIllness = false
        for entity in result.entities where entity.span.overlaps(span(first, end, workspace)) {
            switch entity.value {
            case .attribute(let id):
                if reader.known.knowledge.attributes[id.index].type == .condition { isIllness = true }
            // "Sciatica.", "mild hypertension": how it is felt, or was found to be today.
            case .symptom, .severity: return false
            case .site, .radiation, .duration, .age, .temperature, .number: break
            }
        }
        return isIllness
    }
}
