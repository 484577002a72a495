import Clinical
import Knowledge
import Language

/// Points in the past: days of the week, months, years, the clock.
extension Durations {
    /// "since Tuesday", "since 2019", "in 2015", "on Monday", "since 8pm".
    func since(at token: Int) -> DurationMention? {
        let isSince = isOnset(before: token)
        if let day = quantities.time(at: token, { if case .weekday(let day) = $0 { day } else { nil } }) {
            return fromSince(weekday(day.value, from: beginning(token), to: day.end, isSince))
        }
        if let month = quantities.time(at: token, { if case .month(let month) = $0 { month } else { nil } }), let now {
            return fromSince(self.month(month.value, from: token, to: month.end, isSince, now))
        }
        if isSince, let clock = clock(at: token) { return fromSince(clock) }
        if let age = sinceAge(at: token) { return age }
        return year(at: token, isSince: isSince).map(fromSince)
    }

    /// "last Tuesday" begins with "last".
    private func beginning(_ token: Int) -> Int {
        quantities.time(endingAt: token) { if case .within = $0 { true } else { nil } }?.first ?? token
    }

    /// With the word "since" before it, which belongs to it.
    func fromSince(_ mention: DurationMention) -> DurationMention {
        guard mention.role == .since,
            let since = quantities.time(endingAt: mention.first, { if case .since = $0 { true } else { nil } })
        else { return mention }
        var whole = mention
        whole.first = min(mention.first, since.first)
        return whole
    }

    private func weekday(_ day: Int, from token: Int, to end: Int, _ isSince: Bool) -> DurationMention {
        guard let now else {
            return DurationMention(
                interval: Interval(low: 0, high: 7 * 86_400, isApproximate: true), role: isSince ? .since : nil,
                first: token, end: end, isMoment: true)
        }
        let days = ((now.weekday - day) % 7 + 7) % 7
        let seconds = Double(days == 0 ? 7 : days) * 86_400
        return DurationMention(
            interval: Interval(low: seconds - 86_400 / 2, high: seconds + 86_400 / 2, isApproximate: true),
            role: isSince ? .since : nil, first: token, end: end, isMoment: true)
    }

    private func month(_ month: Int, from token: Int, to end: Int, _ isSince: Bool, _ now: Instant) -> DurationMention {
        let months = ((now.yearAndMonth.month - month) % 12 + 12) % 12
        let seconds = Double(months == 0 ? 12 : months) * TimeUnit.months.seconds
        return DurationMention(
            interval: Interval(low: max(0, seconds - TimeUnit.months.seconds), high: seconds, isApproximate: true),
            role: isSince ? .since : nil, first: token, end: end, isMoment: true)
    }

    /// "since I was 20": how long that is depends on an age that may not be known.
    private func sinceAge(at token: Int) -> DurationMention? {
        guard let lead = quantities.time(at: token, { if case .sinceAge = $0 { true } else { nil } }),
            let age = quantities.number(at: lead.end), (1...100).contains(age.low)
        else { return nil }
        return DurationMention(
            interval: Interval(low: TimeUnit.years.seconds, high: nil, isApproximate: true), role: .since, first: token,
            end: age.end)
    }

    /// "8pm", "10 o'clock": today or last night.
    private func clock(at token: Int) -> DurationMention? {
        guard tokens[token].kind == .number, (0...24).contains(tokens[token].value),
            let clock = quantities.time(at: token + 1, { if case .clock = $0 { true } else { nil } })
        else { return nil }
        return DurationMention(
            interval: Interval(low: 0, high: TimeUnit.days.seconds, isApproximate: true), role: .since, first: token,
            end: clock.end, isMoment: true)
    }

    private func year(at token: Int, isSince: Bool) -> DurationMention? {
        let year = tokens[token].value
        guard tokens[token].kind == .number, tokens[token].end - tokens[token].start == 4, year >= 1_930, year < 2_100,
            quantities.unit(at: token + 1, follows: true) == nil, !isPartOfCode(token)
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

    /// "133-03-2020", "2015 - 32": four digits among others joined by dashes are no year.
    private func isPartOfCode(_ token: Int) -> Bool {
        func isNumber(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .number }
        func isDash(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .dash }
        return isDash(token - 1) && isNumber(token - 2) || isDash(token + 1) && isNumber(token + 2)
    }

    /// Whether "since", "from" or "started" stands shortly before.
    func isOnset(before token: Int) -> Bool {
        var found = false
        quantities.forEach(before: token, reach: 3) { match in
            guard Int(match.end) <= token, case .since = quantities.phrase(match) else { return true }
            found = !(Int(match.end)..<token).contains { tokens[$0].kind == .stop }
            return false
        }
        return found
    }
}
