import Clinical
import Knowledge
import Language
import Testing
import Triage

/// The truth of every atom that a condition can hold.
@Suite struct FactsTests {
    private static func truth(_ text: String, _ change: (inout Facts) -> Void = { _ in }) throws -> Truth {
        var facts = Facts()
        change(&facts)
        return facts.truth(of: try SmallKnowledge.condition(text), in: try SmallKnowledge.knowledge())
    }

    @Test(arguments: [
        "a", "old", "bad", "site:back", "spread:leg", "symptom:spasm", "side:left", "severity >= mild",
        "course >= 1 day",
        "spell < 1 day", "age >= 1", "temperature > 1", "score = 1", "trend:worse", "medicine:statin",
    ])
    func nothingIsKnownAtFirst(_ text: String) throws {
        #expect(try Self.truth(text) == .unknown)
        #expect(try Self.truth("not (\(text))") == .unknown)
    }

    @Test func alwaysAndLongStanding() throws {
        #expect(try Self.truth("always") == .yes)
        #expect(try Self.truth("long_standing") == .no)
        #expect(try Self.truth("long_standing") { $0.findings[FindingID(0)] = .present } == .no)
        #expect(try Self.truth("long_standing") { $0.findings[FindingID(0)] = .longStanding } == .yes)
    }

    @Test(arguments: [
        (Facts.Known.present, Truth.yes), (.absent, .no), (.uncertain(isSettled: false), .unknown),
        (.uncertain(isSettled: true), .yes), (.unknown, .unknown), (.longStanding, .no),
    ])
    func findings(_ known: Facts.Known, _ expected: Truth) throws {
        #expect(try Self.truth("a") { $0.findings[FindingID(0)] = known } == expected)
        #expect(try Self.truth("b") { $0.findings[FindingID(0)] = known } == .unknown)
    }

    @Test func derivedFindings() throws {
        #expect(try Self.truth("old") { $0.measures[.age] = Interval(exactly: 50) } == .yes)
        #expect(try Self.truth("old") { $0.measures[.age] = Interval(exactly: 49) } == .no)
        #expect(try Self.truth("bad") { $0.severity = .severe } == .unknown)
        #expect(try Self.truth("bad") { $0.severity = .mild } == .no)
        #expect(
            try Self.truth("bad") {
                $0.severity = .severe
                $0.findings[FindingID(2)] = .present
            } == .yes)
        // What is measured outweighs a denial, and a clear yes outweighs what is measured.
        #expect(
            try Self.truth("old") {
                $0.measures[.age] = Interval(exactly: 80)
                $0.findings[FindingID(3)] = .absent
            } == .yes)
        #expect(
            try Self.truth("old") {
                $0.measures[.age] = Interval(exactly: 20)
                $0.findings[FindingID(3)] = .present
            } == .yes)
    }

    @Test func places() throws {
        let (back, lower, leg) = (SiteID(0), SiteID(1), SiteID(2))
        #expect(try Self.truth("site:back") { $0.sites = [lower] } == .yes)
        #expect(try Self.truth("site:back") { $0.sites = [back] } == .yes)
        // The back may still turn out to be the lower back; the leg may not.
        #expect(try Self.truth("site:lower") { $0.sites = [back] } == .unknown)
        #expect(try Self.truth("site:lower") { $0.sites = [leg] } == .no)
        #expect(try Self.truth("site:lower") { $0.sites = [leg, back] } == .unknown)
        #expect(try Self.truth("site:leg") { $0.sites = [back, leg] } == .yes)
        #expect(try Self.truth("spread:leg") { $0.spreads = [leg] } == .yes)
        #expect(try Self.truth("spread:leg") { $0.sites = [leg] } == .unknown)
    }

    @Test func sidesSymptomsAndAttributes() throws {
        #expect(try Self.truth("side:both") { $0.side = .both } == .yes)
        #expect(try Self.truth("side:both") { $0.side = .left } == .no)
        #expect(try Self.truth("symptom:spasm") { $0.symptoms = [SymptomID(0)] } == .yes)
        #expect(try Self.truth("trend:worse") { $0.attributes = [AttributeID(0)] } == .yes)
        #expect(try Self.truth("trend:worse") { $0.attributes = [AttributeID(1)] } == .no)
        #expect(try Self.truth("trend:worse") { $0.attributes = [AttributeID(2)] } == .unknown)
    }

    /// One medicine does not rule out another.
    @Test func aListOfMedicinesIsNeverFull() throws {
        #expect(try Self.truth("medicine:steroid") { $0.attributes = [AttributeID(2)] } != .no)
    }

    @Test(arguments: [
        ("severity >= severe", Grade.severe, Truth.yes), ("severity >= severe", .moderate, .no),
        ("severity > mild", .mild, .no),
        ("severity < moderate", .mild, .yes), ("severity <= moderate", .moderate, .yes),
        ("severity = none", Grade.none, .yes),
        ("severity = none", .mild, .no),
    ])
    func severity(_ text: String, _ grade: Grade, _ expected: Truth) throws {
        #expect(try Self.truth(text) { $0.severity = grade } == expected)
    }

    /// The cautious end of a range decides.
    @Test(
        arguments: [
            ("course >= 6 weeks", 5, 7, Truth.yes), ("course >= 6 weeks", 4, 5, .no), ("course > 6 weeks", 5, 6, .no),
            ("course <= 6 weeks", 5, 7, .yes), ("course <= 6 weeks", 7, 8, .no), ("course < 6 weeks", 6, 9, .no),
            ("course = 6 weeks", 5, 7, .yes), ("course = 6 weeks", 7, 8, .no), ("course >= 6 weeks", 6, nil, .yes),
        ] as [(String, Double?, Double?, Truth)])
    func ranges(_ text: String, _ low: Double?, _ high: Double?, _ expected: Truth) throws {
        let week = TimeUnit.weeks.seconds
        let interval = Interval(low: low.map { $0 * week }, high: high.map { $0 * week })
        #expect(try Self.truth(text) { $0.measures[.course] = interval } == expected)
    }

    /// "Over a month" may well be six weeks: an open end rules nothing out.
    @Test func anOpenEndRulesNothingOut() throws {
        let week = TimeUnit.weeks.seconds
        let overAMonth = Interval(low: 4 * week, high: nil)
        let underTwoMonths = Interval(low: nil, high: 8 * week)
        #expect(try Self.truth("course >= 6 weeks") { $0.measures[.course] = overAMonth } != .no)
        #expect(try Self.truth("course <= 6 weeks") { $0.measures[.course] = underTwoMonths } != .no)
    }

    @Test func measuresAreKeptApart() throws {
        let facts: (inout Facts) -> Void = {
            $0.measures = [.age: Interval(exactly: 60), .score: Interval(low: 6, high: 8)]
        }
        #expect(try Self.truth("age >= 60", facts) == .yes)
        #expect(try Self.truth("score >= 7", facts) == .yes)
        #expect(try Self.truth("temperature >= 38", facts) == .unknown)
    }
}
