import Clinical
import Knowledge

/// What `Selection` has to know of every meaning of the lexicon, and of those that phrases on the same words have.
struct MeaningRoles: Sendable {
    /// Per meaning of the lexicon.
    let ofMeaning: [MeaningRole]
    let meanings: [Meaning]
    /// Per ending of the lexicon.
    let ofEnding: [EndingRole]
    /// For `EndingRole`: indices of `meanings`.
    let entries: [Int32]
    /// For `EndingRole` and `MeaningRole`.
    let parts: [Int32]
    let attributeCount: Int
    let slotCount: Int
    /// How many groups there are: within one, the leftmost longest phrase wins.
    let groupCount: Int

    init(_ knowledge: Knowledge, _ numbers: PartNumbers, clauses: Clauses) {
        let lexicon = knowledge.lexicon
        let types = AttributeType.allCases
        let typeOfAttribute = knowledge.attributes.map { types.firstIndex(of: $0.type) ?? 0 }
        let findingCount = knowledge.findings.count
        let termCount = knowledge.terms.count
        var parts: [Int32] = []
        func group(_ meaning: Meaning) -> Int {
            switch meaning.kind {
            case .attribute: 64 + typeOfAttribute[Int(meaning.index)]
            case .finding: 64 + types.count + Int(meaning.index)
            // "not numb down there": what takes away a place before it leaves the "not" to what follows.
            case .modifier where knowledge.modifiers[Int(meaning.index)].direction == .backward: 63
            case .term: 64 + types.count + findingCount + Int(meaning.index)
            case .site, .symptom, .severity, .degree, .side, .vague, .number, .unit, .time, .modifier, .answer, .topic,
                .option, .item, .person, .region, .clause, .spread, .block:
                Int(meaning.kind.rawValue)
            }
        }
        func slot(_ meaning: Meaning) -> Int {
            switch meaning.kind {
            case .attribute: Int(meaning.index)
            case .finding: typeOfAttribute.count + Int(meaning.index)
            case .site, .symptom, .severity, .degree, .side, .vague, .term, .number, .unit, .time, .modifier, .answer,
                .topic, .option, .item, .person, .region, .clause, .spread, .block:
                -1
            }
        }
        let roles = knowledge.lexicon.meanings.map { meaning in
            let firstPart = Int32(parts.count)
            parts += numbers.numbers(of: meaning)
            return MeaningRole(
                traits: MeaningRole.traits(of: meaning, knowledge), marks: clauses.marks(of: meaning),
                slot: Int32(slot(meaning)), group: Int32(group(meaning)), firstPart: firstPart,
                endPart: Int32(parts.count))
        }
        meanings = knowledge.lexicon.meanings
        var entries: [Int32] = []
        ofMeaning = roles
        ofEnding = lexicon.endings.map { meanings in
            let idle = meanings.filter { roles[Int($0)].traits & MeaningRole.idle != 0 }
            let usual = meanings.filter { roles[Int($0)].traits & MeaningRole.idle == 0 && $0 < lexicon.firstAsked }
            let asked = meanings.filter { $0 >= lexicon.firstAsked }
            let first = Int32(entries.count)
            let firstPart = Int32(parts.count)
            entries += idle + usual + asked
            parts += Set(meanings.flatMap { numbers.numbers(of: lexicon.meanings[Int($0)]) }).sorted()
            let endEntry = Int32(entries.count)
            let endPart = Int32(parts.count)
            let alone = Self.alone(usual, roles, &entries, &parts)
            return EndingRole(
                firstEntry: first, firstUsual: first + Int32(idle.count),
                firstAsked: first + Int32(idle.count + usual.count), endEntry: endEntry,
                firstPart: firstPart, endPart: endPart, alone: alone)
        }
        self.entries = entries
        self.parts = parts
        attributeCount = typeOfAttribute.count
        slotCount = typeOfAttribute.count + findingCount
        groupCount = 64 + types.count + findingCount + termCount
    }

    /// What counts of a single word with these meanings where no other phrase reaches it.
    private static func alone(
        _ meanings: [Int32], _ roles: [MeaningRole], _ entries: inout [Int32], _ parts: inout [Int32]
    ) -> EndingRole.Alone? {
        let role = { (meaning: Int32) in roles[Int(meaning)] }
        let special = MeaningRole.block | MeaningRole.alone | MeaningRole.tale
        guard meanings.allSatisfy({ role($0).traits & special == 0 }) else { return nil }
        var groups: Set<Int32> = []
        var kept: [Int32] = []
        for meaning in meanings.reversed() {
            let isFirst = role(meaning).traits & MeaningRole.open != 0 || groups.insert(role(meaning).group).inserted
            if isFirst || role(meaning).traits & MeaningRole.modifier != 0 { kept.insert(meaning, at: 0) }
        }
        let claims = kept.contains { role($0).traits & MeaningRole.claims != 0 }
        if claims { kept.removeAll { role($0).traits & MeaningRole.content != 0 } }
        let first = Int32(entries.count)
        let firstPart = Int32(parts.count)
        for meaning in kept where role(meaning).traits & (MeaningRole.marking | MeaningRole.silent) == 0 {
            entries.append(meaning)
            parts += parts[Int(role(meaning).firstPart)..<Int(role(meaning).endPart)]
        }
        return EndingRole.Alone(
            flags: kept.reduce(0) { $0 | role($1).marks.first }, first: first, end: Int32(entries.count),
            firstPart: firstPart, endPart: Int32(parts.count))
    }
}
