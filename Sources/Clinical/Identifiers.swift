/// The place of a piece of knowledge in its table. Names as written in the data live in the knowledge, not here.
package struct ID<Entity>: Hashable, Sendable, Comparable, BitwiseCopyable {
    package let index: Int

    package init(_ index: Int) { self.index = index }

    package static func < (a: ID, b: ID) -> Bool { a.index < b.index }
}

/// What an `ID` can point at. These types have no values; they keep the tables apart.
package enum Entry {
    package enum Site {}
    package enum Symptom {}
    package enum Finding {}
    package enum Attribute {}
    package enum Question {}
    package enum Rule {}
    package enum Guidance {}
    package enum Topic {}
    package enum Source {}
    package enum Modifier {}
}

package typealias SiteID = ID<Entry.Site>
package typealias SymptomID = ID<Entry.Symptom>
package typealias FindingID = ID<Entry.Finding>
/// A value of an attribute: one frequency, one trigger, one medicine.
package typealias AttributeID = ID<Entry.Attribute>
package typealias QuestionID = ID<Entry.Question>
package typealias RuleID = ID<Entry.Rule>
package typealias GuidanceID = ID<Entry.Guidance>
/// Something people say or ask that is no finding.
package typealias TopicID = ID<Entry.Topic>
package typealias SourceID = ID<Entry.Source>
/// A named pattern of the context engine.
package typealias ModifierID = ID<Entry.Modifier>
