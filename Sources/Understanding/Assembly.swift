import Clinical
import Knowledge
import Language

/// Puts one message's reading together: mentions become entities and findings with a context and somebody they are about.
struct Assembly: ~Copyable {
    let reader: Reader
    let engine: ContextEngine
    let situation: Situation
    let isExplained: Bool
    var result = Understanding()
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
        settlePatient(drafts, workspace)
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

    mutating func assembleEntities(_ drafts: borrowing Drafts, _ workspace: borrowing Workspace) {
        result.entities.reserveCapacity(drafts.entities.count)
        for index in drafts.entities.indices {
            let mention = drafts.entities[index]
            let said = drafts.saidEntities[index]
            guard var context = engine.context(said.reading, window: nil, isHistory: false, course: nil)
            else { continue }
            place(&context, said, workspace)
            if case .symptom = mention.entity, context.hasStopped, context.status == .present {
                context.time = .past
            }
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
    func datesHistory(
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

    mutating func assembleFindings(_ drafts: borrowing Drafts, _ workspace: borrowing Workspace) {
        guard !drafts.found.mentions.isEmpty else { return }
        let course = course(drafts.entities)
        result.findings.reserveCapacity(drafts.found.mentions.count)
        for index in drafts.found.mentions.indices {
            add(drafts.found.mentions[index], drafts.saidFindings[index], course: course, workspace)
        }
    }

    func span(_ first: Int, _ end: Int, _ workspace: borrowing Workspace) -> Span {
        workspace.utterance.tokens[first].span.union(workspace.utterance.tokens[end - 1].span)
    }

    mutating func said(
        _ first: Int, _ end: Int, besides parts: ArraySlice<Range<Int>> = [], _ workspace: borrowing Workspace
    ) -> Said {
        let reading = engine.read(first, end, besides: parts, in: workspace, scopes: &scopes)
        var subject = Subjects.subject(at: first, in: workspace)
        // "My sister had a clot once. No chest pain": a denial that names nobody is the patient's own.
        if reading.isAbsent, let named = subject, named.kind == .relative,
            workspace.sentences[named.token] != workspace.sentences[first]
        {
            subject = nil
        }
        return Said(reading: reading, subject: subject)
    }

    mutating func said(_ mention: FindingMention, _ all: [Range<Int>], _ workspace: borrowing Workspace) -> Said {
        let parts = all[mention.parts]
        guard let first = parts.first else { return said(mention.first, mention.end, workspace) }
        var whole = said(first.lowerBound, first.upperBound, besides: parts, workspace)
        for part in parts.dropFirst() {
            merge(said(part.lowerBound, part.upperBound, besides: parts, workspace), into: &whole)
        }
        return whole
    }

    /// A finding read from several words is denied or doubted if any of them is.
    func merge(_ part: Said, into whole: inout Said) {
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

    /// The first region named where it can be nothing else.
    func region(_ workspace: borrowing Workspace) -> Int? {
        for index in workspace.kept.indices {
            let match = workspace.kept[index]
            if match.meaning.kind == .region, match.meaning.detail == 1 || workspace.isWhole(match) {
                return Int(match.meaning.index)
            }
        }
        return nil
    }

    /// "the left one", "the left, not the right": a side that belongs to no site.
    func bareSide(_ workspace: borrowing Workspace) -> Side? {
        var only: Side?
        for index in workspace.sides.indices {
            let match = workspace.sides[index]
            let side = Self.sides[Int(match.meaning.detail)]
            // "not the right"
            let before = (max(0, Int(match.first) - 2)..<Int(match.first)).last {
                !reader.lexicon.isSmall(workspace.utterance.tokens[$0])
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

    static let sides = Side.allCases

    func unclaimed(_ drafts: borrowing Drafts, _ workspace: borrowing Workspace) -> [Span] {
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
            return token.kind == .word && !isClaimed[index] && !reader.lexicon.isSmall(token)
        }.map { workspace.utterance.tokens[$0].span }
    }
}
