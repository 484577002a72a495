package import Language

/// All phrases of the knowledge as one flat word trie: integer arrays only, so that it can be kept in a file as it is.
package struct Lexicon: Sendable {
    package var vocabulary = Vocabulary()
    /// All nodes, level by level, and one more that ends the last.
    var nodes: [Node] = []
    /// Per node: the word that leads to it.
    var words: [Int32] = []
    package var meanings: [Meaning] = []
    /// Per word id: small words may be skipped inside a phrase.
    package var isFiller: [Bool] = []
    /// Per word id: the node of the phrases that begin with it, or -1.
    var roots: [Int32] = []

    /// A node's children stand side by side, in the order of their words; those of the next node follow them.
    struct Node: Sendable {
        /// A bit for each word that goes on from here; most words that do not are told apart by it alone.
        var filter: UInt64 = 0
        var firstChild: Int32
        /// Where in `meanings` those of the phrase that ends here begin.
        var meaningStart: Int32
    }

    package init() {}

    /// How many distinct phrases end somewhere in the trie.
    package var nodeCount: Int { max(0, nodes.count - 1) }

    /// The node reached from `node` by a word, or -1.
    package func child(of node: Int32, by word: Int32) -> Int32 {
        nodes.withUnsafeBufferPointer { nodes in
            words.withUnsafeBufferPointer { Self.child(of: node, by: word, nodes, $0) }
        }
    }

    @inline(__always)
    private static func child(
        of node: Int32, by word: Int32, _ nodes: UnsafeBufferPointer<Node>, _ words: UnsafeBufferPointer<Int32>
    ) -> Int32 {
        guard nodes[Int(node)].filter & bit(of: word) != 0 else { return -1 }
        var place = Int(nodes[Int(node)].firstChild)
        var count = Int(nodes[Int(node) + 1].firstChild) - place
        // Halves what is left without asking which half it was: a wrong guess costs more than the step.
        while count > 1 {
            let half = count / 2
            let isBefore = (Int(word) - Int(words[place + half])) >> 63
            place += half & ~isBefore
            count -= half
        }
        return count == 1 && words[place] == word ? Int32(place) : -1
    }

    /// The meanings of the phrase that ends at `node`.
    @inline(__always)
    package func meanings(at node: Int32) -> Range<Int> {
        Int(nodes[Int(node)].meaningStart)..<Int(nodes[Int(node) + 1].meaningStart)
    }

    /// Whether a word joins clauses or items of a list: "and".
    package func joins(_ word: Int32) -> Bool {
        let node = word == 0 ? -1 : child(of: 0, by: word)
        return node > 0
            && meanings(at: node).contains {
                meanings[$0].kind == .clause && ClauseWord.allCases[Int(meanings[$0].detail)] == .soft
            }
    }

    /// The bit of a word in `Node.filter`.
    @inline(__always)
    static func bit(of word: Int32) -> UInt64 { 1 << UInt64(UInt32(bitPattern: word) & 63) }

    /// Appends every phrase that stands in `tokens`, in the order of its first token.
    /// Small words and dashes inside a phrase are skipped where the phrase does not spell them out.
    package func scan(_ tokens: [Token], into matches: inout Buffer<Match>) {
        tokens.withUnsafeBufferPointer { tokens in
            words.withUnsafeBufferPointer { words in
                nodes.withUnsafeBufferPointer { nodes in
                    isFiller.withUnsafeBufferPointer { isFiller in
                        let walk = Walk(
                            tokens: tokens, words: words, nodes: nodes, isFiller: isFiller, meanings: meanings)
                        for start in 0..<tokens.count {
                            let node = tokens[start].word == 0 ? -1 : roots[Int(tokens[start].word)]
                            guard node > 0 else { continue }
                            walk.report(node, start, start + 1, into: &matches)
                            walk.follow(from: start, at: start + 1, node: node, skipped: 0, into: &matches)
                        }
                    }
                }
            }
        }
    }

    /// One text's way through the trie.
    private struct Walk {
        let tokens: UnsafeBufferPointer<Token>
        let words: UnsafeBufferPointer<Int32>
        let nodes: UnsafeBufferPointer<Node>
        let isFiller: UnsafeBufferPointer<Bool>
        let meanings: [Meaning]

        /// Follows phrases on from `node`, which was reached just before token `index`. A small word may be part of one
        /// phrase and skipped by another, so both ways are tried.
        func follow(
            from start: Int, at first: Int, node current: Int32, skipped before: Int, into matches: inout Buffer<Match>
        ) {
            var node = current
            var filter = nodes[Int(node)].filter
            var index = first
            var skipped = before
            while index < tokens.count, filter != 0 {
                let word = tokens[index].word
                let isSmall = word != 0 && isFiller[Int(word)] || tokens[index].kind == .dash
                let next =
                    word == 0 || filter & Lexicon.bit(of: word) == 0
                    ? -1 : Lexicon.child(of: node, by: word, nodes, words)
                if next > 0 {
                    if isSmall, skipped < 3 {
                        follow(from: start, at: index + 1, node: node, skipped: skipped + 1, into: &matches)
                    }
                    node = next
                    filter = nodes[Int(node)].filter
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
        func report(_ node: Int32, _ start: Int, _ end: Int, into matches: inout Buffer<Match>) {
            let first = Int(nodes[Int(node)].meaningStart)
            let past = Int(nodes[Int(node) + 1].meaningStart)
            for index in first..<past {
                matches.append(Match(first: Int32(start), end: Int32(end), meaning: meanings[index]))
            }
        }
    }
}

/// A phrase of the lexicon in an utterance: half-open token indices.
package struct Match: Sendable, Equatable, BitwiseCopyable {
    package var first: Int32
    package var end: Int32
    package var meaning: Meaning

    @inlinable
    package init(first: Int32, end: Int32, meaning: Meaning) {
        self.first = first
        self.end = end
        self.meaning = meaning
    }

    /// How many tokens it covers.
    @inlinable package var count: Int32 { end - first }

    /// Whether `other` lies inside this match and is shorter.
    @inlinable
    package func outweighs(_ other: Match) -> Bool {
        first <= other.first && other.end <= end && count > other.count
    }

    @inlinable
    package func overlaps(_ other: Match) -> Bool { first < other.end && other.first < end }
}
