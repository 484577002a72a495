/// How often something was found that was there, and said that was not.
struct Measure: Sendable, CustomStringConvertible {
    var found = 0
    var missed = 0
    var wrong = 0
    /// What went wrong, in the words of the message.
    var faults: [String] = []

    var precision: Double { found + wrong == 0 ? 1 : Double(found) / Double(found + wrong) }
    var recall: Double { found + missed == 0 ? 1 : Double(found) / Double(found + missed) }
    var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    var description: String {
        func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
        return "F1 \(rounded(f1)), precision \(rounded(precision)), recall \(rounded(recall)) (\(found + missed) marks)"
    }

    mutating func miss(_ what: String, in message: MarkedMessage) {
        missed += 1
        faults.append("missed \(what): \(message.text)")
    }

    mutating func invent(_ what: String, in message: MarkedMessage) {
        wrong += 1
        faults.append("invented \(what): \(message.text)")
    }
}

/// What was read of marked messages, held against the marks.
struct Measures: Sendable {
    var site = Measure()
    var side = Measure()
    var severity = Measure()
    var duration = Measure()
    var negated = Measure()

    mutating func add(_ message: MarkedMessage, _ understood: Understood) {
        sites(message, understood.entities.filter { $0.type == "site" && $0.isLive })
        severities(message, understood.entities.filter { $0.type == "severity" && $0.isLive })
        durations(message, understood.entities.filter { $0.type == "duration" })
        negations(message, understood)
    }

    private mutating func sites(_ message: MarkedMessage, _ read: [Understood.Entity]) {
        let marks = message.marks.filter { $0.type == "site" }
        for mark in marks {
            let hits = read.filter { $0.span.overlaps(mark.span) && $0.id == mark.value }
            if hits.isEmpty { site.miss("\(message.words(mark.span)) (\(mark.value))", in: message) }
            if !hits.isEmpty { site.found += 1 }
            guard let wanted = mark.side else {
                if hits.contains(where: { $0.side != nil }) { side.invent(message.words(mark.span), in: message) }
                continue
            }
            if hits.contains(where: { $0.side == wanted }) {
                side.found += 1
            } else {
                side.miss("\(message.words(mark.span)) (\(wanted))", in: message)
            }
        }
        for entity in read
        where !message.marks.contains(where: { Self.mayHoldPlace($0) && $0.span.overlaps(entity.span) }) {
            site.invent(message.words(entity.span), in: message)
        }
    }

    /// A place inside the words of a finding or of where it spreads to has no mark of its own.
    private static func mayHoldPlace(_ mark: MarkedMessage.Mark) -> Bool {
        !["severity", "score", "duration"].contains(mark.type)
    }

    private mutating func severities(_ message: MarkedMessage, _ read: [Understood.Entity]) {
        let marks = message.marks.filter { $0.type == "severity" || $0.type == "score" }
        for mark in marks {
            let hits = read.filter { $0.span.overlaps(mark.span) }
            let isFound = hits.contains {
                mark.type == "severity" ? $0.grade == mark.value : $0.score == Self.score(mark)
            }
            if isFound {
                severity.found += 1
            } else {
                severity.miss("\(message.words(mark.span)) (\(mark.value))", in: message)
            }
        }
        // "wakes me every night" is marked as the finding it is, and tells how bad it is as well.
        for entity in read
        where !message.marks.contains(where: { Self.mayTellHowBad($0) && $0.span.overlaps(entity.span) }) {
            severity.invent(message.words(entity.span), in: message)
        }
    }

    private static func mayTellHowBad(_ mark: MarkedMessage.Mark) -> Bool {
        ["severity", "score", "present"].contains(mark.type)
    }

    private static func score(_ mark: MarkedMessage.Mark) -> Understood.Score? {
        let values = mark.value.split(separator: "-").compactMap { Double($0) }
        return values.count == 1 ? .one(values[0]) : .range(values)
    }

    private mutating func durations(_ message: MarkedMessage, _ read: [Understood.Entity]) {
        let marks = message.marks.filter { $0.type == "duration" }
        for mark in marks {
            let hits = read.filter { $0.span.overlaps(mark.span) }
            if hits.contains(where: { MarkedLength(mark.value).matches($0.seconds) }) {
                duration.found += 1
            } else {
                duration.miss("\(message.words(mark.span)) (\(mark.value))", in: message)
            }
        }
        for entity in read where !marks.contains(where: { $0.span.overlaps(entity.span) }) {
            // "yesterday", "last night": a point in time, which is not marked.
            if entity.role == "ago", entity.approximate == true { continue }
            duration.invent(message.words(entity.span), in: message)
        }
    }

    private mutating func negations(_ message: MarkedMessage, _ understood: Understood) {
        let marks = message.marks.filter { $0.type == "absent" }
        var read = understood.findings.filter { $0.state == "absent" }.map { (id: $0.id, span: $0.span) }
        for entity in understood.entities where entity.type == "symptom" && entity.state == "absent" {
            read.append((id: entity.id ?? "", span: entity.span))
        }
        for mark in marks {
            if read.contains(where: { $0.id == mark.value && $0.span.overlaps(mark.span) }) {
                negated.found += 1
            } else {
                negated.miss("\(message.words(mark.span)) (\(mark.value))", in: message)
            }
        }
        var seen = Set<Range<Int>>()
        for item in read
        where !marks.contains(where: { $0.span.overlaps(item.span) }) && seen.insert(item.span).inserted {
            negated.invent("\(message.words(item.span)) (\(item.id))", in: message)
        }
    }
}
