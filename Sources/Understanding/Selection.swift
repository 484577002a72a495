import Clinical
import Knowledge
import Language

/// Which of the phrases that stand in a text count: the longest of a group, and none that a look-alike has taken.
final class Selection: Sendable {
    /// Per meaning of the lexicon.
    private let roles: [MeaningRole]
    private let meanings: [Meaning]
    /// For `MeaningRole.firstNeed`: parts that combinations need, as bits of `PartBits`.
    private let needs: [PartBits.Bits]
    private let attributeCount: Int
    private let slotCount: Int
    /// How many groups there are: within one, the leftmost longest phrase wins.
    private let groupCount: Int

    private let lexicon: Lexicon
    init(_ knowledge: Knowledge, clauses: Clauses) {
        lexicon = knowledge.lexicon
        let types = AttributeType.allCases
        let typeOfAttribute = knowledge.attributes.map { types.firstIndex(of: $0.type) ?? 0 }
        let findingCount = knowledge.findings.count
        let termCount = knowledge.terms.count
        let bits = PartBits(knowledge)
        var needs: [PartBits.Bits] = []
        let needsOfTerm = knowledge.terms.indices.map { term in
            let all = knowledge.combinations.filter { $0.parts.contains(.term(term)) }.map { combination in
                combination.parts.reduce(0) { $0 | PartBits.bit(of: $1) }
            }
            let start = Int32(needs.count)
            needs += Self.least(all)
            return start..<Int32(needs.count)
        }
        func group(_ meaning: Meaning) -> Int {
            switch meaning.kind {
            case .attribute: 64 + typeOfAttribute[Int(meaning.index)]
            case .finding: 64 + types.count + Int(meaning.index)
            case .term: 64 + types.count + findingCount + Int(meaning.index)
            case .site, .symptom, .severity, .degree, .side, .vague, .number, .unit, .time, .modifier, .answer, .topic,
                .option, .item, .person, .region, .clause, .spread, .block:
                Int(meaning.kind.rawValue)
            }
        }
        func slot(_ meaning: Meaning) -> Int {
            switch meaning.kind {
            case .attribute: Int(meaning.index)
            case .finding: typeOfAttribute.count + Int(meaning.index)
            case .site, .symptom, .severity, .degree, .side, .vague, .term, .number, .unit, .time, .modifier, .answer,
                .topic, .option, .item, .person, .region, .clause, .spread, .block:
                -1
            }
        }
        roles = knowledge.lexicon.meanings.map { meaning in
            let need = meaning.kind == .term ? needsOfTerm[Int(meaning.index)] : 0..<0
            return MeaningRole(
                traits: MeaningRole.traits(of: meaning, knowledge), marks: clauses.marks(of: meaning),
                slot: Int32(slot(meaning)), group: Int32(group(meaning)), firstNeed: need.lowerBound,
                endNeed: need.upperBound, parts: bits.bits(of: meaning))
        }
        meanings = knowledge.lexicon.meanings
        self.needs = needs
        attributeCount = typeOfAttribute.count
        slotCount = typeOfAttribute.count + findingCount
        groupCount = 64 + types.count + findingCount + termCount
    }

    /// Without those that need all that another needs, and more.
    private static func least(_ needs: [PartBits.Bits]) -> [PartBits.Bits] {
        var least: [PartBits.Bits] = []
        for need in needs.sorted(by: { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) })
        where !least.contains(where: { $0 & ~need == 0 }) {
            least.append(need)
        }
        return least
    }

    /// Keeps of `workspace.hits` what counts, in the same order. Where a question is open, all of it is listed.
    func select(_ workspace: inout Workspace, isAsked: Bool) {
        workspace.selection.prepare(groupCount, blocks: slotCount)
        workspace.beginKeeping()
        // Taken out while they are worked on: what lies in the workspace is fetched anew after every change of it.
        var hits: [Hit] = []
        var flags = Buffer<UInt16>()
        swap(&hits, &workspace.hits)
        swap(&flags, &workspace.flags)
        roles.withUnsafeBufferPointer { roles in
            meanings.withUnsafeBufferPointer { meanings in
                select(&hits, roles, meanings, &flags, &workspace, isAsked: isAsked)
            }
        }
        swap(&hits, &workspace.hits)
        swap(&flags, &workspace.flags)
        workspace.endKeeping(lexicon)
    }

    @inline(__always)
    private func select(
        _ hits: inout [Hit], _ roles: UnsafeBufferPointer<MeaningRole>, _ meanings: UnsafeBufferPointer<Meaning>,
        _ flags: inout Buffer<UInt16>, _ workspace: inout Workspace, isAsked: Bool
    ) {
        var parts: PartBits.Bits = 0
        for hit in hits { parts |= roles[Int(hit.meaning)].parts }
        let words = workspace.words
        let count = hits.count
        var claimedUntil: Int32 = 0
        var before = 0
        var start = 0
        while start < count {
            let first = hits[start].first
            var traits = roles[Int(hits[start].meaning)].traits
            var end = start + 1
            var isSorted = true
            while end < count, hits[end].first == first {
                traits |= roles[Int(hits[end].meaning)].traits
                isSorted = isSorted && hits[end - 1].end <= hits[end].end
                end += 1
            }
            if !isSorted { Self.sortByEnd(&hits, start..<end) }
            if traits & MeaningRole.block != 0 {
                noteBlocks(start..<end, before: before, hits, flags, &workspace.selection)
            }
            // Longest first: the walk through the lexicon reports shorter phrases before longer ones.
            var index = end
            while index > start {
                index &-= 1
                let hit = hits[index]
                let role = roles[Int(hit.meaning)]
                if role.traits & MeaningRole.block != 0
                    || role.traits & MeaningRole.idle != 0 && hit.end &- first == 1 && isIdle(role, parts)
                    || !isKept(hit, role, words, &workspace.selection)
                {
                    hits[index].isDropped = true
                } else if role.traits & MeaningRole.claims != 0 {
                    claimedUntil = max(claimedUntil, hit.end)
                }
            }
            index = start
            while index < end {
                let hit = hits[index]
                index &+= 1
                if hit.isDropped { continue }
                let role = roles[Int(hit.meaning)]
                // "can't" in "can't pee" is part of the finding: it negates nothing.
                if role.traits & MeaningRole.content != 0, claimedUntil >= hit.end { continue }
                role.marks.set(from: Int(first), to: Int(hit.end), &flags)
                if role.traits & MeaningRole.marking != 0 { continue }
                workspace.keptParts |= role.parts
                workspace.keep(
                    Match(first: first, end: hit.end, meaning: meanings[Int(hit.meaning)]),
                    isListed: isAsked || role.traits & MeaningRole.asked == 0)
            }
            before = start
            start = end
        }
    }

    /// Puts the hits of one first token in the order of their ends; they are few and nearly in order.
    private static func sortByEnd(_ hits: inout [Hit], _ range: Range<Int>) {
        for index in range.dropFirst() {
            let hit = hits[index]
            var place = index
            while place > range.lowerBound, hits[place - 1].end > hit.end {
                hits[place] = hits[place - 1]
                place -= 1
            }
            if place != index { hits[place] = hit }
        }
    }

    /// The look-alikes that begin at one token. `before` is the first hit of the token before, or of one farther off.
    private func noteBlocks(
        _ range: Range<Int>, before: Int, _ hits: [Hit], _ flags: borrowing Buffer<UInt16>,
        _ scratch: inout SelectionScratch
    ) {
        for index in range {
            let hit = hits[index]
            guard roles[Int(hit.meaning)].traits & MeaningRole.block != 0 else { continue }
            let block = Match(first: hit.first, end: hit.end, meaning: meanings[Int(hit.meaning)])
            let isNext = hits[before].first + 1 == hit.first
            if !isPossessed(block, from: isNext ? before : range.lowerBound, hits, flags) { note(block, &scratch) }
        }
    }

    /// Whether a single word of a list changes nothing: each combination it is part of needs what is not in the text.
    @inline(__always)
    private func isIdle(_ role: MeaningRole, _ parts: PartBits.Bits) -> Bool {
        var index = Int(role.firstNeed)
        while index < Int(role.endNeed) {
            if needs[index] & ~parts == 0 { return false }
            index += 1
        }
        return true
    }

    @inline(__always)
    private func isKept(
        _ hit: Hit, _ role: MeaningRole, _ words: (first: Int32, end: Int32), _ scratch: inout SelectionScratch
    ) -> Bool {
        if scratch.hasBlocks, isBlocked(hit, role, scratch) { return false }
        if role.traits & MeaningRole.alone != 0 {
            guard hit.first <= words.first, words.end <= hit.end else { return false }
        }
        if role.traits & MeaningRole.open != 0 { return true }
        let group = Int(role.group)
        let coveredUntil = scratch.coveredUntil[group]
        // Two modifiers may share their words: "no" denies what follows, and after a colon what went before.
        let isTwin =
            role.traits & MeaningRole.modifier != 0 && hit.end == coveredUntil
            && hit.first == scratch.coveredFrom[group]
        guard hit.end > coveredUntil || isTwin else { return false }
        // "upper back" and "back ache" share a word: the place that was named first holds it.
        if role.traits & MeaningRole.site != 0, hit.first < coveredUntil { return false }
        scratch.cover(group, by: hit)
        return true
    }

    /// "my back in 2019" is a back, whatever "back in 2019" looks like. `start` is the first hit that begins at most
    /// one token before the block.
    private func isPossessed(
        _ block: Match, from start: Int, _ hits: [Hit], _ flags: borrowing Buffer<UInt16>
    ) -> Bool {
        guard block.meaning.detail == Int32(Meaning.Kind.site.rawValue),
            block.meaning.index == Int32(Meaning.wholeKind)
        else { return false }
        // "my" and "his" stand for persons; "the" does not. A person's word begins where the clause's does.
        var index = start
        while index < hits.count, hits[index].first < block.end {
            let hit = hits[index]
            if meanings[Int(hit.meaning)].kind == .person, hit.end - hit.first == 1,
                flags[Int(hit.first)] & Clauses.starter != 0
            {
                return true
            }
            index += 1
        }
        return false
    }

    private func note(_ block: Match, _ scratch: inout SelectionScratch) {
        let kind = block.meaning.detail
        let index = block.meaning.index
        if kind == Int32(Meaning.Kind.finding.rawValue) { scratch.add(lookAlike: block) }
        if index >= 0, kind == Int32(Meaning.Kind.attribute.rawValue) {
            scratch.block(Int(index), until: block.end)
        } else if index >= 0, kind == Int32(Meaning.Kind.finding.rawValue) {
            scratch.block(attributeCount + Int(index), until: block.end)
        } else {
            // Kinds without a slot for each entry: the words are taken from all of the kind.
            scratch.blockKind(Int(kind), until: block.end)
        }
    }

    private func isBlocked(_ hit: Hit, _ role: MeaningRole, _ scratch: borrowing SelectionScratch) -> Bool {
        if scratch.blockedKindUntil[Int(meanings[Int(hit.meaning)].kind.rawValue)] >= hit.end { return true }
        return role.slot >= 0 && scratch.blockedUntil[Int(role.slot)] >= hit.end
    }
}
