import Language
import Testing

/// Words that are in no phrase, and what they are read as.
@Suite struct CorrectorTests {
    static let words = [
        "shoulder", "numbness", "hamstring", "calf", "cramp", "cramping", "spasm", "osteoporosis", "bladder", "ladder",
        "swelling", "killing", "breathing", "knee",
    ]

    static func corrector(endings: [(written: [UInt8], added: [UInt8])] = []) -> (Corrector, Vocabulary) {
        var vocabulary = Vocabulary()
        for word in words { _ = vocabulary.add(Array(word.utf8)) }
        var everyday = EverydayWords()
        for word in ["bolder", "spelling", "clasp"] { everyday.add(Array(word.utf8)) }
        return (Corrector(vocabulary, besides: everyday, endings: endings), vocabulary)
    }

    static func read(_ typed: String, endings: [(written: [UInt8], added: [UInt8])] = []) -> String {
        let (corrector, vocabulary) = corrector(endings: endings)
        let bytes = Array(typed.utf8)
        let id = bytes.withUnsafeBufferPointer { corrector.correct($0, 0..<$0.count, vocabulary: vocabulary) }
        return id == 0 ? "" : String(decoding: vocabulary.word(id), as: UTF8.self)
    }

    @Test(arguments: [
        ("shouldr", "shoulder"), ("shoudler", "shoulder"), ("SHOULDEER", "shoulder"), ("numness", "numbness"),
        ("hamstrnig", "hamstring"), ("clafs", ""), ("claf", "calf"), ("crmaping", "cramping"), ("shoukder", "shoulder"),
        ("killqng", ""), ("spazm", "spasm"),
        ("osteperosis", "osteoporosis"), ("rbeathing", "breathing"), ("bladdr", "bladder"), ("kneee", "knee"),
    ])
    func isReadAs(_ typed: String, _ meant: String) {
        #expect(Self.read(typed) == meant)
    }

    @Test(arguments: ["bolder", "spelling", "clasp", "cal", "knew", "cram", "xyzzyx", "sp4sm", "übung", ""])
    func staysAsItIs(_ typed: String) {
        #expect(Self.read(typed) == "")
    }

    @Test func aLetterLeftOffAtTheEnd() {
        let endings = [(written: Array("in".utf8), added: Array("g".utf8))]
        #expect(Self.read("killin", endings: endings) == "killing")
        #expect(Self.read("swellin", endings: endings) == "swelling")
    }

    /// Swapping two neighbours, doubling a letter or leaving one out of a longer word is always put right or left alone,
    /// never read as a word that is farther off.
    @Test(arguments: words.filter { $0.count >= 6 })
    func oneSlip(_ word: String) {
        let letters = Array(word)
        for index in 1..<(letters.count - 1) {
            var swapped = letters
            swapped.swapAt(index, index + 1)
            var doubled = letters
            doubled.insert(letters[index], at: index)
            var short = letters
            short.remove(at: index)
            for slip in [swapped, doubled, short] where String(slip) != word && !Self.words.contains(String(slip)) {
                let meant = Self.read(String(slip))
                #expect(meant == word, "\(String(slip)) is read as \(meant)")
            }
        }
    }

    @Test func everydayWordsAreLines() {
        let words = EverydayWords(lines: Array("# a comment\n\nhouse\nGarden\n".utf8))
        let text = Array("HOUSE garden comment".utf8)
        #expect(words.count == 2)
        text.withUnsafeBufferPointer {
            #expect(words.contains($0, 0..<5) && words.contains($0, 6..<12) && !words.contains($0, 13..<20))
        }
    }
}
