package import Clinical

/// A source that advice and rules rest on.
package struct Source: Sendable {
    /// How far a source was checked: the publisher's own page seen, a copy seen, not seen.
    package enum Grade: String, CaseIterable, Sendable {
        case verified = "V"
        case syndicated = "S"
        case unverified = "U"
    }
    package var id: String
    package var title: String
    package var organisation: String
    package var year: String?
    package var address: String
    package var grade: Grade
    /// ISO date on which it was read.
    package var read: String
    package var place: Place

    package init(
        id: String, title: String, organisation: String, year: String?, address: String, grade: Grade, read: String,
        place: Place
    ) {
        self.id = id
        self.title = title
        self.organisation = organisation
        self.year = year
        self.address = address
        self.grade = grade
        self.read = read
        self.place = place
    }
}

/// The telephone numbers of one country or region.
package struct Region: Sendable {
    /// ISO 3166 code, "EU", or empty for an unknown region.
    package var id: String
    package var name: String
    package var names: [String]
    package var emergency: String
    package var health: String
    package var poison: String
    package var crisis: String
    /// Names of the lines whose numbers nobody has verified.
    package var unverified: [String]
    package var place: Place
    /// Another number that reaches the emergency services.
    package var also: String?

    package init(
        id: String, name: String, names: [String], emergency: String, health: String, poison: String, crisis: String,
        unverified: [String], place: Place, also: String? = nil
    ) {
        self.id = id
        self.name = name
        self.names = names
        self.emergency = emergency
        self.health = health
        self.poison = poison
        self.crisis = crisis
        self.unverified = unverified
        self.place = place
        self.also = also
    }
}

/// A body site. A site without `parent` is a region of the body of its own.
package struct Site: Sendable {
    package var id: String
    package var name: String
    package var parent: SiteID?
    package var isSided: Bool
    package var ask: [Asking]
    package var place: Place

    /// A question in a site's order, and when it is worth asking.
    package struct Asking: Sendable {
        package var question: QuestionID
        package var when: Condition

        package init(question: QuestionID, when: Condition) {
            self.question = question
            self.when = when
        }
    }

    package init(id: String, name: String, parent: SiteID?, isSided: Bool, ask: [Asking], place: Place) {
        self.id = id
        self.name = name
        self.parent = parent
        self.isSided = isSided
        self.ask = ask
        self.place = place
    }
}

/// A word for what is felt: spasm, cramp, pain.
package struct Symptom: Sendable {
    package var id: String
    package var say: String

    package init(id: String, say: String) {
        self.id = id
        self.say = say
    }
}

/// One value of an attribute: `frequency:daily`.
package struct AttributeValue: Sendable {
    package var type: AttributeType
    package var id: String
    package var say: String

    package init(type: AttributeType, id: String, say: String) {
        self.type = type
        self.id = id
        self.say = say
    }
}

/// Something people say or ask that is no finding, with its answer where it has one.
package struct Topic: Sendable {
    /// What the person is doing by it.
    package enum Act: String, CaseIterable, Sendable {
        case ask, correct, undo, `repeat`, explain, thank, abuse, leave, greet
        /// Somebody follows the advice: "calling them now".
        case heed
        case outOfScope = "out-of-scope"
        case selfHarm = "self-harm"
    }
    package var id: String
    package var act: Act
    package var answer: Template?
    package var sources: [SourceID]
    package var place: Place

    package init(id: String, act: Act, answer: Template?, sources: [SourceID], place: Place) {
        self.id = id
        self.act = act
        self.answer = answer
        self.sources = sources
        self.place = place
    }
}
