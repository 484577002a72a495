import Clinical
import Knowledge
import Language

/// What a message says to the open question. Numbers and bare yes or no bind to that question only.
struct AnswerReader: Sendable {
    let known: Known
    let engine: ContextEngine
    private static let answerWords = AnswerWord.allCases

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

    // MARK: Words

    /// Answer words that stand where an answer stands: at the start of the message, of a sentence or of a clause.
    func answerWords(_ workspace: borrowing Workspace) -> [Word] {
        var words: [Word] = []
        for index in workspace.kept.indices where workspace.kept[index].meaning.kind == .answer {
            let match = workspace.kept[index]
            let word = Word(
                means: Self.answerWords[Int(match.meaning.detail)], first: Int(match.first), end: Int(match.end))
            if let last = words.last, word.first < last.end {
                if word.first == last.first, word.end > last.end { words[words.count - 1] = word }
                continue
            }
            words.append(word)
        }
        let length = workspace.utterance.tokens.count { $0.kind == .word || $0.kind == .number }
        return words.filter { word in
            isAtStart(word, length, workspace) && !leadsOn(word, workspace) && !isPartOfMore(word, workspace)
        }
    }

    /// "first" in "the first time" picks no item.
    private func isPartOfMore(_ word: Word, _ workspace: borrowing Workspace) -> Bool {
        workspace.kept(reaching: word.first).contains { index in
            let match = workspace.kept[index]
            guard word.end <= Int(match.end), Int(match.count) > word.end - word.first else { return false }
            switch match.meaning.kind {
            case .attribute, .finding, .symptom, .severity, .site, .vague, .time, .term: return true
            case .degree, .side, .number, .unit, .modifier, .answer, .topic, .option, .item, .person, .region, .clause,
                .spread, .block:
                return false
            }
        }
    }

    private func isAtStart(_ word: Word, _ length: Int, _ workspace: borrowing Workspace) -> Bool {
        switch word.means {
        case .unknown: return true
        case .none, .all, .only:
            // "everything" alone says all; in "I can feel everything" it says nothing of the sort.
            if word.first <= 1 { return true }
            let before = workspace.utterance.tokens[word.first - 1]
            return word.end - word.first > 1 && (length <= 8 || before.kind == .comma || before.kind == .stop)
        case .first, .second, .third, .fourth, .last, .both:
            let letters = workspace.utterance.tokens[word.first].span.count
            return letters > 1 ? length <= 6 : length <= 2
        case .yes, .no, .mild, .doubtful:
            if word.first <= 1 { return true }
            let before = workspace.utterance.tokens[word.first - 1]
            return before.kind == .comma || before.kind == .stop
        }
    }

    /// "no numbness", "nothing helps", "maybe a 6": the word belongs to what follows and answers nothing by itself.
    /// A plain "yes" or "nope" answers whatever follows.
    private func leadsOn(_ word: Word, _ workspace: borrowing Workspace) -> Bool {
        let isSingle = word.end - word.first == 1
        switch word.means {
        case .unknown, .first, .second, .third, .fourth, .last, .both, .only: return false
        case .yes where isSingle: return false
        case .no where isSingle && !isModifier(word, workspace): return false
        case .yes, .no, .mild, .doubtful, .all, .none: return !endsClause(word, workspace)
        }
    }

    private func isModifier(_ word: Word, _ workspace: borrowing Workspace) -> Bool {
        workspace.modifiers(inSentence: workspace.sentences[word.first]).contains {
            Int(workspace.modifiers[$0].first) == word.first
        }
    }

    /// Whether nothing follows in the clause, small words and further answers aside.
    private func endsClause(_ word: Word, _ workspace: borrowing Workspace) -> Bool {
        guard word.end < workspace.utterance.tokens.count else { return true }
        let next = workspace.utterance.tokens[word.end]
        if next.kind != .word, next.kind != .number { return true }
        if workspace.isJoint(word.end) || workspace.clauses[word.end] != workspace.clauses[word.first] { return true }
        if workspace.flags[word.end] & Clauses.beginning != 0 { return true }
        return workspace.kept(at: word.end).contains { workspace.kept[$0].meaning.kind == .answer }
    }

    private func whole(_ workspace: borrowing Workspace) -> Span {
        guard let first = workspace.utterance.tokens.first, let last = workspace.utterance.tokens.last else {
            return Span(0, 0)
        }
        return first.span.union(last.span)
    }

    private func span(_ word: Word, _ workspace: borrowing Workspace) -> Span {
        workspace.utterance.tokens[word.first].span.union(workspace.utterance.tokens[word.end - 1].span)
    }

    private func bare(_ expectation: Expectation, _ value: Answer.Value, _ word: Word, _ workspace: borrowing Workspace)
        -> Answer
    {
        Answer(expectation, value, items: [], span: span(word, workspace))
    }

    /// The word that decides: the last clear yes or no ("oh right. no"), else the first that says anything.
    private func deciding(_ words: [Word], _ workspace: borrowing Workspace) -> Word? {
        let clears = words.filter { word in
            switch word.means {
            case .yes, .no, .none, .all: true
            case .mild, .doubtful, .unknown, .only, .first, .second, .third, .fourth, .last, .both: false
            }
        }
        // "no, I was lifting" stays a no; "oh right. No" becomes one with its next sentence.
        let clear =
            clears.last { word in
                clears.first.map { workspace.sentences[$0.first] != workspace.sentences[word.first] } ?? false
            } ?? clears.first
        if let clear { return clear }
        return words.first { word in
            switch word.means {
            case .mild, .doubtful, .unknown: true
            case .yes, .no, .none, .all, .only, .first, .second, .third, .fourth, .last, .both: false
            }
        }
    }

    // MARK: Screens

    private func screen(
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
    private func named(
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
    private func isOfPlace(_ match: Match, _ workspace: borrowing Workspace) -> Bool {
        let clause = workspace.clauses[Int(match.first)]
        for place in workspace.sides.indices
        where workspace.clauses[Int(workspace.sides[place].first)] == clause
            && !workspace.sides[place].overlaps(match)
        {
            return true
        }
        var index = Int(match.first)
        while index > 0, workspace.clauses[index - 1] == clause { index -= 1 }
        while index < workspace.clauses.count, workspace.clauses[index] == clause {
            if workspace.isSite(index), index < Int(match.first) || index >= Int(match.end) { return true }
            index += 1
        }
        return false
    }

    private func position(_ word: AnswerWord, of count: Int) -> [Int]? {
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

    private func filled(
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

    private func closed(
        _ expectation: Expectation, _ asked: [FindingID], _ said: [Finding], others: Status,
        _ workspace: borrowing Workspace
    ) -> Answer {
        Answer(expectation, .items, items: filled(asked, said, others, whole(workspace)), span: whole(workspace))
    }

    // MARK: Other kinds

    private func choice(
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
    private func isDenied(_ match: Match, _ workspace: borrowing Workspace) -> Bool {
        var hidden: [Scope]?
        return engine.read(Int(match.first), Int(match.end), in: workspace, scopes: &hidden).isAbsent
    }

    /// Whether the message names what the option stands for, in words the reader knows already.
    private func isNamed(_ option: Question.Option, _ understanding: Understanding) -> Bool {
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

    private func bareNumber(_ understanding: Understanding) -> Double? {
        let numbers = understanding.entities.compactMap { entity -> Double? in
            if case .number(let value) = entity.value { value } else { nil }
        }
        return numbers.count == 1 && understanding.entities.count == 1 ? numbers[0] : nil
    }

    private func scale(
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
    private func declined(_ expectation: Expectation, _ words: [Word], _ workspace: borrowing Workspace) -> Answer? {
        words.first { $0.means == .unknown || $0.means == .no || $0.means == .none }.map {
            bare(expectation, .unknown, $0, workspace)
        }
    }

    /// "one odd thing" counts no pain.
    private func endsThere(_ entity: Entity, _ workspace: borrowing Workspace) -> Bool {
        let tokens = workspace.utterance.tokens
        // The first token after the entity.
        var next = 0
        var high = tokens.count
        while next < high {
            let middle = (next + high) / 2
            if Int(tokens[middle].start) < entity.span.end { next = middle + 1 } else { high = middle }
        }
        guard next < tokens.count else { return true }
        let token = tokens[next]
        return token.kind != .word || workspace.isJoint(next)
            || token.word != 0 && known.knowledge.lexicon.isFiller[Int(token.word)]
            || workspace.kept(at: next).contains {
                workspace.kept[$0].meaning.kind == .time || workspace.kept[$0].meaning.kind == .modifier
            }
    }

    private func duration(
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

    private func single(
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

    private func date(
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
