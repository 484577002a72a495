import Clinical
import Knowledge

/// A file of `sites/` as it is written.
struct SiteDraft {
    var id: Text
    var name: Text
    var partOf: Text?
    var isSided: Bool
    var ask: [AskingDraft]
    var sharedWith: [Text]
    var examples: [SiteExampleDraft]
}

/// A question in an order of questions.
struct AskingDraft {
    var question: Text
    var when: Text?
}

/// A sentence and the site it must be read as; nil for none.
struct SiteExampleDraft {
    var text: Text
    var site: Text?
    var side: Side?
}

/// A list of words that findings share.
struct TermDraft {
    var id: Text
    var role: Term.Role
    var phrases: [Text]
}

/// A finding of a concern as it is written; its phrases are already said.
struct FindingDraft {
    struct Combine {
        var claim: Meaning.Claim
        var parts: [Text]
        var gap: Int
    }

    struct Examples {
        var present: [Text] = []
        var absent: [Text] = []
        var none: [Text] = []
    }

    var id: Text
    var name: Text
    var kind: FindingConcept.Kind
    var isEmergency: Bool
    var window: Double?
    var derived: Text?
    var ask: Text?
    var isVolunteered: Bool
    var because: Text?
    var combine: [Combine]
    var sharedWith: [Text]
    var examples: Examples
}

/// Words that point at several findings.
struct VagueDraft {
    var findings: [Text]
}

/// A sentence of advice as it is written.
struct AdviceDraft {
    var text: Text
    var sources: [Text]
}

/// A rule of a concern as it is written.
struct RuleDraft {
    struct Emergency {
        var instruction: Text
        var meanwhile: [AdviceDraft]
        var tell: [AdviceDraft]
    }

    var id: Text
    var variant: Text?
    var name: Text
    var urgency: Urgency
    var when: Text
    var because: Text
    var sources: [Text]
    var emergency: Emergency?
    var decision: Text?
    var fires: [Text]
    var spares: [Text]

    /// The id, with the variant where there is one.
    var fullName: String { variant.map { "\(id.value) variant \($0.value)" } ?? id.value }
}

/// A piece of advice for a situation as it is written.
struct GuidanceDraft {
    var id: Text
    var section: Guidance.Section
    var levels: [Level]
    var within: Within?
    var fileWhen: Text?
    var when: Text?
    var advice: AdviceDraft
}

/// An intent as it is written.
struct TopicDraft {
    var id: Text
    var act: Topic.Act
    var answer: Text?
    var sources: [Text]
    var isAboutProgram: Bool
    var sharedWith: [Text]
    var examples: [Text]
}
