import Testing

@testable import Terminal

@Suite struct PrintableTests {
    @Test func ordinaryTextIsLeftAlone() {
        let text = "spasm\tin the calf\nÜber 😀 \u{A0}e\u{301}"
        #expect(printable(text) == text)
    }

    @Test func escapesLoseTheirEscape() {
        #expect(printable("\u{1B}[31mred\u{1B}]0;title\u{7}") == "\u{FFFD}[31mred\u{FFFD}]0;title\u{FFFD}")
    }

    @Test func everyControlCharacterButNewlineAndTabIsReplaced() {
        for value in UInt8.min...UInt8.max {
            let scalar = Unicode.Scalar(value)
            let isControl = scalar.properties.generalCategory == .control
            let isKept = value == 0x09 || value == 0x0A || !isControl
            #expect(printable(String(scalar)) == (isKept ? String(scalar) : "\u{FFFD}"), "\(value)")
        }
    }

    @Test func aCarriageReturnCannotOverwriteALine() {
        #expect(printable("safe\r\nline") == "safe\u{FFFD}\nline")
    }
}
