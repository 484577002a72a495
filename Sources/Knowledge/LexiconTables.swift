/// The edges of a trie that grows: key = node << 32 | word, value = child node; open addressing.
struct EdgeTable {
    private(set) var keys: [UInt64] = Array(repeating: .max, count: 1 << 12)
    private(set) var nodes: [Int32] = Array(repeating: -1, count: 1 << 12)
    private var count = 0

    /// The child of `node` by a word; `new` if there was none before.
    mutating func child(of node: Int32, by word: Int32, orAdd new: Int32) -> Int32 {
        let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
        let slot = slot(of: key)
        if keys[slot] == key { return nodes[slot] }
        keys[slot] = key
        nodes[slot] = new
        count += 1
        if count * 2 > keys.count { grow() }
        return new
    }

    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: Lexicon.mix(key)) & mask
        while keys[slot] != .max, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = (keys, nodes)
        keys = Array(repeating: .max, count: old.0.count * 2)
        nodes = Array(repeating: -1, count: old.0.count * 2)
        for (index, key) in old.0.enumerated() where key != .max {
            let slot = slot(of: key)
            keys[slot] = key
            nodes[slot] = old.1[index]
        }
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
