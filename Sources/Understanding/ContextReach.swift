import Knowledge
import Language

/// How far a modifier reaches: to the end of its clause, through a list, and not past a "now" or a date's commas.
extension ContextEngine {
    func reaches(
        _ match: Match, _ modifier: Pattern, _ first: Int, _ end: Int, _ workspace: borrowing Workspace
    ) -> Bool {
        // "don't have" reaches into "have a temperature": what begins before the words stands before them.
        let isBefore = Int(match.first) < first && Int(match.end) < end
        let isAfter = !isBefore && Int(match.first) >= first && Int(match.end) > end
        // Inside the words themselves it is part of them: "can't pee", "no fever".
        guard isBefore || isAfter else { return false }
        // "it's not too bad": the "not" is the phrase's own.
        if isBefore, Int(match.end) > first, (first..<Int(match.end)).contains(where: { workspace.isNegative($0) }) {
            return false
        }
        switch modifier.direction {
        case .forward: guard isBefore else { return false }
        case .backward: guard isAfter else { return false }
        case .both: break
        }
        if modifier.effect == .hypothetical, workspace.sentences[Int(match.first)] != workspace.sentences[first] {
            return true
        }
        let sameClause =
            workspace.clauses[Int(match.first)] == workspace.clauses[isBefore ? first : end - 1]
            || workspace.clauses[Int(match.end) - 1] == workspace.clauses[isBefore ? first : end - 1]
        guard sameClause || modifier.crossesClauses || isBefore && leadsIn(match, modifier, first, workspace) else {
            return false
        }
        let distance = max(0, isBefore ? first - Int(match.end) : Int(match.first) - end)
        if distance > modifier.reach { return false }
        if modifier.effect.isOfThePast {
            if isParted(match, first, end, isBefore, workspace) { return false }
            if modifier.takesLists, isBefore { return isSameList(from: Int(match.end), to: first, modifier, workspace) }
            if isBeyondComma(Int(match.first), Int(match.end), first, end, workspace) { return false }
        }
        if case .current = modifier.effect, isBeyondComma(Int(match.first), Int(match.end), first, end, workspace) {
            return false
        }
        guard modifier.effect == .absent else { return true }
        if isAfter, hasAnswer(between: end, Int(match.first), workspace) { return false }
        return isBefore
            ? isSameList(from: Int(match.end), to: first, modifier, workspace)
            : closesItsChunk(match, workspace)
    }

    /// "cancer 6 years ago, now my back": what comes after "now" is not 6 years ago.
    func isParted(_ match: Match, _ first: Int, _ end: Int, _ isBefore: Bool, _ workspace: borrowing Workspace)
        -> Bool
    {
        isParted(isBefore ? Int(match.end)..<max(Int(match.end), first) : end..<max(end, Int(match.first)), workspace)
    }

    /// Whether a "now" begins between two tokens of one sentence.
    func isParted(_ between: Range<Int>, _ workspace: borrowing Workspace) -> Bool {
        guard !between.isEmpty else { return false }
        for index in workspace.modifiers(inSentence: workspace.sentences[between.lowerBound]) {
            let other = workspace.modifiers[index]
            if between.contains(Int(other.first)), effect(of: other) == .current { return true }
        }
        return false
    }

    /// "no fever, severe left leg pain": after a comma a word for how bad it is begins something that is there.
    func isSeverity(at token: Int, _ workspace: borrowing Workspace) -> Bool {
        workspace.kept(at: token).contains { index in
            if case .severity = workspace.kept[index].meaning.kind { true } else { false }
        }
    }

    /// "maybe I can't pee": the doubt stands right before the clause it is about.
    func leadsIn(_ match: Match, _ modifier: Pattern, _ first: Int, _ workspace: borrowing Workspace) -> Bool {
        guard case .uncertain = modifier.effect else { return false }
        return workspace.clauses[Int(match.end)] == workspace.clauses[first]
    }

    func isSlight(at token: Int, _ workspace: borrowing Workspace) -> Bool {
        workspace.kept(at: token).contains { index in
            guard case .modifier = workspace.kept[index].meaning.kind else { return false }
            if case .mild = effect(of: workspace.kept[index]) { return true }
            return false
        }
    }

    /// A date stays inside the commas round it where something is told there: "cancer last year, sore back, ...".
    func isBeyondComma(
        _ first: Int, _ end: Int, _ target: Int, _ targetEnd: Int, _ workspace: borrowing Workspace
    )
        -> Bool
    {
        let between = end <= target ? end..<target : targetEnd..<max(targetEnd, first)
        guard between.contains(where: { workspace.isComma($0) }) else { return false }
        var start = first
        while start > 0, !workspace.isComma(start - 1), workspace.clauses[start - 1] == workspace.clauses[first] {
            start -= 1
        }
        var stop = end
        while stop < workspace.clauses.count, !workspace.isComma(stop),
            workspace.clauses[stop] == workspace.clauses[first]
        { stop += 1 }
        return (start..<stop).contains { workspace.isTarget($0) && !(first..<end).contains($0) }
    }

    /// A "no" passes a joint only if what stands between is an item of its list: "no fever, numbness or weakness", but
    /// not "not sleeping, back hurts". What denies things ("denies X, Y or Z") takes an item it has never heard of for one.
    func isSameList(from start: Int, to end: Int, _ modifier: Pattern, _ workspace: borrowing Workspace) -> Bool {
        var index = start
        var itemHasTarget = false
        while index < end {
            let token = workspace.utterance.tokens[index]
            // "not coping and want to die": after the joint a verb says something of its own.
            // "no weakness, a bit of fever": so does a word for how little of it there is.
            if workspace.isJoint(index), index + 1 < end,
                workspace.isVerb(index + 1) || isSlight(at: index + 1, workspace)
            {
                return false
            }
            if token.kind == .comma, index + 1 <= end, isSeverity(at: index + 1, workspace) { return false }
            // "Complications: none. Diagnosis: ...": what follows a colon answers what stands before it.
            // "None of these: ..." leads in what it denies.
            if index > start + 2, token.kind == .mark, workspace.isColon(index) { return false }
            if token.kind == .comma || workspace.isJoint(index) {
                let mayGoOn =
                    itemHasTarget || modifier.takesLists && workspace.isAlternative(index)
                    || index > start && workspace.isJoint(index - 1)
                if !mayGoOn, index > start { return false }
                if token.kind == .comma || index + 1 >= end || !workspace.isJoint(index + 1) {
                    itemHasTarget = index == start
                }
            } else if workspace.isTarget(index) || modifier.takesLists && isThing(index, modifier, workspace) {
                itemHasTarget = true
            }
            index += 1
        }
        return true
    }

    /// Whether a word may name a thing in a list: one that is in no phrase, and after words that are only said of things
    /// ("denies") any that is no small word. A bare "no" is said of much else: "no meds, back pain".
    func isThing(_ index: Int, _ modifier: Pattern, _ workspace: borrowing Workspace) -> Bool {
        let token = workspace.utterance.tokens[index]
        guard token.kind == .word else { return false }
        return token.word == 0 || token.isCorrected
            || !modifier.deniesOnlyThings && !lexicon.isSmall(token) && !workspace.isVerb(index)
    }

    /// "numbness yes the rest no": the "yes" has settled it.
    func hasAnswer(between start: Int, _ end: Int, _ workspace: borrowing Workspace) -> Bool {
        guard start < end else { return false }
        for index in Int(workspace.keptStarts[start])..<Int(workspace.keptStarts[end])
        where workspace.kept[index].meaning.kind == .answer && Int(workspace.kept[index].end) <= end {
            return true
        }
        return false
    }

    /// "numbness: none" says so; "tingling no numbness" does not deny the tingling.
    func closesItsChunk(_ match: Match, _ workspace: borrowing Workspace) -> Bool {
        let next = Int(match.end)
        guard next < workspace.utterance.tokens.count else { return true }
        let token = workspace.utterance.tokens[next]
        return token.kind == .stop || token.kind == .comma || token.kind == .mark || workspace.isJoint(next)
            || workspace.clauses[next] != workspace.clauses[Int(match.first)]
            || workspace.flags[next] & Clauses.beginning != 0
    }
}
