import Clinical
import Knowledge
package import Language
package import Understanding

/// What holds of the reading of any bytes whatever. For tests and for fuzzing.
extension Assistant {
    /// Reads `input` and names every law that the reading breaks; empty where all hold.
    ///
    /// The first byte chooses the question that is open: 0 none, else one of the knowledge's questions. The rest is the
    /// message.
    public func brokenLaws(reading input: [UInt8]) -> [String] {
        var workspace = Workspace()
        return brokenLaws(reading: input, workspace: &workspace)
    }

    /// The same with buffers that were used before: what was read in them must not be seen.
    package func brokenLaws(reading input: [UInt8], workspace used: inout Workspace) -> [String] {
        let questions = knowledge.questions.indices
        let choice = Int(input.first ?? 0) % (questions.count + 1)
        let situation = Situation(expecting: choice == 0 ? nil : .question(QuestionID(choice - 1)))
        let message = Array(input.dropFirst())
        var fresh = Workspace()
        let first = engine.reader.read(message, situation: situation, workspace: &fresh)
        let second = engine.reader.read(message, situation: situation, workspace: &used)
        var broken = Self.brokenLaws(of: first, in: fresh.utterance)
        let lines = [(first, fresh.utterance), (second, used.utterance)].map { understanding, utterance in
            ReadingJSON(knowledge: knowledge, utterance: utterance).object(understanding, id: .null, concepts: []).line
        }
        if lines[0] != lines[1] { broken.append("the same bytes gave two readings: \(lines[0]) and \(lines[1])") }
        if lines[0].utf8.contains(UInt8(ascii: "\n")) { broken.append("the reading is more than one line") }
        if explain(String(decoding: message, as: UTF8.self)).isEmpty { broken.append("nothing is shown") }
        return broken
    }

    /// The laws of one reading: every span is a stretch of the text that begins and ends with a code point.
    package static func brokenLaws(of understanding: Understanding, in utterance: Utterance) -> [String] {
        var broken: [String] = []
        func check(_ span: Span, _ name: String) {
            let count = utterance.bytes.count
            guard 0 <= span.start, span.start < span.end, span.end <= count else {
                broken.append("\(name) \(span.start)..<\(span.end) is no stretch of \(count) bytes")
                return
            }
            for end in [span.start, span.end] where end < count && utterance.bytes[end] & 0xC0 == 0x80 {
                broken.append("\(name) \(span.start)..<\(span.end) parts the bytes of a code point")
            }
        }
        if String(validating: utterance.bytes, as: UTF8.self) == nil { broken.append("the text is no UTF-8") }
        for token in utterance.tokens { check(token.span, "token") }
        for (token, next) in zip(utterance.tokens, utterance.tokens.dropFirst()) where next.start < token.end {
            broken.append("token \(next.start)..<\(next.end) begins inside the one before")
        }
        for entity in understanding.entities {
            check(entity.span, "entity")
            if case .duration(let interval, _) = entity.value,
                !(0 <= interval.atLeast && interval.atLeast <= interval.atMost)
            {
                broken.append("a length of time from \(interval.atLeast) to \(interval.atMost) seconds")
            }
        }
        for finding in understanding.findings { check(finding.span, "finding") }
        for (entity, next) in zip(understanding.entities, understanding.entities.dropFirst())
        where next.span.start < entity.span.start {
            broken.append("entities out of order at \(next.span.start)")
        }
        if let answer = understanding.answer, !utterance.tokens.isEmpty { check(answer.span, "answer") }
        return broken
    }
}
