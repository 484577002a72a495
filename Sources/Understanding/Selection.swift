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
    func select(_ workspace: inout Workspace, scratch: inout SelectionScratch, withOptions: Bool) {
        scratch.prepare(groupCount, blocks: typeOfAttribute.count + findingCount)
        workspace.kept.removeAll(keepingCapacity: true)
        workspace.findWords()
        let words = workspace.words
        let bits = bits.all(of: workspace.matches)
        var before = 0
        var start = 0
        while start < workspace.matches.count {
            var end = start + 1
            while end < workspace.matches.count, workspace.matches[end].first == workspace.matches[start].first {
                end += 1
            }
            workspace.sortByEnd(start..<end)
            for index in start..<end where workspace.matches[index].meaning.kind == .block {
                let isNext = workspace.matches[before].first + 1 == workspace.matches[start].first
                if !isPossessed(workspace.matches[index], from: isNext ? before : start, workspace.matches) {
                    note(workspace.matches[index], &scratch)
                }
            }
            // Longest first: the walk through the lexicon reports shorter phrases before longer ones.
            let begin = workspace.kept.count
            for index in stride(from: end - 1, through: start, by: -1) {
                let match = workspace.matches[index]
                if match.meaning.kind == .option, !withOptions { continue }
                if match.meaning.kind == .term, isIdle(match, bits) { continue }
                if isKept(match, words, &scratch) { workspace.kept.append(match) }
            }
            var low = begin
            var high = workspace.kept.count - 1
            while low < high {
                workspace.kept.swapAt(low, high)
                low += 1
                high -= 1
            }
            before = start
            start = end
        }
        dropModifiersInsideClaims(&workspace)
    }

    /// Whether a single word of a list changes nothing: each combination it is part of needs what is not in the text.
    private func isIdle(_ match: Match, _ bits: UInt64) -> Bool {
        let term = Int(match.meaning.index)
        guard match.count == 1, !termClaimsItsWords[term] else { return false }
        for needed in needs[term] where needed & ~bits == 0 { return false }
        return true
    }

    private func isKept(_ match: Match, _ words: (first: Int32, end: Int32), _ scratch: inout SelectionScratch) -> Bool
    {
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
    private func isPossessed(_ block: Match, from start: Int, _ matches: [Match]) -> Bool {
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
    private func isPerson(_ word: Int, _ matches: [Match]) -> Bool {
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
            scratch.lookAlikes.append(block)
            scratch.longestLookAlike = max(scratch.longestLookAlike, block.count)
        }
        let slot =
            block.meaning.index < 0
            ? -1 : blockSlot(block.meaning.index, kind: UInt8(truncatingIfNeeded: block.meaning.detail))
        if slot >= 0 {
            scratch.block(slot, until: block.end)
        } else {
            // Kinds without a slot for each entry: the words are taken from all of the kind.
            let kind = Int(block.meaning.detail)
            scratch.blockedKindUntil[kind] = max(scratch.blockedKindUntil[kind], block.end)
            scratch.hasBlocks = true
        }
    }

    private func blockSlot(_ index: Int32, kind: UInt8) -> Int {
        if kind == Meaning.Kind.attribute.rawValue { return Int(index) }
        if kind == Meaning.Kind.finding.rawValue { return typeOfAttribute.count + Int(index) }
        return -1
    }

    private func isBlocked(_ match: Match, _ scratch: SelectionScratch) -> Bool {
        guard scratch.hasBlocks else { return false }
        let kind = match.meaning.kind.rawValue
        if scratch.blockedKindUntil[Int(kind)] >= match.end { return true }
        let slot = blockSlot(match.meaning.index, kind: kind)
        return slot >= 0 && scratch.blockedUntil[slot] >= match.end
    }

    /// "can't" in "can't pee" is part of the finding: it negates nothing.
    private func dropModifiersInsideClaims(_ workspace: inout Workspace) {
        var claimedUntil: Int32 = 0
        var write = 0
        var read = 0
        while read < workspace.kept.count {
            let first = workspace.kept[read].first
            var end = read
            while end < workspace.kept.count, workspace.kept[end].first == first {
                if claimsItsWords(workspace.kept[end].meaning) {
                    claimedUntil = max(claimedUntil, workspace.kept[end].end)
                }
                end += 1
            }
            for index in read..<end {
                let match = workspace.kept[index]
                if match.meaning.kind == .modifier, claimedUntil >= match.end, isAboutContent(match.meaning) {
                    continue
                }
                workspace.kept[write] = match
                write += 1
            }
            read = end
        }
        workspace.kept.removeLast(workspace.kept.count - write)
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
struct SelectionScratch: Sendable {
    private(set) var coveredUntil: [Int32] = []
    private(set) var coveredFrom: [Int32] = []
    fileprivate(set) var blockedUntil: [Int32] = []
    fileprivate(set) var blockedKindUntil: [Int32] = []
    /// Whether anything is blocked.
    fileprivate(set) var hasBlocks = false
    /// Groups and slots that the last message wrote to.
    private var touchedGroups: [Int32] = []
    private var touchedSlots: [Int32] = []
    /// Words that look like a finding and are none: no combination may use them either. In the order of their first
    /// token.
    fileprivate(set) var lookAlikes: [Match] = []
    fileprivate(set) var longestLookAlike: Int32 = 0

    mutating func prepare(_ groups: Int, blocks: Int) {
        if coveredUntil.count != groups || blockedUntil.count != blocks {
            coveredUntil = Array(repeating: 0, count: groups)
            coveredFrom = coveredUntil
            blockedUntil = Array(repeating: 0, count: blocks)
            blockedKindUntil = Array(repeating: 0, count: Meaning.Kind.allCases.count)
        } else {
            for group in touchedGroups { coveredUntil[Int(group)] = 0 }
            for slot in touchedSlots { blockedUntil[Int(slot)] = 0 }
            if hasBlocks { for index in blockedKindUntil.indices { blockedKindUntil[index] = 0 } }
        }
        touchedGroups.removeAll(keepingCapacity: true)
        touchedSlots.removeAll(keepingCapacity: true)
        lookAlikes.removeAll(keepingCapacity: true)
        longestLookAlike = 0
        hasBlocks = false
    }

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
