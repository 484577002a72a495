package import Language

/// All phrases of the knowledge as one flat word trie: integer arrays only, so that it can be kept in a file as it is.
///
/// A class that never changes, so that handing it on costs nothing.
package final class Lexicon: Sendable {
    package let vocabulary: Vocabulary
    /// All nodes, level by level, and one more that ends the last.
    private let nodes: [Node]
    /// Per node: the word that leads to it.
    private let words: [Int32]
    /// What phrases mean, each once. A hit names its meaning by its index here.
    package let meanings: [Meaning]
    /// What the phrases mean that end at each node, node after node: indices of `meanings`.
    private let ends: [Int32]
    /// The meanings from here on are options of questions.
    private let firstOption: Int32
    /// Per word id: small words may be skipped inside a phrase.
    package let isFiller: [Bool]
    /// Per word id: the node of the phrases that begin with it, or -1.
    private let roots: [Int32]
    /// Per word id: what the word by itself does to clauses, a bit for each case of `ClauseWord` in their order. These
    /// are among the commonest words: a table tells it sooner than the trie.
    package let clauseWords: [UInt8]

    /// A node's children stand side by side, in the order of their words; those of the next node follow them.
    struct Node: Sendable {
        /// A bit for each word that goes on from here; most words that do not are told apart by it alone.
        var filter: UInt64 = 0
        var firstChild: Int32
        /// Where in `ends` those of the phrase that ends here begin.
        var firstEnd: Int32
    }

    /// What `LexiconBuilder` lays out.
    struct Tables {
        var nodes: [Node] = []
        var words: [Int32] = []
        var meanings: [Meaning] = []
        var ends: [Int32] = []
        var firstOption: Int32 = 0
        var roots: [Int32] = []
        var clauseWords: [UInt8] = []
    }

    init(_ tables: Tables, vocabulary: Vocabulary, isFiller: [Bool]) {
        self.vocabulary = vocabulary
        self.isFiller = isFiller
        nodes = tables.nodes
        words = tables.words
        meanings = tables.meanings
        ends = tables.ends
        firstOption = tables.firstOption
        roots = tables.roots
        clauseWords = tables.clauseWords
    }

    /// A lexicon without a phrase.
    package convenience init() {
        self.init(Tables(roots: [-1], clauseWords: [0]), vocabulary: Vocabulary(), isFiller: [false])
    }

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
        var count = Int(nodes[Int(node) + 1].firstChild) &- place
        // Halves what is left without asking which half it was: a wrong guess costs more than the step.
        while count > 1 {
            let half = count &>> 1
            let isBefore = (Int(word) &- Int(words[place &+ half])) &>> 63
            place = place &+ half & ~isBefore
            count = count &- half
        }
        return count == 1 && words[place] == word ? Int32(place) : -1
    }

    /// What the phrase means that ends at `node`: indices of `meanings`.
    package func meanings(at node: Int32) -> ArraySlice<Int32> {
        ends[Int(nodes[Int(node)].firstEnd)..<Int(nodes[Int(node) + 1].firstEnd)]
    }

    /// Whether a word joins clauses or items of a list: "and".
    package func joins(_ word: Int32) -> Bool { clauseWords[Int(word)] & ClauseWord.soft.bit != 0 }

    /// Whether a token is a word that may be skipped inside a phrase.
    /// Whether a word is none of the small words and none that joins or opens clauses.
    package func isNoun(_ token: Token) -> Bool {
        !isSmall(token) && clauseWords[Int(token.word)] == 0
    }

    package func isSmall(_ token: Token) -> Bool { token.word != 0 && isFiller[Int(token.word)] }

    /// The bit of a word in `Node.filter`.
    @inline(__always)
    static func bit(of word: Int32) -> UInt64 { 1 << UInt64(UInt32(bitPattern: word) & 63) }

    /// Appends every phrase that stands in `tokens`, in the order of its first token.
    /// Small words and dashes inside a phrase are skipped where the phrase does not spell them out.
    /// Options of questions are left out where no question is open.
    package func scan(_ tokens: [Token], withOptions: Bool = true, into hits: inout [Hit]) {
        tokens.withUnsafeBufferPointer { tokens in
            words.withUnsafeBufferPointer { words in
                nodes.withUnsafeBufferPointer { nodes in
                    isFiller.withUnsafeBufferPointer { isFiller in
                        ends.withUnsafeBufferPointer { ends in
                            let walk = Walk(
                                tokens: tokens, words: words, nodes: nodes, isFiller: isFiller, ends: ends,
                                limit: withOptions ? .max : firstOption)
                            for start in 0..<tokens.count {
                                let word = tokens[start].word
                                let node = word == 0 ? -1 : roots[Int(word)]
                                guard node > 0 else { continue }
                                walk.report(node, start, start + 1, into: &hits)
                                if walk.mayGoOn(from: node, at: start + 1) {
                                    walk.follow(from: start, at: start + 1, node: node, skipped: 0, into: &hits)
                                }
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
        return hits.map { ($0.first, $0.end, meanings[Int($0.meaning)]) }
    }

    /// One text's way through the trie.
    private struct Walk {
        let tokens: UnsafeBufferPointer<Token>
        let words: UnsafeBufferPointer<Int32>
        let nodes: UnsafeBufferPointer<Node>
        let isFiller: UnsafeBufferPointer<Bool>
        let ends: UnsafeBufferPointer<Int32>
        /// Meanings from here on are not wanted.
        let limit: Int32

        @inline(__always)
        private func isSmall(_ index: Int) -> Bool {
            let word = tokens[index].word
            return word != 0 ? isFiller[Int(word)] : tokens[index].kind == .dash
        }

        /// Whether it is worth the while to follow phrases on from `node`: most words end there.
        @inline(__always)
        func mayGoOn(from node: Int32, at index: Int) -> Bool {
            let filter = nodes[Int(node)].filter
            guard filter != 0, index < tokens.count else { return false }
            return filter & Lexicon.bit(of: tokens[index].word) != 0 || isSmall(index)
        }

        /// Follows phrases on from `node`, which was reached just before token `index`. A small word may be part of one
        /// phrase and skipped by another, so both ways are tried.
        func follow(
            from start: Int, at first: Int, node current: Int32, skipped before: Int, into hits: inout [Hit]
        ) {
            var node = current
            var filter = nodes[Int(node)].filter
            var index = first
            var skipped = before
            while index < tokens.count, filter != 0 {
                let word = tokens[index].word
                let next =
                    word == 0 || filter & Lexicon.bit(of: word) == 0
                    ? -1 : Lexicon.child(of: node, by: word, nodes, words)
                if next > 0 {
                    if skipped < 3, isSmall(index) {
                        follow(from: start, at: index + 1, node: node, skipped: skipped + 1, into: &hits)
                    }
                    node = next
                    filter = nodes[Int(node)].filter
                    skipped = 0
                    report(node, start, index + 1, into: &hits)
                } else if skipped < 3, isSmall(index) {
                    skipped += 1
                } else {
                    return
                }
                index += 1
            }
        }

        @inline(__always)
        func report(_ node: Int32, _ start: Int, _ end: Int, into hits: inout [Hit]) {
            var index = Int(nodes[Int(node)].firstEnd)
            let past = Int(nodes[Int(node) + 1].firstEnd)
            while index < past {
                if ends[index] < limit {
                    hits.append(
                        Hit(
                            first: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
                            meaning: ends[index]))
                }
                index += 1
            }
        }
    }
}

/// A phrase of the lexicon in an utterance: half-open token indices, and its meaning as an index of `Lexicon.meanings`.
package struct Hit: Sendable, BitwiseCopyable {
    package var first: Int32
    package var end: Int32
    package var meaning: Int32
    /// Whether it was found not to count.
    package var isDropped = false
}
