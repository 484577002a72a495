import Testing

@testable import Terminal

@Suite struct WrapTests {
    @Test func aTextThatFitsIsLeftAlone() {
        #expect(wrap("  two  spaces \n\n- a", columns: 14) == "  two  spaces \n\n- a")
        #expect(wrap("", columns: 40) == "")
    }

    @Test func wordsGoToTheNextLineWhole() {
        #expect(wrap("one two three four", columns: 9) == "one two\nthree\nfour")
        #expect(wrap("one two three", columns: 7) == "one two\nthree")
    }

    @Test func lineBreaksStay() {
        #expect(wrap("one two\nthree four\n\nfive\n", columns: 7) == "one two\nthree\nfour\n\nfive\n")
        #expect(wrap("one\r\ntwo", columns: 3) == "one\ntwo")
    }

    @Test func bulletsHangByTwo() {
        #expect(wrap("- one two three", columns: 9) == "- one two\n  three")
        #expect(wrap("  - one two", columns: 8) == "  - one\n    two")
    }

    @Test func noBulletIsLeftWithoutItsWord() {
        #expect(wrap("- unbreakable word", columns: 6) == "- unbreakable\n  word")
    }

    @Test func indentsAreKept() {
        #expect(wrap("  one two three", columns: 9) == "  one two\n  three")
    }

    @Test func anAddressIsNeverBroken() {
        let address = "https://example.org/a/long/path"
        #expect(wrap("see \(address) now", columns: 10) == "see\n\(address)\nnow")
    }

    @Test func spacesInsideALineStay() {
        #expect(wrap("a  b cccc", columns: 6) == "a  b\ncccc")
    }

    @Test func wideCharactersCountTwice() {
        #expect(wrap("痛み 痛み", columns: 8) == "痛み\n痛み")
        #expect(wrap("😀 😀 é é", columns: 5) == "😀 😀\né é")
        #expect(displayWidth("❤\u{FE0F}e\u{301}") == 3)
    }

    @Test(arguments: [-1, 0, 1, 2, 3]) func noWidthIsTooSmall(columns: Int) {
        #expect(wrap("- a b", columns: columns) == "- a\n  b")
    }
}
