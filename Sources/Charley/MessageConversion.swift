import Clinical
package import Dialogue
import Knowledge
package import Language
package import Understanding

/// From what the reader made of a text to what the dialogue takes: meanings without words.
extension Message {
    package init(_ understanding: Understanding, utterance: Utterance) {
        self.init()
        findings = understanding.findings
        let isQuestion = understanding.intent == .ask
        told = understanding.entities.compactMap(Told.init).filter { !isQuestion || $0.isKeptInQuestions }
        answer = understanding.answer.map(Reply.init)
        act = Self.act(understanding, isEmpty: utterance.tokens.isEmpty && Self.isBlank(utterance.bytes))
        topic = understanding.topic
        isCorrection = understanding.isCorrection
        saysLongStanding = understanding.saysLongStanding
        bareSide = understanding.bareSide
        region = understanding.region
        patient = understanding.patient
        isAboutWriter = understanding.isAboutWriter
    }

    private static func isBlank(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
            scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        }
    }

    private static func act(_ understanding: Understanding, isEmpty: Bool) -> Act {
        if isEmpty { return .empty }
        switch understanding.intent {
        case .describe: return .describe
        case .answer: return .answer
        case .ask: return .ask
        case .correct: return .correct
        case .repeat: return .repeat
        case .explain: return .explain
        case .thank: return .thank
        case .abuse: return .abuse
        case .leave: return .leave
        case .outOfScope: return .outOfScope
        case .selfHarm: return .selfHarm
        case .unreadable: return .unreadable
        }
    }
}

extension Told {
    /// "Can I take ibuprofen?" tells of no ibuprofen taken; "what helps a cramp in the calf?" tells of a calf.
    fileprivate var isKeptInQuestions: Bool {
        switch fact {
        case .attribute: false
        case .site, .spread, .symptom, .severity, .duration, .age, .temperature: true
        }
    }

    /// nil for a plain number: it says nothing by itself.
    init?(_ entity: Entity) {
        let fact: Fact? =
            switch entity.value {
            case .site(let site, let side): .site(site, side)
            case .radiation(let site, let side): .spread(site, side)
            case .symptom(let symptom): .symptom(symptom)
            case .severity(let grade, _, let high, let isFunction, let isWorst):
                .severity(grade: grade, score: high, isFunction: isFunction, isWorst: isWorst)
            case .duration(let interval, let role): .duration(interval, role)
            case .attribute(let attribute): .attribute(attribute)
            case .age(let age): .age(age)
            case .temperature(let temperature): .temperature(temperature)
            case .number: nil
            }
        guard let fact else { return nil }
        self.init(fact, context: entity.context, span: entity.span)
    }
}

extension Reply {
    init(_ answer: Answer) {
        let value: Value =
            switch answer.value {
            case .yes: .yes
            case .no: .no
            case .mild: .mild
            case .doubtful: .doubtful
            case .unknown: .unknown
            case .options(let options): .options(options)
            case .score(let score): .score(score)
            case .duration(let interval): .duration(interval)
            case .items: .items
            case .text: .text
            }
        self.init(value, items: answer.items, span: answer.span)
    }
}
