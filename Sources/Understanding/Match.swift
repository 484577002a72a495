import Knowledge

/// A phrase of the lexicon in an utterance, with what it means: half-open token indices.
struct Match: BitwiseCopyable {
    var first: Int32
    var end: Int32
    var meaning: Meaning

    /// How many tokens it covers.
    var count: Int32 { end - first }

    /// Whether `other` lies inside this match and is shorter.
    func outweighs(_ other: Match) -> Bool {
        first <= other.first && other.end <= end && count > other.count
    }

    func overlaps(_ other: Match) -> Bool { first < other.end && other.first < end }
}
