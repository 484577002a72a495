import Clinical
import Knowledge
import Language

/// A length of time in the text, with its role and its place in tokens.
struct DurationMention {
    var interval: Interval
    var role: DurationRole?
    var first: Int
    var end: Int
    /// A point in the past rather than a length: dates what is said beside it.
    var isMoment = false
    /// "10 years old".
    var isAge = false
}

/// Reads lengths of time: number, range, unit, hedge, open end, role.
struct Durations {
    let quantities: Quantities
    let now: Instant?
    private var tokens: [Token] { quantities.tokens }

    init(_ quantities: Quantities, now: Instant?) {
        self.quantities = quantities
        self.now = now
    }

    /// Every length of time, in order, none overlapping.
    func read() -> [DurationMention] {
        var mentions: [DurationMention] = []
        var next = 0
        for token in quantities.openings where token >= next {
            if let never = quantities.time(at: token, { if case .never = $0 { true } else { nil } }), never.end > token
            {
                next = never.end
                continue
            }
            if let mention = mention(at: token) {
                mentions.append(mention)
                next = mention.end
            }
        }
        return mentions
    }

    private func mention(at token: Int) -> DurationMention? {
        if let length = counted(at: token) { return length.isAge ? length : finished(length) }
        if let within = withinUnit(at: token) { return within }
        if let named = named(at: token) { return named }
        return since(at: token)
    }

    /// "3 days", "2-3 weeks", "an hour and a half", "a day or two", "2 days to 3 weeks", "3/52".
    private func counted(at token: Int) -> DurationMention? {
        guard let number = quantities.range(at: token) else { return shorthand(at: token) }
        if isFrequency(token, number) { return nil }
        var afterNumber = number.end
        var isApproximate = number.isApproximate
        if let orSo = quantities.time(at: afterNumber, { if case .orSo = $0 { true } else { nil } }),
            quantities.unit(at: orSo.end, follows: false) != nil
        {
            afterNumber = orSo.end
            isApproximate = true
        }
        if afterNumber < tokens.count, tokens[afterNumber].kind == .dash { afterNumber += 1 }
        if let age = quantities.time(at: afterNumber, { if case .age = $0 { true } else { nil } }),
            number.low == number.high,
            !number.isArticle
        {
            return DurationMention(
                interval: Interval(exactly: number.low * TimeUnit.years.seconds), role: nil, first: token, end: age.end,
                isAge: true)
        }
        guard let unit = quantities.unit(at: afterNumber, follows: true) else { return shorthand(at: token) }
        if quantities.time(at: unit.end, { if case .never = $0 { true } else { nil } }) != nil { return nil }
        var mention = DurationMention(
            interval: Interval(
                low: number.low * unit.seconds, high: number.high * unit.seconds, isApproximate: isApproximate),
            role: nil, first: token, end: unit.end)
        extend(&mention, number: number, unit: unit.seconds)
        return mention
    }

    /// "... and a half", "... or two", "... to 3 weeks", "... and 2 months".
    private func extend(_ mention: inout DurationMention, number: Quantities.Number, unit: Double) {
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
            compound(&mention, from: mention.end, unit: unit)
            return
        }
        guard let other = quantities.number(at: join) else { return }
        if let second = quantities.unit(at: other.end, follows: true),
            !other.isArticle || other.high * second.seconds > mention.interval.atMost
        {
            let value = other.high * second.seconds
            if second.seconds >= unit, value > mention.interval.atMost {
                mention.interval.high = value
                mention.end = second.end
            } else if second.seconds < unit {
                compound(&mention, from: join, unit: unit)
            }
        } else if !other.isArticle, other.high * unit > mention.interval.atMost, number.low == number.high {
            mention.interval.high = other.high * unit
            mention.end = other.end
        }
    }

    /// A smaller unit that is added: "1 hour 30 minutes", "a year and two months".
    private func compound(_ mention: inout DurationMention, from token: Int, unit: Double) {
        guard let other = quantities.number(at: token),
            let smaller = quantities.unit(at: other.end, follows: true), smaller.seconds < unit
        else { return }
        mention.interval = mention.interval + Interval(exactly: other.low * smaller.seconds)
        mention.end = smaller.end
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

    /// "twice a day", "3 a day": how often, not how long.
    private func isFrequency(_ token: Int, _ number: Quantities.Number) -> Bool {
        guard number.isArticle, token > 0 else { return false }
        if tokens[token - 1].kind == .number { return true }
        var isEvery = false
        quantities.forEach(before: token, reach: 4) { match in
            if Int(match.end) > token, case .every = quantities.phrase(match) { isEvery = true }
            return !isEvery
        }
        return isEvery
    }

    /// "last week", "the past month": a unit without a number after "last" or "past".
    private func withinUnit(at token: Int) -> DurationMention? {
        guard let within = quantities.time(at: token, { if case .within(let role) = $0 { role } else { nil } }),
            quantities.time(at: token, { if case .point = $0 { true } else { nil } }) == nil,
            let unit = quantities.unit(at: within.end, follows: false)
        else { return nil }
        return DurationMention(
            interval: Interval(exactly: unit.seconds), role: within.value, first: token, end: unit.end)
    }

    /// "yesterday", "ages", "all week".
    private func named(at token: Int) -> DurationMention? {
        if let point = quantities.time(
            at: token,
            { phrase -> Interval? in
                if case .point(let low, let high) = phrase {
                    Interval(low: low, high: high, isApproximate: true)
                } else {
                    nil
                }
            })
        {
            let role: DurationRole? = isOnset(before: token) ? .since : nil
            return DurationMention(interval: point.value, role: role, first: token, end: point.end, isMoment: true)
        }
        guard
            let length = quantities.time(
                at: token,
                { phrase -> (Interval, DurationRole?)? in
                    if case .length(let low, let high, let role) = phrase {
                        (Interval(low: low, high: high, isApproximate: true), role)
                    } else {
                        nil
                    }
                })
        else { return nil }
        let lead = lead(before: token)
        return DurationMention(
            interval: length.value.0, role: lead?.role ?? length.value.1, first: token, end: length.end)
    }

    /// "since Tuesday", "since 2019", "in 2015", "on Monday".
    private func since(at token: Int) -> DurationMention? {
        let isSince = isOnset(before: token)
        if let day = quantities.time(at: token, { if case .weekday(let day) = $0 { day } else { nil } }) {
            guard let now else {
                return DurationMention(
                    interval: Interval(low: 0, high: 7 * 86_400, isApproximate: true), role: isSince ? .since : nil,
                    first: token, end: day.end, isMoment: true)
            }
            let days = ((now.weekday - day.value) % 7 + 7) % 7
            let seconds = Double(days == 0 ? 7 : days) * 86_400
            return DurationMention(
                interval: Interval(low: seconds - 86_400 / 2, high: seconds + 86_400 / 2, isApproximate: true),
                role: isSince ? .since : nil, first: token, end: day.end, isMoment: true)
        }
        if let month = quantities.time(at: token, { if case .month(let month) = $0 { month } else { nil } }), let now {
            let months = ((now.yearAndMonth.month - month.value) % 12 + 12) % 12
            let seconds = Double(months == 0 ? 12 : months) * TimeUnit.months.seconds
            return DurationMention(
                interval: Interval(low: max(0, seconds - TimeUnit.months.seconds), high: seconds, isApproximate: true),
                role: isSince ? .since : nil, first: token, end: month.end, isMoment: true)
        }
        return year(at: token, isSince: isSince)
    }

    private func year(at token: Int, isSince: Bool) -> DurationMention? {
        let year = tokens[token].value
        guard tokens[token].kind == .number, tokens[token].end - tokens[token].start == 4, year >= 1_930, year < 2_100,
            quantities.unit(at: token + 1, follows: true) == nil
        else { return nil }
        let isCurrent = now.map { Double($0.yearAndMonth.year) <= year } ?? false
        let years = now.map { max(0, Double($0.yearAndMonth.year) - year) } ?? 1
        return DurationMention(
            interval: Interval(
                low: isCurrent ? 0 : max(0, years - 1) * TimeUnit.years.seconds + TimeUnit.months.seconds,
                high: (years + 1) * TimeUnit.years.seconds,
                isApproximate: true),
            role: isSince ? .since : nil, first: token, end: token + 1, isMoment: true)
    }

    /// Whether "since", "from" or "started" stands shortly before.
    private func isOnset(before token: Int) -> Bool {
        var found = false
        quantities.forEach(before: token, reach: 10) { match in
            guard Int(match.end) <= token, case .since = quantities.phrase(match) else { return true }
            found = !(Int(match.end)..<token).contains { tokens[$0].kind == .stop }
            return false
        }
        return found
    }

    private func lead(before token: Int) -> (role: DurationRole, first: Int)? {
        quantities.time(endingAt: token) { if case .lead(let role) = $0 { role } else { nil } }.map {
            ($0.value, $0.first)
        }
    }

    /// Hedges, open ends and the role of a counted length.
    private func finished(_ counted: DurationMention) -> DurationMention {
        var mention = counted
        hedge(&mention)
        if let within = quantities.time(
            endingAt: mention.first, { if case .within(let role) = $0 { role } else { nil } })
        {
            mention.role = within.value
            mention.first = within.first
        }
        if let orSo = quantities.time(at: mention.end, { if case .orSo = $0 { true } else { nil } }) {
            mention.interval.isApproximate = true
            _ = orSo
        }
        if quantities.time(at: mention.end, { if case .age = $0 { true } else { nil } }) != nil {
            mention.isAge = true
            return mention
        }
        if let trail = quantities.time(at: mention.end, { if case .trail(let role) = $0 { role } else { nil } }) {
            if trail.value == .ago {
                mention.role = .ago
                mention.end = trail.end
                mention.isMoment = true
                return mention
            }
            if mention.role == nil, lead(before: mention.first) == nil { mention.role = trail.value }
        }
        if mention.role == nil { mention.role = lead(before: hedgeStart(mention.first))?.role }
        return mention
    }

    private func hedgeStart(_ first: Int) -> Int {
        quantities.time(endingAt: first, asHedge)?.first ?? first
    }

    private func asHedge(_ phrase: TimePhrase) -> TimePhrase? {
        switch phrase {
        case .about, .least, .most: phrase
        case .lead, .trail, .within, .orSo, .join, .andHalf, .point, .weekday, .month, .length, .since, .every,
            .celsius,
            .fahrenheit, .temperature, .outOf, .worst, .age, .ageLead, .never:
            nil
        }
    }

    private func hedge(_ mention: inout DurationMention) {
        guard let hedge = quantities.time(endingAt: mention.first, asHedge) else { return }
        switch hedge.value {
        case .about: mention.interval.isApproximate = true
        case .least: mention.interval.high = nil
        case .most:
            mention.interval.low = nil
            mention.first = hedge.first
        case .lead, .trail, .within, .orSo, .join, .andHalf, .point, .weekday, .month, .length, .since, .every,
            .celsius,
            .fahrenheit, .temperature, .outOf, .worst, .age, .ageLead, .never:
            break
        }
    }
}
