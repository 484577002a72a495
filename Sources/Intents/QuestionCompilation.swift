import Clinical
import Knowledge

extension Compilation {
    /// The question with what its answers record and tell.
    func question(_ question: QuestionDraft) -> Question {
        let items = question.items.map {
            Question.Item(findings: $0.findings.compactMap(names.finding), label: $0.label.value)
        }
        let options = question.options.map { option in
            Question.Option(
                id: option.id.value, label: option.label.value, effects: option.sets.compactMap(effect),
                when: condition(option.when))
        }
        _ = NameTable<Question.Option>(question.options.map(\.id), kind: "option", complaints)
        let kind: Question.Kind =
            switch question.kind {
            case .screen: .screen(items)
            case .choice: .choice(options)
            case .scale: .scale
            case .duration: .duration(question.role ?? .course)
            case .free: .free
            }
        var fills = question.fills.flatMap(slots)
        if question.fills.isEmpty { fills = derivedFills(kind) }
        return Question(
            id: question.id.value, kind: kind, text: question.text.value, simpler: question.simpler.value,
            why: question.why.value, sources: names.sources(question.sources), fills: fills,
            settledBy: question.settledBy.map(condition), unanswered: question.unanswered,
            unansweredRule: question.unansweredRule.flatMap(names.rule),
            place: question.id.place)
    }

    /// What choosing an option records: `site:ID`, `side:left`, `TYPE:value`, `finding`, `not finding` and so on.
    private func effect(_ text: Text) -> Question.Effect? {
        let value = text.value
        switch value {
        case "new": return .isNew(true)
        case "long_standing": return .isNew(false)
        default: break
        }
        func rest(from index: String.Index) -> Text {
            Text(
                value: String(value[index...]),
                place: text.place(at: value.distance(from: value.startIndex, to: index)),
                lead: nil)
        }
        if value.hasPrefix("not ") {
            let name = rest(from: value.index(value.startIndex, offsetBy: 4))
            return names.finding(name).map { .finding($0, .absent) }
        }
        guard let colon = value.firstIndex(of: ":") else { return names.finding(text).map { .finding($0, .present) } }
        let name = rest(from: value.index(after: colon))
        let kind = String(value[..<colon])
        switch kind {
        case "site": return names.site(name).map { .site($0) }
        case "spread": return names.site(name).map { .spread($0) }
        case "region": return names.look(names.regions, name, "region", "regions.yaml").map { .region($0.index) }
        case "side":
            if let side = Side(rawValue: name.value) { return .side(side) }
            complaints.error(
                name.place, "no side is called '\(name.value)'",
                remedy: "write one of: \(Side.allCases.map(\.rawValue).joined(separator: ", "))")
            return nil
        default:
            guard AttributeType(rawValue: kind) != nil else {
                let known = ["site", "spread", "side", "region"] + AttributeType.allCases.map(\.rawValue)
                complaints.error(
                    text.place, "an option can't set '\(kind)'\(Suggestion.phrase(for: kind, among: known))",
                    remedy: "write a finding, 'not' and a finding, new, long_standing, or one of: "
                        + known.map { "\($0):..." }.joined(separator: " "))
                return nil
            }
            return names.look(names.attributes, text, "value", "en/language/").map { .attribute($0) }
        }
    }

    /// The slots that a word of `fills:` names.
    private func slots(_ text: Text) -> [Question.Slot] {
        switch text.value {
        case "site": return [.site]
        case "side": return [.side]
        case "severity": return [.severity]
        case "spread": return [.spread]
        // Known from what the options set: no fact of the complaint.
        case "region": return []
        default: break
        }
        if let measure = Measure(rawValue: text.value) { return [.measure(measure)] }
        if let type = AttributeType(rawValue: text.value) { return [.attribute(type)] }
        let known =
            ["site", "side", "severity", "spread", "region"] + Measure.allCases.map(\.rawValue)
            + AttributeType.allCases.map(\.rawValue)
        complaints.error(
            text.place, "no answer can fill '\(text.value)'\(Suggestion.phrase(for: text.value, among: known))",
            remedy: "write one of: \(known.joined(separator: ", "))")
        return []
    }

    /// What the answers tell, where the question does not say so itself.
    private func derivedFills(_ kind: Question.Kind) -> [Question.Slot] {
        var fills: [Question.Slot] = []
        switch kind {
        case .duration(let role): fills = [.measure(role == .spell ? .spell : .course)]
        case .scale: fills = [.severity]
        case .choice(let options):
            for effect in options.flatMap(\.effects) {
                if let slot = slot(of: effect), !fills.contains(slot) { fills.append(slot) }
            }
        case .screen, .free: break
        }
        return fills
    }

    private func slot(of effect: Question.Effect) -> Question.Slot? {
        switch effect {
        case .site: .site
        case .side: .side
        case .spread: .spread
        case .attribute(let id): .attribute(draft.attributes[id.index].type)
        case .finding, .region, .isNew: nil
        }
    }
}
