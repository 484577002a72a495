package import Knowledge
package import Language

/// The reader's buffers. Keep one for many messages: reading then allocates nothing that grows with use.
package struct Workspace: Sendable {
    package internal(set) var utterance = Utterance()
    /// Every phrase that stands in the text.
    var matches: [Match] = []
    /// The matches that count, after longer ones and look-alikes have taken their words.
    var kept: [Match] = []
    /// Per token: the sentence, the clause and the chunk it belongs to.
    var sentences: [Int32] = []
    var clauses: [Int32] = []
    var chunks: [Int32] = []
    /// Per token: whether it joins clauses or items of a list, and whether it is part of something said of the body.
    var isJoint: [Bool] = []
    var isTarget: [Bool] = []
    var isSite: [Bool] = []
    /// Per token: a verb that shows a clause; a word that denies by itself ("can't").
    var isVerb: [Bool] = []
    var isNegative: [Bool] = []
    /// Modifiers that act, in order.
    var modifiers: [Match] = []
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

    /// Whether a phrase is all that was said, marks aside.
    func isWhole(_ match: Match) -> Bool {
        utterance.tokens.indices.allSatisfy { index in
            (Int(match.first)..<Int(match.end)).contains(index)
                || utterance.tokens[index].kind != .word
                    && utterance.tokens[index].kind != .number
        }
    }

    /// Whether the sentence of a token ends with a question mark.
    func isQuestion(_ token: Int32) -> Bool {
        let sentence = sentences[Int(token)]
        var index = Int(token)
        while index + 1 < sentences.count, sentences[index + 1] == sentence { index += 1 }
        return utterance.bytes[Int(utterance.tokens[index].start)] == UInt8(ascii: "?")
    }

    /// How many words stand in the sentence of a token.
    func wordsInSentence(of token: Int) -> Int {
        var count = 0
        var index = token
        while index > 0, sentences[index - 1] == sentences[token] { index -= 1 }
        while index < sentences.count, sentences[index] == sentences[token] {
            if utterance.tokens[index].kind == .word { count += 1 }
            index += 1
        }
        return count
    }

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
