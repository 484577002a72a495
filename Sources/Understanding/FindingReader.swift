import Clinical
import Knowledge
import Language

/// A finding in the text, before its context is read.
struct FindingMention {
    var concept: FindingID
    var claim: Meaning.Claim
    /// Several findings are pointed at and none is settled.
    var isVague = false
    /// Half-open token ranges of the words it was read from.
    var parts: [Range<Int>]

    var first: Int { parts.reduce(Int.max) { min($0, $1.lowerBound) } }
    var end: Int { parts.reduce(0) { max($0, $1.upperBound) } }
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

    init(_ knowledge: Knowledge) {
        combinations = knowledge.combinations
        vague = knowledge.vague
        sites = knowledge.sites
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
    }

    /// Every finding mentioned, in order of its first token.
    func read(_ workspace: Workspace) -> [FindingMention] {
        var mentions: [FindingMention] = []
        for (index, match) in workspace.kept.enumerated() {
            let range = Int(match.first)..<Int(match.end)
            switch match.meaning.kind {
            case .finding:
                mentions.append(
                    FindingMention(
                        concept: FindingID(Int(match.meaning.index)),
                        claim: Meaning.Claim(rawValue: match.meaning.detail) ?? .present, parts: [range]))
            case .vague:
                for finding in vague[Int(match.meaning.index)].findings {
                    mentions.append(FindingMention(concept: finding, claim: .present, isVague: true, parts: [range]))
                }
            case .term: combine(byTerm[Int(match.meaning.index)], at: index, range, workspace, &mentions)
            case .site:
                var site: SiteID? = SiteID(Int(match.meaning.index))
                while let here = site {
                    combine(bySite[here.index], at: index, range, workspace, &mentions)
                    site = sites[here.index].parent
                }
            case .side: combine(bySide[Int(match.meaning.detail)], at: index, range, workspace, &mentions)
            case .symptom, .severity, .degree, .attribute, .number, .unit, .time, .modifier, .answer, .topic, .option,
                .item, .person, .region, .clause, .spread, .block:
                break
            }
        }
        mentions.removeAll { isLookAlike($0, workspace.selection.lookAlikes) }
        return settled(mentions).sorted { ($0.first, $0.end, $0.concept) < ($1.first, $1.end, $1.concept) }
    }

    /// Whether words of the mention belong to something that only looks like the finding.
    private func isLookAlike(_ mention: FindingMention, _ lookAlikes: [Match]) -> Bool {
        lookAlikes.contains { block in
            Int(block.meaning.index) == mention.concept.index
                && mention.parts.contains { Int(block.first) <= $0.lowerBound && $0.upperBound <= Int(block.end) }
        }
    }

    private func combine(
        _ candidates: [Int], at index: Int, _ range: Range<Int>, _ workspace: Workspace,
        _ mentions: inout [FindingMention]
    ) {
        for candidate in candidates {
            let combination = combinations[candidate]
            var parts = [range]
            for part in combination.parts.dropFirst() {
                guard let next = nearest(part, to: index, range, taken: parts, gap: combination.gap, workspace) else {
                    parts = []
                    break
                }
                parts.append(next)
            }
            if !parts.isEmpty {
                mentions.append(FindingMention(concept: combination.finding, claim: combination.claim, parts: parts))
            }
        }
    }

    /// The nearest words of a part in the same chunk that no other part has taken.
    private func nearest(
        _ part: Combination.Part, to index: Int, _ range: Range<Int>, taken: [Range<Int>], gap: Int,
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
        case .side(let side): return meaning.kind == .side && Side.allCases[Int(meaning.detail)] == side
        case .site(let site):
            guard meaning.kind == .site else { return false }
            var here: SiteID? = SiteID(Int(meaning.index))
            while let current = here {
                if current == site { return true }
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
    private func settled(_ mentions: [FindingMention]) -> [FindingMention] {
        guard mentions.count > 1 else { return mentions }
        var kept: [FindingMention] = []
        let ordered = mentions.sorted {
            ($0.first, $1.end, $0.isVague ? 1 : 0) < ($1.first, $0.end, $1.isVague ? 1 : 0)
        }
        for mention in ordered {
            let isRepeat = kept.contains { other in
                other.concept == mention.concept && other.first <= mention.first && mention.end <= other.end
                    && (other.claim == mention.claim || other.parts.count == 1)
            }
            let isOutdone = mention.isVague && mentions.contains { $0.concept == mention.concept && !$0.isVague }
            if !isRepeat, !isOutdone { kept.append(mention) }
            if kept.count > 500 { break }
        }
        return kept
    }
}
