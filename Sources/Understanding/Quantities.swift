import Clinical
import Knowledge
import Language

/// Looks up the number, unit and time words of a text by their first token.
struct Quantities {
    let known: Known
    let tokens: [Token]
    let matches: [Match]
    /// Index into `matches` of the first match at or after each token.
    let starts: [Int32]
    /// Tokens at which a number or a length of time may begin, in order.
    let openings: [Int]
    /// Whether the open question asks for a temperature: then a bare "38.4" is one.
    var expectsTemperature = false
    /// Whether a question is open.
    var isAsked = false

    func phrase(_ match: Match) -> TimePhrase { known.knowledge.times[Int(match.meaning.index)] }

    /// A number with the token just past it.
    struct Number {
        var low: Double
        var high: Double
        var first: Int
        var end: Int
        var isApproximate = false
        /// "a", "an": counts only before a unit.
        var isArticle = false

        /// The number with more added, which is said up to a token.
        func adding(_ more: Double, until end: Int) -> Number {
            var sum = self
            sum.low += more
            sum.high += more
            sum.end = end
            return sum
        }
    }

    /// The longest number word at a token.
    func word(at token: Int) -> (NumberWord, Match)? {
        var best: (NumberWord, Match)?
        forEach(at: token) { match in
            if match.meaning.kind == .number, best.map({ $0.1.end < match.end }) ?? true {
                best = (known.knowledge.numbers[Int(match.meaning.index)], match)
            }
        }
        return best
    }

    private func forEach(at token: Int, _ body: (Match) -> Void) {
        guard token < tokens.count else { return }
        var index = Int(starts[token])
        while index < matches.count, Int(matches[index].first) == token {
            body(matches[index])
            index += 1
        }
    }

    /// The unit at a token. `follows` tells that a number stands right before.
    func unit(at token: Int, follows: Bool) -> (seconds: Double, end: Int, isPlural: Bool)? {
        var best: (seconds: Double, end: Int, isPlural: Bool)?
        forEach(at: token) { match in
            guard match.meaning.kind == .unit else { return }
            let unit = known.knowledge.units[Int(match.meaning.index)]
            if unit.needsNumber, !follows { return }
            if best.map({ $0.end < Int(match.end) }) ?? true {
                best = (unit.seconds, Int(match.end), unit.isPlural)
            }
        }
        return best
    }

    /// Whether a unit ends just before a token.
    func isUnit(endingAt token: Int) -> Bool {
        guard token > 0 else { return false }
        return unit(at: token - 1, follows: false).map { $0.end == token } ?? false
    }

    /// The longest time phrase at a token for which `pick` gives a value.
    func time<Value>(at token: Int, _ pick: (TimePhrase) -> Value?) -> (value: Value, end: Int)? {
        var best: (value: Value, end: Int)?
        forEach(at: token) { match in
            guard match.meaning.kind == .time, let value = pick(phrase(match)) else {
                return
            }
            if best.map({ $0.end < Int(match.end) }) ?? true { best = (value, Int(match.end)) }
        }
        return best
    }

    /// Whether a time phrase that `pick` accepts ends exactly at a token; small words may stand between.
    func time<Value>(endingAt token: Int, _ pick: (TimePhrase) -> Value?) -> (value: Value, first: Int)? {
        var best: (value: Value, first: Int)?
        forEach(before: token, reach: 12) { match in
            guard Int(match.end) <= token, token - Int(match.end) <= 2,
                (Int(match.end)..<token).allSatisfy({ isSmall(tokens[$0]) }),
                let value = pick(phrase(match))
            else { return true }
            if best.map({ $0.first > Int(match.first) || Int(match.end) > $0.first }) ?? true {
                best = (value, Int(match.first))
            }
            return true
        }
        return best
    }

    /// Goes through the time phrases that begin at most `reach` tokens before a token, nearest first, until `body` says no.
    func forEach(before token: Int, reach: Int, _ body: (Match) -> Bool) {
        var index = Int(starts[min(token, tokens.count)]) - 1
        while index >= 0, token - Int(matches[index].first) <= reach {
            if matches[index].meaning.kind == .time, !body(matches[index]) { return }
            index -= 1
        }
    }

    /// Whether a time phrase stands shortly before a token.
    func hasTime(within reach: Int, before token: Int, _ isWanted: (TimePhrase) -> Bool) -> Bool {
        var found = false
        forEach(before: token, reach: reach) { match in
            found = Int(match.end) <= token && isWanted(phrase(match))
            return !found
        }
        return found
    }

    func isSmall(_ token: Token) -> Bool {
        token.kind == .dash || known.knowledge.lexicon.isSmall(token)
    }

    /// The number that begins at a token: digits, words, fractions, "twenty-five", "two hundred", "1 1/2".
    func number(at token: Int) -> Number? {
        guard token < tokens.count else { return nil }
        let word = word(at: token)
        // "3 quarters of an hour" is written out but for its first digit.
        if tokens[token].kind == .number, word.map({ Int($0.1.end) == token + 1 }) ?? true { return digits(at: token) }
        guard let (first, match) = word else { return nil }
        var number = Number(
            low: first.value, high: first.value, first: token, end: Int(match.end), isApproximate: first.isApproximate)
        switch first.kind {
        case .value:
            number.isArticle = match.meaning.detail == 1
            if !number.isArticle, !first.isApproximate { number = asHundreds(number) }
        case .point:
            // "at this point 3 days"
            guard token == 0 || tokens[token - 1].kind != .word, let part = decimals(at: number.end) else { return nil }
            return Number(low: part.value, high: part.value, first: token, end: part.end)
        case .tens:
            let next = skipSeam(number.end)
            if let (unit, match) = self.word(at: next), unit.kind == .value, unit.value < 10, unit.value >= 1,
                match.meaning.detail != 1, !unit.isApproximate
            {
                number.low += unit.value
                number.high = number.low
                number.end = Int(match.end)
            }
        case .fraction: return number
        case .multiplier: break
        }
        // No number has more: a run of these words must not be gone through again from each of them.
        var factors = 0
        var last = first.kind == .multiplier ? first.value : 1
        while factors < 8, let (factor, match) = self.word(at: number.end), factor.kind == .multiplier {
            factors += 1
            number.low *= factor.value
            number.high = number.low
            number.end = Int(match.end)
            number.isArticle = false
            last = factor.value
        }
        if last > 1 { number = withRest(number, of: last) }
        return withHalf(withDecimals(number))
    }

    /// "twenty-four", "twenty and four".
    private func skipSeam(_ token: Int) -> Int {
        if token < tokens.count, tokens[token].kind == .dash { return token + 1 }
        return time(at: token) { if case .plus = $0 { true } else { nil } }?.end ?? token
    }

    private func digits(at token: Int) -> Number {
        var number = Number(low: tokens[token].value, high: tokens[token].value, first: token, end: token + 1)
        if let fraction = fraction(at: token) {
            number.end = token + 3
            // "3/4 days" is three or four of them.
            if let unit = unit(at: number.end, follows: true), unit.isPlural {
                number.high = tokens[token + 2].value
            } else {
                number.low = fraction
                number.high = fraction
            }
            return number
        }
        if token + 3 < tokens.count, let part = fraction(at: token + 1) {
            number.low += part
            number.end = token + 4
        } else if token + 1 < tokens.count, tokens[token + 1].kind == .number, tokens[token + 1].value < 1,
            tokens[token + 1].value > 0
        {
            number.low += tokens[token + 1].value
            number.end = token + 2
        }
        number.high = number.low
        return withHalf(withDecimals(number))
    }

    /// "1/2", "3/4": a proper fraction with a small denominator.
    private func fraction(at token: Int) -> Double? {
        guard token + 2 < tokens.count, tokens[token].kind == .number, tokens[token + 1].kind == .mark,
            tokens[token + 1].isGlued, tokens[token + 2].kind == .number, tokens[token + 2].isGlued
        else { return nil }
        let over = tokens[token].value
        let under = tokens[token + 2].value
        return (2...4).contains(under) && over >= 1 && over < under ? over / under : nil
    }

    private func withHalf(_ number: Number) -> Number {
        guard let half = time(at: number.end, { if case .andHalf(let part) = $0 { part } else { nil } }) else {
            return withFraction(number)
        }
        return number.adding(half.value, until: half.end)
    }

    /// "1 and 1/2".
    private func withFraction(_ number: Number) -> Number {
        guard let plus = time(at: number.end, { if case .plus = $0 { true } else { nil } }),
            let part = fraction(at: plus.end)
        else { return number }
        return number.adding(part, until: plus.end + 3)
    }

    /// A number or a range of numbers: "2-3", "two or three", "2 to 3".
    func range(at token: Int) -> Number? {
        guard var number = number(at: token) else { return nil }
        let isDash = number.end < tokens.count && tokens[number.end].kind == .dash
        let next =
            isDash
            ? number.end + 1
            : time(at: number.end) { if case .join = $0 { true } else { nil } }?.end ?? end(ofAnd: number)
        guard let next = next ?? followingNumber(number), let other = self.number(at: next), !other.isArticle,
            other.high > number.low
        else {
            return number
        }
        number.high = other.high
        number.end = other.end
        number.isArticle = false
        number.isApproximate = number.isApproximate || other.isApproximate
        return number
    }

    /// "between five and ten": after "between" the "and" joins the ends of a range. So it does from a number to the next.
    private func end(ofAnd number: Number) -> Int? {
        guard let plus = time(at: number.end, { if case .plus = $0 { true } else { nil } }) else { return nil }
        if time(endingAt: number.first, { if case .between = $0 { true } else { nil } }) != nil { return plus.end }
        guard let next = self.number(at: plus.end), !next.isArticle, next.low == number.low + 1 else { return nil }
        return plus.end
    }

    /// "two three days": the next number of the count stands right after, and what is counted after that.
    private func followingNumber(_ number: Number) -> Int? {
        guard let next = self.number(at: number.end), !next.isArticle, !number.isArticle, number.low == number.high,
            next.low == number.low + 1, unit(at: next.end, follows: true)?.isPlural ?? false
        else { return nil }
        return number.end
    }

    /// Whether nothing that a number could count follows: the end, a comma, "and".
    func endsClause(_ token: Int) -> Bool {
        guard token < tokens.count else { return true }
        return tokens[token].kind == .comma || tokens[token].kind == .stop
            || known.knowledge.lexicon.joins(tokens[token].word)
    }
}
