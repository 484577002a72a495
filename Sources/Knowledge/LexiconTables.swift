/// An edge of the trie: key = node << 32 | word.
struct Edge: Sendable {
    var key: UInt64
    /// Child node.
    var node: Int32

    static let none = Edge(key: .max, node: -1)
}

/// The edges of a trie that grows, by open addressing.
struct EdgeTable {
    private(set) var slots: [Edge] = Array(repeating: .none, count: 1 << 16)
    private var count = 0

    /// The child of `node` by a word; `new` if there was none before.
    mutating func child(of node: Int32, by word: Int32, orAdd new: Int32) -> Int32 {
        let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
        let slot = slot(of: key)
        if slots[slot].key == key { return slots[slot].node }
        slots[slot] = Edge(key: key, node: new)
        count += 1
        if count * 2 > slots.count { grow() }
        return new
    }

    private func slot(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: Self.mix(key)) & mask
        while slots[slot].key != .max, slots[slot].key != key { slot = (slot + 1) & mask }
        return slot
    }

    /// All nodes in a new order, level by level: the children of one stand side by side, in the order of their words.
    ///
    /// `nodes` are the old numbers, `words` what leads to each, `children` where those of each begin, once more at the end.
    func order(nodes count: Int) -> (nodes: [Int32], words: [Int32], children: [Int32]) {
        // By old numbers: where the edges of each node begin.
        var starts = Array(repeating: Int32(0), count: count + 1)
        for edge in slots where edge.key != .max { starts[Int(edge.key >> 32) + 1] += 1 }
        for node in 0..<count { starts[node + 1] += starts[node] }
        var next = starts
        var outgoing = Array(repeating: UInt64(0), count: Int(starts[count]))
        for edge in slots where edge.key != .max {
            let parent = Int(edge.key >> 32)
            outgoing[Int(next[parent])] = edge.key << 32 | UInt64(UInt32(bitPattern: edge.node))
            next[parent] += 1
        }
        var nodes: [Int32] = [0]
        nodes.reserveCapacity(count)
        var words: [Int32] = [0]
        words.reserveCapacity(count)
        var children: [Int32] = []
        children.reserveCapacity(count + 1)
        var index = 0
        while index < nodes.count {
            let range = Int(starts[Int(nodes[index])])..<Int(starts[Int(nodes[index]) + 1])
            if range.count > 1 { outgoing[range].sort() }
            children.append(Int32(nodes.count))
            for edge in outgoing[range] {
                nodes.append(Int32(truncatingIfNeeded: edge))
                words.append(Int32(truncatingIfNeeded: edge >> 32))
            }
            index += 1
        }
        children.append(Int32(nodes.count))
        return (nodes, words, children)
    }

    private static func mix(_ key: UInt64) -> UInt64 {
        let mixed = (key ^ (key >> 29)) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ (mixed >> 32)
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: .none, count: old.count * 2)
        for edge in old where edge.key != .max { slots[slot(of: edge.key)] = edge }
    }
}

/// The meanings at the nodes of a trie that grows: a chain for each node, in the order they were added.
struct EndTable {
    private(set) var meanings: [Meaning] = []
    private var numbers: [Meaning: Int32] = [:]
    /// Per node: the first link of its chain, or -1. Per link: a meaning's number, and the next link.
    private var first: [Int32] = []
    private var links: [Int32] = []
    private var next: [Int32] = []

    /// The number of a meaning, which is kept once.
    mutating func number(of meaning: Meaning) -> Int32 {
        if let known = numbers[meaning] { return known }
        let number = Int32(meanings.count)
        meanings.append(meaning)
        numbers[meaning] = number
        return number
    }

    /// Adds a meaning unless the node has it.
    mutating func add(_ meaning: Int32, at node: Int32) {
        while first.count <= Int(node) { first.append(-1) }
        let new = Int32(links.count)
        var last: Int32 = -1
        var current = first[Int(node)]
        while current >= 0 {
            if links[Int(current)] == meaning { return }
            last = current
            current = next[Int(current)]
        }
        links.append(meaning)
        next.append(-1)
        if last >= 0 { next[Int(last)] = new } else { first[Int(node)] = new }
    }

    /// Takes away what a node says of clauses.
    mutating func takeClauseWords(at node: Int32) -> [ClauseWord] {
        guard Int(node) < first.count else { return [] }
        var taken: [ClauseWord] = []
        var last: Int32 = -1
        var current = first[Int(node)]
        while current >= 0 {
            let meaning = meanings[Int(links[Int(current)])]
            let after = next[Int(current)]
            if meaning.kind == .clause {
                taken.append(ClauseWord.allCases[Int(meaning.detail)])
                if last >= 0 { next[Int(last)] = after } else { first[Int(node)] = after }
            } else {
                last = current
            }
            current = after
        }
        return taken
    }

    /// The numbers of the meanings in a new order: options of questions come last. Only an open question wants them, so a
    /// scan can leave them out by one comparison.
    func order() -> (meanings: [Meaning], numbers: [Int32], firstOption: Int32) {
        let usual = meanings.indices.filter { meanings[$0].kind != .option }
        let all = usual + meanings.indices.filter { meanings[$0].kind == .option }
        var numbers = Array(repeating: Int32(0), count: meanings.count)
        for (new, old) in all.enumerated() { numbers[old] = Int32(new) }
        return (all.map { meanings[$0] }, numbers, Int32(usual.count))
    }

    /// Where each node's meanings begin, once more at the end, and the numbers of all in the order of the nodes.
    func flat(_ nodes: [Int32]) -> (starts: [Int32], numbers: [Int32]) {
        var starts: [Int32] = []
        starts.reserveCapacity(nodes.count + 1)
        var flat: [Int32] = []
        flat.reserveCapacity(links.count)
        for node in nodes {
            starts.append(Int32(flat.count))
            var current = Int(node) < first.count ? first[Int(node)] : -1
            while current >= 0 {
                flat.append(links[Int(current)])
                current = next[Int(current)]
            }
        }
        starts.append(Int32(flat.count))
        return (starts, flat)
    }
}
