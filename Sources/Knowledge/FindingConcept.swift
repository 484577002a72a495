package import Clinical

/// A finding as the knowledge defines it: an atomic fact with the words people use for it.
package struct FindingConcept: Sendable {
    /// Something felt or seen, or something in a person's history: fear of a condition is no finding.
    package enum Kind: String, CaseIterable, Sendable {
        case sign, history
    }
    package var id: String
    /// A noun phrase for lists, without "you".
    package var name: String
    package var kind: Kind
    /// An uncertain answer is asked once more, narrower.
    package var isEmergency: Bool
    /// How long after it happened it still counts as current, in seconds.
    package var window: Double?
    /// Makes it present where true, and absent where false.
    package var derived: Condition?
    /// The narrow yes/no question for this finding alone; "yes" means present.
    package var ask: String?
    /// Why no question asks for it.
    package var volunteeredBecause: String?
    package var place: Place

    package init(
        id: String, name: String, kind: Kind, isEmergency: Bool, window: Double?, derived: Condition?, ask: String?,
        volunteeredBecause: String?, place: Place
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.isEmergency = isEmergency
        self.window = window
        self.derived = derived
        self.ask = ask
        self.volunteeredBecause = volunteeredBecause
        self.place = place
    }
}

/// Words that point at several findings and settle none: "bladder trouble".
package struct VagueMention: Sendable {
    package var findings: [FindingID]

    package init(findings: [FindingID]) { self.findings = findings }
}

/// Words of several lists that together, in one clause and any order, mean a finding.
package struct Combination: Sendable {
    package enum Part: Hashable, Sendable {
        /// Index of a term list.
        case term(Int)
        /// The site or any part of it.
        case site(SiteID)
        case side(Side)
    }
    package var finding: FindingID
    package var claim: Meaning.Claim
    package var parts: [Part]
    /// The most words between the first and the last part.
    package var gap: Int

    package init(finding: FindingID, claim: Meaning.Claim, parts: [Part], gap: Int) {
        self.finding = finding
        self.claim = claim
        self.parts = parts
        self.gap = gap
    }
}

/// A list of words that several findings share.
package struct Term: Sendable {
    package enum Role: String, CaseIterable, Sendable {
        case symptom, part, word
    }
    package var id: String
    package var role: Role

    package init(id: String, role: Role) {
        self.id = id
        self.role = role
    }
}
