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

    init(_ knowledge: Knowledge) {
        let types = AttributeType.allCases
        typeOfAttribute = knowledge.attributes.map { value in Int32(types.firstIndex(of: value.type) ?? 0) }
        findingCount = knowledge.findings.count
        termCount = knowledge.terms.count
        modifierEffects = knowledge.modifiers.map(\.effect)
        termClaimsItsWords = knowledge.terms.map { $0.role != .word }
    }

    /// How many groups there are: within one, the leftmost longest phrase wins.
    var groupCount: Int { 64 + AttributeType.allCases.count + 2 * (findingCount + termCount) }

    @inline(__always)
    private func group(_ meaning: Meaning) -> Int {
        let types = AttributeType.allCases.count
        switch meaning.kind {
        case .attribute: return 64 + Int(typeOfAttribute[Int(meaning.index)])
        case .finding: return 64 + types + Int(meaning.index)
        case .term: return 64 + types + findingCount + Int(meaning.index)
        case .site, .symptom, .severity, .degree, .side, .vague, .number, .unit, .time, .modifier, .answer, .topic,
            .option, .item, .person, .region, .clause, .spread, .block:
            return Int(meaning.kind.rawValue)
        }
    }

    /// Keeps of `workspace.matches` what counts, in the same order.
    func select(_ workspace: inout Workspace, scratch: inout SelectionScratch) {
        scratch.prepare(groupCount, blocks: typeOfAttribute.count + findingCount)
        workspace.kept.removeAll(keepingCapacity: true)
        var start = 0
        while start < workspace.matches.count {
            var end = start + 1
            while end < workspace.matches.count, workspace.matches[end].first == workspace.matches[start].first {
                end += 1
            }
            workspace.sortByEnd(start..<end)
            let matches = workspace.matches
            for index in start..<end
            where matches[index].meaning.kind == .block && !isPossessed(matches[index], workspace) {
                note(matches[index], &scratch)
            }
            // Longest first: the walk through the lexicon reports shorter phrases before longer ones.
            let begin = workspace.kept.count
            for index in stride(from: end - 1, through: start, by: -1) {
                let match = matches[index]
                guard match.meaning.kind != .block, !isBlocked(match, scratch) else { continue }
                if match.meaning.kind == .topic, match.meaning.detail == 1, !workspace.isWhole(match) { continue }
                if isOpenToAll(match.meaning.kind) {
                    workspace.kept.append(match)
                    continue
                }
                let group = group(match.meaning)
                // Two modifiers may share their words: "no" denies what follows, and after a colon what went before.
                let isTwin =
                    match.meaning.kind == .modifier && match.end == scratch.coveredUntil[group]
                    && match.first == scratch.coveredFrom[group]
                guard match.end > scratch.coveredUntil[group] || isTwin else { continue }
                // "upper back" and "back ache" share a word: the place that was named first holds it.
                if match.meaning.kind == .site, match.first < scratch.coveredUntil[group] { continue }
                scratch.coveredUntil[group] = match.end
                scratch.coveredFrom[group] = match.first
                workspace.kept.append(match)
            }
            workspace.kept[begin...].reverse()
            start = end
        }
        dropModifiersInsideClaims(&workspace)
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

    /// "my back in 2019" is a back, whatever "back in 2019" looks like.
    private func isPossessed(_ block: Match, _ workspace: Workspace) -> Bool {
        guard block.meaning.detail == Int32(Meaning.Kind.site.rawValue) else { return false }
        for match in workspace.matches where match.meaning.kind == .clause {
            if match.first >= block.end { return false }
            let isInside = match.first >= block.first - 1 && match.end <= block.end
            if isInside, match.meaning.detail == Self.starter, isPerson(match, workspace) { return true }
        }
        return false
    }

    private static let starter = Int32(ClauseWord.allCases.firstIndex(of: .starter) ?? 0)

    /// "my" and "his" stand for persons; "the" does not.
    private func isPerson(_ word: Match, _ workspace: Workspace) -> Bool {
        workspace.matches.contains { $0.meaning.kind == .person && $0.first == word.first && $0.end == word.end }
    }

    private func note(_ block: Match, _ scratch: inout SelectionScratch) {
        if block.meaning.detail == Int32(Meaning.Kind.finding.rawValue) { scratch.lookAlikes.append(block) }
        if block.meaning.index < 0 {
            let kind = Int(block.meaning.detail)
            scratch.blockedKindUntil[kind] = max(scratch.blockedKindUntil[kind], block.end)
        } else {
            let slot = blockSlot(block.meaning.index, kind: UInt8(truncatingIfNeeded: block.meaning.detail))
            if slot >= 0 { scratch.blockedUntil[slot] = max(scratch.blockedUntil[slot], block.end) }
        }
    }

    private func blockSlot(_ index: Int32, kind: UInt8) -> Int {
        if kind == Meaning.Kind.attribute.rawValue { return Int(index) }
        if kind == Meaning.Kind.finding.rawValue { return typeOfAttribute.count + Int(index) }
        return -1
    }

    private func isBlocked(_ match: Match, _ scratch: SelectionScratch) -> Bool {
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
    var coveredUntil: [Int32] = []
    var coveredFrom: [Int32] = []
    var blockedUntil: [Int32] = []
    var blockedKindUntil: [Int32] = []
    /// Words that look like a finding and are none: no combination may use them either.
    var lookAlikes: [Match] = []

    mutating func prepare(_ groups: Int, blocks: Int) {
        if coveredUntil.count != groups {
            coveredUntil = Array(repeating: 0, count: groups)
            coveredFrom = coveredUntil
        }
        if blockedUntil.count != blocks { blockedUntil = Array(repeating: 0, count: blocks) }
        if blockedKindUntil.isEmpty { blockedKindUntil = Array(repeating: 0, count: Meaning.Kind.allCases.count) }
        lookAlikes.removeAll(keepingCapacity: true)
        for index in coveredUntil.indices { coveredUntil[index] = 0 }
        for index in blockedUntil.indices { blockedUntil[index] = 0 }
        for index in blockedKindUntil.indices { blockedKindUntil[index] = 0 }
    }
}
