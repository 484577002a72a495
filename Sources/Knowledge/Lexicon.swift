package import Language

/// All phrases of the knowledge as one automaton over words, laid out flat: integer arrays only.
///
/// A class that never changes, so that handing it on costs nothing.
package final class Lexicon: Sendable {
    package let vocabulary: Vocabulary
    /// All nodes, and one more that ends the last.
    private let nodes: [Node]
    /// Per edge: its word, and the node it leads to. The edges of a node stand side by side, in the order of their words.
    private let words: [Int32]
    private let targets: [Int32]
    /// What phrases mean, each once; what only an open question wants comes last.
    package let meanings: [Meaning]
    /// The meanings from here on are options of questions.
    package let firstAsked: Int32
    /// What phrases mean that end at one node, each such set once: indices of `meanings`. The set 0 is empty.
    package let endings: [[Int32]]
    /// Per word id: small words may be skipped inside a phrase.
    package let isFiller: [Bool]
    /// Per word id: the node of the phrases that begin with it, or -1.
    private let roots: [Int32]
    /// Per word id: what the word by itself does to clauses, a bit for each case of `ClauseWord` in their order. These
    /// are among the commonest words: a table tells it sooner than a phrase would.
    package let clauseWords: [UInt16]

    private struct Node: Sendable, BitwiseCopyable {
        /// A bit for each word that goes on from here; most words that do not are told apart by it alone.
        var filter: UInt64 = 0
        var firstEdge: Int32
        /// What the phrases mean that end here: an index of `endings`.
        var ending: Int32
    }

    init(
        _ automaton: PhraseAutomaton, _ unordered: [Meaning], vocabulary: Vocabulary, isFiller: [Bool],
        clauseWords: [UInt16]
    ) {
        self.vocabulary = vocabulary
        self.isFiller = isFiller
        self.clauseWords = clauseWords
        words = automaton.words
        targets = automaton.targets
        let usual = unordered.indices.filter { !unordered[$0].isAsked }
        let order = usual + unordered.indices.filter { unordered[$0].isAsked }
        var numbers = Array(repeating: Int32(0), count: order.count)
        for (new, old) in order.enumerated() { numbers[old] = Int32(new) }
        meanings = order.map { unordered[$0] }
        firstAsked = Int32(usual.count)
        var endings: [[Int32]] = [[]]
        var known: [ArraySlice<Int32>: Int32] = [[]: 0]
        var nodes = automaton.firstEdges.indices.map { node in
            guard node < automaton.stateCount else { return Node(firstEdge: automaton.firstEdges[node], ending: 0) }
            let ends = automaton.ends[Int(automaton.firstEnds[node])..<Int(automaton.firstEnds[node + 1])]
            let ending = known[ends] ?? Int32(endings.count)
            if ending == endings.count {
                known[ends] = ending
                endings.append(ends.map { numbers[Int($0)] })
            }
            return Node(firstEdge: automaton.firstEdges[node], ending: ending)
        }
        self.endings = endings
        var roots = Array(repeating: Int32(-1), count: vocabulary.count)
        for node in nodes.indices.dropLast() {
            for edge in Int(nodes[node].firstEdge)..<Int(nodes[node + 1].firstEdge) {
                nodes[node].filter |= Self.bit(of: words[edge])
                if node == 0 { roots[Int(words[edge])] = targets[edge] }
            }
        }
        self.nodes = nodes
        self.roots = roots
    }

    /// A lexicon without a phrase.
    package convenience init() {
        self.init(
            PhraseAutomaton(PhraseGraph()), [], vocabulary: Vocabulary(), isFiller: [false], clauseWords: [0])
    }

    /// How many nodes there are: beginnings of phrases that go on in different ways.
    package var nodeCount: Int { max(0, nodes.count - 1) }

    /// The node reached from `node` by a word, or -1.
    package func child(of node: Int32, by word: Int32) -> Int32 {
        nodes.withUnsafeBufferPointer { nodes in
            words.withUnsafeBufferPointer { words in
                let edge = Self.edge(of: node, by: word, nodes, words)
                return edge < 0 ? -1 : targets[edge]
            }
        }
    }

    /// The edge from `node` by a word, or -1.
    @inline(__always)
    private static func edge(
        of node: Int32, by word: Int32, _ nodes: UnsafeBufferPointer<Node>, _ words: UnsafeBufferPointer<Int32>
    ) -> Int {
        guard nodes[Int(node)].filter & bit(of: word) != 0 else { return -1 }
        var place = Int(nodes[Int(node)].firstEdge)
        var count = Int(nodes[Int(node) + 1].firstEdge) &- place
        // Halves what is left without asking which half it was: a wrong guess costs more than the step.
        while count > 1 {
            let half = count &>> 1
            let isBefore = (Int(word) &- Int(words[place &+ half])) &>> 63
            place = place &+ half & ~isBefore
            count = count &- half
        }
        return count == 1 && words[place] == word ? place : -1
    }

    /// What the phrase means that ends at `node`: indices of `meanings`.
    package func meanings(at node: Int32) -> [Int32] { endings[Int(nodes[Int(node)].ending)] }

    /// Whether a word joins clauses or items of a list: "and".
    package func joins(_ word: Int32) -> Bool { clauseWords[Int(word)] & ClauseWord.soft.bit != 0 }

    /// Whether a word is none of the small words and none that joins or opens clauses.
    package func isNoun(_ token: Token) -> Bool {
        !isSmall(token) && clauseWords[Int(token.word)] == 0
    }

    /// Whether a token is a word that may be skipped inside a phrase.
    package func isSmall(_ token: Token) -> Bool { token.word != 0 && isFiller[Int(token.word)] }

    /// The bit of a word in `Node.filter`.
    @inline(__always)
    static func bit(of word: Int32) -> UInt64 { 1 << UInt64(UInt32(bitPattern: word) & 63) }

    /// Appends every phrase that stands in `tokens`, in the order of its first token and then of its end.
    /// Small words and dashes inside a phrase are skipped where the phrase does not spell them out.
    package func scan(_ tokens: [Token], into hits: inout [Hit]) {
        tokens.withUnsafeBufferPointer { tokens in
            words.withUnsafeBufferPointer { words in
                nodes.withUnsafeBufferPointer { nodes in
                    targets.withUnsafeBufferPointer { targets in
                        isFiller.withUnsafeBufferPointer { isFiller in
                            let walk = Walk(
                                tokens: tokens, words: words, nodes: nodes, targets: targets, isFiller: isFiller)
                            for start in 0..<tokens.count {
                                let word = tokens[start].word
                                let node = word == 0 ? -1 : roots[Int(word)]
                                if node > 0 { walk.follow(from: start, node: node, into: &hits) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The phrases that stand in `tokens`, with what they mean.
    package func matches(in tokens: [Token]) -> [(first: Int32, end: Int32, meaning: Meaning)] {
        var hits: [Hit] = []
        scan(tokens, into: &hits)
        return hits.flatMap { hit in
            endings[Int(hit.ending)].map { (hit.first, hit.end, meanings[Int($0)]) }
        }
    }

    /// One text's way through the automaton.
    private struct Walk {
        let tokens: UnsafeBufferPointer<Token>
        let words: UnsafeBufferPointer<Int32>
        let nodes: UnsafeBufferPointer<Node>
        let targets: UnsafeBufferPointer<Int32>
        let isFiller: UnsafeBufferPointer<Bool>

        @inline(__always)
        private func isSmall(_ index: Int) -> Bool {
            let word = tokens[index].word
            return word != 0 ? isFiller[Int(word)] : tokens[index].kind == .dash
        }

        /// Follows phrases on from `node`, which the word at `start` leads to. A small word ends a phrase or is skipped:
        /// inside phrases there is none.
        @inline(__always)
        func follow(from start: Int, node first: Int32, into hits: inout [Hit]) {
            var node = first
            var index = start &+ 1
            var skipped = 0
            report(node, start, index, into: &hits)
            var filter = nodes[Int(node)].filter
            while filter != 0, index < tokens.count {
                let word = tokens[index].word
                let edge =
                    word == 0 || filter & Lexicon.bit(of: word) == 0
                    ? -1 : Lexicon.edge(of: node, by: word, nodes, words)
                if isSmall(index) {
                    if edge >= 0 { report(targets[edge], start, index &+ 1, into: &hits) }
                    if skipped == 3 { return }
                    skipped &+= 1
                } else if edge >= 0 {
                    node = targets[edge]
                    filter = nodes[Int(node)].filter
                    skipped = 0
                    report(node, start, index &+ 1, into: &hits)
                } else {
                    return
                }
                index &+= 1
            }
        }

        @inline(__always)
        private func report(_ node: Int32, _ start: Int, _ end: Int, into hits: inout [Hit]) {
            let ending = nodes[Int(node)].ending
            if ending == 0 { return }
            hits.append(
                Hit(first: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), ending: ending))
        }
    }
}

/// Phrases of the lexicon on the same words of an utterance: half-open token indices, and what they mean as an index of
/// `Lexicon.endings`.
package struct Hit: Sendable, BitwiseCopyable {
    package var first: Int32
    package var end: Int32
    package var ending: Int32
}
