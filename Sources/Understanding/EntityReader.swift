import Clinical
import Knowledge
import Language

/// Sites, symptoms, severity, attributes and quantities, each with its place. The context comes later.
struct EntityReader: Sendable {
    let known: Known
    private static let sides = Side.allCases
    private static let grades = Grade.allCases

    /// An entity and the tokens it was read from.
    struct Mention {
        var entity: Entity.Value
        var first: Int
        var end: Int
    }

    /// Everything but findings, in order of the first token.
    func read(
        _ workspace: borrowing Workspace, durations: [DurationMention], quantities: Quantities?,
        into mentions: inout [Mention]
    ) {
        var near = Near()
        for index in workspace.plain.indices {
            let match = workspace.plain[index]
            let first = Int(match.first)
            let end = Int(match.end)
            switch match.meaning.kind {
            case .site: mentions.append(site(match, &near, mentions.last, workspace))
            case .symptom:
                mentions.append(Mention(entity: .symptom(SymptomID(Int(match.meaning.index))), first: first, end: end))
            case .severity:
                if !isOfAnotherThing(match, workspace) { mentions.append(severity(match, &near, workspace)) }
            case .attribute:
                mentions.append(
                    Mention(entity: .attribute(AttributeID(Int(match.meaning.index))), first: first, end: end))
            case .finding, .degree, .side, .vague, .term, .number, .unit, .time, .modifier, .answer, .topic, .option,
                .item, .person, .region, .clause, .spread, .block:
                break
            }
        }
        if let quantities { self.quantities(quantities, durations, &mentions) }
        if mentions.count > 1 { mentions.sort { ($0.first, $0.end) < ($1.first, $1.end) } }
    }

    /// How far back sides, degrees and words that say that it spreads still matter: index of the first of each that does.
    ///
    /// Within each kind the ends grow as the first tokens do, and so do those of the matches they are looked up for.
    private struct Near {
        var side = 0
        var spread = 0
        var degree = 0
        /// Whether the last site so far is where it spreads to.
        var isSpreading = false
    }

    // MARK: Sites

    private func site(_ match: Match, _ near: inout Near, _ last: Mention?, _ workspace: borrowing Workspace) -> Mention
    {
        let id = SiteID(Int(match.meaning.index))
        let side = self.side(of: match, &near, workspace)
        near.isSpreading = isSpreadTarget(match, &near, last, workspace)
        return Mention(
            entity: near.isSpreading ? .radiation(id, side) : .site(id, side), first: Int(match.first),
            end: Int(match.end))
    }

    /// "left calf", "both my calves", "calf on the left".
    private func side(of match: Match, _ near: inout Near, _ workspace: borrowing Workspace) -> Side? {
        var best: (side: Side, distance: Int32)?
        while near.side < workspace.sides.count, workspace.sides[near.side].end + 4 < match.first { near.side += 1 }
        var index = near.side
        while index < workspace.sides.count, workspace.sides[index].first < match.end + 4 {
            let side = workspace.sides[index]
            index += 1
            let distance: Int32
            if side.end <= match.first {
                distance = match.first - side.end
            } else if side.first >= match.end {
                distance = side.first - match.end + 1
            } else {
                distance = 0
            }
            let isNear = distance <= 4 && workspace.sentences[Int(side.first)] == workspace.sentences[Int(match.first)]
            // "left" of "left my job" never stands before a site; a joint between them parts them.
            let parted =
                side.end <= match.first
                ? (Int(side.end)..<Int(match.first)).contains {
                    workspace.isJoint($0)
                        || workspace.isTarget($0)
                            && !known.knowledge.lexicon.isSmall(workspace.utterance.tokens[$0])
                }
                : side.first >= match.end
                    ? (Int(match.end)..<Int(side.first)).contains { workspace.isJoint($0) || workspace.isSite($0) }
                        || workspace.leadsToSite(Int(side.end), known.knowledge.lexicon)
                    : false
            if isNear, !parted, best.map({ distance < $0.distance }) ?? true {
                best = (Self.sides[Int(side.meaning.detail)], distance)
            }
        }
        return best?.side ?? trailingSide(after: match, workspace)
    }

    /// "ankle, the right one", "my knees ache, both of them": a side between marks belongs to the place before it.
    private func trailingSide(after match: Match, _ workspace: borrowing Workspace) -> Side? {
        let sentence = workspace.sentences[Int(match.first)]
        for index in workspace.sides.indices where workspace.sides[index].first >= match.end {
            let side = workspace.sides[index]
            guard side.first - match.end <= 14, workspace.sentences[Int(side.first)] == sentence else { return nil }
            guard !(Int(match.end)..<Int(side.first)).contains(where: { workspace.isSite($0) }) else { return nil }
            if workspace.standsAlone(side, known.knowledge.lexicon) { return Self.sides[Int(side.meaning.detail)] }
        }
        return nil
    }

    /// "goes down my left leg": where it spreads to, not where it is. A list after it belongs to it too.
    private func isSpreadTarget(_ match: Match, _ near: inout Near, _ last: Mention?, _ workspace: borrowing Workspace)
        -> Bool
    {
        let sentence = workspace.sentences[Int(match.first)]
        while near.spread < workspace.spreads.count, workspace.spreads[near.spread].end + 4 < match.first {
            near.spread += 1
        }
        var index = near.spread
        while index < workspace.spreads.count, workspace.spreads[index].end <= match.first {
            let spread = workspace.spreads[index]
            index += 1
            if workspace.sentences[Int(spread.first)] == sentence,
                !(Int(spread.end)..<Int(match.first)).contains(where: {
                    workspace.isSite($0) || workspace.isComma($0) || workspace.isJoint($0)
                })
            {
                return true
            }
        }
        // What was read last may hold the site: then nothing stands between them.
        guard near.isSpreading, let last, last.end < match.first, Int(match.first) - last.end <= 3 else { return false }
        return (last.end..<Int(match.first)).contains { workspace.isJoint($0) }
    }

    // MARK: Severity

    /// "a minivan with terrible seats": a thing that nothing is known of, and that no complaint follows.
    private func isOfAnotherThing(_ match: Match, _ workspace: borrowing Workspace) -> Bool {
        let next = Int(match.end)
        guard match.count == 1, next < workspace.utterance.tokens.count, match.first > 0,
            workspace.utterance.tokens[Int(match.first) - 1].kind == .word
        else { return false }
        let token = workspace.utterance.tokens[next]
        guard token.kind == .word, !workspace.isTarget(next) else { return false }
        // "it is terrible today", "with terrible seats."
        if token.word != 0 {
            let isEnd =
                next + 1 == workspace.utterance.tokens.count || workspace.utterance.tokens[next + 1].kind == .stop
            guard isEnd, !workspace.isVerb(Int(match.first) - 1),
                known.knowledge.lexicon.isNoun(token)
            else { return false }
        }
        return next + 1 == workspace.utterance.tokens.count || !workspace.isTarget(next + 1)
    }

    private func severity(_ match: Match, _ near: inout Near, _ workspace: borrowing Workspace) -> Mention {
        var first = Int(match.first)
        var grade = Self.grades.first { Int32($0.rank) == match.meaning.detail } ?? .moderate
        let isFunction = match.meaning.index == 1
        while near.degree < workspace.degrees.count, workspace.degrees[near.degree].end < match.first {
            near.degree += 1
        }
        if near.degree < workspace.degrees.count, workspace.degrees[near.degree].end == match.first, !isFunction {
            let degree = workspace.degrees[near.degree]
            grade = max(.mild, grade.moved(by: Int(degree.meaning.detail)))
            first = Int(degree.first)
        }
        return Mention(
            entity: .severity(grade: grade, low: nil, high: nil, isFunction: isFunction, isWorst: false), first: first,
            end: Int(match.end))
    }

    // MARK: Quantities

    private func quantities(
        _ quantities: Quantities, _ durations: [DurationMention], _ mentions: inout [Mention]
    ) {
        var next = 0
        var opening = 0
        for duration in durations {
            numbers(from: &next, to: duration.first, &opening, quantities, &mentions)
            if duration.isAge {
                mentions.append(
                    Mention(
                        entity: .age(duration.interval.atLeast / TimeUnit.years.seconds), first: duration.first,
                        end: duration.end))
            } else {
                // A point in time beside a complaint says how long ago it began.
                mentions.append(
                    Mention(
                        entity: .duration(duration.interval, duration.isMoment ? duration.role ?? .ago : duration.role),
                        first: duration.first, end: duration.end))
            }
            next = max(next, duration.end)
        }
        numbers(from: &next, to: quantities.tokens.count, &opening, quantities, &mentions)
    }

    /// Reads the numbers that begin between two tokens. `opening` is the first of `Quantities.openings` not gone through.
    private func numbers(
        from next: inout Int, to end: Int, _ opening: inout Int, _ quantities: Quantities, _ mentions: inout [Mention]
    ) {
        while opening < quantities.openings.count, quantities.openings[opening] < end {
            let token = quantities.openings[opening]
            opening += 1
            if token >= next { next = number(at: token, quantities, &mentions) }
        }
    }

    /// Reads one number that is no duration: score, temperature, age or plain. Returns the token to go on from.
    private func number(at token: Int, _ quantities: Quantities, _ mentions: inout [Mention]) -> Int {
        guard let number = quantities.range(at: token), !number.isArticle else { return token + 1 }
        if let score = score(number, quantities) {
            mentions.append(score)
            if let part = quantities.bareFraction() {
                mentions.append(Mention(entity: .number(part), first: score.first, end: score.end))
            }
            return score.end
        }
        if let temperature = temperature(number, quantities) {
            mentions.append(temperature)
            return temperature.end
        }
        if let age = age(number, quantities) {
            mentions.append(age)
            return age.end
        }
        let end = quantities.endWithGloss(number)
        mentions.append(Mention(entity: .number(number.high), first: token, end: end))
        return end
    }

    /// "7/10", "7 or 8 out of ten", "a 4 out of 5".
    private func score(_ number: Quantities.Number, _ quantities: Quantities) -> Mention? {
        guard
            let scale = quantities.time(at: number.end, { if case .outOf(let top) = $0 { top } else { nil } })
                ?? slash(number.end, quantities)
        else { return nil }
        let factor = 10 / scale.value
        let low = min(10, number.low * factor)
        let high = min(10, number.high * factor)
        let isWorst =
            quantities.time(at: scale.end, { if case .worst = $0 { true } else { nil } }) != nil
            || quantities.time(endingAt: number.first, { if case .worst = $0 { true } else { nil } }) != nil
        return Mention(
            entity: .severity(
                grade: known.knowledge.scale.grade(of: high), low: low, high: high, isFunction: false, isWorst: isWorst),
            first: number.first, end: scale.end)
    }

    private func slash(_ token: Int, _ quantities: Quantities) -> (value: Double, end: Int)? {
        let tokens = quantities.tokens
        guard token + 1 < tokens.count, tokens[token].kind == .mark, tokens[token].end - tokens[token].start == 1,
            tokens[token + 1].kind == .number, tokens[token + 1].value == 10 || tokens[token + 1].value == 100
        else { return nil }
        return (tokens[token + 1].value, token + 2)
    }

    /// "38.5 C", "a temp of 39", "101 F".
    private func temperature(_ number: Quantities.Number, _ quantities: Quantities) -> Mention? {
        let value = number.high
        var end = number.end
        let tokens = quantities.tokens
        if end < tokens.count, tokens[end].kind == .mark, value > 30 { end += tokens[end].isGlued ? 1 : 0 }
        if let unit = quantities.time(
            at: end, { if case .celsius = $0 { true } else if case .fahrenheit = $0 { false } else { nil } })
        {
            let celsius = unit.value ? value : (value - 32) / 1.8
            return (30...45).contains(celsius)
                ? Mention(entity: .temperature(celsius), first: number.first, end: unit.end) : nil
        }
        let named =
            quantities.expectsTemperature
            || quantities.time(at: end, { if case .temperature = $0 { true } else { nil } }) != nil
            || quantities.hasTime(within: 6, before: number.first) { if case .temperature = $0 { true } else { false } }
        guard named else { return nil }
        if (34...43).contains(value) {
            return Mention(entity: .temperature(value), first: number.first, end: number.end)
        }
        if (94...110).contains(value) {
            return Mention(entity: .temperature((value - 32) / 1.8), first: number.first, end: number.end)
        }
        return nil
    }

    /// "72 y/o", "aged 45", "I'm 30".
    private func age(_ number: Quantities.Number, _ quantities: Quantities) -> Mention? {
        guard number.low == number.high, (1...120).contains(number.low) else { return nil }
        if let trail = quantities.time(at: number.end, { if case .age = $0 { true } else { nil } }) {
            return Mention(entity: .age(number.low), first: number.first, end: trail.end)
        }
        if let lead = quantities.time(endingAt: number.first, { if case .age = $0 { true } else { nil } }) {
            return Mention(entity: .age(number.low), first: lead.first, end: number.end)
        }
        if number.low >= 10,
            let lead = quantities.time(endingAt: number.first, { if case .ageLead = $0 { true } else { nil } }),
            quantities.endsClause(number.end)
        {
            return Mention(entity: .age(number.low), first: lead.first, end: number.end)
        }
        return nil
    }
}
