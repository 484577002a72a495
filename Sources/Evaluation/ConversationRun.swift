package import Charley
import Clinical
import Dialogue
package import Knowledge
import Language

/// Holds a scripted conversation and compares what comes out with what must.
package struct ConversationRun {
    private let assistant: Assistant

    package init(_ assistant: Assistant) { self.assistant = assistant }

    /// One complaint for each expectation that does not hold, with the reply it was held against.
    package func complaints(_ script: ConversationScript) -> [Diagnostic] {
        var session = assistant.begin(region: script.region)
        var complaints: [Diagnostic] = []
        for turn in script.turns {
            let response = session.reply(to: turn.text, now: script.now)
            for (expectation, place) in turn.expectations {
                if let complaint = complaint(expectation, response, session) {
                    complaints.append(Diagnostic(at: place, "\(complaint). The reply was: \(oneLine(response.text))"))
                }
            }
        }
        return complaints
    }

    private func oneLine(_ text: String) -> String { text.split(separator: "\n").joined(separator: " / ") }

    private func complaint(_ expectation: ConversationScript.Expectation, _ response: Response, _ session: Session)
        -> String?
    {
        switch expectation {
        case .asks(let id): return differs("asks", response.asking, id)
        case .level(let level): return differs("level is", response.level, level)
        case .within(let within): return differs("within is", response.within, within)
        case .done(let done):
            return response.isDone == done ? nil : "should \(done ? "" : "not ")be done here"
        case .finds(let id, let status, let experiencer, let time):
            let found = records(id, session)
            let isThere = found.contains { record in
                record.context.status.rawValue == status && record.context.experiencer.rawValue == experiencer
                    && record.context.time.rawValue == time
            }
            return isThere ? nil : "\(id) should be \(status) (\(experiencer), \(time)) and is \(said(found))"
        case .spares(let id):
            if assistant.knowledge.finding(named: id) == nil { return "no finding is called '\(id)'" }
            let found = records(id, session)
            let isThere = found.contains { record in
                record.context.status == .present && record.context.experiencer == .patient
                    && record.context.time == .current
            }
            return isThere ? "\(id) should not be held to be present" : nil
        case .rule(let id):
            let rules = session.state.toldRules.map { assistant.knowledge[$0].id }
            return rules.contains(id)
                ? nil : "rule \(id) should hold the level; it is held by \(rules.joined(separator: ", "))"
        case .says(let text):
            return response.text.lowercased().contains(text.lowercased()) ? nil : "should say \"\(text)\""
        case .neverSays(let text):
            return response.text.lowercased().contains(text.lowercased()) ? "should not say \"\(text)\"" : nil
        }
    }

    private func differs(_ what: String, _ found: String?, _ wanted: String?) -> String? {
        found == wanted ? nil : "\(what) \(found ?? "nothing") and should be \(wanted ?? "nothing")"
    }

    private func records(_ id: String, _ session: Session) -> [Record] {
        session.state.findings.filter { assistant.knowledge[$0.concept].id == id }
    }

    private func said(_ records: [Record]) -> String {
        if records.isEmpty { return "not known" }
        return records.map { record in
            "\(record.context.status.rawValue) (\(record.context.experiencer.rawValue), \(record.context.time.rawValue))"
        }.joined(separator: ", ")
    }
}
