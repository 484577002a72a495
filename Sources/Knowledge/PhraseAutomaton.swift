/// A phrase graph in which each state goes on by a word in one way: the subset construction (Rabin and Scott 1959).
///
/// A state is a set of nodes of the graph. Since patterns share what they have in common, so do the states: there are
/// about as many as there are stretches of patterns, however many phrases these stand for.
struct PhraseAutomaton {
    /// Per state, and once more at the end: where its edges begin in `words` and `targets`.
    private(set) var firstEdges: [Int32] = []
    /// In each state's stretch in order.
    private(set) var words: [Int32] = []
    private(set) var targets: [Int32] = []
    /// Per state, and once more at the end: where the numbers of its meanings begin in `ends`.
    private(set) var firstEnds: [Int32] = []
    private(set) var ends: [Int32] = []

    /// The nodes of every state, and where those of each begin, once more at the end.
    private var members: [Int32] = [0]
    private var starts: [Int32] = [0, 1]
    /// States by their nodes: open addressing, -1 where free.
    private var slots: [Int32] = Array(repeating: -1, count: 1 << 12)

    var stateCount: Int { starts.count - 1 }

    init(_ graph: PhraseGraph) {
        let (firstKeys, keys) = graph.sorted()
        var meanings = Array(repeating: [Int32](), count: Int(graph.nodeCount))
        for (node, meaning) in graph.accepted { meanings[Int(node)].append(meaning) }
        insert(0)
        var found: [UInt64] = []
        var ended: [Int32] = []
        var state = 0
        while state < stateCount {
            found.removeAll(keepingCapacity: true)
            ended.removeAll(keepingCapacity: true)
            let range = Int(starts[state])..<Int(starts[state + 1])
            for node in members[range] {
                found += keys[Int(firstKeys[Int(node)])..<Int(firstKeys[Int(node) + 1])]
                ended += meanings[Int(node)]
            }
            if range.count > 1 { found.sort() }
            firstEdges.append(Int32(words.count))
            firstEnds.append(Int32(ends.count))
            addEdges(found)
            ended.sort()
            for index in ended.indices where index == 0 || ended[index] != ended[index - 1] {
                ends.append(ended[index])
            }
            state += 1
        }
        firstEdges.append(Int32(words.count))
        firstEnds.append(Int32(ends.count))
    }

    /// Adds the edges of a state: `keys` are those of its nodes, in order.
    private mutating func addEdges(_ keys: [UInt64]) {
        var index = 0
        while index < keys.count {
            let word = keys[index] >> 32
            let start = members.count
            while index < keys.count, keys[index] >> 32 == word {
                let node = Int32(truncatingIfNeeded: keys[index])
                if members.count == start || members[members.count - 1] != node { members.append(node) }
                index += 1
            }
            words.append(Int32(truncatingIfNeeded: word))
            targets.append(state(from: start))
        }
    }

    /// The state of the nodes from `start` on, which are kept if it is new.
    private mutating func state(from start: Int) -> Int32 {
        let slot = slot(of: start..<members.count)
        if slots[slot] >= 0 {
            members.removeLast(members.count - start)
            return slots[slot]
        }
        let state = Int32(stateCount)
        slots[slot] = state
        starts.append(Int32(members.count))
        if stateCount * 2 > slots.count { grow() }
        return state
    }

    private func slot(of range: Range<Int>) -> Int {
        var hash: UInt64 = 0
        for index in range {
            hash = (hash ^ UInt64(UInt32(bitPattern: members[index]))) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0, !isSame(Int(slots[slot]), range) { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private func isSame(_ state: Int, _ range: Range<Int>) -> Bool {
        let start = Int(starts[state])
        guard Int(starts[state + 1]) - start == range.count else { return false }
        for offset in 0..<range.count where members[start + offset] != members[range.lowerBound + offset] {
            return false
        }
        return true
    }

    private mutating func insert(_ state: Int) {
        slots[slot(of: Int(starts[state])..<Int(starts[state + 1]))] = Int32(state)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for state in 0..<stateCount { insert(state) }
    }

    /// How many beginnings of phrases end with each word: with how many the lexicon has something to say.
    func weights(words count: Int) -> [Int32] {
        // How many ways lead to each state; a state is counted out once all edges to it have been followed.
        var ways = Array(repeating: Int32(0), count: stateCount)
        var open = ways
        for target in targets { open[Int(target)] += 1 }
        var weights = Array(repeating: Int32(0), count: count)
        var ready = [0]
        ways[0] = 1
        while let state = ready.popLast() {
            for edge in Int(firstEdges[state])..<Int(firstEdges[state + 1]) {
                let target = Int(targets[edge])
                weights[Int(words[edge])] += ways[state]
                ways[target] += ways[state]
                open[target] -= 1
                if open[target] == 0 { ready.append(target) }
            }
        }
        return weights
    }
}
