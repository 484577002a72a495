import Clinical
import Knowledge

/// The patterns that authors write, read once, and the lists of words inside them.
final class PhraseBook {
    /// A list of words: its patterns, how many phrases they stand for.
    private struct List {
        var alternatives: [[Pattern.Part]] = []
        var count = 0
    }

    private let terms: [TermDraft]
    private let names: Names
    private let inflection: Inflection
    private var forms: [String: [String]] = [:]
    private var lists: [Int: List] = [:]
    /// The lists that are being read, outermost first.
    private var open: [Int] = []

    init(_ draft: Draft, _ names: Names) {
        terms = draft.terms
        inflection = Inflection(irregular: draft.irregular)
        self.names = names
    }

    /// The pattern that `text` writes; nil after a complaint.
    func pattern(_ text: Text) -> Pattern? {
        let known = names.complaints.count
        do throws(Pattern.Failure) {
            let pattern = try Pattern(
                text.value, inflect: { self.forms(of: $0) }, list: { self.list(named: $0, in: text) })
            return names.complaints.count == known ? pattern : nil
        } catch {
            names.complaints.error(
                text.place(at: error.offset), "in this phrase: \(error.message)",
                remedy:
                    "write (a|b) for one of these, [x] for optional, word~ for its forms, <list> for a list of words")
            return nil
        }
    }

    /// The patterns of a list of words, read when it is first asked for.
    func alternatives(ofTerm index: Int) -> [[Pattern.Part]] { list(index).alternatives }

    /// The plain phrases of a text; none after a complaint.
    func phrases(of text: Text) -> [String] { pattern(text)?.phrases(list: phrases(ofTerm:)) ?? [] }

    private func phrases(ofTerm index: Int) -> [String] {
        index < 0 ? [] : terms[index].phrases.flatMap(phrases(of:))
    }

    private func list(_ index: Int) -> List {
        // The number of a list that is missing, which was complained of.
        if index < 0 { return List() }
        if let known = lists[index] { return known }
        open.append(index)
        var list = List()
        for text in terms[index].phrases {
            guard let pattern = pattern(text) else { continue }
            list.alternatives.append(pattern.parts)
            list.count += pattern.count
        }
        open.removeLast()
        lists[index] = list
        return list
    }

    private func forms(of word: String) -> [String] {
        if let known = forms[word] { return known }
        let found = inflection.forms(of: word)
        forms[word] = found
        return found
    }

    private func list(named name: String, in text: Text) -> (number: Int, count: Int)? {
        let named = named(name, in: text)
        guard let id = names.look(names.terms, named, "list of words", "en/lexicon/") else { return (-1, 0) }
        if open.contains(id.index) {
            let circle = (open.drop { $0 != id.index } + [id.index]).map { terms[$0].id.value }
            names.complaints.error(
                named.place, "the list of words '\(name)' holds itself: \(circle.joined(separator: " > "))",
                remedy: "remove one of the '<...>'")
            return (-1, 0)
        }
        return (id.index, list(id.index).count)
    }

    /// The name inside its angle brackets, with its own place.
    private func named(_ name: String, in text: Text) -> Text {
        guard let range = text.value.lowercased().firstRange(of: "<\(name)>") else {
            return Text(value: name, place: text.place, lead: nil)
        }
        let offset = text.value.distance(from: text.value.startIndex, to: range.lowerBound)
        return Text(value: name, place: text.place(at: offset), lead: nil)
    }
}
