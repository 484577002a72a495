package import Language

/// All phrases of the knowledge as one flat word trie: integer arrays only, so that it can be kept in a file as it is.
package struct Lexicon: Sendable {
    package var vocabulary = Vocabulary()
    /// Open-addressing table of edges: key = node << 32 | word, value = child node.
    var edgeKeys: [UInt64] = []
    var edgeNodes: [Int32] = []
    /// Per node: the stretch of `meanings` that ends there.
    var meaningStarts: [Int32] = []
    package var meanings: [Meaning] = []
    /// Per word id: small words may be skipped inside a phrase.
    package var isFiller: [Bool] = []
    /// Per node: whether any edge leaves it.
    var hasChildren: [Bool] = []

    package init() {}

    /// How many distinct phrases end somewhere in the trie.
    package var nodeCount: Int { hasChildren.count }

    /// The node reached from `node` by a word, or -1.
    @inline(__always)
    package func child(of node: Int32, by word: Int32) -> Int32 {
        let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
        let mask = edgeKeys.count - 1
        var slot = Int(truncatingIfNeeded: Self.mix(key)) & mask
        while true {
            let found = edgeKeys[slot]
            if found == key { return edgeNodes[slot] }
            if found == .max { return -1 }
            slot = (slot + 1) & mask
        }
    }

    /// The meanings of the phrase that ends at `node`.
    @inline(__always)
    package func meanings(at node: Int32) -> Range<Int> {
        Int(meaningStarts[Int(node)])..<Int(meaningStarts[Int(node) + 1])
    }

    /// Whether a word joins clauses or items of a list: "and".
    package func joins(_ word: Int32) -> Bool {
        let node = word == 0 ? -1 : child(of: 0, by: word)
        return node > 0
            && meanings(at: node).contains {
                meanings[$0].kind == .clause && ClauseWord.allCases[Int(meanings[$0].detail)] == .soft
            }
    }

    @inline(__always)
    static func mix(_ key: UInt64) -> UInt64 {
        let mixed = (key ^ (key >> 29)) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ (mixed >> 32)
    }

    /// Appends every phrase that stands in `tokens`, in the order of its first token.
    /// Small words and dashes inside a phrase are skipped where the phrase does not spell them out.
    package func scan(_ tokens: [Token], into matches: inout [Match]) {
        tokens.withUnsafeBufferPointer { tokens in
            for start in 0..<tokens.count {
                let first = tokens[start].word
                guard first != 0 else { continue }
                let node = child(of: 0, by: first)
                guard node > 0 else { continue }
                report(node, start, start + 1, into: &matches)
                walk(tokens, from: start, at: start + 1, node: node, skipped: 0, into: &matches)
            }
        }
    }

    /// Follows phrases on from `node`, which was reached just before token `index`. A small word may be part of one
    /// phrase and skipped by another, so both ways are tried.
    private func walk(
        _ tokens: UnsafeBufferPointer<Token>, from start: Int, at first: Int, node current: Int32, skipped before: Int,
        into matches: inout [Match]
    ) {
        var node = current
        var index = first
        var skipped = before
        while index < tokens.count, hasChildren[Int(node)] {
            let token = tokens[index]
            let isSmall = token.kind == .dash || (token.word != 0 && isFiller[Int(token.word)])
            let next = token.word == 0 ? -1 : child(of: node, by: token.word)
            if next > 0 {
                if isSmall, skipped < 3 {
                    walk(tokens, from: start, at: index + 1, node: node, skipped: skipped + 1, into: &matches)
                }
                node = next
                skipped = 0
                report(node, start, index + 1, into: &matches)
            } else if isSmall, skipped < 3 {
                skipped += 1
            } else {
                return
            }
            index += 1
        }
    }

    @inline(__always)
    private func report(_ node: Int32, _ start: Int, _ end: Int, into matches: inout [Match]) {
        for index in meanings(at: node) {
            matches.append(Match(first: Int32(start), end: Int32(end), meaning: meanings[index]))
        }
    }
}

/// A phrase of the lexicon in an utterance: half-open token indices.
package struct Match: Sendable, Equatable {
    package var first: Int32
    package var end: Int32
    package var meaning: Meaning

    package init(first: Int32, end: Int32, meaning: Meaning) {
        self.first = first
        self.end = end
        self.meaning = meaning
    }

    /// How many tokens it covers.
    package var count: Int32 { end - first }

    /// Whether `other` lies inside this match and is shorter.
    package func outweighs(_ other: Match) -> Bool {
        first <= other.first && other.end <= end && count > other.count
    }

    package func overlaps(_ other: Match) -> Bool { first < other.end && other.first < end }
}
