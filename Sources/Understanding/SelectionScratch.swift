import Knowledge

/// Tables that `Selection` writes to, kept between messages.
struct SelectionScratch: ~Copyable {
    var coveredUntil = Buffer<Int32>()
    var coveredFrom = Buffer<Int32>()
    var blockedUntil = Buffer<Int32>()
    var blockedKindUntil = Buffer<Int32>()
    /// The phrases that begin at one token.
    var entries = Buffer<Selection.Entry>()
    /// The parts of combinations that any phrase of the text is, before it is known which phrases count.
    var standing = PartSet()
    var parts = Buffer<Int32>()
    /// Those of them that belong to a combination all of whose parts stand in the text.
    var needed = PartSet()
    /// From this token on, nothing that counts and no look-alike has reached any word.
    var spanUntil: Int32 = 0
    /// Whether anything is blocked.
    var hasBlocks = false
    /// Groups and slots that the last message wrote to.
    private var touchedGroups = Buffer<Int32>()
    private var touchedSlots = Buffer<Int32>()
    /// Words that look like a finding and are none: no combination may use them either. In the order of their first
    /// token.
    private(set) var lookAlikes = Buffer<Match>()
    private var longestLookAlike: Int32 = 0

    mutating func prepare(_ groups: Int, blocks: Int, parts partCount: Int) {
        standing.removeAll(of: partCount)
        needed.removeAll(of: partCount)
        parts.removeAll()
        if coveredUntil.count != groups || blockedUntil.count != blocks {
            coveredUntil.fill(0, count: groups)
            coveredFrom.fill(0, count: groups)
            blockedUntil.fill(0, count: blocks)
            blockedKindUntil.fill(0, count: Meaning.Kind.allCases.count)
        } else {
            for index in touchedGroups.indices { coveredUntil[Int(touchedGroups[index])] = 0 }
            for index in touchedSlots.indices { blockedUntil[Int(touchedSlots[index])] = 0 }
            if hasBlocks { blockedKindUntil.fill(0, count: blockedKindUntil.count) }
        }
        touchedGroups.removeAll()
        touchedSlots.removeAll()
        lookAlikes.removeAll()
        longestLookAlike = 0
        hasBlocks = false
        spanUntil = 0
    }

    @inline(__always)
    mutating func cover(_ group: Int, from first: Int32, until end: Int32) {
        if coveredUntil[group] == 0 { touchedGroups.append(Int32(group)) }
        spanUntil = max(spanUntil, end)
        coveredUntil[group] = end
        coveredFrom[group] = first
    }

    mutating func block(_ slot: Int, until end: Int32) {
        if blockedUntil[slot] == 0 { touchedSlots.append(Int32(slot)) }
        blockedUntil[slot] = max(blockedUntil[slot], end)
        spanUntil = max(spanUntil, end)
        hasBlocks = true
    }

    mutating func blockKind(_ kind: Int, until end: Int32) {
        blockedKindUntil[kind] = max(blockedKindUntil[kind], end)
        spanUntil = max(spanUntil, end)
        hasBlocks = true
    }

    mutating func add(lookAlike: Match) {
        lookAlikes.append(lookAlike)
        longestLookAlike = max(longestLookAlike, lookAlike.end - lookAlike.first)
    }

    /// Whether the tokens `first..<end` lie inside a look-alike of a finding.
    func isLookAlike(_ concept: Int, _ first: Int, _ end: Int) -> Bool {
        guard !lookAlikes.isEmpty else { return false }
        // The first look-alike after `first`; only those shortly before it can reach over the words.
        var low = lookAlikes.indices.partition { Int(lookAlikes[$0].first) <= first }
        while low > 0, Int(lookAlikes[low - 1].first) + Int(longestLookAlike) >= end {
            low -= 1
            if Int(lookAlikes[low].meaning.index) == concept, end <= Int(lookAlikes[low].end) { return true }
        }
        return false
    }
}
