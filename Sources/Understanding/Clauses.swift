import Knowledge
import Language

/// How a text falls into sentences, clauses and chunks. A clause is how far "no" reaches; a chunk is how far apart the
/// words of one finding may stand.
enum Clauses {
    private static let hard: UInt16 = 1
    private static let soft: UInt16 = 2
    private static let starter: UInt16 = 4
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
    /// Joins or parts clauses or items of a list.
    static let joint = soft | hard

    /// A sentence is cut after so many tokens, so that reading stays linear whatever is typed.
    private static let longestSentence = 200

    /// Fills `workspace.sentences`, `.clauses`, `.chunks` and `.sentenceStarts`.
    static func divide(_ workspace: inout Workspace, terms: TermRoles) {
        var flags: [UInt16] = []
        swap(&flags, &workspace.flags)
        defer { swap(&flags, &workspace.flags) }
        let tokens = workspace.utterance.tokens
        flags.removeAll(keepingCapacity: true)
        for token in tokens { flags.append(token.kind == .comma ? soft : 0) }
        for match in workspace.kept { mark(match, terms, &flags) }
        workspace.sentences.removeAll(keepingCapacity: true)
        workspace.clauses.removeAll(keepingCapacity: true)
        workspace.chunks.removeAll(keepingCapacity: true)
        workspace.sentenceStarts.removeAll(keepingCapacity: true)
        var sentence: Int32 = 0
        var clause: Int32 = 0
        var chunk: Int32 = 0
        // What the chunk holds so far: something felt, a place of the body.
        var held: UInt16 = 0
        var length = 0
        // The token after a run of joints.
        var afterJoints = 0
        for index in tokens.indices {
            let flag = flags[index]
            if flag & inside == 0, length > 0 {
                let isComma = tokens[index].kind == .comma
                if breaksClause(at: index, isComma: isComma, held: held, flags, &afterJoints) {
                    clause += 1
                    chunk += 1
                    held = 0
                } else if flag & soft != 0, held == whole, right(of: index, flags, tokens) == whole {
                    chunk += 1
                    held = 0
                }
            }
            held |= flag & whole
            workspace.sentences.append(sentence)
            workspace.clauses.append(clause)
            workspace.chunks.append(chunk)
            if length == 0 { workspace.sentenceStarts.append(Int32(index)) }
            length += 1
            if tokens[index].kind == .stop || length >= longestSentence {
                sentence += 1
                clause += 1
                chunk += 1
                held = 0
                length = 0
            }
        }
        workspace.sentenceStarts.append(Int32(tokens.count))
    }

    private static func mark(_ match: Match, _ terms: TermRoles, _ flags: inout [UInt16]) {
        let first = Int(match.first)
        let end = Int(match.end)
        switch match.meaning.kind {
        case .clause:
            flags[first] |= flagOfClauseWord[Int(match.meaning.detail)]
        case .modifier:
            mark(first, end, 0, &flags)
        case .finding, .symptom, .vague: mark(first, end, core | target, &flags)
        case .term: mark(first, end, terms.flags(of: match.meaning), &flags)
        case .site:
            flags[first] |= site
            mark(first, end, part | place | target, &flags)
        case .severity, .attribute: mark(first, end, target, &flags)
        case .time: mark(first, end, 0, &flags)
        case .item: for index in first..<end { flags[index] |= target }
        case .degree, .side, .number, .unit, .answer, .topic, .option, .person, .region, .spread, .block: break
        }
    }

    /// Words that belong together.
    private static func mark(_ first: Int, _ end: Int, _ all: UInt16, _ flags: inout [UInt16]) {
        flags[first] |= all
        for index in first + 1..<max(first + 1, end) { flags[index] |= all | inside }
    }

    /// What the words of a term list are part of.
    static func flags(of role: Term.Role) -> UInt16 {
        switch role {
        case .symptom: core | target
        case .part: part | target
        case .word: 0
        }
    }

    /// Whether a clause word begins a clause.
    static func begins(_ meaning: Meaning) -> Bool {
        flagOfClauseWord[Int(meaning.detail)] & (starter | subject | contrast) != 0
    }

    private static let flagOfClauseWord = ClauseWord.allCases.map(flag)

    private static func flag(of word: ClauseWord) -> UInt16 {
        switch word {
        case .hard: hard
        case .soft: soft
        case .starter: starter
        case .subject: subject
        case .contrast: contrast
        case .negative: negative
        case .verb: verb
        }
    }

    /// Whether a new clause begins at this token. `afterJoints` is kept from call to call: a run of joints is gone through
    /// once.
    private static func breaksClause(
        at index: Int, isComma: Bool, held: UInt16, _ flags: [UInt16], _ afterJoints: inout Int
    ) -> Bool {
        let flag = flags[index]
        if flag & hard != 0 { return true }
        // "between my legs it is numb": a place alone is no clause yet.
        if flag & subject != 0, held != part, flags[index - 1] & (soft | hard | subject) == 0 { return true }
        guard flag & soft != 0 else { return false }
        var next = max(index + 1, afterJoints)
        while next < flags.count, flags[next] & soft != 0, flags[next] & inside == 0 { next += 1 }
        afterJoints = next
        guard next < flags.count, flags[next] & inside == 0 else { return false }
        if flags[next] & (subject | contrast) != 0 { return true }
        // ", had my baby 3 weeks ago": after a comma a verb begins a clause of its own.
        if isComma, flags[next] & verb != 0 { return true }
        guard flags[next] & (starter | site) != 0 else { return false }
        return hasVerb(from: next, flags)
    }

    /// Whether a verb stands between here and the next joint.
    private static func hasVerb(from start: Int, _ flags: [UInt16]) -> Bool {
        var index = start
        while index < flags.count, index < start + 8 {
            if flags[index] & verb != 0 { return true }
            if index > start, flags[index] & (soft | hard) != 0, flags[index] & inside == 0 { return false }
            index += 1
        }
        return false
    }

    /// A side of a joint that stands alone: "my foot is numb". "feels warm" shares the place before the joint.
    private static let whole = core | part

    /// What stands between a joint and the next.
    private static func right(of index: Int, _ flags: [UInt16], _ tokens: [Token]) -> UInt16 {
        var next = index + 1
        var held: UInt16 = 0
        while next < flags.count, next < index + 12, tokens[next].kind != .stop {
            if flags[next] & (soft | hard) != 0, flags[next] & inside == 0, next > index + 1 { return held }
            held |= flags[next] & whole
            next += 1
        }
        return held
    }
}
