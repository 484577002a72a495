import Clinical
import Knowledge
import Language

/// What a message says to the open question. Numbers and bare yes or no bind to that question only.
struct AnswerReader: Sendable {
    let known: Known
    let engine: ContextEngine
    static let answerWords = AnswerWord.allCases

    /// An answer word with its place in tokens.
    struct Word {
        var means: AnswerWord
        var first: Int
        var end: Int
    }

    /// The answer, or nil where nothing in the message bears on the question.
    func read(_ expectation: Expectation, _ workspace: borrowing Workspace, _ understanding: Understanding) -> Answer? {
        let words = answerWords(workspace)
        switch expectation {
        case .question(let id), .which(let id):
            let question = known.knowledge[id]
            switch question.kind {
            case .screen(let items): return screen(expectation, id, items, words, workspace, understanding)
            case .choice(let options): return choice(expectation, id, options, words, workspace, understanding)
            case .scale: return scale(expectation, words, workspace, understanding)
            case .duration: return duration(expectation, words, workspace, understanding)
            case .free:
                if let word = words.first, word.means == .unknown {
                    return bare(expectation, .unknown, word, workspace)
                }
                return workspace.utterance.tokens.isEmpty
                    ? nil : Answer(expectation, .text, items: [], span: whole(workspace))
            }
        case .finding(let finding): return single(expectation, finding, words, workspace, understanding)
        case .date: return date(expectation, words, workspace, understanding)
        }
    }

    func whole(_ workspace: borrowing Workspace) -> Span {
        guard let first = workspace.utterance.tokens.first, let last = workspace.utterance.tokens.last else {
            return Span(0, 0)
        }
        return first.span.union(last.span)
    }

    func span(_ word: Word, _ workspace: borrowing Workspace) -> Span {
        workspace.utterance.tokens[word.first].span.union(workspace.utterance.tokens[word.end - 1].span)
    }

    func bare(_ expectation: Expectation, _ value: Answer.Value, _ word: Word, _ workspace: borrowing Workspace)
        -> Answer
    {
        Answer(expectation, value, items: [], span: span(word, workspace))
    }

    func choice(
        _ expectation: Expectation, _ id: QuestionID, _ options: [Question.Option], _ words: [Word],
        _ workspace: borrowing Workspace,
        _ understanding: Understanding
    ) -> Answer? {
        var chosen: [Int] = []
        for index in workspace.kept.indices {
            let match = workspace.kept[index]
            guard match.meaning.kind == .option, Int(match.meaning.index) == id.index else { continue }
            let option = Int(match.meaning.detail)
            // "lower back": the longer word of the list wins over "back" alone.
            let isInside = workspace.kept(reaching: Int(match.first)).contains {
                let other = workspace.kept[$0]
                return other.meaning.kind == .option && other.meaning.index == match.meaning.index
                    && other.outweighs(match)
            }
            if !isInside, !chosen.contains(option), !isDenied(match, workspace) { chosen.append(option) }
        }
        if chosen.isEmpty { chosen = options.indices.filter { isNamed(options[$0], understanding) } }
        if chosen.isEmpty, let picked = words.compactMap({ position($0.means, of: options.count) }).first {
            chosen = picked
        }
        if chosen.isEmpty, let number = bareNumber(understanding), options.indices.contains(Int(number) - 1),
            number == number.rounded()
        {
            chosen = [Int(number) - 1]
        }
        if !chosen.isEmpty { return Answer(expectation, .options(chosen.sorted()), items: [], span: whole(workspace)) }
        guard let word = words.first else { return nil }
        switch word.means {
        case .yes, .mild, .all: return bare(expectation, .yes, word, workspace)
        case .no, .none: return bare(expectation, .no, word, workspace)
        case .doubtful, .unknown: return bare(expectation, .unknown, word, workspace)
        case .only, .first, .second, .third, .fourth, .last, .both: return nil
        }
    }

    /// "My chest, not my back" picks no back.
    func isDenied(_ match: Match, _ workspace: borrowing Workspace) -> Bool {
        var hidden: [Scope]?
        return engine.read(Int(match.first), Int(match.end), in: workspace, scopes: &hidden).isAbsent
    }

    /// Whether the message names what the option stands for, in words the reader knows already.
    func isNamed(_ option: Question.Option, _ understanding: Understanding) -> Bool {
        option.effects.contains { effect in
            switch effect {
            case .side(let side): return understanding.bareSide == side
            case .site(let site):
                return understanding.entities.contains {
                    if case .site(site, _) = $0.value { $0.context.status != .absent } else { false }
                }
            case .attribute(let attribute):
                return understanding.entities.contains {
                    if case .attribute(attribute) = $0.value { $0.context.status == .present } else { false }
                }
            case .spread, .finding, .region, .isNew: return false
            }
        }
    }

    func bareNumber(_ understanding: Understanding) -> Double? {
        let numbers = understanding.entities.compactMap { entity -> Double? in
            if case .number(let value) = entity.value { value } else { nil }
        }
        return numbers.count == 1 && understanding.entities.count == 1 ? numbers[0] : nil
    }

    func scale(
        _ expectation: Expectation, _ words: [Word], _ workspace: borrowing Workspace, _ understanding: Understanding
    ) -> Answer? {
        for entity in understanding.entities {
            switch entity.value {
            case .severity(_, _, let high, _, _):
                if let high { return Answer(expectation, .score(high), items: [], span: entity.span) }
            case .number(let value) where (0...10).contains(value) && endsThere(entity, workspace):
                return Answer(expectation, .score(value), items: [], span: entity.span)
            case .number(let value) where value > 10 && value <= 11:
                return Answer(expectation, .score(10), items: [], span: entity.span)
            case .number, .site, .radiation, .symptom, .duration, .attribute, .age, .temperature: break
            }
        }
        return declined(expectation, words, workspace)
    }

    /// "don't know", and a plain "no" where a number was asked for: nothing more is to be had.
    func declined(_ expectation: Expectation, _ words: [Word], _ workspace: borrowing Workspace) -> Answer? {
        words.first { $0.means == .unknown || $0.means == .no || $0.means == .none }.map {
            bare(expectation, .unknown, $0, workspace)
        }
    }

    /// "one odd thing" counts no pain.
    func endsThere(_ entity: Entity, _ workspace: borrowing Workspace) -> Bool {
        let tokens = workspace.utterance.tokens
        // The first token after the entity.
        let next = tokens.indices.partition { Int(tokens[$0].start) < entity.span.end }
        guard next < tokens.count else { return true }
        let token = tokens[next]
        return token.kind != .word || workspace.isJoint(next)
            || known.knowledge.lexicon.isSmall(token)
            || workspace.kept(at: next).contains {
                workspace.kept[$0].meaning.kind == .time || workspace.kept[$0].meaning.kind == .modifier
            }
    }

    func duration(
        _ expectation: Expectation, _ words: [Word], _ workspace: borrowing Workspace, _ understanding: Understanding
    ) -> Answer? {
        for entity in understanding.entities {
            if case .duration(let interval, _) = entity.value {
                return Answer(expectation, .duration(interval), items: [], span: entity.span)
            }
        }
        if let moment = workspace.moments.first {
            return Answer(expectation, .duration(moment.ago), items: [], span: whole(workspace))
        }
        return declined(expectation, words, workspace)
    }

    func single(
        _ expectation: Expectation, _ finding: FindingID, _ words: [Word], _ workspace: borrowing Workspace,
        _ understanding: Understanding
    ) -> Answer? {
        if let said = understanding.findings.last(where: { $0.concept == finding && $0.context.experiencer == .patient }
        ) {
            return Answer(expectation, .items, items: [said], span: said.span)
        }
        guard let word = deciding(words, workspace) else { return nil }
        let place = span(word, workspace)
        func item(_ status: Status, isMild: Bool = false) -> [Finding] {
            filled([finding], [], status, place, isMild: isMild)
        }
        switch word.means {
        case .yes, .all: return Answer(expectation, .yes, items: item(.present), span: place)
        case .mild: return Answer(expectation, .mild, items: item(.present, isMild: true), span: place)
        case .no, .none: return Answer(expectation, .no, items: item(.absent), span: place)
        case .doubtful: return Answer(expectation, .doubtful, items: item(.uncertain), span: place)
        case .unknown: return Answer(expectation, .unknown, items: [], span: place)
        case .only, .first, .second, .third, .fourth, .last, .both: return nil
        }
    }

    func date(
        _ expectation: Expectation, _ words: [Word], _ workspace: borrowing Workspace, _ understanding: Understanding
    ) -> Answer? {
        if let answer = duration(expectation, [], workspace, understanding) { return answer }
        let remote = workspace.modifiers.contains {
            let effect = known.knowledge.modifiers[Int($0.meaning.index)].effect
            return effect == .remote || effect == .longStanding
        }
        if remote {
            let years = Interval(low: TimeUnit.years.seconds, high: nil, isApproximate: true)
            return Answer(expectation, .duration(years), items: [], span: whole(workspace))
        }
        return words.first { $0.means == .unknown }.map { bare(expectation, .unknown, $0, workspace) }
    }
}
