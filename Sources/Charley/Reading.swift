package import Clinical
import Knowledge
package import Language
package import Understanding

extension Assistant {
    /// What one message says by itself: one JSON object of the line contract.
    /// - Parameters:
    ///   - text: the message.
    ///   - asking: the id of the question that is open, such as the one in `Response.asking`.
    ///   - now: ISO 8601 with an offset.
    public func understand(_ text: String, asking: String? = nil, now: String? = nil) -> String {
        var workspace = Workspace()
        return understand(
            id: .null, bytes: Array(text.utf8), concepts: [], asking: asking.flatMap { knowledge.question(named: $0) },
            now: now.flatMap(Instant.init(iso8601:)), workspace: &workspace)
    }

    /// The same with everything a line of `charley understand` can hold. Concepts are code point offsets.
    package func understand(
        id: JSON, bytes: [UInt8], concepts: [(start: Int, end: Int)], asking: QuestionID?, now: Instant?,
        workspace: inout Workspace
    ) -> String {
        let probe = concepts.isEmpty ? Utterance() : Utterance(bytes, vocabulary: knowledge.lexicon.vocabulary)
        let spans = concepts.map { concept in
            Span(
                probe.byteOffset(scalar: concept.start) ?? probe.bytes.count,
                probe.byteOffset(scalar: concept.end) ?? probe.bytes.count)
        }
        let understanding = engine.reader.read(
            bytes, situation: Situation(expecting: asking.map(Expectation.question), now: now), concepts: spans,
            workspace: &workspace)
        return ReadingJSON(knowledge: knowledge, utterance: workspace.utterance)
            .object(understanding, id: id, concepts: concepts).line
    }
}

/// A reading as the line contract shows it.
struct ReadingJSON {
    let knowledge: Knowledge
    let utterance: Utterance

    func object(_ understanding: Understanding, id: JSON, concepts: [(start: Int, end: Int)]) -> JSON {
        .object([
            ("id", id),
            ("entities", .list(understanding.entities.filter(isShown).map(entity))),
            ("findings", .list(understanding.findings.map(finding))),
            (
                "concepts",
                .list(
                    zip(concepts, understanding.concepts).map { concept, context in
                        .object([("start", .int(concept.start)), ("end", .int(concept.end))] + self.context(context))
                    })
            ),
            ("answer", understanding.answer.map(answer) ?? .null),
            ("intent", .text(understanding.intent.rawValue)),
            ("error", .null),
        ])
    }

    /// A trend is no entity of the contract.
    private func isShown(_ entity: Entity) -> Bool {
        if case .attribute(let id) = entity.value { knowledge[id].type != .trend } else { true }
    }

    private func place(_ span: Span) -> [(String, JSON)] {
        let (start, end) = utterance.scalarOffsets(span)
        return [("start", .int(start)), ("end", .int(end))]
    }

    private func context(_ context: Context) -> [(String, JSON)] {
        [
            ("status", .text(context.status.rawValue)), ("experiencer", .text(context.experiencer.rawValue)),
            ("time", .text(context.time.rawValue)),
        ]
    }

    private func entity(_ entity: Entity) -> JSON {
        let (type, details) = details(entity.value)
        return .object([("type", .text(type))] + place(entity.span) + details + context(entity.context))
    }

    private func details(_ value: Entity.Value) -> (String, [(String, JSON)]) {
        switch value {
        case .site(let id, let side):
            return ("site", [("id", .text(knowledge[id].id)), ("side", .optional(side?.rawValue))])
        case .radiation(let id, let side):
            return ("radiation", [("id", .text(knowledge[id].id)), ("side", .optional(side?.rawValue))])
        case .symptom(let id): return ("symptom", [("id", .text(knowledge[id].id))])
        case .severity(let grade, let low, let high, _, _):
            let score: JSON =
                switch (low, high) {
                case (let low?, let high?) where low != high: .list([.number(low), .number(high)])
                case (_, let high?): .number(high)
                case (_, nil): .null
                }
            return ("severity", [("grade", .optional(grade?.rawValue)), ("score", score)])
        case .duration(let interval, let role):
            return (
                "duration",
                [
                    ("seconds", .list([seconds(interval.low), seconds(interval.high)])),
                    ("approximate", .bool(interval.isApproximate)),
                    ("role", .optional(role == .other ? nil : role?.rawValue)),
                ]
            )
        case .attribute(let id): return (knowledge[id].type.rawValue, [("id", .text(knowledge[id].id))])
        case .age(let age): return ("age", [("value", .number(age))])
        case .temperature(let value): return ("temperature", [("value", .number((value * 10).rounded() / 10))])
        case .number(let value): return ("number", [("value", .number(value))])
        }
    }

    private func seconds(_ value: Double?) -> JSON { value.map { .number(($0 * 1_000).rounded() / 1_000) } ?? .null }

    private func finding(_ finding: Finding) -> JSON {
        .object([("id", .text(knowledge[finding.concept].id))] + context(finding.context) + place(finding.span))
    }

    private func answer(_ answer: Answer) -> JSON {
        .object([
            ("question", .text(knowledge.askingID(answer.question))),
            (
                "items",
                .list(
                    answer.items.map {
                        .object([
                            ("finding", .text(knowledge[$0.concept].id)), ("status", .text($0.context.status.rawValue)),
                        ])
                    })
            ),
            ("value", value(answer)),
        ])
    }

    private func value(_ answer: Answer) -> JSON {
        switch answer.value {
        case .yes, .mild: .text("yes")
        case .no: .text("no")
        case .doubtful: .text("uncertain")
        case .unknown: .text("unknown")
        case .items: .null
        case .text: .text(utterance.text(answer.span))
        case .score(let score): .number(score)
        case .duration(let interval): .list([seconds(interval.low), seconds(interval.high)])
        case .options(let chosen): .text(options(answer.question, chosen))
        }
    }

    private func options(_ expectation: Expectation, _ chosen: [Int]) -> String {
        switch expectation {
        case .question(let id), .which(let id):
            return chosen.filter { knowledge[id].options.indices.contains($0) }.map { knowledge[id].options[$0].id }
                .joined(separator: ",")
        case .finding, .date: return ""
        }
    }
}
