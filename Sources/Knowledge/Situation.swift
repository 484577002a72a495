package import Language

/// What the dialogue tells the reader of the next message: never text, only what is open.
package struct Situation: Sendable, Hashable {
    /// The open question, if any.
    package var expecting: Expectation?
    /// Index of the person the conversation is about; nil while it is the writer or nobody has said.
    package var patient: Int?
    /// Whether the writer has already complained of something of their own.
    package var isAboutWriter: Bool
    /// The clock, given from outside.
    package var now: Instant?

    package init(
        expecting: Expectation? = nil, patient: Int? = nil, isAboutWriter: Bool = false, now: Instant? = nil
    ) {
        self.expecting = expecting
        self.patient = patient
        self.isAboutWriter = isAboutWriter
        self.now = now
    }
}
