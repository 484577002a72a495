import Clinical
import Knowledge
import Language

/// A finding in the text, before its context is read.
struct FindingMention {
    var concept: FindingID
    var claim: Meaning.Claim
    /// Several findings are pointed at and none is settled.
    var isVague = false
    var first: Int
    var end: Int
    /// Where it was read from several words: their half-open token ranges, as a stretch of `FoundMentions.parts`.
    var parts = 0..<0
}

/// The findings of a text with the words they were read from.
struct FoundMentions {
    var mentions: [FindingMention] = []
    /// Of all mentions that were read from several words.
    var parts: [Range<Int>] = []
}

/// Finds findings: by whole phrases, and by words of several lists that stand together in one chunk.
struct FindingReader: Sendable {
    private let combinations: [Combination]
    private let vague: [VagueMention]
    private let sites: [Site]
    /// Combinations by their first part.
    private let byTerm: [[Int]]
    private let bySite: [[Int]]
    private let bySide: [[Int]]
    /// Per combination: one bit for each part after the first. What is not among the bits of a text has no such part.
    private let needs: [UInt64]
    /// Per site: its bits and those of what it is part of.
    private let siteBits: [UInt64]
    private let findingCount: Int

    init(_ knowledge: Knowledge) {
        combinations = knowledge.combinations
        vague = knowledge.vague
        sites = knowledge.sites
        findingCount = knowledge.findings.count
        var byTerm = Array(repeating: [Int](), count: knowledge.terms.count)
        var bySite = Array(repeating: [Int](), count: knowledge.sites.count)
        var bySide = Array(repeating: [Int](), count: Side.allCases.count)
        for (index, combination) in knowledge.combinations.enumerated() {
            switch combination.parts.first {
            case .term(let term)?: byTerm[term].append(index)
            case .site(let site)?: bySite[site.index].append(index)
            case .side(let side)?: bySide[Side.allCases.firstIndex(of: side) ?? 0].append(index)
            case nil: break
            }
        }
        self.byTerm = byTerm
        self.bySite = bySite
        self.bySide = bySide
        needs = knowledge.combinations.map { $0.parts.dropFirst().reduce(0) { $0 | Self.bit(of: $1) } }
        siteBits = knowledge.sites.indices.map { index in
            var bits: UInt64 = 0
            var site: SiteID? = SiteID(index)
            while let here = site {
                bits |= Self.bit(ofSite: here.index)
                site = knowledge.sites[here.index].parent
            }
            return bits
        }
    }

    private static func bit(of part: Combination.Part) -> UInt64 {
        switch part {
        case .term(let term): bit(ofTerm: term)
        case .site(let site): bit(ofSite: site.index)
        case .side(let side): bit(ofSide: sides.firstIndex(of: side) ?? 0)
        }
    }

    private static func bit(ofTerm term: Int) -> UInt64 { 1 << UInt64(term % 48) }
    private static func bit(ofSite site: Int) -> UInt64 { 1 << UInt64(48 + site % 12) }
    private static func bit(ofSide side: Int) -> UInt64 { 1 << UInt64(60 + side % 4) }
    private static let sides = Side.allCases

    /// The bits of all parts of combinations that stand in the text.
    private func bits(of kept: [Match]) -> UInt64 {
        var bits: UInt64 = 0
        for match in kept {
            switch match.meaning.kind {
            case .term: bits |= Self.bit(ofTerm: Int(match.meaning.index))
            case .site: bits |= siteBits[Int(match.meaning.index)]
            case .side: bits |= Self.bit(ofSide: Int(match.meaning.detail))
            case .symptom, .severity, .degree, .attribute, .finding, .vague, .number, .unit, .time, .modifier, .answer,
                .topic, .option, .item, .person, .region, .clause, .spread, .block:
                break
            }
        }
        return bits
    }

    /// Every finding mentioned, in order of its first token.
    func read(_ workspace: Workspace) -> FoundMentions {
        var found = FoundMentions()
        let bits = bits(of: workspace.kept)
        for index in workspace.kept.indices {
            let match = workspace.kept[index]
            let first = Int(match.first)
            let end = Int(match.end)
            switch match.meaning.kind {
            case .finding:
                found.mentions.append(
                    FindingMention(
                        concept: FindingID(Int(match.meaning.index)),
                        claim: Meaning.Claim(rawValue: match.meaning.detail) ?? .present, first: first, end: end))
            case .vague:
                for finding in vague[Int(match.meaning.index)].findings {
                    found.mentions.append(
                        FindingMention(concept: finding, claim: .present, isVague: true, first: first, end: end))
                }
            case .term: combine(byTerm[Int(match.meaning.index)], at: index, first..<end, bits, workspace, &found)
            case .site:
                var site: SiteID? = SiteID(Int(match.meaning.index))
                while let here = site {
                    combine(bySite[here.index], at: index, first..<end, bits, workspace, &found)
                    site = sites[here.index].parent
                }
            case .side: combine(bySide[Int(match.meaning.detail)], at: index, first..<end, bits, workspace, &found)
            case .symptom, .severity, .degree, .attribute, .number, .unit, .time, .modifier, .answer, .topic, .option,
                .item, .person, .region, .clause, .spread, .block:
                break
            }
        }
        if found.mentions.isEmpty { return found }
        let parts = found.parts
        found.mentions.removeAll { isLookAlike($0, parts, workspace.selection) }
        if found.mentions.count > 1 {
            settle(&found.mentions)
            found.mentions.sort { ($0.first, $0.end, $0.concept.index) < ($1.first, $1.end, $1.concept.index) }
        }
        return found
    }

    /// Whether words of the mention belong to something that only looks like the finding.
    private func isLookAlike(_ mention: FindingMention, _ parts: [Range<Int>], _ selection: SelectionScratch) -> Bool {
        guard !selection.lookAlikes.isEmpty else { return false }
        let concept = mention.concept.index
        if mention.parts.isEmpty { return selection.isLookAlike(concept, mention.first, mention.end) }
        return parts[mention.parts].contains { selection.isLookAlike(concept, $0.lowerBound, $0.upperBound) }
    }

    private func combine(
        _ candidates: [Int], at index: Int, _ range: Range<Int>, _ bits: UInt64, _ workspace: Workspace,
        _ found: inout FoundMentions
    ) {
        for candidate in candidates where needs[candidate] & ~bits == 0 {
            let combination = combinations[candidate]
            let start = found.parts.count
            var mention = FindingMention(
                concept: combination.finding, claim: combination.claim, first: range.lowerBound, end: range.upperBound)
            found.parts.append(range)
            var isWhole = true
            for part in combination.parts.dropFirst() {
                guard
                    let next = nearest(
                        part, to: index, range, taken: found.parts[start...], gap: combination.gap, workspace)
                else {
                    isWhole = false
                    break
                }
                found.parts.append(next)
                mention.first = min(mention.first, next.lowerBound)
                mention.end = max(mention.end, next.upperBound)
            }
            if isWhole {
                if found.parts.count > start + 1 { mention.parts = start..<found.parts.count }
                found.mentions.append(mention)
            } else {
                found.parts.removeLast(found.parts.count - start)
            }
        }
    }

    /// The nearest words of a part in the same chunk that no other part has taken.
    private func nearest(
        _ part: Combination.Part, to index: Int, _ range: Range<Int>, taken: ArraySlice<Range<Int>>, gap: Int,
        _ workspace: Workspace
    ) -> Range<Int>? {
        var best: (range: Range<Int>, distance: Int)?
        func consider(_ match: Match) {
            guard isHit(match.meaning, part) else { return }
            let other = Int(match.first)..<Int(match.end)
            guard
                workspace.chunks[other.lowerBound] == workspace.chunks[range.lowerBound]
                    || workspace.chunks[other.lowerBound] == workspace.chunks[range.upperBound - 1],
                !taken.contains(where: { $0.overlaps(other) })
            else { return }
            let distance =
                other.lowerBound >= range.upperBound
                ? other.lowerBound - range.upperBound : range.lowerBound - other.upperBound
            guard distance >= 0, distance <= gap, best.map({ distance < $0.distance }) ?? true,
                !isElsewhere(other, range, workspace)
            else { return }
            best = (other, distance)
        }
        var before = index - 1
        while before >= 0, Int(workspace.kept[before].first) >= range.lowerBound - gap - 12 {
            consider(workspace.kept[before])
            before -= 1
        }
        var after = index + 1
        while after < workspace.kept.count, Int(workspace.kept[after].first) <= range.upperBound + gap {
            consider(workspace.kept[after])
            after += 1
        }
        return best?.range
    }

    private func isHit(_ meaning: Meaning, _ part: Combination.Part) -> Bool {
        switch part {
        case .term(let term): return meaning.kind == .term && Int(meaning.index) == term
        case .side(let side): return meaning.kind == .side && Self.sides[Int(meaning.detail)] == side
        case .site(let site):
            guard meaning.kind == .site else { return false }
            var here: SiteID? = SiteID(Int(meaning.index))
            while let current = here {
                if current.index == site.index { return true }
                here = sites[current.index].parent
            }
            return false
        }
    }

    /// "numb foot from sitting on my bum": another place stands nearer, and no list joins the two.
    private func isElsewhere(_ a: Range<Int>, _ b: Range<Int>, _ workspace: Workspace) -> Bool {
        let between = min(a.upperBound, b.upperBound)..<max(a.lowerBound, b.lowerBound)
        guard let place = between.first(where: { workspace.isSite[$0] }) else { return false }
        return !between.contains { $0 > place && workspace.isJoint[$0] || $0 < place && workspace.isJoint[$0] }
    }

    /// One mention for each finding and stretch of words: the whole phrase before the combination that it holds, a
    /// settled mention before a vague one.
    private func settle(_ mentions: inout [FindingMention]) {
        var isSettled: [Bool] = []
        if mentions.contains(where: \.isVague) {
            isSettled = Array(repeating: false, count: findingCount)
            for mention in mentions where !mention.isVague { isSettled[mention.concept.index] = true }
        }
        mentions.sort {
            ($0.first, $1.end, $0.isVague ? 1 : 0) < ($1.first, $0.end, $1.isVague ? 1 : 0)
        }
        let longest = mentions.reduce(0) { max($0, $1.end - $1.first) }
        var count = 0
        for index in mentions.indices {
            let mention = mentions[index]
            if mention.isVague, isSettled[mention.concept.index] { continue }
            if isRepeat(mention, of: mentions[..<count], longest: longest) { continue }
            mentions[count] = mention
            count += 1
            if count > 500 { break }
        }
        mentions.removeLast(mentions.count - count)
    }

    /// Whether a mention that is kept says the same with words round these; they are in order of their first token.
    private func isRepeat(_ mention: FindingMention, of kept: ArraySlice<FindingMention>, longest: Int) -> Bool {
        var index = kept.endIndex
        while index > kept.startIndex, kept[index - 1].first + longest >= mention.end {
            index -= 1
            let other = kept[index]
            if other.concept.index == mention.concept.index, other.first <= mention.first, mention.end <= other.end,
                other.claim == mention.claim || other.parts.isEmpty
            {
                return true
            }
        }
        return false
    }
}
