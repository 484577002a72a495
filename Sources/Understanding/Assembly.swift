import Clinical
import Knowledge
import Language

/// Puts one message's reading together: mentions become entities and findings with a context and somebody they are about.
struct Assembly {
    let reader: Reader
    let workspace: Workspace
    let situation: Situation
    let isExplained: Bool
    private var result = Understanding()
    private var scopes: [Scope] = []

    init(reader: Reader, workspace: Workspace, situation: Situation, isExplained: Bool) {
        self.reader = reader
        self.workspace = workspace
        self.situation = situation
        self.isExplained = isExplained
    }

    /// Something said, with its reading and whom it is about.
    private struct Said {
        var reading: ContextEngine.Reading
        var subject: SubjectMark?
    }

    mutating func understanding(
        _ quantities: Quantities?, _ durations: [DurationMention], _ concepts: [Span]
    ) -> Understanding {
        let mentions = reader.entities.read(
            workspace, durations: durations, quantities: quantities, situation: situation)
        let found = reader.findings.read(workspace)
        let saidEntities = mentions.map { said($0.first, $0.end) }
        let saidFindings = found.map { mention in
            merged(mention.parts.map { said($0.lowerBound, $0.upperBound, besides: mention.parts) })
        }
        let signs = zip(found, saidFindings).filter { reader.knowledge[$0.0.concept].kind == .sign }.map(\.1)
        settlePatient(mentions, saidEntities, signs)
        let course = course(mentions)
        for (mention, said) in zip(mentions, saidEntities) {
            let window: Double? = nil
            guard var context = reader.engine.context(said.reading, window: window, isHistory: false, course: nil)
            else { continue }
            place(&context, said)
            if !isComplaint(mention.entity) { context.isUndated = false }
            // "I first got cramps in 2019 and now they've come back": the complaint is of today.
            if context.time == .past, context.experiencer == .patient, isOfToday(mention.first) {
                context.time = .current
            }
            result.entities.append(Entity(mention.entity, span: span(mention.first, mention.end), context: context))
        }
        for (mention, said) in zip(found, saidFindings) { add(mention, said, course: course) }
        result.concepts = concepts.map { concept(at: $0) }
        result.bareSide = bareSide()
        result.saysLongStanding = workspace.modifiers.contains {
            let effect = reader.knowledge.modifiers[Int($0.meaning.index)].effect
            return effect == .longStanding || effect == .remote
        }
        let region = workspace.kept.first {
            $0.meaning.kind == .region && ($0.meaning.detail == 1 || workspace.isWhole($0))
        }
        result.region = region.map { Int($0.meaning.index) }
        if let expectation = situation.expecting {
            result.answer = reader.answers.read(expectation, workspace, result)
        }
        Purpose(knowledge: reader.knowledge, workspace: workspace).settle(&result)
        if isExplained {
            result.scopes = Array(Set(scopes)).sorted { ($0.span, $0.reach) < ($1.span, $1.reach) }
            result.unclaimed = unclaimed(mentions, found)
        }
        return result
    }

    private func span(_ first: Int, _ end: Int) -> Span {
        workspace.utterance.tokens[first].span.union(workspace.utterance.tokens[end - 1].span)
    }

    private mutating func said(_ first: Int, _ end: Int, besides parts: [Range<Int>] = []) -> Said {
        let reading: ContextEngine.Reading =
            isExplained
            ? withUnsafeMutablePointer(to: &scopes) {
                reader.engine.read(first, end, besides: parts, in: workspace, scopes: $0)
            }
            : reader.engine.read(first, end, besides: parts, in: workspace)
        return Said(reading: reading, subject: reader.subjects.subject(at: first, in: workspace))
    }

    /// A finding read from several words is denied or doubted if any of them is.
    private func merged(_ parts: [Said]) -> Said {
        guard var whole = parts.first else { return Said(reading: .init(), subject: nil) }
        for part in parts.dropFirst() {
            whole.reading.isAbsent = whole.reading.isAbsent || part.reading.isAbsent
            whole.reading.isUncertain = whole.reading.isUncertain || part.reading.isUncertain
            whole.reading.isHypothetical = whole.reading.isHypothetical || part.reading.isHypothetical
            whole.reading.isFeared = whole.reading.isFeared || part.reading.isFeared
            whole.reading.isRemote = whole.reading.isRemote || part.reading.isRemote
            whole.reading.isUndated = whole.reading.isUndated || part.reading.isUndated
            whole.reading.hasStopped = whole.reading.hasStopped || part.reading.hasStopped
            whole.reading.isLongStanding = whole.reading.isLongStanding || part.reading.isLongStanding
            whole.reading.isMild = whole.reading.isMild || part.reading.isMild
            whole.reading.isFamily = whole.reading.isFamily || part.reading.isFamily
            whole.reading.isCurrent = whole.reading.isCurrent || part.reading.isCurrent
            whole.reading.ago = whole.reading.ago ?? part.reading.ago
            if part.subject?.kind == .relative { whole.subject = part.subject }
        }
        return whole
    }

    // MARK: Whom it is about

    private mutating func settlePatient(
        _ mentions: [EntityReader.Mention], _ entities: [Said], _ findings: [Said]
    ) {
        result.patient = situation.patient
        result.isAboutWriter = situation.isAboutWriter
        guard situation.patient == nil, !situation.isAboutWriter else { return }
        var relative: Int?
        var writer = false
        let complaints = zip(mentions, entities).filter { isComplaint($0.0.entity) }.map(\.1) + findings
        for said in complaints where !said.reading.isHypothetical && !said.reading.isFamily {
            switch said.subject?.kind {
            case .writer: writer = true
            case .relative:
                let isOld = said.reading.ago.map { $0.atLeast > TimeUnit.days.seconds * 60 } ?? false
                if !said.reading.isUndated, !said.reading.isRemote, !said.reading.isAbsent, !isOld {
                    relative = relative ?? said.subject?.person
                }
            case .pronoun, nil: break
            }
        }
        if writer {
            result.isAboutWriter = true
        } else {
            result.patient = relative
        }
    }

    private func isComplaint(_ value: Entity.Value) -> Bool {
        switch value {
        case .site, .radiation, .symptom, .severity: true
        case .duration, .attribute, .age, .temperature, .number: false
        }
    }

    /// Marks what is somebody else's, and what of it is only their history.
    private func place(_ context: inout Context, _ said: Said) {
        guard let subject = said.subject, subject.kind == .relative, subject.person != result.patient else { return }
        context.experiencer = .other
        // What somebody else had is their history, unless it is happening now.
        if context.isUndated || isTale(said) || (context.ago.map { $0.atLeast > TimeUnit.days.seconds } ?? false) {
            context.isUndated = false
            context.time = .past
        }
    }

    /// "A mate had a heart attack last week, crushing chest pain": the whole sentence tells of the past.
    private func isTale(_ said: Said) -> Bool {
        guard !said.reading.isCurrent, let subject = said.subject else { return false }
        let sentence = workspace.sentences[subject.token]
        return workspace.modifiers.contains { match in
            let effect = reader.knowledge.modifiers[Int(match.meaning.index)].effect
            return workspace.sentences[Int(match.first)] == sentence && Int(match.first) > subject.token
                && (effect == .undated || effect == .remote)
        }
    }

    /// Whether the sentence says "now", "again" or the like after the mention.
    private func isOfToday(_ token: Int) -> Bool {
        workspace.modifiers.contains { match in
            Int(match.first) > token && workspace.sentences[Int(match.first)] == workspace.sentences[token]
                && reader.knowledge.modifiers[Int(match.meaning.index)].effect == .current
        }
    }

    // MARK: Findings

    private mutating func add(_ mention: FindingMention, _ said: Said, course: Interval?) {
        let concept = reader.knowledge[mention.concept]
        guard
            var context = reader.engine.context(
                said.reading, window: concept.window, isHistory: concept.kind == .history, course: course)
        else { return }
        switch mention.claim {
        case .present:
            // "no pain no fever can't pee": what denies by itself is not denied again from afar.
            if context.status == .absent, workspace.isNegative[mention.first], !isDeniedDirectly(mention) {
                context.status = .present
            }
        case .absent:
            // "peeing fine" says it is not there; "not peeing fine" says it is.
            let isDenied = context.status == .absent && isDeniedDirectly(mention)
            context.status = isDenied ? .present : context.status == .uncertain ? .uncertain : .absent
        case .longStanding: context.isLongStanding = true
        }
        if mention.isVague, context.status == .present { context.status = .uncertain }
        place(&context, said)
        // Somebody else's illnesses and risks are never this patient's.
        if context.experiencer == .other, concept.kind == .history { context.time = .past }
        result.findings.append(Finding(mention.concept, context, span: span(mention.first, mention.end)))
    }

    /// Whether a "no" stands right before words that hold none themselves.
    private func isDeniedDirectly(_ mention: FindingMention) -> Bool {
        var isBefore = false
        for match in workspace.kept where match.meaning.kind == .modifier {
            guard reader.knowledge.modifiers[Int(match.meaning.index)].effect == .absent else { continue }
            if Int(match.first) >= mention.first, Int(match.end) <= mention.end { return false }
            if Int(match.end) == mention.first { isBefore = true }
        }
        return isBefore
    }

    private func course(_ mentions: [EntityReader.Mention]) -> Interval? {
        for mention in mentions {
            if case .duration(let interval, let role?) = mention.entity,
                role == .course || role == .since || role == .last
            {
                return interval
            }
        }
        return nil
    }

    /// What the context makes of a span given from outside.
    private mutating func concept(at span: Span) -> Context {
        let tokens = workspace.utterance.tokens
        guard let first = tokens.firstIndex(where: { $0.span.overlaps(span) }) else { return Context() }
        let end = (tokens.lastIndex { $0.span.overlaps(span) } ?? first) + 1
        let said = said(first, end)
        var context = reader.engine.context(said.reading, window: nil, isHistory: false, course: nil) ?? Context()
        place(&context, said)
        if said.reading.isRemote { context.time = .past }
        return context
    }

    // MARK: The rest

    /// "the left one": a side that belongs to no site.
    private func bareSide() -> Side? {
        let sides = workspace.kept.filter { $0.meaning.kind == .side }
        guard sides.count == 1,
            !result.entities.contains(where: { entity in
                switch entity.value {
                case .site(_, let side?), .radiation(_, let side?):
                    return side == Side.allCases[Int(sides[0].meaning.detail)]
                case .site, .radiation, .symptom, .severity, .duration, .attribute, .age, .temperature, .number:
                    return false
                }
            })
        else { return nil }
        return Side.allCases[Int(sides[0].meaning.detail)]
    }

    private func unclaimed(_ mentions: [EntityReader.Mention], _ found: [FindingMention]) -> [Span] {
        var isClaimed = Array(repeating: false, count: workspace.utterance.tokens.count)
        func claim(_ range: Range<Int>) { for index in range { isClaimed[index] = true } }
        for mention in mentions { claim(mention.first..<mention.end) }
        for mention in found { for part in mention.parts { claim(part) } }
        for match in workspace.kept where match.meaning.kind != .clause && match.meaning.kind != .term {
            claim(Int(match.first)..<Int(match.end))
        }
        return workspace.utterance.tokens.indices.filter { index in
            let token = workspace.utterance.tokens[index]
            let isSmall = token.word != 0 && reader.knowledge.lexicon.isFiller[Int(token.word)]
            return token.kind == .word && !isClaimed[index] && !isSmall
        }.map { workspace.utterance.tokens[$0].span }
    }
}
