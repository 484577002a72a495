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
        var takesLists: Bool
    }

    let modifiers: [Pattern]
    /// What is longer ago than this is past, where a finding states no window of its own; in seconds.
    private let usualWindow: Double
    /// Per finding: its own window, and whether it is part of somebody's history.
    let windows: [Double?]
    let isHistory: [Bool]
    let lexicon: Lexicon

    init(_ knowledge: Knowledge) {
        modifiers = knowledge.modifiers.map {
            Pattern(
                effect: $0.effect, direction: $0.direction, reach: $0.reach ?? .max, crossesClauses: $0.crossesClauses,
                onlyInQuestions: $0.onlyInQuestions, deniesOnlyThings: $0.deniesOnlyThings, takesLists: $0.takesLists)
        }
        usualWindow = knowledge.usualWindow
        lexicon = knowledge.lexicon
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
