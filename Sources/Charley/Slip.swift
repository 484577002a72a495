import Clinical
package import Language
package import Understanding

/// A word that was read as another one, because what was typed is no word and this one is near it.
struct Slip: Equatable {
    /// As it was typed.
    var typed: String
    /// What it is read as.
    var meant: String

    init(_ token: Token, in utterance: Utterance, _ vocabulary: Vocabulary) {
        typed = utterance.text(token.span)
        meant = String(decoding: vocabulary.word(token.word), as: UTF8.self)
    }

    /// The slips of a message on which something hangs that the conversation goes by: a finding or a place. At most two,
    /// each once.
    static func that(matterTo understanding: Understanding, in utterance: Utterance, _ vocabulary: Vocabulary) -> [Slip]
    {
        let places = understanding.entities.filter { entity in
            switch entity.value {
            case .site, .radiation: true
            case .symptom, .severity, .duration, .attribute, .age, .temperature, .number: false
            }
        }
        let spans = understanding.findings.map(\.span) + places.map(\.span)
        var slips: [Slip] = []
        for token in utterance.tokens where token.isCorrected {
            guard spans.contains(where: { $0.start <= token.span.start && token.span.end <= $0.end }) else { continue }
            let slip = Slip(token, in: utterance, vocabulary)
            if !slips.contains(slip), slips.count < 2 { slips.append(slip) }
        }
        return slips
    }
}
