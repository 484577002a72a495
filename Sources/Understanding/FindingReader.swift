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

    mutating func removeAll() {
        mentions.removeAll(keepingCapacity: true)
        parts.removeAll(keepingCapacity: true)
    }
}

/// Finds findings: by whole phrases, and by words of several lists that stand together in one chunk.
final class FindingReader: Sendable {
    /// What to look for around a word.
    private struct Candidate: BitwiseCopyable {
        var finding: FindingID
        var claim: Meaning.Claim
        var gap: Int
        /// The parts to find, in `FindingReader.parts` and by their numbers in `numbers`.
        var firstPart: Int
        var endPart: Int
    }

    private let vague: [VagueMention]
    private let sites: [Site]
    /// Combinations, by their first part.
    private let candidates: [Candidate]
    private let parts: [Combination.Part]
    private let numbers: [Int32]
    private let firstSite: Int
    private let firstSide: Int
    /// Per part by its number: its stretch of `candidates`.
    private let ofPart: [Range<Int>]
    private let findingCount: Int

    init(_ knowledge: Knowledge) {
        vague = knowledge.vague
        sites = knowledge.sites
        findingCount = knowledge.findings.count
        var candidates: [Candidate] = []
        var parts: [Combination.Part] = []
        let partNumbers = PartNumbers(knowledge)
        ofPart = partNumbers.all.map { first in
            let start = candidates.count
            for combination in knowledge.combinations where combination.parts.first == first {
                let rest = combination.parts.dropFirst()
                candidates.append(
                    Candidate(
                        finding: combination.finding, claim: combination.claim, gap: combination.gap,
                        firstPart: parts.count, endPart: parts.count + rest.count))
                parts += rest
            }
            return start..<candidates.count
        }
        self.candidates = candidates
        self.parts = parts
        numbers = parts.map(partNumbers.number(of:))
        firstSite = partNumbers.firstSite
        firstSide = partNumbers.firstSide
    }

    private static let sides = Side.allCases

    /// Every finding mentioned, in order of its first token.
    func read(_ workspace: borrowing Workspace, into found: inout FoundMentions) {
        for index in workspace.signs.indices {
            let match = workspace.signs[index]
            let meaning = match.meaning
            switch meaning.kind {
            case .finding:
                found.mentions.append(
                    FindingMention(
                        concept: FindingID(Int(meaning.index)),
                        claim: Meaning.Claim(rawValue: meaning.detail) ?? .present, first: Int(match.first),
                        end: Int(match.end)))
            case .vague:
                for finding in vague[Int(meaning.index)].findings {
                    found.mentions.append(
                        FindingMention(
                            concept: finding, claim: .present, isVague: true, first: Int(match.first),
                            end: Int(match.end)))
                }
            case .term: combine(meaning.index, at: index, workspace, &found)
            case .site:
                var site: SiteID? = SiteID(Int(meaning.index))
                while let here = site {
                    combine(Int32(firstSite + here.index), at: index, workspace, &found)
                    site = sites[here.index].parent
                }
            case .side: combine(Int32(firstSide) + meaning.detail, at: index, workspace, &found)
            case .symptom, .severity, .degree, .attribute, .number, .unit, .time, .modifier, .answer, .topic, .option,
                .item, .person, .region, .clause, .spread, .block:
                break
            }
        }
        if found.mentions.isEmpty { return }
        if !workspace.selection.lookAlikes.isEmpty {
            let parts = found.parts
            found.mentions.removeAll { isLookAlike($0, parts, workspace.selection) }
        }
        if found.mentions.count > 1 {
            settle(&found.mentions)
            found.mentions.sort { ($0.first, $0.end, $0.concept.index) < ($1.first, $1.end, $1.concept.index) }
        }
    }

    /// Whether words of the mention belong to something that only looks like the finding.
    private func isLookAlike(
        _ mention: FindingMention, _ parts: [Range<Int>], _ selection: borrowing SelectionScratch
    ) -> Bool {
        let concept = mention.concept.index
        if mention.parts.isEmpty { return selection.isLookAlike(concept, mention.first, mention.end) }
        for part in parts[mention.parts] where selection.isLookAlike(concept, part.lowerBound, part.upperBound) {
            return true
        }
        return false
    }

    /// Looks for the combinations whose first part, by its number, stands at a sign.
    private func combine(
        _ part: Int32, at index: Int, _ workspace: borrowing Workspace, _ found: inout FoundMentions
    ) {
        guard workspace.selection.needed.contains(part) else { return }
        for place in ofPart[Int(part)] {
            let candidate = candidates[place]
            guard
                numbers.withUnsafeBufferPointer({
                    workspace.keptParts.contains(allOf: $0, candidate.firstPart..<candidate.endPart)
                })
            else { continue }
            let match = workspace.signs[index]
            let words = Int(match.first)..<Int(match.end)
            let start = found.parts.count
            var mention = FindingMention(
                concept: candidate.finding, claim: candidate.claim, first: words.lowerBound, end: words.upperBound)
            found.parts.append(words)
            var isWhole = true
            for part in candidate.firstPart..<candidate.endPart {
                guard
                    let next = nearest(
                        parts[part], of: candidate, to: index, words, taken: start, workspace, found)
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

    /// The nearest words of a part in the same chunk that no other part has taken: none of those from `taken` on.
    private func nearest(
        _ part: Combination.Part, of candidate: Candidate, to index: Int, _ range: Range<Int>, taken: Int,
        _ workspace: borrowing Workspace, _ found: borrowing FoundMentions
    ) -> Range<Int>? {
        let gap = candidate.gap
        var best: (range: Range<Int>, distance: Int)?
        var before = index - 1
        while before >= 0, Int(workspace.signs[before].first) >= range.lowerBound - gap - 12 {
            consider(workspace.signs[before], part, candidate, range, taken, workspace, found, &best)
            before -= 1
        }
        var after = index + 1
        while after < workspace.signs.count, Int(workspace.signs[after].first) <= range.upperBound + gap {
            consider(workspace.signs[after], part, candidate, range, taken, workspace, found, &best)
            after += 1
        }
        return best?.range
    }

    @inline(__always)
    private func consider(
        _ match: Match, _ part: Combination.Part, _ candidate: Candidate, _ range: Range<Int>, _ taken: Int,
        _ workspace: borrowing Workspace, _ found: borrowing FoundMentions,
        _ best: inout (range: Range<Int>, distance: Int)?
    ) {
        guard isHit(match.meaning, part) else { return }
        let other = Int(match.first)..<Int(match.end)
        let chunk = workspace.chunks[other.lowerBound]
        guard chunk == workspace.chunks[range.lowerBound] || chunk == workspace.chunks[range.upperBound - 1] else {
            return
        }
        for index in taken..<found.parts.count where found.parts[index].overlaps(other) { return }
        let distance = Self.distance(range, other, workspace)
        guard distance >= 0, distance <= candidate.gap, best.map({ distance < $0.distance }) ?? true,
            !isElsewhere(other, range, candidate, workspace)
        else { return }
        best = (other, distance)
    }

    /// How many tokens stand between; negative where they overlap. "My calf hurts. It's hot": "it" stands for the place,
    /// so what comes before its clause is not counted.
    @inline(__always)
    private static func distance(_ a: Range<Int>, _ b: Range<Int>, _ workspace: borrowing Workspace) -> Int {
        let (first, second) = a.lowerBound < b.lowerBound ? (a, b) : (b, a)
        let distance = second.lowerBound - first.upperBound
        let clause = workspace.clauses[second.lowerBound]
        guard distance > 0, workspace.clauses[first.lowerBound] != clause else { return distance }
        var start = second.lowerBound
        while start > first.upperBound, workspace.clauses[start - 1] == clause { start -= 1 }
        return second.lowerBound - start
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
    private func isElsewhere(
        _ a: Range<Int>, _ b: Range<Int>, _ candidate: Candidate, _ workspace: borrowing Workspace
    ) -> Bool {
        let between = min(a.upperBound, b.upperBound)..<max(a.lowerBound, b.lowerBound)
        guard let place = between.first(where: { workspace.isSite($0) && !belongs($0, to: candidate, workspace) })
        else { return false }
        return !between.contains { $0 > place && workspace.isJoint($0) || $0 < place && workspace.isJoint($0) }
    }

    /// Whether a word is among those that the finding is put together from.
    private func belongs(_ token: Int, to candidate: Candidate, _ workspace: borrowing Workspace) -> Bool {
        for index in workspace.signs.indices {
            let match = workspace.signs[index]
            if Int(match.first) > token { return false }
            guard token < Int(match.end) else { continue }
            for part in candidate.firstPart..<candidate.endPart where isHit(match.meaning, parts[part]) { return true }
        }
        return false
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
