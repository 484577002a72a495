import Clinical
import Knowledge
import Language

/// Something said, with its reading and whom it is about.
struct Said: BitwiseCopyable {
    var reading: ContextEngine.Reading
    var subject: SubjectMark?
}

/// What was mentioned and what is said of it, before entities and findings are made of it.
struct Drafts: ~Copyable {
    var entities: [EntityReader.Mention] = []
    var found = FoundMentions()
    /// Of each of `entities` and of `found.mentions`.
    var saidEntities = Buffer<Said>()
    var saidFindings = Buffer<Said>()

    mutating func removeAll() {
        entities.removeAll(keepingCapacity: true)
        found.removeAll()
        saidEntities.removeAll()
        saidFindings.removeAll()
    }
}

/// Puts one message's reading together: mentions become entities and findings with a context and somebody they are about.
struct Assembly: ~Copyable {
    let reader: Reader
    let engine: ContextEngine
    let situation: Situation
    let isExplained: Bool
    private var result = Understanding()
    /// Modifiers at work; nil where nobody wants to see them.
    private var scopes: [Scope]?

    init(reader: Reader, situation: Situation, isExplained: Bool) {
        self.reader = reader
        engine = reader.engine
        self.situation = situation
        self.isExplained = isExplained
        scopes = isExplained ? [] : nil
    }

    mutating func understanding(
        _ workspace: borrowing Workspace, _ drafts: inout Drafts, _ quantities: Quantities?,
        _ durations: [DurationMention], _ concepts: [Span]
    ) -> Understanding {
        reader.findings.read(workspace, into: &drafts.found)
        reader.entities.read(workspace, durations: durations, quantities: quantities, into: &drafts.entities)
        for index in drafts.entities.indices {
            drafts.saidEntities.append(said(drafts.entities[index].first, drafts.entities[index].end, workspace))
        }
        for index in drafts.found.mentions.indices {
            drafts.saidFindings.append(said(drafts.found.mentions[index], drafts.found.parts, workspace))
        }
        settlePatient(drafts)
        assembleEntities(drafts, workspace)
        assembleFindings(drafts, workspace)
        if !concepts.isEmpty { result.concepts = concepts.map { concept(at: $0, workspace) } }
        result.bareSide = bareSide(workspace)
        result.saysLongStanding = workspace.modifiers.contains {
            let effect = engine.effect(of: $0)
            return effect == .longStanding || effect == .remote
        }
        if workspace.keptKinds & Meaning.Kind.region.bit != 0 { result.region = region(workspace) }
        if let expectation = situation.expecting {
            result.answer = reader.answers.read(expectation, workspace, result)
        }
        Purpose(known: reader.known).settle(&result, workspace)
        if isExplained {
            result.scopes = Array(Set(scopes ?? [])).sorted { ($0.span, $0.reach) < ($1.span, $1.reach) }
            result.unclaimed = unclaimed(drafts, workspace)
        }
        var understanding = Understanding()
        swap(&understanding, &result)
        return understanding
    }

    private mutating func assembleEntities(_ drafts: borrowing Drafts, _ workspace: borrowing Workspace) {
        result.entities.reserveCapacity(drafts.entities.count)
        for index in drafts.entities.indices {
            let mention = drafts.entities[index]
            let said = drafts.saidEntities[index]
            guard var context = engine.context(said.reading, window: nil, isHistory: false, course: nil)
            else { continue }
            place(&context, said, workspace)
            if !isComplaint(mention.entity) { context.isUndated = false }
            // "I first got cramps in 2019 and now they've come back": the complaint is of today.
            if case .past = context.time, case .patient = context.experiencer, isOfToday(mention.first, workspace) {
                context.time = .current
            }
            if case .duration = mention.entity, datesHistory(mention.first, drafts, workspace) { context.time = .past }
            result.entities.append(
                Entity(mention.entity, span: span(mention.first, mention.end, workspace), context: context))
        }
    }

    /// "Cancer 6 years ago, now my back": the date belongs to the illness that stands right before it.
    private func datesHistory(
        _ token: Int, _ drafts: borrowing Drafts, _ workspace: borrowing Workspace
    ) -> Bool {
        let sentence = workspace.sentences[token]
        var end = -1
        for mention in drafts.found.mentions
        where engine.isHistory[mention.concept.index] && mention.end <= token && token - mention.end <= 6
            && workspace.sentences[mention.first] == sentence
        {
            end = max(end, mention.end)
        }
        guard end >= 0 else { return false }
        for mention in drafts.entities where mention.first >= end && mention.first < token {
            if isComplaint(mention.entity) { return false }
            if case .duration = mention.entity { return false }
        }
        return true
    }

    private mutating func assembleFindings(_ drafts: borrowing Drafts, _ workspace: borrowing Workspace) {
        guard !drafts.found.mentions.isEmpty else { return }
        let course = course(drafts.entities)
        result.findings.reserveCapacity(drafts.found.mentions.count)
        for index in drafts.found.mentions.indices {
            add(drafts.found.mentions[index], drafts.saidFindings[index], course: course, workspace)
        }
    }

    private func span(_ first: Int, _ end: Int, _ workspace: borrowing Workspace) -> Span {
        workspace.utterance.tokens[first].span.union(workspace.utterance.tokens[end - 1].span)
    }

    private mutating func said(
        _ first: Int, _ end: Int, besides parts: ArraySlice<Range<Int>> = [], _ workspace: borrowing Workspace
    ) -> Said {
        let reading = engine.read(first, end, besides: parts, in: workspace, scopes: &scopes)
        return Said(reading: reading, subject: Subjects.subject(at: first, in: workspace))
    }

    private mutating func said(_ mention: FindingMention, _ all: [Range<Int>], _ workspace: borrowing Workspace) -> Said
    {
        let parts = all[mention.parts]
        guard let first = parts.first else { return said(mention.first, mention.end, workspace) }
        var whole = said(first.lowerBound, first.upperBound, besides: parts, workspace)
        for part in parts.dropFirst() {
            merge(said(part.lowerBound, part.upperBound, besides: parts, workspace), into: &whole)
        }
        return whole
    }

    /// A finding read from several words is denied or doubted if any of them is.
    private func merge(_ part: Said, into whole: inout Said) {
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

    // MARK: Whom it is about

    private mutating func settlePatient(_ drafts: borrowing Drafts) {
        result.patient = situation.patient
        result.isAboutWriter = situation.isAboutWriter
        guard situation.patient == nil, !situation.isAboutWriter else { return }
        var relative: Int?
        var writer = false
        for index in drafts.entities.indices where isComplaint(drafts.entities[index].entity) {
            settle(drafts.saidEntities[index], &relative, &writer)
        }
        for index in drafts.found.mentions.indices
        where !engine.isHistory[drafts.found.mentions[index].concept.index] {
            settle(drafts.saidFindings[index], &relative, &writer)
        }
        if writer {
            result.isAboutWriter = true
        } else {
            result.patient = relative
        }
    }

    private func settle(_ said: Said, _ relative: inout Int?, _ writer: inout Bool) {
        guard !said.reading.isHypothetical, !said.reading.isFamily else { return }
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

    private func isComplaint(_ value: Entity.Value) -> Bool {
        switch value {
        case .site, .radiation, .symptom, .severity: true
        case .duration, .attribute, .age, .temperature, .number: false
        }
    }

    /// Marks what is somebody else's, and what of it is only their history.
    private func place(_ context: inout Context, _ said: Said, _ workspace: borrowing Workspace) {
        guard let subject = said.subject, case .relative = subject.kind, subject.person != result.patient else {
            return
        }
        context.experiencer = .other
        // What somebody else had is their history, unless it is happening now.
        if context.isUndated || isTale(said, workspace)
            || (context.ago.map { $0.atLeast > TimeUnit.days.seconds } ?? false)
        {
            context.isUndated = false
            context.time = .past
        }
    }

    /// "A mate had a heart attack last week, crushing chest pain": the whole sentence tells of the past.
    private func isTale(_ said: Said, _ workspace: borrowing Workspace) -> Bool {
        guard !said.reading.isCurrent, let subject = said.subject else { return false }
        return workspace.modifiers(inSentence: workspace.sentences[subject.token]).contains { index in
            let match = workspace.modifiers[index]
            let effect = engine.effect(of: match)
            return Int(match.first) > subject.token && (effect == .undated || effect == .remote)
        }
    }

    /// Whether the sentence says "now", "again" or the like after the mention.
    private func isOfToday(_ token: Int, _ workspace: borrowing Workspace) -> Bool {
        workspace.modifiers(inSentence: workspace.sentences[token]).contains { index in
            let match = workspace.modifiers[index]
            return Int(match.first) > token && engine.effect(of: match) == .current
        }
    }

    // MARK: Findings

    private mutating func add(
        _ mention: FindingMention, _ said: Said, course: Interval?, _ workspace: borrowing Workspace
    ) {
        let index = mention.concept.index
        guard
            var context = engine.context(
                said.reading, window: engine.windows[index], isHistory: engine.isHistory[index],
                course: course)
        else { return }
        switch mention.claim {
        case .present:
            // "no pain no fever can't pee": what denies by itself is not denied again from afar.
            if context.status == .absent, workspace.isNegative(mention.first), !isDeniedDirectly(mention, workspace) {
                context.status = .present
            }
        case .absent:
            // "peeing fine" says it is not there; "not peeing fine" says it is.
            let isDenied = context.status == .absent && isDeniedDirectly(mention, workspace)
            context.status = isDenied ? .present : context.status == .uncertain ? .uncertain : .absent
        case .longStanding: context.isLongStanding = true
        }
        if mention.isVague, context.status == .present { context.status = .uncertain }
        place(&context, said, workspace)
        // Somebody else's illnesses and risks are never this patient's.
        if case .other = context.experiencer, engine.isHistory[index] { context.time = .past }
        result.findings.append(Finding(mention.concept, context, span: span(mention.first, mention.end, workspace)))
    }

    /// Whether a "no" stands right before words that hold none themselves.
    private func isDeniedDirectly(_ mention: FindingMention, _ workspace: borrowing Workspace) -> Bool {
        // The first modifier that ends at the mention's first token or later: they are in the order of their ends.
        var low = 0
        var high = workspace.allModifiers.count
        while low < high {
            let middle = (low + high) / 2
            if Int(workspace.allModifiers[middle].end) < mention.first { low = middle + 1 } else { high = middle }
        }
        var isBefore = false
        for index in low..<workspace.allModifiers.count {
            let match = workspace.allModifiers[index]
            if Int(match.first) >= mention.end { break }
            guard engine.effect(of: match) == .absent, !engine.isBackward(match) else { continue }
            // "no, fine when I lie still": words that deny by themselves are not denied by a "no" before them.
            if case .absent = mention.claim, engine.modifiers[Int(match.meaning.index)].deniesOnlyThings { continue }
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
    private mutating func concept(at span: Span, _ workspace: borrowing Workspace) -> Context {
        let tokens = workspace.utterance.tokens
        // The first token that ends after the span begins.
        var first = 0
        var high = tokens.count
        while first < high {
            let middle = (first + high) / 2
            if Int(tokens[middle].end) <= span.start { first = middle + 1 } else { high = middle }
        }
        guard first < tokens.count, tokens[first].span.overlaps(span) else { return Context() }
        var end = first + 1
        while end < tokens.count, tokens[end].span.overlaps(span) { end += 1 }
        let said = said(first, end, workspace)
        var context = engine.context(said.reading, window: nil, isHistory: false, course: nil) ?? Context()
        place(&context, said, workspace)
        if said.reading.isRemote { context.time = .past }
        return context
    }

    // MARK: The rest

    /// The first region named where it can be nothing else.
    private func region(_ workspace: borrowing Workspace) -> Int? {
        for index in workspace.kept.indices {
            let match = workspace.kept[index]
            if match.meaning.kind == .region, match.meaning.detail == 1 || workspace.isWhole(match) {
                return Int(match.meaning.index)
            }
        }
        return nil
    }

    /// "the left one", "the left, not the right": a side that belongs to no site.
    private mutating func bareSide(_ workspace: borrowing Workspace) -> Side? {
        var only: Side?
        for index in workspace.sides.indices {
            let match = workspace.sides[index]
            let side = Self.sides[Int(match.meaning.detail)]
            // "not the right"
            let before = (max(0, Int(match.first) - 2)..<Int(match.first)).last {
                !isSmall(workspace.utterance.tokens[$0])
            }
            if let before, workspace.isNegative(before) { continue }
            if let only, only != side { return nil }
            only = side
        }
        for entity in result.entities {
            switch entity.value {
            case .site(_, let side?), .radiation(_, let side?): if side == only { return nil }
            case .site, .radiation, .symptom, .severity, .duration, .attribute, .age, .temperature, .number: break
            }
        }
        return only
    }

    private static let sides = Side.allCases

    private func isSmall(_ token: Token) -> Bool {
        token.word != 0 && reader.known.knowledge.lexicon.isFiller[Int(token.word)]
    }

    private func unclaimed(_ drafts: borrowing Drafts, _ workspace: borrowing Workspace) -> [Span] {
        var isClaimed = Array(repeating: false, count: workspace.utterance.tokens.count)
        func claim(_ range: Range<Int>) { for index in range { isClaimed[index] = true } }
        for mention in drafts.entities { claim(mention.first..<mention.end) }
        for mention in drafts.found.mentions {
            if mention.parts.isEmpty { claim(mention.first..<mention.end) }
            for part in drafts.found.parts[mention.parts] { claim(part) }
        }
        for index in workspace.kept.indices {
            let match = workspace.kept[index]
            if match.meaning.kind == .clause || match.meaning.kind == .term { continue }
            claim(Int(match.first)..<Int(match.end))
        }
        return workspace.utterance.tokens.indices.filter { index in
            let token = workspace.utterance.tokens[index]
            return token.kind == .word && !isClaimed[index] && !isSmall(token)
        }.map { workspace.utterance.tokens[$0].span }
    }
}
