import Testing

/// What is no YAML, and what YAML allows and plain data do not.
@Suite struct YamlTests {
    @Test func aSyntaxError() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "phrases: [wing~]", "phrases: [wing~")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:5:4: error: this is not YAML: while parsing a flow sequence (line 4) "
                    + "did not find expected ',' or ']'; check the indent, brackets and quotes here and on the "
                    + "line above, and put quotes around a text that holds ': ' or ' #' or begins with one of "
                    + "[ ] { } & * ! | > ' \" % @ ? -"
            ])
    }

    @Test func aTabInTheIndent() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "  - phrases: [wing nut]", "\t- phrases: [wing nut]")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:6:1: error: a tab in the indent; indent by two spaces"
            ])
    }

    @Test func keysThatStandTwice() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "name: wing\n", "name: wing\nname: wings\nsided: true\n")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:3:1: error: 'name' stands twice in a site, first in line 2; keep one "
                    + "of them",
                "en/sites/wing.yaml:5:1: error: 'sided' stands twice in a site, first in line 4; keep "
                    + "one of them",
            ])
    }

    @Test func aKeyThatStandsTwiceInAnInnerMap() {
        let folder = TinyFolder()
            .replacing("en/concerns/moult.yaml", "    kind: sign", "    kind: sign\n    kind: history")
        #expect(
            folder.complaints == [
                "en/concerns/moult.yaml:7:5: error: 'kind' stands twice in a finding, first in line 6; "
                    + "keep one of them"
            ])
    }

    @Test func anAnchor() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "name: wing", "name: &wing wing")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:2:7: error: an anchor ('&name'); write the value out, or put quotes "
                    + "around a text with '&'"
            ])
    }

    @Test func aTag() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "name: wing", "name: !wing wing")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:2:7: error: a tag ('!name'); remove it, or put quotes around a text "
                    + "that begins with '!'"
            ])
    }

    @Test func twoDocuments() {
        let folder = TinyFolder()
            .replacing("en/intents/thanks.yaml", "act: thank", "---\nact: thank")
        #expect(
            folder.complaints == [
                "en/intents/thanks.yaml:2:1: error: this is not YAML: expected a single document in the "
                    + "stream (line 1) but found another document; keep one document in a file, without anchors"
            ])
    }

    @Test func anEmptyFile() {
        let folder = TinyFolder()
            .with("en/intents/empty.yaml", "# nothing\n")
        #expect(
            folder.complaints == [
                "en/intents/empty.yaml:1:1: error: the file is empty; fill it or delete it"
            ])
    }

    @Test func aControlCharacter() {
        let folder = TinyFolder()
            .replacing("en/sites/wing.yaml", "name: wing", "name: wi\u{1}ng")
        #expect(
            folder.complaints == [
                "en/sites/wing.yaml:2:9: error: this is not YAML: control characters are not allowed; "
                    + "remove the character"
            ])
    }

    @Test func yesAndNoAreTexts() {
        let folder = TinyFolder()
            .replacing("en/language/answers.yaml", "phrases: [yes, aye]", "phrases: [yes, no, on, 2:30, ~, null]")
        #expect(
            folder.complaints == [
                "en/language/answers.yaml:3:47: error: '~' holds no word; write what people type"
            ])
    }
}
