import Foundation

/// Ways to write the same message that must not change what is read of it.
enum Variants: String, CaseIterable, Sendable {
    case letters, dashesAndQuotes, slips, frames, order, numbers

    /// The least rate of variants that are read as the message is.
    static let bar = 0.97

    /// The message in other words; fewer than five where it holds nothing to change.
    func of(_ message: MarkedMessage) -> [String] {
        let text = message.text
        let all =
            switch self {
            case .letters: Self.letters(text)
            case .dashesAndQuotes: Self.dashesAndQuotes(text)
            case .slips: Self.slips(message)
            case .frames: Self.frames(text)
            case .order: Self.order(text)
            case .numbers: Self.numbers(text)
            }
        return all.filter { $0 != text }
    }

    private static func letters(_ text: String) -> [String] {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        return [
            text.uppercased(), text.lowercased(), text.capitalized,
            words.enumerated().map { $0.offset % 2 == 0 ? $0.element.uppercased() : $0.element }.joined(separator: " "),
            words.enumerated().map { $0.offset % 3 == 1 ? $0.element.uppercased() : $0.element }.joined(separator: " "),
            text.prefix(1).uppercased() + text.dropFirst(),
        ]
    }

    private static func dashesAndQuotes(_ text: String) -> [String] {
        func swap(_ pairs: [(String, String)]) -> String {
            pairs.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        }
        return [
            swap([("'", "\u{2019}")]), swap([("\u{2019}", "'")]), swap([("-", "\u{2013}")]), swap([("-", "\u{2010}")]),
            swap([("'", "\u{02BC}"), ("-", "\u{2011}")]), swap([(" ", "  ")]), swap([(" ", "\u{00A0}")]),
            "\u{201C}" + text + "\u{201D}",
        ]
    }

    /// One slip in one longer word of what is marked.
    private static func slips(_ message: MarkedMessage) -> [String] {
        let scalars = Array(message.text.unicodeScalars)
        var variants: [String] = []
        for mark in message.marks where !["duration", "score"].contains(mark.type) {
            for word in words(of: scalars, in: mark.span) where word.count >= 6 {
                let middle = word.lowerBound + word.count / 2
                if scalars[middle] == scalars[middle - 1] { continue }
                // One slip: a word that is misspelt already has had its own.
                let right = String(String.UnicodeScalarView(scalars[word])).lowercased()
                if !everyday.contains(right) { continue }
                var swapped = scalars
                swapped.swapAt(middle, middle - 1)
                var doubled = scalars
                doubled.insert(scalars[middle], at: middle)
                var short = scalars
                short.remove(at: middle)
                for slip in [swapped, doubled, short] {
                    let end = word.upperBound + slip.count - scalars.count
                    let written = String(String.UnicodeScalarView(slip[word.lowerBound..<end])).lowercased()
                    // A slip that makes another English word is nothing that a reader could know of.
                    if everyday.contains(written) { continue }
                    variants.append(String(String.UnicodeScalarView(slip)))
                }
            }
        }
        return variants
    }

    private static let everyday = Set(
        ((try? String(
            contentsOf: MessageTests.folder.deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Intents/en/language/everyday-words.txt"), encoding: .utf8)) ?? "").split(
                separator: "\n"
            )
            .map(String.init))

    private static func words(of scalars: [Unicode.Scalar], in span: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        for index in span.lowerBound...span.upperBound {
            let isLetter = index < span.upperBound && scalars[index].isASCII && scalars[index].properties.isAlphabetic
            if isLetter { start = start ?? index }
            if !isLetter, let first = start {
                words.append(first..<index)
                start = nil
            }
        }
        return words
    }

    private static func frames(_ text: String) -> [String] {
        [
            "Hi there. " + text, "Hello, hope you can help. " + text, "Sorry to bother you again. " + text,
            "Good morning doctor. " + text, text + ". Thanks in advance", text + ". Thank you so much",
            "Please can somebody help me. " + text + ". Cheers",
        ]
    }

    /// Sentences in another order.
    private static func order(_ text: String) -> [String] {
        let body = text.last.map { ".!".contains($0) } ?? false ? String(text.dropLast()) : text
        // What leans on the sentence before stays behind it: "It is not cold", "This is different: ...".
        var sentences: [String] = []
        for sentence in body.components(separatedBy: ". ") {
            let opening = sentence.lowercased().prefix { $0.isLetter || $0 == "'" }
            if let last = sentences.last, leaning.contains(String(opening)) {
                sentences[sentences.count - 1] = last + ". " + sentence
            } else {
                sentences.append(sentence)
            }
        }
        guard sentences.count >= 2, !body.contains("?") else { return [] }
        return (1..<min(6, sentences.count + 1)).map { turn in
            let order = turn == sentences.count ? sentences.reversed() : Array(sentences[turn...] + sentences[..<turn])
            return order.joined(separator: ". ")
        }
    }

    private static let leaning = Set(
        """
        it its it's he hes he's she shes she's they theyre they're this that thats that's these those his her their not
        no nor and but or so also too still just less more then kinda other same
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let digits = [
        "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine",
        "10": "ten", "12": "twelve", "15": "fifteen", "20": "twenty", "30": "thirty", "40": "forty",
    ]

    /// Numbers as words and units in other forms.
    private static func numbers(_ text: String) -> [String] {
        var words = text.components(separatedBy: " ")
        let spelled = words.enumerated().map { index, word in
            index + 1 < words.count && Int(words[index + 1]) == nil ? digits[word] ?? word : word
        }
        let units = [
            ("minutes", "mins"), ("weeks", "wks"), ("hours", "hrs"), ("years", "yrs"), ("seconds", "secs"),
            ("months", "mths"),
        ]
        let short = text.components(separatedBy: " ").map { word in units.first { $0.0 == word }?.1 ?? word }
        let long = text.components(separatedBy: " ").map { word in units.first { $0.1 == word }?.0 ?? word }
        for index in words.indices.dropLast().reversed()
        where Int(words[index]) != nil
            && units.contains(where: { $0.0 == words[index + 1] || $0.1 == words[index + 1] })
        {
            words[index] += words[index + 1]
            words.remove(at: index + 1)
        }
        return [spelled, short, long, words].map { $0.joined(separator: " ") }
    }
}
