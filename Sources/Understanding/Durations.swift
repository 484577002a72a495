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
    /// Whether the open question asks for a length of time: then one without a role answers it.
    let isAsked: Bool
    var tokens: [Token] { quantities.tokens }

    init(_ quantities: Quantities, now: Instant?, isAsked: Bool = false) {
        self.quantities = quantities
        self.now = now
        self.isAsked = isAsked
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
        if let length = counted(at: token) { return length.isAge ? length : named(finished(length)) }
        if let within = withinUnit(at: token) { return within }
        if let named = named(at: token) { return named }
        if let bare = bareUnit(at: token) { return finished(bare) }
        return since(at: token)
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
            let hasSince = quantities.time(at: token) { if case .since = $0 { true } else { nil } } != nil
            let role: DurationRole? = hasSince || isOnset(before: token) ? .since : nil
            return fromSince(
                DurationMention(interval: point.value, role: role, first: token, end: point.end, isMoment: true))
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
        // "for days": the words that give the role are no part of the length.
        let own = quantities.time(at: token) { if case .lead = $0 { true } else { nil } }?.end ?? token
        return DurationMention(
            interval: length.value.0, role: lead(before: token)?.role ?? length.value.1,
            first: own < length.end ? own : token, end: length.end)
    }

    /// A role where none was said: what is short is one spasm, what takes a day or more the whole trouble.
    private func named(_ mention: DurationMention) -> DurationMention {
        guard mention.role == nil, !mention.isMoment, !mention.isAge, !isAsked else { return mention }
        var named = mention
        if mention.interval.atMost < quantities.known.knowledge.spellUnder {
            named.role = .spell
        } else if mention.interval.atLeast >= TimeUnit.days.seconds {
            named.role = .course
        }
        return named
    }

    private func lead(before token: Int) -> (role: DurationRole, first: Int)? {
        quantities.time(endingAt: token) { if case .lead(let role) = $0 { role } else { nil } }.map {
            ($0.value, $0.first)
        }
    }

    /// Hedges, open ends and the role of a counted length.
    private func finished(_ counted: DurationMention) -> DurationMention {
        var mention = counted
        if case .other = mention.role { return mention }
        hedge(&mention)
        if let within = quantities.time(
            endingAt: mention.first, { if case .within(let role) = $0 { role } else { nil } })
        {
            mention.role = within.value
            mention.first = within.first
        }
        if let orSo = quantities.time(at: mention.end, { if case .orSo = $0 { true } else { nil } }) {
            mention.interval.isApproximate = true
            // "a week or so" is one expression; "10 days or so" is a length and a hedge.
            if let number = quantities.number(at: mention.first), number.isArticle, mention.end == number.end + 1 {
                mention.end = orSo.end
            }
        }
        if let orMore = quantities.time(at: mention.end, { if case .orMore = $0 { true } else { nil } }),
            quantities.time(at: orMore.end - 1, { if case .least = $0 { true } else { nil } }) == nil
        {
            mention.interval.high = nil
            mention.end = orMore.end
        }
        if quantities.time(at: mention.end, { if case .age = $0 { true } else { nil } }) != nil {
            // "the baby is 4 months old" is nobody's length of time, and hardly the writer's age.
            if mention.interval.atLeast < 2 * TimeUnit.years.seconds {
                mention.role = .other
            } else {
                mention.isAge = true
            }
            return mention
        }
        if let trail = quantities.time(at: mention.end, { if case .trail(let role) = $0 { role } else { nil } }) {
            if trail.value == .ago {
                mention.role = .ago
                mention.end = trail.end
                mention.isMoment = true
                return sinceCounted(mention)
            }
            if mention.role == nil, lead(before: mention.first) == nil { mention.role = trail.value }
        }
        if mention.role == nil { mention.role = lead(before: hedgeStart(mention.first))?.role }
        return mention.role == nil ? sinceCounted(mention) : mention
    }

    /// "since 3 days ago", "since 2 weeks".
    private func sinceCounted(_ mention: DurationMention) -> DurationMention {
        guard
            let since = quantities.time(
                endingAt: hedgeStart(mention.first), { if case .since = $0 { true } else { nil } })
        else { return mention }
        var whole = mention
        whole.role = .since
        whole.first = since.first
        whole.isMoment = true
        return whole
    }

    private func hedgeStart(_ first: Int) -> Int {
        quantities.time(endingAt: first) { $0.isHedge ? true : nil }?.first ?? first
    }

    private func hedge(_ mention: inout DurationMention) {
        guard let hedge = quantities.time(endingAt: mention.first, { $0.isHedge ? $0 : nil }) else { return }
        if case .about = hedge.value { mention.interval.isApproximate = true }
        if case .least(let isPart) = hedge.value {
            mention.interval.high = nil
            if isPart { mention.first = hedge.first }
        }
        if case .most = hedge.value {
            mention.interval.low = nil
            mention.first = hedge.first
        }
    }
}
