import Clinical
import Knowledge
import Language

/// Which of the phrases that stand in a text count: the longest of a group, and none that a look-alike has taken.
final class Selection: Sendable {
    /// Per meaning of the lexicon.
    private let roles: [MeaningRole]
    private let meanings: [Meaning]
    /// Per ending of the lexicon.
    private let endings: [EndingRole]
    /// For `EndingRole`: indices of `meanings`.
    private let entries: [Int32]
    /// For `EndingRole` and `MeaningRole`.
    private let parts: [Int32]
    private let combinations: CombinationIndex
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
        let numbers = PartNumbers(knowledge)
        var parts: [Int32] = []
        func group(_ meaning: Meaning) -> Int {
            switch meaning.kind {
            case .attribute: 64 + typeOfAttribute[Int(meaning.index)]
            case .finding: 64 + types.count + Int(meaning.index)
            // "not numb down there": what takes away a place before it leaves the "not" to what follows.
            case .modifier where knowledge.modifiers[Int(meaning.index)].direction == .backward: 63
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
            let firstPart = Int32(parts.count)
            parts += numbers.numbers(of: meaning)
            return MeaningRole(
                traits: MeaningRole.traits(of: meaning, knowledge), marks: clauses.marks(of: meaning),
                slot: Int32(slot(meaning)), group: Int32(group(meaning)), firstPart: firstPart,
                endPart: Int32(parts.count))
        }
        meanings = knowledge.lexicon.meanings
        var entries: [Int32] = []
        let roles = roles
        let lexicon = lexicon
        endings = lexicon.endings.map { meanings in
            let idle = meanings.filter { roles[Int($0)].traits & MeaningRole.idle != 0 }
            let usual = meanings.filter { roles[Int($0)].traits & MeaningRole.idle == 0 && $0 < lexicon.firstAsked }
            let asked = meanings.filter { $0 >= lexicon.firstAsked }
            let first = Int32(entries.count)
            let firstPart = Int32(parts.count)
            entries += idle + usual + asked
            parts += Set(meanings.flatMap { numbers.numbers(of: lexicon.meanings[Int($0)]) }).sorted()
            let endEntry = Int32(entries.count)
            let endPart = Int32(parts.count)
            let alone = Self.alone(usual, roles, &entries, &parts)
            return EndingRole(
                firstEntry: first, firstUsual: first + Int32(idle.count),
                firstAsked: first + Int32(idle.count + usual.count), endEntry: endEntry,
                traits: usual.reduce(0) { $0 | roles[Int($1)].traits },
                firstPart: firstPart, endPart: endPart, alone: alone)
        }
        self.entries = entries
        self.parts = parts
        combinations = CombinationIndex(knowledge, numbers)
        attributeCount = typeOfAttribute.count
        slotCount = typeOfAttribute.count + findingCount
        groupCount = 64 + types.count + findingCount + termCount
    }

    /// What counts of a single word with these meanings where no other phrase reaches it.
    private static func alone(
        _ meanings: [Int32], _ roles: [MeaningRole], _ entries: inout [Int32], _ parts: inout [Int32]
    ) -> EndingRole.Alone? {
        let role = { (meaning: Int32) in roles[Int(meaning)] }
        let special = MeaningRole.block | MeaningRole.alone | MeaningRole.tale
        guard meanings.allSatisfy({ role($0).traits & special == 0 }) else { return nil }
        var groups: Set<Int32> = []
        var kept: [Int32] = []
        for meaning in meanings.reversed() {
            let isFirst = role(meaning).traits & MeaningRole.open != 0 || groups.insert(role(meaning).group).inserted
            if isFirst || role(meaning).traits & MeaningRole.modifier != 0 { kept.insert(meaning, at: 0) }
        }
        let claims = kept.contains { role($0).traits & MeaningRole.claims != 0 }
        if claims { kept.removeAll { role($0).traits & MeaningRole.content != 0 } }
        let first = Int32(entries.count)
        let firstPart = Int32(parts.count)
        for meaning in kept where role(meaning).traits & (MeaningRole.marking | MeaningRole.silent) == 0 {
            entries.append(meaning)
            parts += parts[Int(role(meaning).firstPart)..<Int(role(meaning).endPart)]
        }
        return EndingRole.Alone(
            flags: kept.reduce(0) { $0 | role($1).marks.first }, first: first, end: Int32(entries.count),
            firstPart: firstPart, endPart: Int32(parts.count))
    }

    /// Keeps of `workspace.hits` what counts, in the same order. Where a question is open, all of it is listed.
    func select(_ workspace: inout Workspace, isAsked: Bool) {
        workspace.selection.prepare(groupCount, blocks: slotCount, parts: combinations.partCount)
        workspace.beginKeeping()
        workspace.keptParts.removeAll(of: combinations.partCount)
        // Taken out while it is worked on: what lies in the workspace is fetched anew after every change of it.
        var hits: [Hit] = []
        var flags = Buffer<UInt16>()
        var scratch = SelectionScratch()
        swap(&hits, &workspace.hits)
        swap(&flags, &workspace.flags)
        swap(&scratch, &workspace.selection)
        hits.withUnsafeBufferPointer { hits in
            roles.withUnsafeBufferPointer { roles in
                endings.withUnsafeBufferPointer { endings in
                    entries.withUnsafeBufferPointer { entries in
                        parts.withUnsafeBufferPointer { parts in
                            meanings.withUnsafeBufferPointer { meanings in
                                let tables = Tables(
                                    hits: hits, roles: roles, endings: endings, entries: entries, parts: parts,
                                    meanings: meanings)
                                tables.note(&scratch)
                                combinations.find(scratch.parts, scratch.standing, needed: &scratch.needed)
                                select(tables, &scratch, &flags, &workspace, isAsked: isAsked)
                            }
                        }
                    }
                }
            }
        }
        swap(&hits, &workspace.hits)
        swap(&flags, &workspace.flags)
        swap(&scratch, &workspace.selection)
        workspace.endKeeping(lexicon)
    }

    /// The tables, fetched once for a text.
    private struct Tables {
        let hits: UnsafeBufferPointer<Hit>
        let roles: UnsafeBufferPointer<MeaningRole>
        let endings: UnsafeBufferPointer<EndingRole>
        let entries: UnsafeBufferPointer<Int32>
        let parts: UnsafeBufferPointer<Int32>
        let meanings: UnsafeBufferPointer<Meaning>

        /// Notes the parts of combinations that stand in the text.
        @inline(__always)
        func note(_ scratch: inout SelectionScratch) {
            for hit in hits {
                let ending = endings[Int(hit.ending)]
                var index = Int(ending.firstPart)
                while index < Int(ending.endPart) {
                    if scratch.standing.insertNew(parts[index]) { scratch.parts.append(parts[index]) }
                    index &+= 1
                }
            }
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
        _ tables: Tables, _ scratch: inout SelectionScratch, _ flags: inout Buffer<UInt16>,
        _ workspace: inout Workspace, isAsked: Bool
    ) {
        let roles = tables.roles
        let hits = tables.hits
        let words = workspace.words
        let count = hits.count
        var claimedUntil: Int32 = 0
        var before = 0
        var start = 0
        while start < count {
            let first = hits[start].first
            var traits: UInt16 = 0
            var end = start
            if !isAsked, start &+ 1 == count || hits[start &+ 1].first != first,
                selectAlone(hits[start], tables, &claimedUntil, &scratch, &flags, &workspace)
            {
                before = start
                start &+= 1
                continue
            }
            scratch.entries.removeAll()
            while end < count, hits[end].first == first {
                let hit = hits[end]
                let ending = tables.endings[Int(hit.ending)]
                var place = Int(ending.firstEntry)
                if hit.end &- first == 1 {
                    while place < Int(ending.firstUsual) {
                        let meaning = tables.entries[place]
                        place &+= 1
                        let role = roles[Int(meaning)]
                        if scratch.needed.contains(tables.parts[Int(role.firstPart)]) {
                            scratch.entries.append(Entry(end: hit.end, meaning: meaning))
                        }
                    }
                }
                let past = Int(isAsked ? ending.endEntry : ending.firstAsked)
                while place < past {
                    let meaning = tables.entries[place]
                    place &+= 1
                    traits |= roles[Int(meaning)].traits
                    scratch.entries.append(Entry(end: hit.end, meaning: meaning))
                }
                end &+= 1
            }
            if traits & MeaningRole.block != 0 {
                noteBlocks(first, from: start, before: before, hits, flags, &scratch)
            }
            // Longest first: the walk through the lexicon reports shorter phrases before longer ones.
            var index = scratch.entries.count
            while index > 0 {
                index &-= 1
                let entry = scratch.entries[index]
                let role = roles[Int(entry.meaning)]
                if role.traits & MeaningRole.block != 0
                    || !isKept(entry, first, role, words, &scratch)
                {
                    scratch.entries[index].isDropped = true
                } else if role.traits & MeaningRole.claims != 0 {
                    claimedUntil = max(claimedUntil, entry.end)
                }
            }
            index = 0
            while index < scratch.entries.count {
                let entry = scratch.entries[index]
                index &+= 1
                if entry.isDropped { continue }
                keep(
                    entry.meaning, from: first, to: entry.end, tables, claimedUntil, &flags, &workspace,
                    isAsked: isAsked)
            }
            before = start
            start = end
        }
    }

    /// The same where one phrase alone begins with a token, which is nearly always so: nothing has to be put in order.
    /// Returns false, and does nothing, where the words are a look-alike or mean too much.
    @inline(__always)
    private func selectAlone(
        _ hit: Hit, _ tables: Tables, _ claimedUntil: inout Int32, _ scratch: inout SelectionScratch,
        _ flags: inout Buffer<UInt16>, _ workspace: inout Workspace
    ) -> Bool {
        let ending = tables.endings[Int(hit.ending)]
        if hit.end &- hit.first == 1, hit.first >= scratch.spanUntil, let alone = ending.alone {
            keep(alone, ending, hit, tables, scratch, &flags, &workspace)
            return true
        }
        let first = Int(ending.firstEntry)
        let count = Int(ending.firstAsked) &- first
        guard ending.traits & MeaningRole.block == 0, count <= 64 else { return false }
        let idle = hit.end &- hit.first == 1 ? Int(ending.firstUsual) &- first : 0
        var kept: UInt64 = 0
        var place = count
        while place > 0 {
            place &-= 1
            let role = tables.roles[Int(tables.entries[first &+ place])]
            if place < idle, !scratch.needed.contains(tables.parts[Int(role.firstPart)]) { continue }
            if isKept(
                Entry(end: hit.end, meaning: tables.entries[first &+ place]), hit.first, role, workspace.words, &scratch
            ) {
                kept |= 1 &<< UInt64(truncatingIfNeeded: place)
                if role.traits & MeaningRole.claims != 0 { claimedUntil = max(claimedUntil, hit.end) }
            }
        }
        while kept != 0 {
            let meaning = tables.entries[first &+ kept.trailingZeroBitCount]
            kept &= kept &- 1
            keep(meaning, from: hit.first, to: hit.end, tables, claimedUntil, &flags, &workspace, isAsked: false)
        }
        return true
    }

    /// Lists what counts of a single word that nothing else reaches.
    @inline(__always)
    private func keep(
        _ alone: EndingRole.Alone, _ ending: EndingRole, _ hit: Hit, _ tables: Tables,
        _ scratch: borrowing SelectionScratch, _ flags: inout Buffer<UInt16>, _ workspace: inout Workspace
    ) {
        if alone.flags != 0 { flags[Int(hit.first)] |= alone.flags }
        var place = ending.firstEntry
        while place < ending.firstUsual {
            let meaning = Int(tables.entries[Int(place)])
            place &+= 1
            let part = tables.parts[Int(tables.roles[meaning].firstPart)]
            if scratch.needed.contains(part) {
                workspace.keptParts.insert(part)
                workspace.keep(
                    Match(first: hit.first, end: hit.end, meaning: tables.meanings[meaning]), isListed: false)
            }
        }
        place = alone.firstPart
        while place < alone.endPart {
            workspace.keptParts.insert(tables.parts[Int(place)])
            place &+= 1
        }
        place = alone.first
        while place < alone.end {
            let meaning = Int(tables.entries[Int(place)])
            place &+= 1
            workspace.keep(
                Match(first: hit.first, end: hit.end, meaning: tables.meanings[meaning]),
                isListed: tables.roles[meaning].traits & MeaningRole.asked == 0)
        }
    }

    /// Marks the words of a phrase that counts, and lists it unless a finding or the like has taken its words.
    @inline(__always)
    private func keep(
        _ meaning: Int32, from first: Int32, to end: Int32, _ tables: Tables, _ claimedUntil: Int32,
        _ flags: inout Buffer<UInt16>, _ workspace: inout Workspace, isAsked: Bool
    ) {
        let role = tables.roles[Int(meaning)]
        // "can't" in "can't pee" is part of the finding: it negates nothing.
        if role.traits & MeaningRole.content != 0, claimedUntil >= end {
            if role.traits & MeaningRole.tale != 0 { workspace.tales.append(first) }
            return
        }
        role.marks.set(from: Int(first), to: Int(end), &flags)
        if role.traits & MeaningRole.marking != 0 { return }
        var part = Int(role.firstPart)
        while part < Int(role.endPart) {
            workspace.keptParts.insert(tables.parts[part])
            part &+= 1
        }
        workspace.keep(
            Match(first: first, end: end, meaning: tables.meanings[Int(meaning)]),
            isListed: isAsked || role.traits & MeaningRole.asked == 0)
    }

    /// The look-alikes that begin at one token. `start` is its first hit, `before` that of the token before, or of one
    /// farther off.
    private func noteBlocks(
        _ first: Int32, from start: Int, before: Int, _ hits: UnsafeBufferPointer<Hit>,
        _ flags: borrowing Buffer<UInt16>, _ scratch: inout SelectionScratch
    ) {
        for index in scratch.entries.indices {
            let entry = scratch.entries[index]
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
        _ block: Match, from start: Int, _ hits: UnsafeBufferPointer<Hit>, _ flags: borrowing Buffer<UInt16>
    ) -> Bool {
        guard block.meaning.detail == Int32(Meaning.Kind.site.rawValue),
            block.meaning.index == Int32(Meaning.wholeKind)
        else { return false }
        // "my" and "his" stand for persons; "the" does not. A person's word begins where the clause's does.
        var index = start
        while index < hits.count, hits[index].first < block.end {
            let hit = hits[index]
            if hit.end - hit.first == 1, flags[Int(hit.first)] & Clauses.starter != 0,
                lexicon.endings[Int(hit.ending)].contains(where: { meanings[Int($0)].kind == .person })
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
