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
    /// Modifiers that act, in order.
    var modifiers: [Match] = []
    /// Times in the past, in order of their first token.
    var moments: [Moment] = []
    /// Who each clause is about.
    var subjects: [SubjectMark] = []
    var selection = SelectionScratch()

    package init() {}
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
