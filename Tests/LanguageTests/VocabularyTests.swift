import Language
import Testing

@Suite struct VocabularyTests {
    @Test func anUnknownWordIsZero() {
        #expect(Vocabulary().id(of: "spasm") == 0)
        #expect(Vocabulary().id(of: "") == 0)
        #expect(Vocabulary().count == 1)
    }

    @Test func aWordKeepsItsId() {
        var vocabulary = Vocabulary()
        let spasm = vocabulary.add(Array("spasm".utf8))
        let cramp = vocabulary.add(Array("cramp".utf8))
        #expect(spasm != 0 && cramp != 0 && spasm != cramp)
        #expect(vocabulary.add(Array("spasm".utf8)) == spasm)
        #expect(vocabulary.id(of: "spasm") == spasm)
        #expect(vocabulary.id(of: "spasms") == 0)
        #expect(vocabulary.id(of: "spas") == 0)
        #expect(vocabulary.word(cramp) == Array("cramp".utf8))
        #expect(vocabulary.count == 3)
    }

    @Test func anotherSpellingIsReadAsTheWord() {
        var vocabulary = Vocabulary()
        let right = vocabulary.add(Array("can't".utf8))
        vocabulary.alias(Array("cant".utf8), to: right)
        #expect(vocabulary.id(of: "cant") == right)
        #expect(vocabulary.id(of: "can't") == right)
        #expect(vocabulary.canonical[Int(right)] == right)
    }

    @Test func thousandsOfWordsAreToldApart() {
        var vocabulary = Vocabulary()
        var ids: Set<Int32> = []
        for number in 0..<20_000 { ids.insert(vocabulary.add(Array("w\(number)".utf8))) }
        #expect(ids.count == 20_000)
        #expect(vocabulary.count == 20_001)
        for number in stride(from: 0, to: 20_000, by: 7) {
            #expect(vocabulary.word(vocabulary.id(of: "w\(number)")) == Array("w\(number)".utf8))
        }
        #expect(vocabulary.id(of: "w20000") == 0)
    }

    /// Words of every length up to three stretches of eight bytes, and words that differ in one byte only.
    @Test func wordsOfAnyLengthAreToldApart() {
        var vocabulary = Vocabulary()
        let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)
        var ids: Set<Int32> = []
        for count in 1...25 {
            let word = Array(letters[..<count])
            ids.insert(vocabulary.add(word))
            for place in 0..<count {
                var other = word
                other[place] = UInt8(ascii: "z")
                #expect(vocabulary.id(of: other) == 0)
            }
        }
        #expect(ids.count == 25 && !ids.contains(0))
        for count in 1...25 { #expect(vocabulary.word(vocabulary.id(of: Array(letters[..<count]))).count == count) }
    }
}
