import Knowledge

/// Look-alikes: words that are taken from other phrases, "back in 2019" from the back.
extension Selection {
    /// The look-alikes that begin at one token. `start` is its first hit, `before` that of the token before, or of one
    /// farther off.
    func noteBlocks(
        _ first: Int32, from start: Int, before: Int, _ hits: UnsafeBufferPointer<Hit>,
        _ flags: borrowing Buffer<UInt16>, _ scratch: inout SelectionScratch
    ) {
        for index in scratch.entries.indices {
            let entry = scratch.entries[index]
            guard roles.ofMeaning[Int(entry.meaning)].traits & MeaningRole.block != 0 else { continue }
            let block = Match(first: first, end: entry.end, meaning: roles.meanings[Int(entry.meaning)])
            let isNext = hits[before].first + 1 == first
            if !isPossessed(block, from: isNext ? before : start, hits, flags) { note(block, &scratch) }
        }
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
                lexicon.endings[Int(hit.ending)].contains(where: { roles.meanings[Int($0)].kind == .person })
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
            scratch.block(roles.attributeCount + Int(index), until: block.end)
        } else {
            // Kinds without a slot for each entry: the words are taken from all of the kind.
            scratch.blockKind(Int(kind), until: block.end)
        }
    }

    @inline(__always)
    func isBlocked(_ entry: Entry, _ role: MeaningRole, _ scratch: borrowing SelectionScratch) -> Bool {
        if scratch.blockedKindUntil[Int(roles.meanings[Int(entry.meaning)].kind.rawValue)] >= entry.end { return true }
        return role.slot >= 0 && scratch.blockedUntil[Int(role.slot)] >= entry.end
    }
}
