/// Phrases as a graph of words: from node 0 along edges to what they mean. What patterns share stands in it once.
///
/// A node may go on by one word in several ways; `PhraseAutomaton` makes of it one that does not.
struct PhraseGraph {
    struct Edge {
        var from: Int32
        /// The word in the upper half and the node it leads to in the lower, so that edges are sorted as numbers.
        var key: UInt64
    }

    private(set) var edges: [Edge] = []
    private(set) var nodeCount: Int32 = 1
    /// All meanings, each once, in the order they were first added.
    private(set) var meanings: [Meaning] = []
    private var numbers: [Meaning: Int32] = [:]
    /// Per meaning: the node in which its phrases end.
    private var ends: [Int32] = []
    /// Nodes in which phrases end, with the number of their meaning.
    private(set) var accepted: [(node: Int32, meaning: Int32)] = []

    mutating func addNode() -> Int32 {
        nodeCount += 1
        return nodeCount - 1
    }

    mutating func addEdge(from node: Int32, by word: Int32, to target: Int32) {
        edges.append(Edge(from: node, key: UInt64(UInt32(bitPattern: word)) << 32 | UInt64(UInt32(bitPattern: target))))
    }

    /// The number of a meaning, and the node in which its phrases end.
    mutating func end(of meaning: Meaning) -> (number: Int32, node: Int32) {
        if let known = numbers[meaning] { return (known, ends[Int(known)]) }
        let number = Int32(meanings.count)
        meanings.append(meaning)
        numbers[meaning] = number
        ends.append(addNode())
        accepted.append((ends[Int(number)], number))
        return (number, ends[Int(number)])
    }

    /// Phrases end here, though some go on.
    mutating func accept(_ node: Int32, as meaning: Int32) { accepted.append((node, meaning)) }

    /// Edges node after node, each node's in the order of its words and each once; where those of each node begin, once
    /// more at the end.
    func sorted() -> (starts: [Int32], keys: [UInt64]) {
        var counts = Array(repeating: Int32(0), count: Int(nodeCount) + 1)
        for edge in edges { counts[Int(edge.from) + 1] += 1 }
        for node in 0..<Int(nodeCount) { counts[node + 1] += counts[node] }
        var next = counts
        var keys = Array(repeating: UInt64(0), count: edges.count)
        for edge in edges {
            keys[Int(next[Int(edge.from)])] = edge.key
            next[Int(edge.from)] += 1
        }
        var starts: [Int32] = [0]
        starts.reserveCapacity(counts.count)
        var count = 0
        for node in 0..<Int(nodeCount) {
            let range = Int(counts[node])..<Int(counts[node + 1])
            if range.count > 1 { keys[range].sort() }
            let first = count
            for index in range where count == first || keys[count - 1] != keys[index] {
                keys[count] = keys[index]
                count += 1
            }
            starts.append(Int32(count))
        }
        keys.removeLast(keys.count - count)
        return (starts, keys)
    }
}
