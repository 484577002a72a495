package import Language

/// Collects phrases and their meanings, then lays them out flat.
package struct LexiconBuilder {
    /// How far into the trie a phrase has been followed.
    private struct State: Hashable {
        var node: Int32 = 0
        /// A small word that is left out if another word follows; 0 for none.
        var pending: Int32 = 0
        /// The letters of a word that is not finished, as a number of `pieces`; 0 for none.
        var piece: Int32 = 0
    }

    private var vocabulary = Vocabulary()
    private var isSmall: [Bool] = []
    private var edges = EdgeTable()
    private var nodeCount: Int32 = 1
    private var ends = EndTable()
    private var scratch: [Token] = []
    /// Stretches of text without a space, each once, with the words in it.
    private var pieces: [(bytes: [UInt8], words: [Int32]?)] = [([], [])]
    private var pieceNumbers: [[UInt8]: Int32] = [[]: 0]
    private var joined: [UInt64: Int32] = [:]

    /// Words that are no mistakes; nil: nothing is corrected.
    private var everyday: EverydayWords?
    private var endings: [(written: [UInt8], added: [UInt8])] = []

    package init() {}

    /// Marks single words that may be skipped inside a phrase.
    package mutating func addFillers(_ words: [String]) {
        for word in words {
            let id = addWord(Array(word.utf8))
            setFiller(id)
        }
    }

    /// From now on `word` is read as `other`: spelling variants, contractions without their apostrophe.
    package mutating func addSpelling(_ word: String, readAs other: String) {
        let id = addWord(Array(other.utf8))
        vocabulary.alias(Array(word.utf8), to: id)
    }

    /// From now on words that are in no phrase and no common ones are read as the nearest word that is.
    package mutating func correct(besides everyday: EverydayWords, endings: [(written: String, added: String)]) {
        self.everyday = everyday
        self.endings = endings.map { (Array($0.written.utf8), Array($0.added.utf8)) }
    }

    /// Adds one expanded phrase (words and single spaces). Returns whether it holds any word at all.
    @discardableResult
    package mutating func add(_ phrase: String, _ meaning: Meaning) -> Bool {
        add([.text(Array(phrase.utf8))], lists: { _ in [] }, meaning)
    }

    /// Adds every phrase of a pattern; `lists` gives the patterns of a list. What phrases begin with is walked once for
    /// all of them. Returns whether any holds a word.
    @discardableResult
    package mutating func add(
        _ parts: [Pattern.Part], lists: (Int) -> [[Pattern.Part]], _ meaning: Meaning
    ) -> Bool {
        var isHeard = false
        let number = ends.number(of: meaning)
        for state in walk(parts, lists, from: [State()]) {
            var state = finishWord(state)
            if state.pending != 0 { state.node = child(of: state.node, by: state.pending) }
            if state.node == 0 { continue }
            ends.add(number, at: state.node)
            isHeard = true
        }
        return isHeard
    }

    private mutating func walk(
        _ parts: [Pattern.Part], _ lists: (Int) -> [[Pattern.Part]], from start: [State]
    ) -> [State] {
        var states = start
        for part in parts {
            switch part {
            case .text(let bytes): walk(bytes, &states)
            case .choice(let alternatives): states = walk(anyOf: alternatives, lists, from: states)
            case .list(let number): states = walk(anyOf: lists(number), lists, from: states)
            }
        }
        return states
    }

    private mutating func walk(
        anyOf alternatives: [[Pattern.Part]], _ lists: (Int) -> [[Pattern.Part]], from start: [State]
    ) -> [State] {
        var states: [State] = []
        for alternative in alternatives { states += walk(alternative, lists, from: start) }
        // Only a small word that may be left out brings two ways to one place.
        guard states.contains(where: { $0.pending != 0 }) else { return states }
        // In the order found: the trie must not depend on that of a set.
        var seen = Set<State>(minimumCapacity: states.count)
        return states.filter { seen.insert($0).inserted }
    }

    /// Follows a text: its first word may go on from a word that is not finished, and its last may go on after it.
    private mutating func walk(_ bytes: [UInt8], _ states: inout [State]) {
        var texts = bytes.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)[...]
        guard let head = texts.popFirst().map({ pieceNumber(Array($0)) }) else { return }
        let tail = texts.popLast().map { pieceNumber(Array($0)) }
        let middle = texts.filter { !$0.isEmpty }.map { pieceNumber(Array($0)) }
        for index in states.indices {
            states[index].piece = join(states[index].piece, head)
            guard let tail else { continue }
            states[index] = finishWord(states[index])
            for piece in middle {
                states[index].piece = piece
                states[index] = finishWord(states[index])
            }
            states[index].piece = tail
        }
    }

    private mutating func finishWord(_ state: State) -> State {
        var state = state
        guard state.piece != 0 else { return state }
        for word in words(of: state.piece) {
            if state.node == 0 {
                state.node = child(of: 0, by: word)
            } else if isFiller(word) {
                // A small word inside a phrase need not be there, so the phrase is kept without it.
                state.pending = word
            } else {
                state.pending = 0
                state.node = child(of: state.node, by: word)
            }
        }
        state.piece = 0
        return state
    }

    private mutating func child(of node: Int32, by word: Int32) -> Int32 {
        let child = edges.child(of: node, by: word, orAdd: nodeCount)
        if child == nodeCount { nodeCount += 1 }
        return child
    }

    private mutating func pieceNumber(_ bytes: [UInt8]) -> Int32 {
        if let known = pieceNumbers[bytes] { return known }
        let number = Int32(pieces.count)
        pieceNumbers[bytes] = number
        pieces.append((bytes, nil))
        return number
    }

    private mutating func join(_ piece: Int32, _ other: Int32) -> Int32 {
        if piece == 0 { return other }
        if other == 0 { return piece }
        let key = UInt64(UInt32(bitPattern: piece)) << 32 | UInt64(UInt32(bitPattern: other))
        if let known = joined[key] { return known }
        let number = pieceNumber(pieces[Int(piece)].bytes + pieces[Int(other)].bytes)
        joined[key] = number
        return number
    }

    /// The words of a finished piece. Not looked up before: the beginning of a word is no word.
    private mutating func words(of piece: Int32) -> [Int32] {
        if let known = pieces[Int(piece)].words { return known }
        let words = ids(of: pieces[Int(piece)].bytes)
        pieces[Int(piece)].words = words
        return words
    }

    /// The vocabulary ids of a text, as the reader would tokenise it; dashes are left out.
    private mutating func ids(of text: [UInt8]) -> [Int32] {
        addWords(in: text)
        scratch.removeAll(keepingCapacity: true)
        Tokenizer.tokenize(text, vocabulary: vocabulary, into: &scratch)
        return scratch.filter { $0.kind != .dash && $0.word != 0 }.map(\.word)
    }

    /// Makes the words, digits and marks of `text` known, so that the tokeniser finds them.
    private mutating func addWords(in text: [UInt8]) {
        var word: [UInt8] = []
        for byte in text {
            let folded = (65...90).contains(byte) ? byte | 0x20 : byte
            switch folded {
            case 97...122, 0x27, 0x80...0xFF:
                if word.last.map(isDigit) == true { flush(&word) }
                word.append(folded)
            case 48...57:
                if word.last.map(isDigit) == false { flush(&word) }
                word.append(folded)
            case 0x2D, 0x20: flush(&word)
            default:
                flush(&word)
                addWord([folded])
            }
        }
        flush(&word)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private mutating func flush(_ word: inout [UInt8]) {
        if !word.isEmpty { addWord(word) }
        word.removeAll()
    }

    @discardableResult
    private mutating func addWord(_ word: [UInt8]) -> Int32 {
        let id = vocabulary.add(word)
        return vocabulary.canonical[Int(id)]
    }

    private func isFiller(_ word: Int32) -> Bool { Int(word) < isSmall.count && isSmall[Int(word)] }

    private mutating func setFiller(_ word: Int32) {
        while isSmall.count <= Int(word) { isSmall.append(false) }
        isSmall[Int(word)] = true
    }

    /// How many ways lead on by each word.
    private func weights(_ words: [Int32]) -> [Int32] {
        var weights = Array(repeating: Int32(0), count: vocabulary.count)
        for word in words where weights.indices.contains(Int(word)) { weights[Int(word)] += 1 }
        return weights
    }

    /// The flat form.
    package consuming func build() -> Lexicon {
        while isSmall.count < vocabulary.count { isSmall.append(false) }
        let order = edges.order(nodes: Int(nodeCount))
        var clauseWords = Array(repeating: UInt8(0), count: vocabulary.count)
        for child in Int(order.children[0])..<Int(order.children[1]) {
            for meaning in ends.takeClauseWords(at: order.nodes[child]) {
                clauseWords[Int(order.words[child])] |= meaning.bit
            }
        }
        let (starts, numbers) = ends.flat(order.nodes)
        let meanings = ends.order()
        var tables = Lexicon.Tables(
            words: order.words, meanings: meanings.meanings, ends: numbers.map { meanings.numbers[Int($0)] },
            firstOption: meanings.firstOption)
        tables.nodes = zip(order.children, starts).map { Lexicon.Node(firstChild: $0, firstEnd: $1) }
        tables.clauseWords = clauseWords
        tables.roots = Array(repeating: -1, count: vocabulary.count)
        for node in 0..<Int(nodeCount) {
            for child in Int(order.children[node])..<Int(order.children[node + 1]) {
                tables.nodes[node].filter |= Lexicon.bit(of: order.words[child])
                if node == 0 { tables.roots[Int(order.words[child])] = Int32(child) }
            }
        }
        if let everyday {
            vocabulary.corrector = Corrector(
                vocabulary, besides: everyday, weights: weights(order.words), endings: endings)
        }
        return Lexicon(tables, vocabulary: vocabulary, isFiller: isSmall)
    }
}
