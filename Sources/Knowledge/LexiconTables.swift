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
        let key = Lexicon.key(node, word)
        let slot = slot(of: key)
        if slots[slot].key == key { return slots[slot].node }
        slots[slot] = Edge(key: key, node: new)
        count += 1
        if count * 2 > slots.count { grow() }
        return new
    }

    private func slot(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: Lexicon.mix(key)) & mask
        while slots[slot].key != .max, slots[slot].key != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: .none, count: old.count * 2)
        for edge in old where edge.key != .max { slots[slot(of: edge.key)] = edge }
    }
}

/// The meanings at the nodes of a trie that grows: a chain for each node, in the order they were added.
struct EndTable {
    private var first: [Int32] = []
    private var meanings: [Meaning] = []
    private var next: [Int32] = []

    /// Adds a meaning unless the node has it.
    mutating func add(_ meaning: Meaning, at node: Int32) {
        while first.count <= Int(node) { first.append(-1) }
        let new = Int32(meanings.count)
        var last: Int32 = -1
        var current = first[Int(node)]
        while current >= 0 {
            if meanings[Int(current)] == meaning { return }
            last = current
            current = next[Int(current)]
        }
        meanings.append(meaning)
        next.append(-1)
        if last >= 0 { next[Int(last)] = new } else { first[Int(node)] = new }
    }

    /// Where each node's meanings begin, one more than there are nodes, and all meanings by node.
    func flat(nodes: Int) -> (starts: [Int32], meanings: [Meaning]) {
        var starts: [Int32] = []
        starts.reserveCapacity(nodes + 1)
        var flat: [Meaning] = []
        flat.reserveCapacity(meanings.count)
        for node in 0..<nodes {
            starts.append(Int32(flat.count))
            var current = node < first.count ? first[node] : -1
            while current >= 0 {
                flat.append(meanings[Int(current)])
                current = next[Int(current)]
            }
        }
        starts.append(Int32(flat.count))
        return (starts, flat)
    }
}
