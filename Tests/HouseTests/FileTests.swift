import Foundation
import Testing

/// Law 6: small files, named for what is in them.
@Suite struct FileTests {
    /// About 100 is meant.
    static let median = 130
    static let ninetyPercent = 350
    static let most = 700

    /// Drawers: a file called so holds anything.
    static let drawers: Set<String> = [
        "helper", "helpers", "util", "utils", "utilities", "utility", "manager", "managers", "common", "misc", "stuff",
    ]

    @Test func filesAreSmall() {
        expectNone(Self.oversize(Repository.sources.map { ($0.path, $0.lines) }))
    }

    @Test func seesLargeFiles() {
        #expect(Self.oversize([("a", 100), ("b", 701)]).map(\.path) == ["b", "Sources", "Sources"])
        #expect(Self.oversize([("a", 131), ("b", 131), ("c", 20)]).map(\.path) == ["Sources"])
        #expect(
            Self.oversize(Array(repeating: ("a", 50), count: 8) + [("b", 351), ("c", 351)]).map(\.path) == ["Sources"])
        #expect(Self.oversize(Array(repeating: ("a", 50), count: 19) + [("b", 351)]).isEmpty)
    }

    @Test func noDrawers() {
        expectNone((Repository.files(under: "Sources") + Repository.files(under: "Tests")).flatMap(Self.drawers(in:)))
    }

    @Test(arguments: ["Sources/A/Utils.swift", "Sources/A/StringHelpers.swift", "Tests/Common/A.swift"])
    func seesADrawer(_ path: String) {
        #expect(Self.drawers(in: path).count == 1)
    }

    @Test(arguments: ["Sources/Language/Utterance.swift", "Sources/A/Uncommon.swift", "Sources/A/Managed.swift"])
    func leavesOtherNamesAlone(_ path: String) {
        #expect(Self.drawers(in: path).isEmpty)
    }

    static func oversize(_ files: [(path: String, lines: Int)]) -> [Violation] {
        var found = files.filter { $0.lines > most }.map {
            Violation($0.path, $0.lines, "\($0.lines) lines; no file has more than \(most)")
        }
        let lines = files.map(\.lines).sorted()
        guard !lines.isEmpty else { return found }
        if lines[lines.count / 2] > median {
            found.append(
                Violation("Sources", 0, "the median file has \(lines[lines.count / 2]) lines; at most \(median)"))
        }
        let large = files.filter { $0.lines >= ninetyPercent }
        if large.count * 10 > files.count {
            let names = large.map { "\($0.path) (\($0.lines))" }.joined(separator: ", ")
            found.append(Violation("Sources", 0, "more than a tenth of the files has \(ninetyPercent) lines: \(names)"))
        }
        return found
    }

    static func drawers(in path: String) -> [Violation] {
        let words = path.split { "/+-_.".contains($0) }.flatMap { MedicineTests.words(inName: String($0)) }
        return words.filter(drawers.contains).prefix(1).map {
            Violation(path, 1, "'\($0)' is a drawer: name the file for what is in it")
        }
    }
}
