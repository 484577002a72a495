import Knowledge
import Language

/// Which of the phrases that stand in a text count: the longest of a group, and none that a look-alike has taken.
final class Selection: Sendable {
    let lexicon: Lexicon
    let roles: MeaningRoles
    private let combinations: CombinationIndex

    init(_ knowledge: Knowledge, clauses: Clauses) {
        lexicon = knowledge.lexicon
        let numbers = PartNumbers(knowledge)
        roles = MeaningRoles(knowledge, numbers, clauses: clauses)
        combinations = CombinationIndex(knowledge, numbers)
    }

    /// Keeps of `workspace.hits` what counts, in the same order. Where a question is open, all of it is listed.
    func select(_ workspace: inout Workspace, isAsked: Bool) {
        workspace.selection.prepare(roles.groupCount, blocks: roles.slotCount, parts: combinations.partCount)
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
            roles.ofMeaning.withUnsafeBufferPointer { ofMeaning in
                roles.ofEnding.withUnsafeBufferPointer { endings in
                    roles.entries.withUnsafeBufferPointer { entries in
                        roles.parts.withUnsafeBufferPointer { parts in
                            roles.meanings.withUnsafeBufferPointer { meanings in
                                let tables = Tables(
                                    hits: hits, roles: ofMeaning, endings: endings, entries: entries, parts: parts,
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
            // Nearly every word: one phrase begins with it, and nothing else reaches it.
            if !isAsked, first >= scratch.spanUntil, hits[start].end &- first == 1,
                start &+ 1 == count || hits[start &+ 1].first != first,
                let alone = tables.endings[Int(hits[start].ending)].alone
            {
                keep(alone, hits[start], tables, scratch, &flags, &workspace)
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

    /// Lists what counts of a single word that nothing else reaches.
    @inline(__always)
    private func keep(
        _ alone: EndingRole.Alone, _ hit: Hit, _ tables: Tables,
        _ scratch: borrowing SelectionScratch, _ flags: inout Buffer<UInt16>, _ workspace: inout Workspace
    ) {
        let ending = tables.endings[Int(hit.ending)]
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
}
