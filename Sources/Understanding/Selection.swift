import Clinical
import Knowledge
import Language

/// Which of the phrases that stand in a text count: the longest of a group, and none that a look-alike has taken.
final class Selection: Sendable {
    /// Per meaning of the lexicon.
    private let roles: [MeaningRole]
    private let meanings: [Meaning]
    /// For `MeaningRole.firstNeed`: for each combination how many parts it needs besides, and which.
    private let needs: [Int32]
    /// For `MeaningRole.firstPart`.
    private let parts: [Int32]
    private let partCount: Int
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
        let partNumbers = PartNumbers(knowledge)
        var needs: [Int32] = []
        let needsOfTerm = knowledge.terms.indices.map { term in
            let all = knowledge.combinations.filter { $0.parts.contains(.term(term)) }.map { combination in
                Set(combination.parts.filter { $0 != .term(term) }.map(partNumbers.number(of:)))
            }
            let start = Int32(needs.count)
            for need in Self.least(all) { needs += [Int32(need.count)] + need }
            return start..<Int32(needs.count)
        }
        var parts: [Int32] = []
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
            let firstPart = Int32(parts.count)
            parts += partNumbers.numbers(of: meaning)
            return MeaningRole(
                traits: MeaningRole.traits(of: meaning, knowledge), marks: clauses.marks(of: meaning),
                slot: Int32(slot(meaning)), group: Int32(group(meaning)), firstNeed: need.lowerBound,
                endNeed: need.upperBound, firstPart: firstPart, endPart: Int32(parts.count))
        }
        meanings = knowledge.lexicon.meanings
        self.needs = needs
        self.parts = parts
        partCount = partNumbers.count
        attributeCount = typeOfAttribute.count
        slotCount = typeOfAttribute.count + findingCount
        groupCount = 64 + types.count + findingCount + termCount
    }

    /// Without those that need all that another needs, and more; each in order.
    private static func least(_ needs: [Set<Int32>]) -> [[Int32]] {
        var least: [Set<Int32>] = []
        for need in needs.sorted(by: { $0.count != $1.count ? $0.count < $1.count : $0.sorted().lexicographicallyPrecedes($1.sorted()) })
        where !least.contains(where: { $0.isSubset(of: need) }) {
            least.append(need)
        }
        return least.map { $0.sorted() }
    }

    /// Keeps of `workspace.hits` what counts, in the same order. Where a question is open, all of it is listed.
    func select(_ workspace: inout Workspace, isAsked: Bool) {
        workspace.selection.prepare(groupCount, blocks: slotCount)
        workspace.beginKeeping()
        workspace.keptParts.removeAll(of: partCount)
        // Taken out while they are worked on: what lies in the workspace is fetched anew after every change of it.
        var hits: [Hit] = []
        var flags = Buffer<UInt16>()
        var entries = Buffer<Entry>()
        var standing = PartSet()
        swap(&hits, &workspace.hits)
        swap(&flags, &workspace.flags)
        swap(&entries, &workspace.selection.entries)
        swap(&standing, &workspace.selection.standing)
        standing.removeAll(of: partCount)
        roles.withUnsafeBufferPointer { roles in
            needs.withUnsafeBufferPointer { needs in
                parts.withUnsafeBufferPointer { parts in
                    meanings.withUnsafeBufferPointer { meanings in
                        lexicon.ends.withUnsafeBufferPointer { ends in
                            lexicon.withNodes { nodes in
                                let tables = Tables(
                                    roles: roles, needs: needs, parts: parts, meanings: meanings, nodes: nodes,
                                    ends: ends, limit: isAsked ? .max : lexicon.firstAsked)
                                for hit in hits {
                                    tables.forEach(hit.node) { tables.insert(roles[Int($0)], into: &standing) }
                                }
                                select(hits, tables, standing, &entries, &flags, &workspace, isAsked: isAsked)
                            }
                        }
                    }
                }
            }
        }
        swap(&hits, &workspace.hits)
        swap(&flags, &workspace.flags)
        swap(&entries, &workspace.selection.entries)
        swap(&standing, &workspace.selection.standing)
        workspace.endKeeping(lexicon)
    }

    /// The tables, fetched once for a text.
    private struct Tables {
        let roles: UnsafeBufferPointer<MeaningRole>
        let needs: UnsafeBufferPointer<Int32>
        let parts: UnsafeBufferPointer<Int32>
        let meanings: UnsafeBufferPointer<Meaning>
        let nodes: UnsafeBufferPointer<Lexicon.Node>
        let ends: UnsafeBufferPointer<Int32>
        /// Meanings from here on are not wanted.
        let limit: Int32

        /// What the phrases mean that end at a node.
        @inline(__always)
        func forEach(_ node: Int32, _ body: (Int32) -> Void) {
            var index = Int(nodes[Int(node)].firstEnd)
            let end = Int(nodes[Int(node) &+ 1].firstEnd)
            while index < end {
                if ends[index] < limit { body(ends[index]) }
                index &+= 1
            }
        }

        @inline(__always)
        func insert(_ role: MeaningRole, into standing: inout PartSet) {
            var part = role.firstPart
            while part < role.endPart {
                standing.insert(parts[Int(part)])
                part &+= 1
            }
        }

        /// Whether a single word of a list changes nothing: each combination it is part of needs what is not in the text.
        @inline(__always)
        func isIdle(_ role: MeaningRole, _ standing: borrowing PartSet) -> Bool {
            var index = Int(role.firstNeed)
            while index < Int(role.endNeed) {
                let end = index &+ 1 &+ Int(needs[index])
                if standing.contains(allOf: needs, index &+ 1..<end) { return false }
                index = end
            }
            return true
        }
    }

    /// A phrase with one of its meanings, on its way to `Workspace.kept`. All at work begin with the same token.
    struct Entry: BitwiseCopyable {
        var end: Int32
        var meaning: Int32
        /// Whether it was found not to count.
        var isDropped = false
    }

    @inline(__always)
    private func select(
        _ hits: [Hit], _ tables: Tables, _ standing: borrowing PartSet, _ entries: inout Buffer<Entry>,
        _ flags: inout Buffer<UInt16>, _ workspace: inout Workspace, isAsked: Bool
    ) {
        let roles = tables.roles
        let words = workspace.words
        let count = hits.count
        var claimedUntil: Int32 = 0
        var before = 0
        var start = 0
        while start < count {
            let first = hits[start].first
            var traits: UInt16 = 0
            var end = start
            entries.removeAll()
            while end < count, hits[end].first == first {
                let hit = hits[end]
                tables.forEach(hit.node) { meaning in
                    let role = roles[Int(meaning)]
                    if role.traits & MeaningRole.idle != 0, hit.end &- first == 1, tables.isIdle(role, standing) {
                        return
                    }
                    traits |= role.traits
                    entries.append(Entry(end: hit.end, meaning: meaning))
                }
                end += 1
            }
            if traits & MeaningRole.block != 0 {
                noteBlocks(entries, first, from: start, before: before, hits, flags, &workspace.selection)
            }
            // Longest first: the walk through the lexicon reports shorter phrases before longer ones.
            var index = entries.count
            while index > 0 {
                index &-= 1
                let entry = entries[index]
                let role = roles[Int(entry.meaning)]
                if role.traits & MeaningRole.block != 0
                    || !isKept(entry, first, role, words, &workspace.selection)
                {
                    entries[index].isDropped = true
                } else if role.traits & MeaningRole.claims != 0 {
                    claimedUntil = max(claimedUntil, entry.end)
                }
            }
            index = 0
            while index < entries.count {
                let entry = entries[index]
                index &+= 1
                if entry.isDropped { continue }
                let role = roles[Int(entry.meaning)]
                // "can't" in "can't pee" is part of the finding: it negates nothing.
                if role.traits & MeaningRole.content != 0, claimedUntil >= entry.end { continue }
                role.marks.set(from: Int(first), to: Int(entry.end), &flags)
                if role.traits & MeaningRole.marking != 0 { continue }
                tables.insert(role, into: &workspace.keptParts)
                workspace.keep(
                    Match(first: first, end: entry.end, meaning: tables.meanings[Int(entry.meaning)]),
                    isListed: isAsked || role.traits & MeaningRole.asked == 0)
            }
            before = start
            start = end
        }
    }

    /// The look-alikes that begin at one token. `start` is its first hit, `before` that of the token before, or of one
    /// farther off.
    private func noteBlocks(
        _ entries: borrowing Buffer<Entry>, _ first: Int32, from start: Int, before: Int, _ hits: [Hit],
        _ flags: borrowing Buffer<UInt16>, _ scratch: inout SelectionScratch
    ) {
        for index in entries.indices {
            let entry = entries[index]
            guard roles[Int(entry.meaning)].traits & MeaningRole.block != 0 else { continue }
            let block = Match(first: first, end: entry.end, meaning: meanings[Int(entry.meaning)])
            let isNext = hits[before].first + 1 == first
            if !isPossessed(block, from: isNext ? before : start, hits, flags) { note(block, &scratch) }
        }
    }

    @inline(__always)
    private func isKept(
        _ entry: Entry, _ first: Int32, _ role: MeaningRole, _ words: (first: Int32, end: Int32),
        _ scratch: inout SelectionScratch
    ) -> Bool {
        if scratch.hasBlocks, isBlocked(entry, role, scratch) { return false }
        if role.traits & MeaningRole.alone != 0 {
            guard first <= words.first, words.end <= entry.end else { return false }
        }
        if role.traits & MeaningRole.open != 0 { return true }
        let group = Int(role.group)
        let coveredUntil = scratch.coveredUntil[group]
        // Two modifiers may share their words: "no" denies what follows, and after a colon what went before.
        let isTwin =
            role.traits & MeaningRole.modifier != 0 && entry.end == coveredUntil
            && first == scratch.coveredFrom[group]
        guard entry.end > coveredUntil || isTwin else { return false }
        // "upper back" and "back ache" share a word: the place that was named first holds it.
        if role.traits & MeaningRole.site != 0, first < coveredUntil { return false }
        scratch.cover(group, from: first, until: entry.end)
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
            if hit.end - hit.first == 1, flags[Int(hit.first)] & Clauses.starter != 0,
                lexicon.meanings(at: hit.node).contains(where: { meanings[Int($0)].kind == .person })
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

    private func isBlocked(_ entry: Entry, _ role: MeaningRole, _ scratch: borrowing SelectionScratch) -> Bool {
        if scratch.blockedKindUntil[Int(meanings[Int(entry.meaning)].kind.rawValue)] >= entry.end { return true }
        return role.slot >= 0 && scratch.blockedUntil[Int(role.slot)] >= entry.end
    }
}
