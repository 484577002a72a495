import Clinical
import Knowledge

/// A question as it is written.
struct QuestionDraft {
    enum Kind: String, CaseIterable {
        case screen, choice, scale, duration, free
    }

    struct Item {
        var findings: [Text]
        var label: Text
        var words: [Text]
    }

    struct Option {
        var id: Text
        var label: Text
        var phrases: [Text]
        var sets: [Text]
        var when: Text?
    }

    var id: Text
    var kind: Kind
    var text: Text
    var simpler: Text
    var why: Text
    var sources: [Text]
    var fills: [Text]
    var role: DurationRole?
    var items: [Item]
    var options: [Option]
    var unanswered: Urgency?
    var unansweredRule: Text?
    /// Asked by the dialogue itself and not by a site.
    var isStandalone: Bool
    /// What else makes an answer needless.
    var settledBy: Text?
}
