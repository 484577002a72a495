import Clinical
import Knowledge
import Language

extension Checks {
    /// Two entries that claim one phrase.
    private struct Pair: Hashable {
        var kind: Meaning.Kind
        var first: Int
        var second: Int
    }

    /// A phrase that two entries of one kind claim would be read as both.
    func checkPhrases() {
        let clashes = clashes()
        if clashes.isEmpty { return }
        let suspects = Set(clashes.keys.flatMap { pair in [pair.first, pair.second].map { Suspect(pair.kind, $0) } })
        var phrases: [Int32: [Suspect: Text]] = [:]
        var wanted: Set<Int32> = []
        for nodes in clashes.values { wanted.formUnion(nodes) }
        var tokens: [Token] = []
        for saying in draft.sayings where isClaim(saying.meaning) {
            let suspect = Suspect(saying.meaning.kind, Int(saying.meaning.index))
            guard suspects.contains(suspect) else { continue }
            for text in saying.phrases {
                for phrase in book.phrases(of: text) {
                    let node = node(of: phrase, &tokens)
                    if wanted.contains(node), phrases[node]?[suspect] == nil {
                        phrases[node, default: [:]][suspect] = Text(value: phrase, place: text.place, lead: nil)
                    }
                }
            }
        }
        for (pair, nodes) in clashes {
            let both = nodes.compactMap { node -> (Text, Text)? in
                guard let first = phrases[node]?[Suspect(pair.kind, pair.first)],
                    let second = phrases[node]?[Suspect(pair.kind, pair.second)]
                else { return nil }
                return (first, second)
            }
            if let pairOfTexts = both.first { complain(pair, pairOfTexts.0, pairOfTexts.1, more: both.count - 1) }
        }
    }

    private struct Suspect: Hashable {
        var kind: Meaning.Kind
        var index: Int

        init(_ kind: Meaning.Kind, _ index: Int) {
            self.kind = kind
            self.index = index
        }
    }

    /// Pairs of entries that meet at a node of the lexicon, with those nodes in order.
    private func clashes() -> [Pair: [Int32]] {
        var clashes: [Pair: [Int32]] = [:]
        let lexicon = knowledge.lexicon
        for node in 0..<Int32(lexicon.nodeCount) {
            let meanings = lexicon.meanings(at: node)
            guard meanings.count > 1 else { continue }
            for second in meanings.indices.dropFirst() {
                let late = lexicon.meanings[Int(meanings[second])]
                guard isClaim(late) else { continue }
                for first in meanings[..<second] {
                    let early = lexicon.meanings[Int(first)]
                    guard early.kind == late.kind, early.index != late.index, isClaim(early), !mayShare(early, late)
                    else { continue }
                    let indices = [Int(early.index), Int(late.index)].sorted()
                    clashes[Pair(kind: early.kind, first: indices[0], second: indices[1]), default: []].append(node)
                }
            }
        }
        return clashes
    }

    /// Whether a phrase with this meaning belongs to one entry alone.
    private func isClaim(_ meaning: Meaning) -> Bool {
        switch meaning.kind {
        case .site, .symptom, .attribute, .topic, .modifier: true
        case .finding: meaning.detail == Meaning.Claim.present.rawValue
        case .severity, .degree, .side, .vague, .term, .number, .unit, .time, .answer, .option, .item, .person, .region,
            .clause, .spread, .block:
            false
        }
    }

    private func mayShare(_ a: Meaning, _ b: Meaning) -> Bool {
        func shares(_ entries: [(id: String, with: [Text])]) -> Bool {
            entries[0].with.contains { $0.value == entries[1].id }
                || entries[1].with.contains { $0.value == entries[0].id }
        }
        let indices = [Int(a.index), Int(b.index)]
        switch a.kind {
        case .site: return shares(indices.map { (draft.sites[$0].id.value, draft.sites[$0].sharedWith) })
        case .finding: return shares(indices.map { (draft.findings[$0].id.value, draft.findings[$0].sharedWith) })
        case .topic: return shares(indices.map { (draft.topics[$0].id.value, draft.topics[$0].sharedWith) })
        case .attribute: return draft.attributes[indices[0]].type != draft.attributes[indices[1]].type
        // "none" may take away what follows and what went before.
        case .modifier:
            let directions = indices.map { draft.modifiers[$0].direction }
            return directions[0] != directions[1] && !directions.contains(.both)
        case .symptom, .severity, .degree, .side, .vague, .term, .number, .unit, .time, .answer, .option,
            .item, .person, .region, .clause, .spread, .block:
            return false
        }
    }

    /// What an entry is called in a complaint, and whether it may share its phrases.
    private func title(_ kind: Meaning.Kind, _ index: Int) -> (name: String, mayShare: Bool) {
        switch kind {
        case .site: ("site '\(draft.sites[index].id.value)'", true)
        case .finding: ("finding '\(draft.findings[index].id.value)'", true)
        case .topic: ("intent '\(draft.topics[index].id.value)'", true)
        case .attribute: ("value '\(draft.attributes[index].type.rawValue):\(draft.attributes[index].id)'", false)
        case .symptom: ("symptom '\(draft.symptoms[index].id)'", false)
        case .modifier: ("modifier '\(draft.modifiers[index].id)'", false)
        case .severity, .degree, .side, .vague, .term, .number, .unit, .time, .answer, .option, .item, .person, .region,
            .clause, .spread, .block:
            ("", false)
        }
    }

    private func complain(_ pair: Pair, _ first: Text, _ second: Text, more: Int) {
        let late = title(pair.kind, pair.second)
        let count = more > 0 ? " (and \(more) more)" : ""
        let share = late.mayShare ? ", or add 'shared_with: [...]' to one of the two" : ""
        complaints.error(
            second.place,
            "the phrase '\(second.value)'\(count) belongs to \(title(pair.kind, pair.first).name) "
                + "(\(first.place.file):\(first.place.line)) and to \(late.name)",
            remedy: "keep it in one of them\(share)")
    }

    /// The node of the lexicon where a phrase ends, or -1.
    private func node(of phrase: String, _ tokens: inout [Token]) -> Int32 {
        let lexicon = knowledge.lexicon
        tokens.removeAll(keepingCapacity: true)
        Tokenizer.tokenize(Array(phrase.utf8), vocabulary: lexicon.vocabulary, into: &tokens)
        let words = tokens.filter { $0.kind != .dash && $0.word != 0 }.map(\.word)
        var node: Int32 = 0
        for (place, word) in words.enumerated() {
            let isInside = place > 0 && place < words.count - 1
            if isInside, lexicon.isFiller[Int(word)] { continue }
            node = lexicon.child(of: node, by: word)
            if node < 0 { return -1 }
        }
        return node
    }
}
