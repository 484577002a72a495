import Knowledge
import Language

/// Numbers put together from several words: "two hundred and five", "one twenty two", "thirty eight point five".
extension Quantities {
    /// What follows "hundred" or "thousand" and is less: "two hundred and five".
    func withRest(_ number: Number, of factor: Double) -> Number {
        let next = time(at: number.end) { if case .plus = $0 { true } else { nil } }?.end ?? number.end
        guard next < tokens.count, tokens[next].kind == .word, let rest = self.number(at: next), !rest.isArticle,
            !rest.isApproximate, rest.low == rest.high, rest.low < factor, rest.low >= 1
        else { return number }
        return number.adding(rest.low, until: rest.end)
    }

    /// "one twenty two" is a hundred and twenty-two, unless it is one of something: "one twenty minute spell".
    func asHundreds(_ number: Number) -> Number {
        guard number.end < tokens.count, (1...9).contains(number.low), number.low == number.low.rounded(),
            let (next, _) = word(at: number.end), next.kind == .tens, let rest = self.number(at: number.end),
            unit(at: rest.end, follows: true) == nil
        else { return number }
        let value = number.low * 100 + rest.low
        return Number(low: value, high: value, first: number.first, end: rest.end)
    }

    /// "thirty eight point five", "38 point 5".
    func withDecimals(_ number: Number) -> Number {
        guard number.end < tokens.count, number.low == number.low.rounded(), let (point, match) = word(at: number.end),
            point.kind == .point, let part = decimals(at: Int(match.end))
        else { return number }
        return number.adding(part.value, until: part.end)
    }

    /// The digits after a point, in figures or word by word.
    func decimals(at token: Int) -> (value: Double, end: Int)? {
        guard token < tokens.count else { return nil }
        if tokens[token].kind == .number {
            let digits = tokens[token].end - tokens[token].start
            guard digits <= 6, tokens[token].value == tokens[token].value.rounded() else { return nil }
            return (tokens[token].value / Self.power(digits), token + 1)
        }
        var value = 0.0
        var end = token
        var digits: UInt32 = 0
        while digits < 6, let (word, match) = word(at: end), word.kind == .value, !word.isApproximate,
            (0...9).contains(word.value), match.meaning.detail != 1
        {
            value = value * 10 + word.value
            digits += 1
            end = Int(match.end)
        }
        return digits > 0 ? (value / Self.power(digits), end) : nil
    }

    private static func power(_ digits: UInt32) -> Double { (0..<digits).reduce(1) { power, _ in power * 10 } }

    /// "45 (forty five)": where the brackets end that say the same number again; else where the number does.
    func endWithGloss(_ number: Number) -> Int {
        let open = number.end
        guard open + 2 < tokens.count, tokens[open].kind == .mark, let again = self.number(at: open + 1),
            again.low == number.low, again.high == number.high, again.end < tokens.count,
            tokens[again.end].kind == .mark
        else { return number.end }
        return again.end + 1
    }

    /// "1/5" and nothing else: how much of the whole it is. In a sentence it counts on some scale.
    func bareFraction() -> Double? {
        guard !isAsked, tokens.count == 3, tokens[0].kind == .number, tokens[1].kind == .mark,
            tokens[2].kind == .number, tokens[0].value > 0, tokens[0].value < tokens[2].value
        else { return nil }
        return tokens[0].value / tokens[2].value
    }
}
