package import Language

/// Whether a finding is there. Five things are kept apart: these four, and never asked (no record at all).
package enum Status: String, CaseIterable, Sendable {
    case present
    case absent
    /// "maybe", "I think so": asked once more, and counted as present if it stays so.
    case uncertain
    /// Asked and not answered: neither present nor absent.
    case unknown
}

/// Whose finding it is. The patient is whoever the conversation is about: the writer, or the one they write for.
package enum Experiencer: String, CaseIterable, Sendable {
    case patient
    case other
}

/// When. Past means before the trouble being described and outside the finding's own window.
package enum TimeFrame: String, CaseIterable, Sendable {
    case current
    case past
    case hypothetical
}

/// What the words around a mention make of it.
package struct Context: Hashable, Sendable {
    package var status: Status
    package var experiencer: Experiencer
    package var time: TimeFrame
    /// Said to have stopped ("gone now"). Recorded; it does not cancel a red flag inside its window.
    package var hasStopped = false
    /// Said of the past without a date ("I had", "previously"): asked once, and current meanwhile.
    package var isUndated = false
    /// Said to be only slight ("a bit"). Present all the same.
    package var isMild = false
    /// Said to be old and unchanged ("always had").
    package var isLongStanding = false
    /// How long ago, where the words around it say so.
    package var ago: Interval?

    package init(
        _ status: Status = .present, _ experiencer: Experiencer = .patient, _ time: TimeFrame = .current
    ) {
        self.status = status
        self.experiencer = experiencer
        self.time = time
    }
}

/// One finding in one turn, with the words it was read from.
package struct Finding: Hashable, Sendable {
    package var concept: FindingID
    package var context: Context
    /// In the text of the turn it was said in; empty where an answer alone ("no") settled it.
    package var span: Span

    package init(_ concept: FindingID, _ context: Context, span: Span) {
        self.concept = concept
        self.context = context
        self.span = span
    }
}
