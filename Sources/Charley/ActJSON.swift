import Clinical
import Dialogue
import Knowledge
import Triage

/// Dialogue acts as the line contract shows them: `{"act": "ask", "question": "Q-CES", "form": "first"}`.
struct ActJSON {
    let knowledge: Knowledge

    init(_ knowledge: Knowledge) { self.knowledge = knowledge }

    func object(_ act: Act) -> JSON {
        switch act {
        case .acknowledge(let facts, let findings):
            return named(
                "acknowledge",
                [("facts", .int(facts.count)), ("findings", .list(findings.map { .text(knowledge[$0.concept].id) }))])
        case .ask(let question, let form):
            return named("ask", [("question", .text(knowledge[question].id)), ("form", .text(name(form)))])
        case .which(let question):
            return named("ask", [("question", .text(knowledge[question].id)), ("form", .text("which"))])
        case .clarify(let finding): return named("clarify", [("finding", .text(knowledge[finding].id))])
        case .askDate(let finding): return named("ask-date", [("finding", .text(knowledge[finding].id))])
        case .confirm(let finding): return named("confirm", [("finding", .text(knowledge[finding].id))])
        case .emergency(let alarm):
            return named(
                "emergency",
                [
                    ("rules", rules(alarm.rules)), ("repeat", .bool(alarm.repeats != nil)),
                    ("other", .bool(alarm.isForOther)),
                ])
        case .advise(let ending):
            return named(
                "advise",
                [
                    ("level", .text(ending.assessment.urgency.level.rawValue)),
                    ("rules", rules(ending.assessment.rules)),
                    ("guidance", .list(ending.guidance.map { .text(knowledge[$0].id) })),
                    ("unchecked", .list(ending.unchecked.map { .text(knowledge[$0].id) })),
                ])
        case .answer(let topic): return named("answer", [("topic", .text(knowledge[topic].id))])
        case .explain(let question): return named("explain", [("question", .text(knowledge[question].id))])
        case .lower(let from): return named("lower", [("from", .text(from.level.rawValue))])
        case .correct: return named("correct")
        case .unclearCorrection: return named("unclear-correction")
        case .addAdvice(let guidance):
            return named("add-advice", [("guidance", .list(guidance.map { .text(knowledge[$0].id) }))])
        case .encourage: return named("encourage")
        case .empty: return named("empty")
        case .notUnderstood: return named("not-understood")
        case .thank: return named("thank")
        case .leave: return named("leave")
        case .afterClose: return named("after-close")
        case .help: return named("help")
        case .about: return named("about")
        case .more: return named("more")
        case .why(let assessment): return named("why", [("rules", rules(assessment.rules))])
        case .facts: return named("facts")
        case .source(let name): return named("source", [("source", .text(name))])
        case .region(let region):
            return named("region", [("region", .optional(region.map { knowledge.regions[$0].id }))])
        case .unknownCommand(let name): return named("unknown-command", [("command", .text(name))])
        }
    }

    private func named(_ name: String, _ more: [(String, JSON)] = []) -> JSON { .object([("act", .text(name))] + more) }

    private func rules(_ rules: [RuleID]) -> JSON { .list(rules.map { .text(knowledge[$0].id) }) }

    private func name(_ form: Act.Form) -> String {
        switch form {
        case .first: "first"
        case .again: "again"
        case .remaining: "remaining"
        case .still: "still"
        }
    }
}
