import Clinical
import Knowledge

/// Names for conditions, as an author would have defined them.
enum Names {
    static let findings = ["a", "b", "c", "d", "fever"]
    static let sites = ["back", "leg"]

    static var all: ConditionParser.Names {
        ConditionParser.Names(
            finding: { findings.firstIndex(of: $0).map(FindingID.init) },
            site: { sites.firstIndex(of: $0).map(SiteID.init) },
            symptom: { ["spasm"].firstIndex(of: $0).map(SymptomID.init) },
            attribute: { type, name in type == .trend && name == "worse" ? AttributeID(0) : nil },
            suggestion: { $0 == "fevr" ? " (did you mean 'fever'?)" : "" })
    }

    static func parse(_ text: String) throws(ConditionParser.Failure) -> Condition {
        try ConditionParser.parse(text, names: all)
    }

    /// What is wrong with a condition, nil if nothing is.
    static func failure(_ text: String) -> ConditionParser.Failure? {
        do throws(ConditionParser.Failure) {
            _ = try parse(text)
            return nil
        } catch { return error }
    }
}
