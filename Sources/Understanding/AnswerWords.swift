import Clinical
import Knowledge
import Language

/// The words of a message that answer: which of those that could do, and which of them decides.
extension AnswerReader {
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
    func isPartOfMore(_ word: Word, _ workspace: borrowing Workspace) -> Bool {
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

    func isAtStart(_ word: Word, _ length: Int, _ workspace: borrowing Workspace) -> Bool {
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
    func leadsOn(_ word: Word, _ workspace: borrowing Workspace) -> Bool {
        let isSingle = word.end - word.first == 1
        switch word.means {
        case .unknown, .first, .second, .third, .fourth, .last, .both, .only: return false
        case .yes where isSingle: return false
        case .no where isSingle && !isModifier(word, workspace): return false
        case .yes, .no, .mild, .doubtful, .all, .none: return !endsClause(word, workspace)
        }
    }

    func isModifier(_ word: Word, _ workspace: borrowing Workspace) -> Bool {
        workspace.modifiers(inSentence: workspace.sentences[word.first]).contains {
            Int(workspace.modifiers[$0].first) == word.first
        }
    }

    /// Whether nothing follows in the clause, small words and further answers aside.
    func endsClause(_ word: Word, _ workspace: borrowing Workspace) -> Bool {
        guard word.end < workspace.utterance.tokens.count else { return true }
        let next = workspace.utterance.tokens[word.end]
        if next.kind != .word, next.kind != .number { return true }
        if workspace.isJoint(word.end) || workspace.clauses[word.end] != workspace.clauses[word.first] { return true }
        if workspace.flags[word.end] & Clauses.beginning != 0 { return true }
        return workspace.kept(at: word.end).contains { workspace.kept[$0].meaning.kind == .answer }
    }

    /// The word that decides: the last clear yes or no ("oh right. no"), else the first that says anything.
    func deciding(_ words: [Word], _ workspace: borrowing Workspace) -> Word? {
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
}
