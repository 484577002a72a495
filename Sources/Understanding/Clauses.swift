import Knowledge
import Language

/// How a text falls into sentences, clauses and chunks. A clause is how far "no" reaches; a chunk is how far apart the
/// words of one finding may stand.
final class Clauses: Sendable {
    private static let hard: UInt16 = 1
    static let soft: UInt16 = 2
    static let starter: UInt16 = 4
    private static let subject: UInt16 = 8
    static let verb: UInt16 = 16
    private static let contrast: UInt16 = 256
    /// Inside a phrase that belongs together: no joint here.
    private static let inside: UInt16 = 32
    /// Part of the words for something felt.
    private static let core: UInt16 = 64
    /// First word of a site.
    private static let site: UInt16 = 128
    /// Part of the words for a place of the body.
    private static let part: UInt16 = 512

    /// Part of the words for a site.
    static let place: UInt16 = 1_024
    /// Part of something said of the body.
    static let target: UInt16 = 2_048
    /// Denies by itself: "can't".
    static let negative: UInt16 = 4_096
    /// A number or a length of time may begin here.
    static let quantity: UInt16 = 8_192
    /// "or", "nor".
    static let alternative: UInt16 = 16_384
    /// Goes on about the place named before.
    private static let pointing: UInt16 = 32_768
    /// Begins a clause, at least after a joint.
    static let beginning = starter | subject | contrast
    /// Joins or parts clauses or items of a list.
    static let joint = soft | hard

    /// A sentence is cut after so many tokens, so that reading stays linear whatever is typed.
    private static let longestSentence = 200

    /// Per word id: the flags of the word.
    let ofWord: [UInt16]
    /// Per term list: the flags of its words.
    private let ofTerm: [UInt16]
    /// Per time phrase: whether a length of time can begin with it.
    private let opensTime: [Bool]

    init(_ knowledge: Knowledge) {
        ofWord = knowledge.lexicon.clauseWords.map { set in
            ClauseWord.allCases.reduce(0) { $1.bit & set == 0 ? $0 : $0 | Self.flag(of: $1) }
        }
        ofTerm = knowledge.terms.map { Self.flags(of: $0.role) }
        opensTime = knowledge.times.map { phrase in
            switch phrase {
            case .never, .within, .point, .length, .weekday, .month, .sinceAge: true
            case .lead, .trail, .least, .most, .about, .orSo, .join, .between, .plus, .of, .clock, .orMore, .andHalf,
                .since, .every, .celsius, .fahrenheit,
                .temperature, .outOf, .worst, .age, .ageLead:
                false
            }
        }
    }

    /// Fills `workspace.sentences`, `.clauses`, `.chunks` and `.sentenceStarts` from the flags.
    func divide(_ workspace: inout Workspace) {
        workspace.sentences.removeAll()
        workspace.clauses.removeAll()
        workspace.chunks.removeAll()
        workspace.sentenceStarts.removeAll()
        var sentence: Int32 = 0
        var clause: Int32 = 0
        var chunk: Int32 = 0
        // What the chunk holds so far: something felt, a place of the body.
        var held: UInt16 = 0
        var length = 0
        // The token after a run of joints.
        var afterJoints = 0
        for index in workspace.flags.indices {
            let flag = workspace.flags[index]
            let kind = workspace.utterance.tokens[index].kind
            if length == 0, index > 0, !goesOn(from: index, workspace) { chunk += 1 }
            if flag & Self.inside == 0, length > 0, flag & Self.mayBreak != 0 {
                if breaksClause(at: index, isComma: kind == .comma, held: held, workspace.flags, &afterJoints) {
                    clause += 1
                    if !goesOn(from: index, workspace) { chunk += 1 }
                    held = 0
                } else if flag & Self.soft != 0, held & Self.whole == Self.whole,
                    right(of: index, workspace) == Self.whole
                {
                    chunk += 1
                    held = 0
                }
            }
            held |= flag & (Self.whole | Self.verb)
            workspace.sentences.append(sentence)
            workspace.clauses.append(clause)
            workspace.chunks.append(chunk)
            if length == 0 { workspace.sentenceStarts.append(Int32(index)) }
            length += 1
            if kind == .stop || length >= Self.longestSentence {
                sentence += 1
                clause += 1
                held = 0
                length = 0
            }
        }
        workspace.sentenceStarts.append(Int32(workspace.flags.count))
    }

    /// The flags that a phrase sets: those of its first word and those of the others.
    struct Marks: BitwiseCopyable {
        var first: UInt16 = 0
        var others: UInt16 = 0

        @inline(__always)
        func set(from first: Int, to end: Int, _ flags: inout Buffer<UInt16>) {
            if self.first != 0 { flags[first] |= self.first }
            guard others != 0 else { return }
            var index = first + 1
            while index < end {
                flags[index] |= others
                index += 1
            }
        }
    }

    /// The flags that a phrase of this meaning sets.
    func marks(of meaning: Meaning) -> Marks {
        switch meaning.kind {
        case .clause: Marks(first: Self.flag(of: ClauseWord.allCases[Int(meaning.detail)]))
        case .modifier: Self.together(0)
        case .time: Marks(first: opensTime[Int(meaning.index)] ? Self.quantity : 0, others: Self.inside)
        case .number, .unit: Marks(first: Self.quantity)
        case .finding, .symptom, .vague: Self.together(Self.core | Self.target)
        case .term: Self.together(ofTerm[Int(meaning.index)])
        case .site:
            Marks(
                first: Self.site | Self.part | Self.place | Self.target,
                others: Self.part | Self.place | Self.target | Self.inside)
        case .severity, .attribute: Self.together(Self.target)
        case .item: Marks(first: Self.target, others: Self.target)
        case .degree, .side, .answer, .topic, .option, .person, .region, .spread, .block: Marks()
        }
    }

    /// Words that belong together.
    private static func together(_ flags: UInt16) -> Marks { Marks(first: flags, others: flags | inside) }

    /// What the words of a term list are part of.
    private static func flags(of role: Term.Role) -> UInt16 {
        switch role {
        case .symptom: core | target
        case .part: part | target
        case .word: 0
        }
    }

    /// A token without any of these leaves clause and chunk as they are.
    private static let mayBreak = hard | soft | subject

    private static func flag(of word: ClauseWord) -> UInt16 {
        switch word {
        case .hard: hard
        case .soft: soft
        case .starter: starter
        case .subject: subject
        case .contrast: contrast
        case .negative: negative
        case .verb: verb
        case .alternative: alternative
        case .pointing: pointing
        }
    }

    /// Whether a new clause begins at this token. `afterJoints` is kept from call to call: a run of joints is gone through
    /// once.
    private func breaksClause(
        at index: Int, isComma: Bool, held: UInt16, _ flags: borrowing Buffer<UInt16>, _ afterJoints: inout Int
    ) -> Bool {
        let flag = flags[index]
        if flag & Self.hard != 0 { return true }
        // "between my legs it is numb": a place alone is no clause yet.
        if flag & Self.subject != 0, held & Self.whole != Self.part,
            flags[index - 1] & (Self.soft | Self.hard | Self.subject) == 0
        {
            return true
        }
        guard flag & Self.soft != 0 else { return false }
        var next = max(index + 1, afterJoints)
        while next < flags.count, flags[next] & Self.soft != 0, flags[next] & Self.inside == 0 { next += 1 }
        afterJoints = next
        guard next < flags.count, flags[next] & Self.inside == 0 else { return false }
        if flags[next] & (Self.subject | Self.contrast) != 0 { return true }
        // ", had my baby 3 weeks ago": after a comma a verb begins a clause of its own.
        if isComma, flags[next] & Self.verb != 0 { return true }
        // "lips and eyes are swollen": one verb for both places.
        if held == Self.part, flags[next] & Self.site != 0 { return false }
        guard flags[next] & (Self.starter | Self.site) != 0 else { return false }
        return hasVerb(from: next, flags)
    }

    /// Whether a verb stands between here and the next joint.
    private func hasVerb(from start: Int, _ flags: borrowing Buffer<UInt16>) -> Bool {
        var index = start
        while index < flags.count, index < start + 8 {
            if flags[index] & Self.verb != 0 { return true }
            if index > start, flags[index] & (Self.soft | Self.hard) != 0, flags[index] & Self.inside == 0 {
                return false
            }
            index += 1
        }
        return false
    }

    /// "My calf hurts. It is hot and swollen.": whether what begins here tells more of the place that was named before,
    /// and names none itself.
    private func goesOn(from start: Int, _ workspace: borrowing Workspace) -> Bool {
        var index = start
        // Nobody joins two clauses by more: a line of commas must stay linear.
        while index < min(workspace.flags.count, start + 6), workspace.flags[index] & Self.joint != 0,
            workspace.flags[index] & Self.inside == 0
        {
            // "since it began": only some joints lead on.
            guard workspace.isComma(index) || workspace.flags[index] & Self.pointing != 0 else { return false }
            index += 1
        }
        guard index < workspace.flags.count, workspace.flags[index] & Self.pointing != 0 else { return false }
        let end = min(workspace.flags.count, index + 10)
        // "it" may itself be among the words for a place.
        while index < end, workspace.flags[index] & Self.pointing != 0 { index += 1 }
        while index < end, workspace.utterance.tokens[index].kind != .stop,
            workspace.flags[index] & Self.joint == 0 || workspace.flags[index] & Self.inside != 0
        {
            if workspace.flags[index] & Self.part != 0 { return false }
            index += 1
        }
        return true
    }

    /// A side of a joint that stands alone: "my foot is numb". "feels warm" shares the place before the joint.
    private static let whole = core | part

    /// What stands between a joint and the next.
    private func right(of index: Int, _ workspace: borrowing Workspace) -> UInt16 {
        var next = index + 1
        var held: UInt16 = 0
        while next < workspace.flags.count, next < index + 12, workspace.utterance.tokens[next].kind != .stop {
            if workspace.flags[next] & (Self.soft | Self.hard) != 0, workspace.flags[next] & Self.inside == 0,
                next > index + 1
            {
                return held
            }
            held |= workspace.flags[next] & Self.whole
            next += 1
        }
        return held
    }
}
