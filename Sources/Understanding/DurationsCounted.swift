import Clinical
import Knowledge
import Language

/// Lengths that are counted: a number or a range of numbers, a unit, and what is added to it.
extension Durations {
    /// "3 days", "2-3 weeks", "an hour and a half", "a day or two", "2 days to 3 weeks", "3/52".
    func counted(at token: Int) -> DurationMention? {
        guard let number = quantities.range(at: token) else { return shorthand(at: token) }
        if isFrequency(token, number) { return nil }
        var afterNumber = number.end
        var isApproximate = number.isApproximate
        if afterNumber < tokens.count, tokens[afterNumber].kind == .dash { afterNumber += 1 }
        if let orSo = quantities.time(at: afterNumber, { if case .orSo = $0 { true } else { nil } }),
            quantities.unit(at: orSo.end, follows: false) != nil
        {
            afterNumber = orSo.end
            isApproximate = true
        }
        if let age = quantities.time(at: afterNumber, { if case .age = $0 { true } else { nil } }),
            number.low == number.high, !number.isArticle
        {
            return DurationMention(
                interval: Interval(exactly: number.low * TimeUnit.years.seconds), role: nil, first: token, end: age.end,
                isAge: true)
        }
        var role: DurationRole?
        if let within = quantities.time(at: afterNumber, { if case .within(let role) = $0 { role } else { nil } }),
            let unit = quantities.unit(at: within.end, follows: false), unit.isPlural || number.high <= 1
        {
            role = within.value
            afterNumber = within.end
        }
        var isOpen = false
        if let orMore = quantities.time(at: afterNumber, { if case .orMore = $0 { true } else { nil } }),
            quantities.unit(at: orMore.end, follows: true) != nil
        {
            afterNumber = orMore.end
            isOpen = true
        }
        guard let unit = unit(after: number, at: afterNumber) else { return shorthand(at: token) }
        if quantities.time(at: unit.end, { if case .never = $0 { true } else { nil } }) != nil { return nil }
        // "L5-S1": letters right before the number make it a name.
        if tokens[token].isGlued, token > 0, tokens[token - 1].kind == .word { return nil }
        if isRate(unit.end) || isAdjective(number, unit, at: afterNumber) {
            // "24 hours a day", "a 24 hour garage": always.
            if number.low == 24, unit.seconds == TimeUnit.hours.seconds { return nil }
            role = .other
        }
        var mention = DurationMention(
            interval: Interval(
                low: number.low * unit.seconds, high: number.high * unit.seconds, isApproximate: isApproximate),
            role: role, first: number.first, end: unit.end)
        if let between = quantities.time(endingAt: token, { if case .between = $0 { true } else { nil } }),
            number.low < number.high
        {
            mention.first = between.first
        }
        if isOpen {
            mention.interval.high = nil
        } else {
            extend(&mention, number: number, unit: unit.seconds)
        }
        return mention
    }

    /// The unit after a number: "3 days", "3d", "three quarters of an hour".
    private func unit(
        after number: Quantities.Number, at token: Int
    ) -> (seconds: Double, end: Int, isPlural: Bool)? {
        if let unit = quantities.unit(at: token, follows: isDigits(number)) { return unit }
        guard let of = quantities.time(at: token, { if case .of = $0 { true } else { nil } }) else { return nil }
        if let unit = quantities.unit(at: of.end, follows: false), !number.isArticle { return unit }
        guard let article = quantities.number(at: of.end), article.isArticle else { return nil }
        return quantities.unit(at: article.end, follows: false)
    }

    private func isDigits(_ number: Quantities.Number) -> Bool { tokens[number.end - 1].kind == .number }

    /// "... and a half", "... or two", "... to 3 weeks", "... and 2 months".
    func extend(_ mention: inout DurationMention, number: Quantities.Number, unit: Double) {
        if let half = quantities.time(at: mention.end, { if case .andHalf(let part) = $0 { part } else { nil } }) {
            mention.interval.low = mention.interval.low.map { $0 + half.value * unit }
            mention.interval.high = mention.interval.high.map { $0 + half.value * unit }
            mention.end = half.end
            return
        }
        let dash = mention.end < tokens.count && tokens[mention.end].kind == .dash
        let join =
            dash ? mention.end + 1 : quantities.time(at: mention.end) { if case .join = $0 { true } else { nil } }?.end
        guard let join else {
            if number.low == number.high { compound(&mention, unit: unit) }
            return
        }
        guard let other = quantities.number(at: join) else { return }
        if let second = self.unit(after: other, at: other.end) {
            let value = other.high * second.seconds
            if second.seconds >= unit, value > mention.interval.atMost {
                mention.interval.high = value
                mention.end = second.end
            } else if second.seconds < unit, dash {
                add(other.low * second.seconds, to: second.end, &mention)
                compound(&mention, unit: second.seconds)
            }
        } else if !other.isArticle, other.high * unit > mention.interval.atMost, number.low == number.high {
            mention.interval.high = other.high * unit
            mention.end = other.end
        }
    }

    private func add(_ seconds: Double, to end: Int, _ mention: inout DurationMention) {
        mention.interval = mention.interval + Interval(exactly: seconds)
        mention.end = end
    }

    /// What stands between two parts that are added up.
    private enum Seam { case none, comma, and }

    /// Further units that are added: "1 hour 30 minutes", "a year and two months", "1 year, 2 days and 3 hours".
    ///
    /// Without a word between them the order of the units is free. After "and" or a comma a part counts only if its unit
    /// is smaller, and commas only where an "and" ends the list: "3 weeks, 2 days of them in bed" is two lengths.
    private func compound(_ mention: inout DurationMention, unit: Double) {
        var sum = mention
        var smallest = unit
        var afterComma = false
        while true {
            let (seam, start) = seam(at: sum.end)
            guard let part = quantities.number(at: start), part.low == part.high, !part.isArticle || seam != .none
            else {
                break
            }
            guard let next = self.unit(after: part, at: part.end) else {
                bareMinutes(part, seam, smallest, &sum)
                break
            }
            guard seam == .none ? next.seconds != smallest : next.seconds < smallest else { break }
            add(part.low * next.seconds, to: next.end, &sum)
            smallest = min(smallest, next.seconds)
            afterComma = seam == .comma || afterComma && seam != .and
            if !afterComma { mention = sum }
        }
        if !afterComma { mention = sum }
    }

    private func seam(at token: Int) -> (Seam, Int) {
        var start = token
        var seam = Seam.none
        if start < tokens.count, tokens[start].kind == .comma {
            start += 1
            seam = .comma
        }
        if let plus = quantities.time(at: start, { if case .plus = $0 { true } else { nil } }) {
            return (.and, plus.end)
        }
        return (seam, start)
    }

    /// "2 hours and 10": the next smaller unit goes without saying.
    private func bareMinutes(
        _ part: Quantities.Number, _ seam: Seam, _ smallest: Double, _ sum: inout DurationMention
    ) {
        let hour = TimeUnit.hours.seconds
        guard seam == .and, smallest == hour || smallest == hour / 60, isDigits(part), (1...59).contains(part.low),
            quantities.endsClause(part.end)
        else { return }
        add(part.low * smallest / 60, to: part.end, &sum)
    }

    /// Clinicians' shorthand: 3/52 is three weeks, 2/7 two days, 5/12 five months.
    private func shorthand(at token: Int) -> DurationMention? {
        guard token + 2 < tokens.count, tokens[token].kind == .number, tokens[token + 1].kind == .mark,
            tokens[token + 1].isGlued, tokens[token + 2].kind == .number, tokens[token + 2].isGlued,
            tokens[token].value >= 1, token + 3 >= tokens.count || !tokens[token + 3].isGlued
        else { return nil }
        let unit: Double? =
            switch tokens[token + 2].value {
            case 7 where tokens[token].value < 7: 86_400
            case 52: 604_800
            case 12 where tokens[token].value < 12: 2_592_000
            default: nil
            }
        return unit.map {
            DurationMention(
                interval: Interval(exactly: tokens[token].value * $0), role: nil, first: token, end: token + 3)
        }
    }

    /// "an 8 hour shift", "a 3-hour film": with a number above one, a unit in the singular belongs to the word after it.
    private func isAdjective(
        _ number: Quantities.Number, _ unit: (seconds: Double, end: Int, isPlural: Bool), at token: Int
    ) -> Bool {
        guard number.low > 1, !unit.isPlural, !number.isApproximate, unit.end < tokens.count,
            tokens[unit.end].kind == .word, !tokens[token].isGlued || tokens[token - 1].kind == .dash,
            quantities.known.knowledge.lexicon.isNoun(tokens[unit.end])
        else { return false }
        return true
    }

    /// "24 hours a day", "5 days a week": how often.
    private func isRate(_ token: Int) -> Bool {
        guard let article = quantities.number(at: token), article.isArticle, article.end == token + 1,
            let unit = quantities.unit(at: article.end, follows: false), !unit.isPlural
        else { return false }
        return quantities.time(at: unit.end, { if case .trail(.ago) = $0 { true } else { nil } }) == nil
    }

    /// "week and a half", "day or two", "hour or so": a unit that goes without its article.
    func bareUnit(at token: Int) -> DurationMention? {
        guard let unit = quantities.unit(at: token, follows: false), !unit.isPlural else { return nil }
        let isOpen =
            quantities.time(
                at: unit.end,
                { phrase -> Bool? in
                    switch phrase {
                    case .andHalf, .orSo: true
                    case .join: quantities.number(at: unit.end + 1).map { !$0.isArticle && $0.low >= 2 }
                    case .about, .least, .most, .lead, .trail, .within, .between, .plus, .of, .clock, .orMore,
                        .sinceAge, .point, .weekday, .month, .length, .since, .every, .celsius, .fahrenheit,
                        .temperature, .outOf, .worst, .age, .ageLead, .never:
                        nil
                    }
                })?.value ?? false
        guard isOpen else { return nil }
        var mention = DurationMention(
            interval: Interval(exactly: unit.seconds), role: nil, first: token, end: unit.end)
        let one = Quantities.Number(low: 1, high: 1, first: token, end: token, isArticle: true)
        extend(&mention, number: one, unit: unit.seconds)
        return mention
    }

    /// "twice a day", "3 a day": how often, not how long.
    private func isFrequency(_ token: Int, _ number: Quantities.Number) -> Bool {
        guard number.isArticle, token > 0 else { return false }
        if tokens[token - 1].kind == .number { return true }
        if quantities.isUnit(endingAt: token), quantities.unit(at: number.end, follows: false) != nil { return true }
        var isEvery = false
        quantities.forEach(before: token, reach: 4) { match in
            if Int(match.end) > token, case .every = quantities.phrase(match) { isEvery = true }
            return !isEvery
        }
        return isEvery
    }
}
