import Knowledge
package import Language

/// The reader's buffers. Keep one for many messages: reading then allocates nothing that grows with use.
///
/// It can't be copied: handing it on costs nothing, and no two readings share one.
package struct Workspace: ~Copyable {
    package internal(set) var utterance = Utterance()
    /// The first word or number, and the token just past the last.
    var words: (first: Int32, end: Int32) = (.max, 0)
    /// The words on which phrases of the lexicon stand.
    var hits: [Hit] = []
    /// The matches that count, after longer ones and look-alikes have taken their words.
    var kept = Buffer<Match>()
    /// Per token, and once more at the end: index into `kept` of the first match that begins there or later.
    var keptStarts = Buffer<Int32>()
    /// How many tokens the longest match of `kept` covers.
    var longestKept: Int32 = 0
    /// The kinds of `kept`, as `Meaning.Kind.bit`.
    var keptKinds: UInt32 = 0
    /// The parts of combinations among `signs`.
    var keptParts = PartSet()
    /// Per token: the sentence, the clause and the chunk it belongs to.
    var sentences = Buffer<Int32>()
    var clauses = Buffer<Int32>()
    var chunks = Buffer<Int32>()
    /// Per sentence, and once more at the end: its first token.
    var sentenceStarts = Buffer<Int32>()
    /// Per token: what it does to clauses and chunks, and what it is part of; see `Clauses`.
    var flags = Buffer<UInt16>()
    /// Matches that count, by what they are, in order: sites, symptoms, severity, attributes.
    var plain = Buffer<Match>()
    /// Findings, and what findings are put together from.
    var signs = Buffer<Match>()
    var sides = Buffer<Match>()
    var spreads = Buffer<Match>()
    var degrees = Buffer<Match>()
    var people = Buffer<Match>()
    /// Number, unit and time words.
    var quantities: [Match] = []
    /// Tokens at which a number or a length of time may begin.
    var openings: [Int] = []
    /// Per token, and once more at the end: index into `quantities` of the first that begins there or later.
    var quantityStarts: [Int32] = []
    /// Modifiers that act, in order.
    var modifiers = Buffer<Match>()
    /// Per sentence, and once more at the end: index into `modifiers` of the first that begins there or later.
    var modifierStarts = Buffer<Int32>()
    /// Matches that are modifiers, those that look like one and are none among them, in order.
    var allModifiers = Buffer<Match>()
    /// Where words of what is mentioned say that it was: "had a clot".
    var tales = Buffer<Int32>()
    /// Times in the past, in order of their first token.
    var moments = Buffer<Moment>()
    /// Who each clause is about.
    var subjects = Buffer<SubjectMark>()
    var selection = SelectionScratch()
    var drafts = Drafts()

    package init() {}

    /// What can be told of the tokens alone. Fills `words`, and the flags of commas and single words.
    mutating func lookOver(_ clauses: Clauses, _ lexicon: Lexicon) {
        flags.removeAll()
        var first = -1
        var end = 0
        for index in utterance.tokens.indices {
            let token = utterance.tokens[index]
            var flag = clauses.ofWord[Int(token.word)]
            switch token.kind {
            case .number:
                flag |= Clauses.quantity
                if first < 0 { first = index }
                end = index + 1
            case .word:
                if first < 0 { first = index }
                end = index + 1
            case .comma: flag |= Clauses.soft
            case .stop, .dash, .mark: break
            }
            flags.append(flag)
        }
        words = (first < 0 ? .max : Int32(first), Int32(end))
    }

    /// Forgets the matches that counted in the last text.
    mutating func beginKeeping() {
        kept.removeAll()
        keptStarts.removeAll()
        longestKept = 0
        keptKinds = 0
        plain.removeAll()
        signs.removeAll()
        sides.removeAll()
        spreads.removeAll()
        degrees.removeAll()
        people.removeAll()
        quantities.removeAll(keepingCapacity: true)
        quantityStarts.removeAll(keepingCapacity: true)
        allModifiers.removeAll()
        tales.removeAll()
    }

    /// Adds a match that counts. They come in the order of their first token.
    @inline(__always)
    mutating func keep(_ match: Match, isListed: Bool) {
        let first = Int(match.first)
        if isListed {
            while keptStarts.count <= first { keptStarts.append(Int32(kept.count)) }
            kept.append(match)
            longestKept = max(longestKept, match.end - match.first)
            keptKinds |= match.meaning.kind.bit
        }
        switch match.meaning.kind {
        case .number, .unit, .time:
            while quantityStarts.count <= first { quantityStarts.append(Int32(quantities.count)) }
            quantities.append(match)
        case .side:
            sides.append(match)
            if match.meaning.index != Int32(Meaning.beforeAPlace) { signs.append(match) }
        case .site:
            plain.append(match)
            signs.append(match)
        case .term:
            signs.append(match)
        case .finding, .vague: signs.append(match)
        case .symptom, .severity, .attribute: plain.append(match)
        case .spread: spreads.append(match)
        case .degree: degrees.append(match)
        case .modifier: allModifiers.append(match)
        case .person: people.append(match)
        case .answer, .topic, .option, .item, .region, .clause, .block: break
        }
    }

    /// Drops the sides that count only before a place and stand before none: "right now", "two tablets left".
    private mutating func settleSides(_ lexicon: Lexicon) {
        var count = 0
        for index in sides.indices {
            let side = sides[index]
            if side.meaning.index == Int32(Meaning.beforeAPlace), !leadsToSite(Int(side.end), lexicon),
                !standsAlone(side, lexicon)
            {
                continue
            }
            sides[count] = side
            count += 1
        }
        sides.removeLast(sides.count - count)
    }

    /// Whether a side stands between a comma and the next mark: "groin strain, left, did it at football".
    func standsAlone(_ side: Match, _ lexicon: Lexicon) -> Bool {
        var before = Int(side.first) - 1
        while before >= 0, before > Int(side.first) - 3, lexicon.isSmall(utterance.tokens[before]) { before -= 1 }
        guard before >= 0, utterance.tokens[before].kind == .comma || utterance.tokens[before].kind == .dash else {
            return false
        }
        var next = Int(side.end)
        while next < flags.count, next < Int(side.end) + 3, lexicon.isSmall(utterance.tokens[next]) { next += 1 }
        guard next < flags.count else { return true }
        let token = utterance.tokens[next]
        return token.kind == .comma || token.kind == .dash
            || token.kind == .stop && utterance.bytes[Int(token.start)] != UInt8(ascii: "?")
    }

    /// Whether a site begins at a token, or after one small word.
    func leadsToSite(_ token: Int, _ lexicon: Lexicon) -> Bool {
        var index = token
        while index < flags.count, index < token + 1, !isSite(index), lexicon.isSmall(utterance.tokens[index]) {
            index += 1
        }
        return index < flags.count && isSite(index)
    }

    /// Closes the lists that have a place for each token.
    mutating func endKeeping(_ lexicon: Lexicon) {
        settleSides(lexicon)
        while keptStarts.count <= utterance.tokens.count { keptStarts.append(Int32(kept.count)) }
        openings.removeAll(keepingCapacity: true)
        for index in flags.indices where flags[index] & Clauses.quantity != 0 { openings.append(index) }
        // A text in which nothing opens a quantity is not asked for any.
        if openings.isEmpty { return }
        while quantityStarts.count <= utterance.tokens.count { quantityStarts.append(Int32(quantities.count)) }
    }

    /// The matches that count and begin at a token.
    func kept(at token: Int) -> Range<Int> { Int(keptStarts[token])..<Int(keptStarts[token + 1]) }

    /// The matches that count, begin at a token or before it and may reach it.
    func kept(reaching token: Int) -> Range<Int> {
        Int(keptStarts[max(0, token + 1 - Int(longestKept))])..<Int(keptStarts[token + 1])
    }

    /// The tokens of the clause that a token belongs to.
    func tokens(ofClauseAt token: Int) -> Range<Int> {
        let clause = clauses[token]
        var first = token
        while first > 0, clauses[first - 1] == clause { first -= 1 }
        var end = token + 1
        while end < clauses.count, clauses[end] == clause { end += 1 }
        return first..<end
    }

    /// Fills `modifierStarts`.
    mutating func indexModifiers() {
        modifierStarts.removeAll()
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

    /// Whether a token stands in square brackets: a reference or a placeholder, nothing that is told.
    func isInBrackets(_ token: Int) -> Bool {
        for index in stride(from: token - 1, through: max(0, token - 6), by: -1) {
            switch utterance.bytes[Int(utterance.tokens[index].start)] {
            case UInt8(ascii: "["): return true
            case UInt8(ascii: "]"): return false
            default: continue
            }
        }
        return false
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

    /// Whether a token leads in the last item of a list of denied things.
    func isAlternative(_ token: Int) -> Bool { flags[token] & Clauses.alternative != 0 }

    func isColon(_ token: Int) -> Bool {
        utterance.bytes[Int(utterance.tokens[token].start)] == UInt8(ascii: ":")
    }

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
struct Moment: Sendable, BitwiseCopyable {
    var first: Int
    var end: Int
    /// How long ago.
    var ago: Interval
}

/// From this token on, the text is about somebody.
struct SubjectMark: Sendable, BitwiseCopyable {
    var token: Int
    /// Index of people.
    var person: Int
    var kind: Person.Kind
}
