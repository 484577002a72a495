import Clinical
import Knowledge

/// The lexicon: small words and spellings first, then every phrase with its meaning, then the lists of combinations.
struct LexiconCompilation {
    private let draft: Draft
    private let names: Names
    private let book: PhraseBook
    private var builder = LexiconBuilder()
    /// The list's place among the terms of the knowledge, by its place in the draft.
    private var termIndices: [Int: Int] = [:]
    /// The same for a phrase that stands in a combination itself.
    private var inlineIndices: [String: Int] = [:]
    private(set) var terms: [Term] = []
    private(set) var combinations: [Combination] = []

    init(_ draft: Draft, _ names: Names, _ book: PhraseBook) {
        self.draft = draft
        self.names = names
        self.book = book
    }

    /// Adds everything and gives the lexicon.
    mutating func lexicon() -> Lexicon {
        builder.addFillers(draft.fillers.compactMap { word($0, "a small word") })
        for (word, other) in draft.spelling {
            guard let word = self.word(word, "a spelling"), let other = self.word(other, "a spelling") else { continue }
            builder.addSpelling(word, readAs: other)
        }
        if let everyday = draft.everydayWords { builder.correct(besides: everyday, endings: draft.endings) }
        for saying in draft.sayings {
            for text in saying.phrases { add(text, saying.meaning) }
        }
        for (index, finding) in draft.findings.enumerated() {
            for combine in finding.combine { addCombination(combine, of: FindingID(index)) }
        }
        // The lists that nothing combines are read all the same, for their mistakes.
        for index in draft.terms.indices { _ = book.alternatives(ofTerm: index) }
        return builder.build()
    }

    private func word(_ text: Text, _ subject: String) -> String? {
        if text.value.contains(where: { !($0.isLetter || $0 == "'") }) {
            names.complaints.error(
                text.place, "\(subject) must be one word of letters, found '\(text.value)'",
                remedy: "write single words here and phrases elsewhere")
            return nil
        }
        return text.value.lowercased()
    }

    private mutating func add(_ text: Text, _ meaning: Meaning) {
        guard let pattern = book.pattern(text) else { return }
        if !builder.add(pattern.parts, lists: book.alternatives(ofTerm:), meaning) {
            names.complaints.error(text.place, "'\(text.value)' holds no word", remedy: "write what people type")
        }
    }

    private mutating func addCombination(_ combine: FindingDraft.Combine, of finding: FindingID) {
        let parts = combine.parts.compactMap { part($0) }
        guard parts.count == combine.parts.count, let first = combine.parts.first else { return }
        if parts.count == 1 {
            names.complaints.error(
                first.place, "a combination of one list alone",
                remedy: "add a second list, or write it under 'phrases:'")
        }
        combinations.append(Combination(finding: finding, claim: combine.claim, parts: parts, gap: combine.gap))
    }

    /// A list of words, `site:ID`, `side:left`, or a phrase written in place.
    private mutating func part(_ text: Text) -> Combination.Part? {
        if let id = names.terms[text.value] { return .term(term(id.index)) }
        if let colon = text.value.firstIndex(of: ":") {
            let name = Text(value: String(text.value[text.value.index(after: colon)...]), place: text.place, lead: nil)
            switch text.value[..<colon] {
            case "site": return names.site(name).map(Combination.Part.site)
            case "side":
                if let side = Side(rawValue: name.value) { return .side(side) }
            default: break
            }
            names.complaints.error(
                text.place, "'\(text.value)' can't be combined",
                remedy: "write a list of words, site:ID, side:left, side:right, side:both, or a phrase")
            return nil
        }
        if text.value.contains("_") {
            names.require(names.terms, [text], "list of words", "en/lexicon/")
            return nil
        }
        return .term(inline(text))
    }

    private mutating func term(_ index: Int) -> Int {
        if let known = termIndices[index] { return known }
        let new = terms.count
        termIndices[index] = new
        terms.append(Term(id: draft.terms[index].id.value, role: draft.terms[index].role))
        builder.add([.list(index)], lists: book.alternatives(ofTerm:), Meaning(.term, new))
        return new
    }

    private mutating func inline(_ text: Text) -> Int {
        if let known = inlineIndices[text.value] { return known }
        let new = terms.count
        inlineIndices[text.value] = new
        terms.append(Term(id: text.value, role: .word))
        add(text, Meaning(.term, new))
        return new
    }
}
