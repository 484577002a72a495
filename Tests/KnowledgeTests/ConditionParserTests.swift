import Clinical
import Testing

@testable import Knowledge

@Suite struct ConditionParserTests {
    private static let a = Condition.finding(FindingID(0))
    private static let b = Condition.finding(FindingID(1))
    private static let c = Condition.finding(FindingID(2))

    @Test func andBindsBeforeOr() throws {
        #expect(try Names.parse("a or b and c") == .any([Self.a, .all([Self.b, Self.c])]))
        #expect(try Names.parse("a and b or c") == .any([.all([Self.a, Self.b]), Self.c]))
        #expect(try Names.parse("(a or b) and c") == .all([.any([Self.a, Self.b]), Self.c]))
        #expect(try Names.parse("a or b or c") == .any([Self.a, Self.b, Self.c]))
    }

    @Test func notBindsTightest() throws {
        #expect(try Names.parse("not a and b") == .all([.not(Self.a), Self.b]))
        #expect(try Names.parse("not (a and b)") == .not(.all([Self.a, Self.b])))
        #expect(try Names.parse("not not a") == .not(.not(Self.a)))
    }

    @Test func counts() throws {
        #expect(try Names.parse("2 of (a, b, c)") == .count(2, of: [Self.a, Self.b, Self.c]))
        #expect(try Names.parse("1 of (a and b, not c)") == .count(1, of: [.all([Self.a, Self.b]), .not(Self.c)]))
    }

    @Test func atoms() throws {
        #expect(try Names.parse("site:leg") == .site(SiteID(1)))
        #expect(try Names.parse("spread:leg") == .spread(SiteID(1)))
        #expect(try Names.parse("symptom:spasm") == .symptom(SymptomID(0)))
        #expect(try Names.parse("side:both") == .side(.both))
        #expect(try Names.parse("trend:worse") == .attribute(AttributeID(0)))
        #expect(try Names.parse("always") == .always)
        #expect(try Names.parse("long_standing") == .longStanding)
    }

    @Test(arguments: [
        ("severity >= severe", Condition.severity(.atLeast, .severe)),
        ("severity<moderate", .severity(.less, .moderate)),
        ("severity = none", .severity(.equal, .none)), ("age >= 50", .measure(.age, .atLeast, 50)),
        ("temperature > 38.5", .measure(.temperature, .more, 38.5)), ("score <= 3", .measure(.score, .atMost, 3)),
        ("course >= 6 weeks", .measure(.course, .atLeast, 3_628_800)),
        ("spell<10 minutes", .measure(.spell, .less, 600)),
        ("spell > 1 minute", .measure(.spell, .more, 60)),
    ])
    func comparisons(_ text: String, _ condition: Condition) throws {
        #expect(try Names.parse(text) == condition)
    }

    @Test func spacesDoNotMatter() throws {
        #expect(try Names.parse("  a   and(b or\tc)\n") == Names.parse("a and (b or c)"))
        #expect(try Names.parse("2 of(a,b)") == Names.parse("2 of (a, b)"))
    }

    @Test(arguments: [
        ("", 0, "the condition ends too early"), ("a and", 5, "the condition ends too early"),
        ("a b", 2, "'b' is not expected here; join with 'and' or 'or'"), ("(a", 2, "')' is expected here"),
        ("a)", 1, "')' is not expected here; join with 'and' or 'or'"), ("2 of a", 5, "'(' is expected here"),
        ("2 of (a, b", 10, "')' is expected here"),
        ("a and fevr", 6, "no finding is called 'fevr' (did you mean 'fever'?)"),
        ("site:arm", 0, "no site is called 'arm'"), ("a or site:arm", 5, "no site is called 'arm'"),
        ("side:top", 0, "no side is called 'top'"),
        ("colour:red", 0, "'colour' is nothing that can be asked of a complaint"),
        ("trend:better", 0, "no trend is called 'better'"),
        ("severity >= bad", 12, "a severity is none, mild, moderate or severe"),
        ("severity severe", 9, "one of >= <= = > < is expected here"), ("age >=", 6, "a number is expected here"),
        ("age >= old", 7, "a number is expected here"),
        ("course >= 6", 11, "a unit is expected here: seconds, minutes, hours, days, weeks, months or years"),
        ("course >= 6 moons", 12, "a unit is expected here: seconds, minutes, hours, days, weeks, months or years"),
        ("and a", 0, "no finding is called 'and'"),
    ])
    func failuresSayWhatAndWhere(_ text: String, _ offset: Int, _ message: String) {
        #expect(Names.failure(text) == ConditionParser.Failure(message: message, offset: offset))
    }

    /// A number that is none would make a rule that never fires, or always.
    @Test(arguments: ["age >= nan", "age >= inf", "age >= 0x1p4"])
    func numbersAreWrittenInDigits(_ text: String) {
        #expect(Names.failure(text) != nil)
    }
}
