package import Clinical

/// A sentence of advice and what it rests on.
package struct Advice: Sendable {
    package var text: Template
    package var sources: [SourceID]

    package init(text: Template, sources: [SourceID]) {
        self.text = text
        self.sources = sources
    }
}

/// Findings that together call for at least a level.
package struct Rule: Sendable {
    /// What an emergency says besides its number: in the order it is said.
    package struct EmergencyText: Sendable {
        package var instruction: Template
        package var meanwhile: [Advice]
        package var tell: [Advice]

        package init(instruction: Template, meanwhile: [Advice], tell: [Advice]) {
            self.instruction = instruction
            self.meanwhile = meanwhile
            self.tell = tell
        }
    }

    package var id: String
    /// Two rules may share an id where a level depends on more; the first that fires decides.
    package var variant: String?
    package var name: String
    package var urgency: Urgency
    package var when: Condition
    /// One clause in plain words; never a diagnosis as a fact.
    package var because: Template
    package var sources: [SourceID]
    package var emergency: EmergencyText?
    /// What a clinician still has to decide.
    package var decision: String?
    package var place: Place

    package init(
        id: String, variant: String?, name: String, urgency: Urgency, when: Condition, because: Template,
        sources: [SourceID], emergency: EmergencyText?, decision: String?, place: Place
    ) {
        self.id = id
        self.variant = variant
        self.name = name
        self.urgency = urgency
        self.when = when
        self.because = because
        self.sources = sources
        self.emergency = emergency
        self.decision = decision
        self.place = place
    }
}

/// A piece of advice for a situation.
package struct Guidance: Sendable {
    package enum Section: String, CaseIterable, Sendable {
        /// What to do, by when and by whom, at a level.
        case action
        case `do`, avoid, expect, `return`, tell
    }
    package var id: String
    package var section: Section
    package var levels: [Level]
    /// Only at this time frame; nil for any.
    package var within: Within?
    package var when: Condition
    package var advice: Advice
    package var place: Place

    package init(
        id: String, section: Section, levels: [Level], within: Within?, when: Condition, advice: Advice, place: Place
    ) {
        self.id = id
        self.section = section
        self.levels = levels
        self.within = within
        self.when = when
        self.advice = advice
        self.place = place
    }
}
