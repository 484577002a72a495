/// Something said, with its reading and whom it is about.
struct Said: BitwiseCopyable {
    var reading: ContextEngine.Reading
    var subject: SubjectMark?
}

/// What was mentioned and what is said of it, before entities and findings are made of it.
struct Drafts: ~Copyable {
    var entities: [EntityReader.Mention] = []
    var found = FoundMentions()
    /// Of each of `entities` and of `found.mentions`.
    var saidEntities = Buffer<Said>()
    var saidFindings = Buffer<Said>()

    mutating func removeAll() {
        entities.removeAll(keepingCapacity: true)
        found.removeAll()
        saidEntities.removeAll()
        saidFindings.removeAll()
    }
}
