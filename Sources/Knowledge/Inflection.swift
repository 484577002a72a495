/// The forms of an English word: by rule, and by a table for what no rule gives.
package struct Inflection: Sendable {
    private var irregular: [String: [String]]

    package init(irregular: [String: [String]] = [:]) { self.irregular = irregular }

    /// The word itself first, then its other forms, without repeats, in a fixed order.
    package func forms(of word: String) -> [String] {
        if let listed = irregular[word] { return unique([word] + listed) }
        var forms = [word]
        let letters = Array(word)
        guard let last = letters.last, letters.count > 1 else { return forms }
        let stem = String(letters.dropLast())
        let beforeLast = letters[letters.count - 2]
        let isVowel = { (letter: Character) in "aeiou".contains(letter) }
        if last == "e" {
            forms += [word + "s", word + "d", stem + "ing"]
        } else if last == "y", !isVowel(beforeLast) {
            forms += [stem + "ies", stem + "ied", word + "ing"]
        } else if "sxz".contains(last) || word.hasSuffix("ch") || word.hasSuffix("sh") {
            forms += [word + "es", word + "ed", word + "ing"]
        } else {
            forms += [word + "s", word + "ed", word + "ing"]
            let doubles =
                letters.count >= 3 && isVowel(beforeLast) && !isVowel(last) && !"wxy".contains(last)
                && !isVowel(letters[letters.count - 3])
            if doubles { forms += [word + String(last) + "ed", word + String(last) + "ing"] }
        }
        return unique(forms)
    }

    private func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}
