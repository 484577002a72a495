package import Knowledge
package import Language

/// The reader's buffers. Keep one for many messages: reading then allocates nothing that grows with use.
package struct Workspace: Sendable {
    package internal(set) var utterance = Utterance()
    /// The first word or number, and the token just past the last.
    var words: (first: Int32, end: Int32) = (.max, 0)
    /// Every phrase that stands in the text.
    var matches: [Match] = []
    /// The matches that count, after longer ones and look-alikes have taken their words.
    var kept: [Match] = []
    /// Per token, and once more at the end: index into `kept` of the first match that begins there or later.
    var keptStarts: [Int32] = []
    /// How many tokens the longest match of `kept` covers.
    var longestKept: Int32 = 0
    /// Per token: the sentence, the clause and the chunk it belongs to.
    var sentences: [Int32] = []
    var clauses: [Int32] = []
    var chunks: [Int32] = []
    /// Per sentence, and once more at the end: its first token.
    var sentenceStarts: [Int32] = []
    /// Per token: what it does to clauses and chunks, and what it is part of; see `Clauses`.
    var flags: [UInt16] = []
    /// Matches that count, by what they are, in order.
    var sides: [Match] = []
    var spreads: [Match] = []
    var degrees: [Match] = []
    /// Number, unit and time words.
    var quantities: [Match] = []
    /// Per token, and once more at the end: index into `quantities` of the first that begins there or later.
    var quantityStarts: [Int32] = []
    /// Modifiers that act, in order.
    var modifiers: [Match] = []
    /// Per sentence, and once more at the end: index into `modifiers` of the first that begins there or later.
    var modifierStarts: [Int32] = []
    /// Matches that are modifiers, those that look like one and are none among them, in order.
    var allModifiers: [Match] = []
    /// Times in the past, in order of their first token.
    var moments: [Moment] = []
    /// Who each clause is about.
    var subjects: [SubjectMark] = []
    var selection = SelectionScratch()

    package init() {}

    /// Puts the matches of one first token in the order of their ends; they are few and nearly in order.
    mutating func sortByEnd(_ range: Range<Int>) {
        for index in range.dropFirst() {
            var place = index
            while place > range.lowerBound, matches[place - 1].end > matches[place].end {
                matches.swapAt(place - 1, place)
                place -= 1
            }
        }
    }

    /// Fills `words`.
    mutating func findWords() {
        words = (.max, 0)
        for index in utterance.tokens.indices {
            let kind = utterance.tokens[index].kind
            guard kind == .word || kind == .number else { continue }
            words.first = min(words.first, Int32(index))
            words.end = Int32(index) + 1
        }
    }

    /// Fills `keptStarts`, `longestKept` and the lists of matches by what they are.
    mutating func indexKept() {
        keptStarts.removeAll(keepingCapacity: true)
        sides.removeAll(keepingCapacity: true)
        spreads.removeAll(keepingCapacity: true)
        degrees.removeAll(keepingCapacity: true)
        quantities.removeAll(keepingCapacity: true)
        quantityStarts.removeAll(keepingCapacity: true)
        allModifiers.removeAll(keepingCapacity: true)
        longestKept = 0
        for index in kept.indices {
            let match = kept[index]
            let first = Int(match.first)
            while keptStarts.count <= first { keptStarts.append(Int32(index)) }
            longestKept = max(longestKept, match.count)
            switch match.meaning.kind {
            case .number, .unit, .time:
                while quantityStarts.count <= first { quantityStarts.append(Int32(quantities.count)) }
                quantities.append(match)
            case .side: sides.append(match)
            case .spread: spreads.append(match)
            case .degree: degrees.append(match)
            case .modifier: allModifiers.append(match)
            case .site, .symptom, .severity, .attribute, .finding, .vague, .term, .answer, .topic, .option, .item,
                .person, .region, .clause, .block:
                break
            }
        }
        while keptStarts.count <= utterance.tokens.count { keptStarts.append(Int32(kept.count)) }
        while quantityStarts.count <= utterance.tokens.count { quantityStarts.append(Int32(quantities.count)) }
    }

    /// The matches that count and begin at a token.
    func kept(at token: Int) -> Range<Int> { Int(keptStarts[token])..<Int(keptStarts[token + 1]) }

    /// The matches that count, begin at a token or before it and may reach it.
    func kept(reaching token: Int) -> Range<Int> {
        Int(keptStarts[max(0, token + 1 - Int(longestKept))])..<Int(keptStarts[token + 1])
    }

    /// Fills `modifierStarts`.
    mutating func indexModifiers() {
        modifierStarts.removeAll(keepingCapacity: true)
        for index in modifiers.indices {
            let sentence = Int(sentences[Int(modifiers[index].first)])
            while modifierStarts.count <= sentence { modifierStarts.append(Int32(index)) }
        }
        while modifierStarts.count < sentenceStarts.count { modifierStarts.append(Int32(modifiers.count)) }
    }

    /// The modifiers that begin in a sentence.
    func modifiers(inSentence sentence: Int32) -> Range<Int> {
        Int(modifierStarts[Int(sentence)])..<Int(modifierStarts[Int(sentence) + 1])
    }

    /// Whether a phrase is all that was said, marks aside.
    func isWhole(_ match: Match) -> Bool {
        match.first <= words.first && words.end <= match.end
    }

    /// Whether the sentence of a token ends with a question mark.
    func isQuestion(_ token: Int32) -> Bool {
        let last = Int(sentenceStarts[Int(sentences[Int(token)]) + 1]) - 1
        return utterance.bytes[Int(utterance.tokens[last].start)] == UInt8(ascii: "?")
    }

    /// How many words stand in the sentence of a token.
    func wordsInSentence(of token: Int) -> Int {
        let sentence = Int(sentences[token])
        return utterance.tokens[Int(sentenceStarts[sentence])..<Int(sentenceStarts[sentence + 1])].count {
            $0.kind == .word
        }
    }

    /// Whether a token joins or parts clauses or items of a list.
    func isJoint(_ token: Int) -> Bool { flags[token] & Clauses.joint != 0 }

    /// Whether a token is part of something said of the body.
    func isTarget(_ token: Int) -> Bool { flags[token] & Clauses.target != 0 }

    /// Whether a token is part of a site's name.
    func isSite(_ token: Int) -> Bool { flags[token] & Clauses.place != 0 }

    /// Whether a token is a verb that shows a clause.
    func isVerb(_ token: Int) -> Bool { flags[token] & Clauses.verb != 0 }

    /// Whether a token denies by itself: "can't".
    func isNegative(_ token: Int) -> Bool { flags[token] & Clauses.negative != 0 }

    func isComma(_ token: Int) -> Bool { utterance.tokens[token].kind == .comma }
}

/// A stretch of tokens that dates what is said beside it.
struct Moment: Sendable {
    var first: Int
    var end: Int
    /// How long ago.
    var ago: Interval
}

/// From this token on, the text is about somebody.
struct SubjectMark: Sendable {
    var token: Int
    /// Index of people.
    var person: Int
    var kind: Person.Kind
}
