import Clinical
import Knowledge
import Language

/// What the words around a mention make of it: there or not, sure or not, now or long ago.
///
/// The idea is ConText's (Harkema et al. 2009): named patterns with a direction and a reach. The reach ends with the
/// clause, at a full stop, and at a list's joint that leads to no further item.
final class ContextEngine: Sendable {
    /// A modifier without its name.
    struct Pattern: Sendable {
        var effect: Modifier.Effect
        var direction: Modifier.Direction
        var reach: Int
        var crossesClauses: Bool
        var onlyInQuestions: Bool
        var deniesOnlyThings: Bool
    }

    let modifiers: [Pattern]
    /// What is longer ago than this is past, where a finding states no window of its own; in seconds.
    private let usualWindow: Double
    /// Per finding: its own window, and whether it is part of somebody's history.
    let windows: [Double?]
    let isHistory: [Bool]

    init(_ knowledge: Knowledge) {
        modifiers = knowledge.modifiers.map {
            Pattern(
                effect: $0.effect, direction: $0.direction, reach: $0.reach ?? .max, crossesClauses: $0.crossesClauses,
                onlyInQuestions: $0.onlyInQuestions, deniesOnlyThings: $0.deniesOnlyThings)
        }
        usualWindow = knowledge.usualWindow
        windows = knowledge.findings.map(\.window)
        isHistory = knowledge.findings.map { $0.kind == .history }
    }

    func effect(of match: Match) -> Modifier.Effect { modifiers[Int(match.meaning.index)].effect }

    /// Whether a modifier acts only on what stands before it.
    func isBackward(_ match: Match) -> Bool {
        switch modifiers[Int(match.meaning.index)].direction {
        case .backward: true
        case .forward, .both: false
        }
    }

    /// What a mention is, before anybody asks whose it is.
    struct Reading: BitwiseCopyable {
        var isAbsent = false
        var isUncertain = false
        var isHypothetical = false
        var isFeared = false
        var isRemote = false
        var isUndated = false
        var hasStopped = false
        var isLongStanding = false
        var isMild = false
        var isFamily = false
        var isCurrent = false
        var isUntilNow = false
        var ago: Interval?
    }

    /// Reads the words around the tokens `first..<end`.
    ///
    /// `others` are further words of the same finding: what stands inside them is part of it and changes nothing.
    func read(
        _ first: Int, _ end: Int, besides others: ArraySlice<Range<Int>> = [], in workspace: borrowing Workspace,
        scopes: inout [Scope]?
    ) -> Reading {
        var reading = Reading()
        let sentence = workspace.sentences[first]
        let own = workspace.modifiers(inSentence: sentence)
        let lowest = sentence > 0 ? workspace.modifiers(inSentence: sentence - 1).lowerBound : own.lowerBound
        for index in lowest..<own.upperBound {
            let match = workspace.modifiers[index]
            guard index >= own.lowerBound || carriesOver(match, to: first, workspace) else { continue }
            if others.contains(where: { $0.contains(Int(match.first)) && $0.contains(Int(match.end) - 1) }) { continue }
            let modifier = modifiers[Int(match.meaning.index)]
            guard reaches(match, modifier, first, end, workspace) else { continue }
            if modifier.onlyInQuestions, !workspace.isQuestion(match.first) { continue }
            apply(modifier.effect, to: &reading)
            if scopes != nil {
                let tokens = workspace.utterance.tokens
                scopes?.append(
                    Scope(
                        modifier: ModifierID(Int(match.meaning.index)),
                        span: tokens[Int(match.first)].span.union(tokens[Int(match.end) - 1].span),
                        reach: tokens[first].span.union(tokens[end - 1].span)))
            }
        }
        if isAnsweredNo(first, workspace) { reading.isAbsent = true }
        reading.ago = moment(for: first, in: workspace)
        return reading
    }

    /// "Chest pain? Nah.": the person answers a question of their own.
    private func isAnsweredNo(_ token: Int, _ workspace: borrowing Workspace) -> Bool {
        let next = Int(workspace.sentenceStarts[Int(workspace.sentences[token]) + 1])
        guard next < workspace.sentences.count, workspace.isQuestion(Int32(token)),
            workspace.wordsInSentence(of: next) <= 2
        else {
            return false
        }
        return workspace.kept(at: next).contains { index in
            let meaning = workspace.kept[index].meaning
            guard case .answer = meaning.kind else { return false }
            switch Self.answerWords[Int(meaning.detail)] {
            case .no, .none: return true
            case .yes, .mild, .doubtful, .unknown, .all, .only, .first, .second, .third, .fourth, .last, .both:
                return false
            }
        }
    }

    private static let answerWords = AnswerWord.allCases

    /// "What should I watch out for, numbness? Trouble peeing?": a scrap of a question goes on with the one before.
    private func carriesOver(_ match: Match, to token: Int, _ workspace: borrowing Workspace) -> Bool {
        let modifier = modifiers[Int(match.meaning.index)]
        guard modifier.effect == .hypothetical, modifier.crossesClauses, modifier.direction == .forward else {
            return false
        }
        return workspace.isQuestion(match.first) && workspace.isQuestion(Int32(token))
            && workspace.wordsInSentence(of: token) <= 4
    }

    private func apply(_ effect: Modifier.Effect, to reading: inout Reading) {
        switch effect {
        case .absent: reading.isAbsent = true
        case .uncertain: reading.isUncertain = true
        case .hypothetical: reading.isHypothetical = true
        case .feared: reading.isFeared = true
        case .remote: reading.isRemote = true
        case .undated: reading.isUndated = true
        case .stopped: reading.hasStopped = true
        case .longStanding: reading.isLongStanding = true
        case .mild: reading.isMild = true
        case .family: reading.isFamily = true
        case .current: reading.isCurrent = true
        case .untilNow: reading.isUntilNow = true
        case .nothing: break
        }
    }

    private func reaches(
        _ match: Match, _ modifier: Pattern, _ first: Int, _ end: Int, _ workspace: borrowing Workspace
    ) -> Bool {
        // "don't have" reaches into "have a temperature": what begins before the words stands before them.
        let isBefore = Int(match.first) < first && Int(match.end) < end
        let isAfter = !isBefore && Int(match.first) >= first && Int(match.end) > end
        // Inside the words themselves it is part of them: "can't pee", "no fever".
        guard isBefore || isAfter else { return false }
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
            if isBeyondComma(Int(match.first), Int(match.end), first, end, workspace) { return false }
        }
        if case .current = modifier.effect, isBeyondComma(Int(match.first), Int(match.end), first, end, workspace) {
            return false
        }
        guard modifier.effect == .absent else { return true }
        if isAfter, hasAnswer(between: end, Int(match.first), workspace) { return false }
        return isBefore
            ? isSameList(from: Int(match.end), to: first, workspace)
            : closesItsChunk(match, workspace)
    }

    /// "cancer 6 years ago, now my back": what comes after "now" is not 6 years ago.
    private func isParted(_ match: Match, _ first: Int, _ end: Int, _ isBefore: Bool, _ workspace: borrowing Workspace)
        -> Bool
    {
        isParted(isBefore ? Int(match.end)..<max(Int(match.end), first) : end..<max(end, Int(match.first)), workspace)
    }

    /// Whether a "now" begins between two tokens of one sentence.
    private func isParted(_ between: Range<Int>, _ workspace: borrowing Workspace) -> Bool {
        guard !between.isEmpty else { return false }
        for index in workspace.modifiers(inSentence: workspace.sentences[between.lowerBound]) {
            let other = workspace.modifiers[index]
            if between.contains(Int(other.first)), effect(of: other) == .current { return true }
        }
        return false
    }

    /// "no fever, severe left leg pain": after a comma a word for how bad it is begins something that is there.
    private func isSeverity(at token: Int, _ workspace: borrowing Workspace) -> Bool {
        workspace.kept(at: token).contains { index in
            if case .severity = workspace.kept[index].meaning.kind { true } else { false }
        }
    }

    /// "maybe I can't pee": the doubt stands right before the clause it is about.
    private func leadsIn(_ match: Match, _ modifier: Pattern, _ first: Int, _ workspace: borrowing Workspace) -> Bool {
        guard case .uncertain = modifier.effect else { return false }
        return workspace.clauses[Int(match.end)] == workspace.clauses[first]
    }

    private func isSlight(at token: Int, _ workspace: borrowing Workspace) -> Bool {
        workspace.kept(at: token).contains { index in
            guard case .modifier = workspace.kept[index].meaning.kind else { return false }
            if case .mild = effect(of: workspace.kept[index]) { return true }
            return false
        }
    }

    /// A date stays inside the commas round it where something is told there: "cancer last year, sore back, ...".
    private func isBeyondComma(
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
    /// not "not sleeping, back hurts".
    private func isSameList(from start: Int, to end: Int, _ workspace: borrowing Workspace) -> Bool {
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
            if token.kind == .comma || workspace.isJoint(index) {
                if !itemHasTarget, index > start { return false }
                if token.kind == .comma || index + 1 >= end || !workspace.isJoint(index + 1) {
                    itemHasTarget = index == start
                }
            } else if workspace.isTarget(index) {
                itemHasTarget = true
            }
            index += 1
        }
        return true
    }

    /// "numbness yes the rest no": the "yes" has settled it.
    private func hasAnswer(between start: Int, _ end: Int, _ workspace: borrowing Workspace) -> Bool {
        guard start < end else { return false }
        for index in Int(workspace.keptStarts[start])..<Int(workspace.keptStarts[end])
        where workspace.kept[index].meaning.kind == .answer && Int(workspace.kept[index].end) <= end {
            return true
        }
        return false
    }

    /// "numbness: none" says so; "tingling no numbness" does not deny the tingling.
    private func closesItsChunk(_ match: Match, _ workspace: borrowing Workspace) -> Bool {
        let next = Int(match.end)
        guard next < workspace.utterance.tokens.count else { return true }
        let token = workspace.utterance.tokens[next]
        return token.kind == .stop || token.kind == .comma || token.kind == .mark || workspace.isJoint(next)
            || workspace.clauses[next] != workspace.clauses[Int(match.first)]
            || workspace.flags[next] & Clauses.beginning != 0
    }

    /// How long ago, by a date in the same clause, or in a clause of the sentence that tells of nothing else.
    private func moment(for token: Int, in workspace: borrowing Workspace) -> Interval? {
        guard !workspace.moments.isEmpty else { return nil }
        let sentence = workspace.sentences[token]
        let start = workspace.sentenceStarts[Int(sentence)]
        // The first moment of the sentence.
        var low = 0
        var high = workspace.moments.count
        while low < high {
            let middle = (low + high) / 2
            if workspace.moments[middle].first < start { low = middle + 1 } else { high = middle }
        }
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
    private func isOfAnotherDoing(_ moment: Moment, after token: Int, _ workspace: borrowing Workspace) -> Bool {
        guard moment.first > token else { return false }
        let clause = workspace.clauses[moment.first]
        var index = Subjects.firstMark(after: token, in: workspace)
        while index < workspace.subjects.count, workspace.subjects[index].token < moment.first {
            if workspace.clauses[workspace.subjects[index].token] == clause { return true }
            index += 1
        }
        return false
    }

    private func clauseHasTarget(_ token: Int, _ workspace: borrowing Workspace) -> Bool {
        let clause = workspace.clauses[token]
        var index = token
        while index > 0, workspace.clauses[index - 1] == clause { index -= 1 }
        while index < workspace.clauses.count, workspace.clauses[index] == clause {
            if workspace.isTarget(index) { return true }
            index += 1
        }
        return false
    }

    /// The context that a reading amounts to. `window` is the finding's own; `isHistory` marks illnesses and risks,
    /// of which fear is no finding. nil means: nothing is asserted.
    func context(
        _ reading: Reading, window: Double?, isHistory: Bool, course: Interval?
    ) -> Context? {
        if reading.isFeared, isHistory { return nil }
        var context = Context()
        context.isMild = reading.isMild
        context.ago = reading.ago
        context.hasStopped = reading.hasStopped
        context.isLongStanding = reading.isLongStanding
        if reading.isFamily {
            context.experiencer = .other
            context.time = .past
        }
        if reading.isAbsent, reading.isUntilNow {
            context.ago = nil
            return context
        }
        if reading.isAbsent {
            context.status = .absent
        } else if reading.isUncertain {
            context.status = .uncertain
        }
        if reading.isHypothetical { context.time = .hypothetical }
        // An illness stays part of a history however long ago it was, unless the knowledge sets a window for it.
        guard context.time == .current, !reading.isCurrent, !isHistory || window != nil else { return context }
        if isLongAgo(reading, window: window, course: course) {
            context.time = .past
        } else if reading.ago == nil, reading.isUndated || reading.hasStopped {
            context.isUndated = true
        }
        return context
    }

    /// Before the trouble began and outside the finding's window.
    private func isLongAgo(_ reading: Reading, window: Double?, course: Interval?) -> Bool {
        guard let ago = reading.ago else { return reading.isRemote }
        let limit = max(window ?? usualWindow, course?.atMost ?? 0)
        return ago.atLeast > limit
    }
}
