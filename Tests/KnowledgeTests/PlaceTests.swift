import Knowledge
import Testing

@Suite struct PlaceTests {
    @Test func diagnosticsReadLikeACompilers() {
        let place = Place(file: "en/sites/back.yaml", line: 3, column: 7)
        #expect(Diagnostic(at: place, "wrong").description == "en/sites/back.yaml:3:7: error: wrong")
        #expect(Diagnostic(.warning, at: place, "odd").description == "en/sites/back.yaml:3:7: warning: odd")
    }

    @Test func inOrderOfPlace() {
        let sorted = [
            Diagnostic(at: Place(file: "b", line: 1), "x"), Diagnostic(at: Place(file: "a", line: 10), "x"),
            Diagnostic(at: Place(file: "a", line: 9, column: 2), "y"),
            Diagnostic(at: Place(file: "a", line: 9, column: 2), "x"),
        ].sorted()
        #expect(
            sorted.map(\.description) == ["a:9:2: error: x", "a:9:2: error: y", "a:10:1: error: x", "b:1:1: error: x"])
    }
}
