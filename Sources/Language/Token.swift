/// One word, number or mark of an utterance, with its place in the raw text.
package struct Token: Sendable, Equatable, BitwiseCopyable {
    /// What a token is, as far as spelling alone can tell.
    package enum Kind: UInt8, Sendable, BitwiseCopyable {
        case word
        /// Digits, with `value`.
        case number
        /// End of a sentence: . ! ? or a new line.
        case stop
        case comma
        /// Any hyphen or dash: inside a phrase it is skipped, between numbers it makes a range.
        case dash
        /// Every other mark that stands alone.
        case mark
    }

    package var start: UInt32
    package var end: UInt32
    /// Vocabulary id, 0 if the knowledge does not know the word.
    package var word: Int32
    package var kind: Kind
    /// Whether nothing stands between this token and the one before ("3day", "7/10").
    package var isGlued: Bool
    /// Whether `word` is what was probably meant and not what was typed.
    package var isCorrected = false
    /// The value of a number, else 0.
    package var value: Double

    package var span: Span { Span(Int(start), Int(end)) }
}
