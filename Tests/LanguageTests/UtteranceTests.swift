import Language
import Testing

@Suite struct UtteranceTests {
    private func utterance(_ text: String) -> Utterance { Utterance(Array(text.utf8), vocabulary: Vocabulary()) }

    @Test func wordsAreThePersonsOwn() {
        let utterance = utterance("My BACK—ow")
        #expect(utterance.tokens.map { utterance.text($0.span) } == ["My", "BACK", "—", "ow"])
        #expect(utterance.text(Span(0, 999)) == "My BACK—ow")
    }

    @Test func offsetsCountCodePoints() {
        let utterance = utterance("é 😭 back")
        let back = utterance.tokens.last?.span ?? Span(0, 0)
        #expect(back == Span(8, 12))
        #expect(utterance.scalarOffsets(back) == (4, 8))
        #expect(utterance.byteOffset(scalar: 4) == 8)
        #expect(utterance.byteOffset(scalar: 0) == 0)
        #expect(utterance.byteOffset(scalar: 8) == 12)
        #expect(utterance.byteOffset(scalar: 9) == nil)
        #expect(utterance.byteOffset(scalar: -1) == nil)
    }

    @Test func aBadByteIsOneCodePoint() {
        let utterance = Utterance([0xFF, 0x20, 0x62], vocabulary: Vocabulary())
        #expect(utterance.scalarOffsets(utterance.tokens.last?.span ?? Span(0, 0)) == (2, 3))
    }

    @Test func buffersAreReused() {
        var utterance = utterance("one two three")
        utterance.read(Array("four".utf8), vocabulary: Vocabulary())
        #expect(utterance.tokens.count == 1)
        #expect(utterance.text(Span(0, 4)) == "four")
        utterance.read([], vocabulary: Vocabulary())
        #expect(utterance.tokens.isEmpty && utterance.bytes.isEmpty)
    }
}
