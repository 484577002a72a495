package import Language

/// Collects phrases and their meanings, then lays them out flat.
package struct LexiconBuilder {
    /// How far a pattern has been laid out.
    private struct State: Hashable {
        /// A node of the graph.
        var node: Int32 = 0
        /// A small word that is left out if another word follows; 0 for none.
        var pending: Int32 = 0
        /// The letters of a word that is not finished, as a number of `pieces`; 0 for none.
        var piece: Int32 = 0
    }

    private var vocabulary = Vocabulary()
    private var isSmall: [Bool] = []
    private var graph = PhraseGraph()
    /// Single words and what they do to clauses: a table tells it sooner than a phrase would.
    private var clauseWords: [(word: Int32, bit: UInt16)] = []
    /// Where single words end that say nothing but that. Made when there is one.
    private var silent: Int32?
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

    /// Adds every phrase of a pattern; `lists` gives the patterns of a list. Returns whether any holds a word.
    @discardableResult
    package mutating func add(
        _ parts: [Pattern.Part], lists: (Int) -> [[Pattern.Part]], _ meaning: Meaning
    ) -> Bool {
        var isHeard = false
        for state in walk(parts, lists, from: [State()]) where finish(state, meaning) { isHeard = true }
        return isHeard
    }

    /// Ends a phrase. Returns whether it holds any word.
    private mutating func finish(_ state: State, _ meaning: Meaning) -> Bool {
        var state = state
        let words = words(of: state.piece)
        guard let last = words.last ?? (state.pending != 0 ? state.pending : nil) else {
            if state.node != 0 { graph.accept(state.node, as: graph.end(of: meaning).number) }
            return state.node != 0
        }
        for word in words.dropLast() { follow(word, &state, to: nil) }
        if state.node == 0, meaning.kind == .clause {
            _ = graph.end(of: meaning)
            clauseWords.append((last, ClauseWord.allCases[Int(meaning.detail)].bit))
            let silent = silent ?? graph.addNode()
            self.silent = silent
            graph.addEdge(from: 0, by: last, to: silent)
        } else {
            graph.addEdge(from: state.node, by: last, to: graph.end(of: meaning).node)
        }
        return true
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
        return Self.each(states)
    }

    /// Follows a text: its first word may go on from a word that is not finished, and its last may go on after it.
    private mutating func walk(_ bytes: [UInt8], _ states: inout [State]) {
        var texts = bytes.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)[...]
        guard let head = texts.popFirst().map({ pieceNumber(Array($0)) }) else { return }
        let tail = texts.popLast().map { pieceNumber(Array($0)) }
        let middle = texts.filter { !$0.isEmpty }.map { pieceNumber(Array($0)) }
        for index in states.indices { states[index].piece = join(states[index].piece, head) }
        guard let tail else { return }
        finishWords(&states)
        for piece in middle {
            for index in states.indices { states[index].piece = piece }
            finishWords(&states)
        }
        for index in states.indices { states[index].piece = tail }
    }

    /// Follows the words of all states to their ends. What follows is the same for all, so they go on from one node.
    private mutating func finishWords(_ states: inout [State]) {
        var shared: Int32?
        for index in states.indices where states[index].piece != 0 {
            var state = states[index]
            let words = words(of: state.piece)
            state.piece = 0
            var last = words.lastIndex { !isFiller($0) }
            if last == nil, state.node == 0 { last = words.indices.first }
            for (place, word) in words.enumerated() {
                if place == last, shared == nil { shared = graph.addNode() }
                follow(word, &state, to: place == last ? shared : nil)
            }
            states[index] = state
        }
        states = Self.each(states)
    }

    /// Goes on by one word, to a new node if none is given.
    private mutating func follow(_ word: Int32, _ state: inout State, to node: Int32?) {
        if state.node != 0, isFiller(word) {
            // A small word inside a phrase need not be there, so the phrase is kept without it.
            state.pending = word
        } else {
            let node = node ?? graph.addNode()
            graph.addEdge(from: state.node, by: word, to: node)
            state.pending = 0
            state.node = node
        }
    }

    /// Each state once, in the order found: the lexicon must not depend on that of a set.
    private static func each(_ states: [State]) -> [State] {
        guard states.count > 1 else { return states }
        var seen = Set<State>(minimumCapacity: states.count)
        return states.filter { seen.insert($0).inserted }
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
        for byte in Tokenizer.folded(text) {
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

    /// The flat form.
    package consuming func build() -> Lexicon {
        while isSmall.count < vocabulary.count { isSmall.append(false) }
        let automaton = PhraseAutomaton(graph)
        if let everyday {
            vocabulary.corrector = Corrector(
                vocabulary, besides: everyday, weights: automaton.weights(words: vocabulary.count), endings: endings)
        }
        var ofClauses = Array(repeating: UInt16(0), count: vocabulary.count)
        for (word, bit) in clauseWords { ofClauses[Int(word)] |= bit }
        return Lexicon(
            automaton, graph.meanings, vocabulary: vocabulary, isFiller: isSmall, clauseWords: ofClauses)
    }
}
