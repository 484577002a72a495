import Clinical
import Knowledge
import Language

/// Which of the phrases that stand in a text count: the longest of a group, and none that a look-alike has taken.
struct Selection: Sendable {
    /// Attribute values by index, as their type's number.
    private let typeOfAttribute: [Int32]
    private let findingCount: Int
    private let termCount: Int
    /// Whether a modifier inside these words is part of them and does not act.
    private let termClaimsItsWords: [Bool]
    private let modifierEffects: [Modifier.Effect]

    private let typeCount: Int
    private let bits: PartBits
    /// Per term list: what each combination that it is part of needs.
    private let needs: [[UInt64]]
    /// How many groups there are: within one, the leftmost longest phrase wins.
    private let groupCount: Int

    init(_ knowledge: Knowledge) {
        let types = AttributeType.allCases
        typeOfAttribute = knowledge.attributes.map { value in Int32(types.firstIndex(of: value.type) ?? 0) }
        findingCount = knowledge.findings.count
        termCount = knowledge.terms.count
        modifierEffects = knowledge.modifiers.map(\.effect)
        termClaimsItsWords = knowledge.terms.map { $0.role != .word }
        typeCount = types.count
        bits = PartBits(knowledge)
        var needs = Array(repeating: [UInt64](), count: termCount)
        for combination in knowledge.combinations {
            let all = combination.parts.reduce(0) { $0 | PartBits.bit(of: $1) }
            for case .term(let term) in combination.parts { needs[term].append(all) }
        }
        self.needs = needs
        groupCount = 64 + typeCount + 2 * (findingCount + termCount)
    }

    @inline(__always)
    private func group(_ meaning: Meaning) -> Int {
        switch meaning.kind {
        case .attribute: return 64 + Int(typeOfAttribute[Int(meaning.index)])
        case .finding: return 64 + typeCount + Int(meaning.index)
        case .term: return 64 + typeCount + findingCount + Int(meaning.index)
        case .site, .symptom, .severity, .degree, .side, .vague, .number, .unit, .time, .modifier, .answer, .topic,
            .option, .item, .person, .region, .clause, .spread, .block:
            return Int(meaning.kind.rawValue)
        }
    }

    /// Keeps of `workspace.matches` what counts, in the same order. Options of questions count only where wanted.
    func select(_ workspace: inout Workspace, clauses: Clauses, withOptions: Bool) {
        workspace.selection.prepare(groupCount, blocks: typeOfAttribute.count + findingCount)
        workspace.beginKeeping()
        let parts = bits.all(of: workspace.matches)
        let count = workspace.matches.count
        var claimedUntil: Int32 = 0
        var before = 0
        var start = 0
        while start < count {
            let first = workspace.matches[start].first
            var kinds = workspace.matches[start].meaning.kind.bit
            var end = start + 1
            while end < count, workspace.matches[end].first == first {
                kinds |= workspace.matches[end].meaning.kind.bit
                end += 1
            }
            workspace.sortByEnd(start..<end)
            if kinds & Self.blocks != 0 { noteBlocks(start..<end, before: before, &workspace) }
            workspace.selection.chosen.removeAll()
            // Longest first: the walk through the lexicon reports shorter phrases before longer ones.
            var index = end
            while index > start {
                index -= 1
                let match = workspace.matches[index]
                let kind = match.meaning.kind.bit
                if kind & Self.options != 0, !withOptions { continue }
                if kind & Self.terms != 0, isIdle(match, parts) { continue }
                guard isKept(match, workspace.words, &workspace.selection) else { continue }
                workspace.selection.chosen.append(Int32(index))
                if kind & Self.claiming != 0, claimsItsWords(match.meaning) {
                    claimedUntil = max(claimedUntil, match.end)
                }
            }
            var place = workspace.selection.chosen.count
            while place > 0 {
                place -= 1
                let match = workspace.matches[Int(workspace.selection.chosen[place])]
                // "can't" in "can't pee" is part of the finding: it negates nothing.
                if match.meaning.kind == .modifier, claimedUntil >= match.end, isAboutContent(match.meaning) {
                    continue
                }
                workspace.keep(match, bits)
                clauses.mark(match, &workspace.flags)
            }
            before = start
            start = end
        }
        workspace.endKeeping()
    }

    private static let blocks = Meaning.Kind.block.bit
    private static let options = Meaning.Kind.option.bit
    private static let terms = Meaning.Kind.term.bit
    /// Kinds that `claimsItsWords` may accept.
    private static let claiming =
        Meaning.Kind.severity.bit | Meaning.Kind.symptom.bit | Meaning.Kind.attribute.bit | Meaning.Kind.vague.bit
        | Meaning.Kind.site.bit | Meaning.Kind.finding.bit | Meaning.Kind.term.bit

    /// The look-alikes that begin at one token. `before` is the first match of the token before, or of one farther off.
    private func noteBlocks(_ range: Range<Int>, before: Int, _ workspace: inout Workspace) {
        for index in range where workspace.matches[index].meaning.kind == .block {
            let block = workspace.matches[index]
            let isNext = workspace.matches[before].first + 1 == block.first
            if !isPossessed(block, from: isNext ? before : range.lowerBound, workspace.matches) {
                note(block, &workspace.selection)
            }
        }
    }

    /// Whether a single word of a list changes nothing: each combination it is part of needs what is not in the text.
    private func isIdle(_ match: Match, _ bits: UInt64) -> Bool {
        let term = Int(match.meaning.index)
        guard match.count == 1, !termClaimsItsWords[term] else { return false }
        for needed in needs[term] where needed & ~bits == 0 { return false }
        return true
    }

    @inline(__always)
    private func isKept(
        _ match: Match, _ words: (first: Int32, end: Int32), _ scratch: inout SelectionScratch
    ) -> Bool {
        guard match.meaning.kind != .block, !isBlocked(match, scratch) else { return false }
        if match.meaning.kind == .topic, match.meaning.detail == 1 {
            // Only where it is all that was said, marks aside.
            guard match.first <= words.first, words.end <= match.end else { return false }
        }
        if isOpenToAll(match.meaning.kind) { return true }
        let group = group(match.meaning)
        let coveredUntil = scratch.coveredUntil[group]
        // Two modifiers may share their words: "no" denies what follows, and after a colon what went before.
        let isTwin =
            match.meaning.kind == .modifier && match.end == coveredUntil && match.first == scratch.coveredFrom[group]
        guard match.end > coveredUntil || isTwin else { return false }
        // "upper back" and "back ache" share a word: the place that was named first holds it.
        if match.meaning.kind == .site, match.first < coveredUntil { return false }
        scratch.cover(group, by: match)
        return true
    }

    /// Kinds of which several may stand on the same words.
    private func isOpenToAll(_ kind: Meaning.Kind) -> Bool {
        switch kind {
        case .option, .item, .clause, .time, .number, .unit, .answer: true
        case .site, .symptom, .severity, .degree, .side, .attribute, .finding, .vague, .term, .modifier, .topic,
            .person,
            .region, .spread, .block:
            false
        }
    }

    /// "my back in 2019" is a back, whatever "back in 2019" looks like. `start` is the first match that begins at most
    /// one token before the block.
    private func isPossessed(_ block: Match, from start: Int, _ matches: borrowing Buffer<Match>) -> Bool {
        guard block.meaning.detail == Int32(Meaning.Kind.site.rawValue) else { return false }
        var index = start
        while index < matches.count, matches[index].first < block.end {
            let match = matches[index]
            if match.meaning.kind == .clause, match.end <= block.end, match.meaning.detail == Self.starter,
                isPerson(index, matches)
            {
                return true
            }
            index += 1
        }
        return false
    }

    private static let starter = Int32(ClauseWord.allCases.firstIndex(of: .starter) ?? 0)

    /// "my" and "his" stand for persons; "the" does not. A person's word begins where the clause's does.
    private func isPerson(_ word: Int, _ matches: borrowing Buffer<Match>) -> Bool {
        var index = word
        while index > 0, matches[index - 1].first == matches[word].first { index -= 1 }
        while index < matches.count, matches[index].first == matches[word].first {
            if matches[index].meaning.kind == .person, matches[index].end == matches[word].end { return true }
            index += 1
        }
        return false
    }

    private func note(_ block: Match, _ scratch: inout SelectionScratch) {
        if block.meaning.detail == Int32(Meaning.Kind.finding.rawValue) {
            scratch.add(lookAlike: block)
        }
        let slot =
            block.meaning.index < 0
            ? -1 : blockSlot(block.meaning.index, kind: UInt8(truncatingIfNeeded: block.meaning.detail))
        if slot >= 0 {
            scratch.block(slot, until: block.end)
        } else {
            // Kinds without a slot for each entry: the words are taken from all of the kind.
            scratch.blockKind(Int(block.meaning.detail), until: block.end)
        }
    }

    private func blockSlot(_ index: Int32, kind: UInt8) -> Int {
        if kind == Meaning.Kind.attribute.rawValue { return Int(index) }
        if kind == Meaning.Kind.finding.rawValue { return typeOfAttribute.count + Int(index) }
        return -1
    }

    @inline(__always)
    private func isBlocked(_ match: Match, _ scratch: borrowing SelectionScratch) -> Bool {
        guard scratch.hasBlocks else { return false }
        let kind = match.meaning.kind.rawValue
        if scratch.blockedKindUntil[Int(kind)] >= match.end { return true }
        let slot = blockSlot(match.meaning.index, kind: kind)
        return slot >= 0 && scratch.blockedUntil[slot] >= match.end
    }

    /// "since my surgery" is a trigger and dates the trouble at once; "can't" in "can't pee" does nothing else.
    private func isAboutContent(_ meaning: Meaning) -> Bool {
        switch modifierEffects[Int(meaning.index)] {
        case .absent, .uncertain, .hypothetical, .feared, .undated, .mild, .nothing: true
        case .remote, .stopped, .longStanding, .family, .current, .untilNow: false
        }
    }

    func claimsItsWords(_ meaning: Meaning) -> Bool {
        switch meaning.kind {
        case .severity, .symptom, .attribute, .vague, .site: true
        case .finding: meaning.detail == Meaning.Claim.present.rawValue
        case .term: termClaimsItsWords[Int(meaning.index)]
        case .degree, .side, .number, .unit, .time, .modifier, .answer, .topic, .option, .item, .person, .region,
            .clause, .spread, .block:
            false
        }
    }
}

/// Tables that `Selection` writes to, kept between messages.
struct SelectionScratch: ~Copyable {
    fileprivate var coveredUntil = Buffer<Int32>()
    fileprivate var coveredFrom = Buffer<Int32>()
    fileprivate var blockedUntil = Buffer<Int32>()
    fileprivate var blockedKindUntil = Buffer<Int32>()
    /// Whether anything is blocked.
    fileprivate var hasBlocks = false
    /// Groups and slots that the last message wrote to.
    private var touchedGroups = Buffer<Int32>()
    private var touchedSlots = Buffer<Int32>()
    /// What counts among the matches of one first token, longest first.
    fileprivate var chosen = Buffer<Int32>()
    /// Words that look like a finding and are none: no combination may use them either. In the order of their first
    /// token.
    private(set) var lookAlikes = Buffer<Match>()
    private var longestLookAlike: Int32 = 0

    mutating func prepare(_ groups: Int, blocks: Int) {
        if coveredUntil.count != groups || blockedUntil.count != blocks {
            coveredUntil.fill(0, count: groups)
            coveredFrom.fill(0, count: groups)
            blockedUntil.fill(0, count: blocks)
            blockedKindUntil.fill(0, count: Meaning.Kind.allCases.count)
        } else {
            for index in touchedGroups.indices { coveredUntil[Int(touchedGroups[index])] = 0 }
            for index in touchedSlots.indices { blockedUntil[Int(touchedSlots[index])] = 0 }
            if hasBlocks { blockedKindUntil.fill(0, count: blockedKindUntil.count) }
        }
        touchedGroups.removeAll()
        touchedSlots.removeAll()
        lookAlikes.removeAll()
        longestLookAlike = 0
        hasBlocks = false
    }

    @inline(__always)
    fileprivate mutating func cover(_ group: Int, by match: Match) {
        if coveredUntil[group] == 0 { touchedGroups.append(Int32(group)) }
        coveredUntil[group] = match.end
        coveredFrom[group] = match.first
    }

    fileprivate mutating func block(_ slot: Int, until end: Int32) {
        if blockedUntil[slot] == 0 { touchedSlots.append(Int32(slot)) }
        blockedUntil[slot] = max(blockedUntil[slot], end)
        hasBlocks = true
    }

    fileprivate mutating func blockKind(_ kind: Int, until end: Int32) {
        blockedKindUntil[kind] = max(blockedKindUntil[kind], end)
        hasBlocks = true
    }

    fileprivate mutating func add(lookAlike: Match) {
        lookAlikes.append(lookAlike)
        longestLookAlike = max(longestLookAlike, lookAlike.count)
    }

    /// Whether the tokens `first..<end` lie inside a look-alike of a finding.
    func isLookAlike(_ concept: Int, _ first: Int, _ end: Int) -> Bool {
        guard !lookAlikes.isEmpty else { return false }
        // The first look-alike after `first`; only those shortly before it can reach over the words.
        var low = 0
        var high = lookAlikes.count
        while low < high {
            let middle = (low + high) / 2
            if Int(lookAlikes[middle].first) <= first { low = middle + 1 } else { high = middle }
        }
        while low > 0, Int(lookAlikes[low - 1].first) + Int(longestLookAlike) >= end {
            low -= 1
            if Int(lookAlikes[low].meaning.index) == concept, end <= Int(lookAlikes[low].end) { return true }
        }
        return false
    }
}
