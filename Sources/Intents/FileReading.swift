import Knowledge

/// What each file of the folder is, by its path.
enum FileReading {
    /// The folders of a language and what reads a file in them.
    private enum Room: String, CaseIterable {
        case language, lexicon, sites, concerns, questions, guidance, intents, replies
    }

    /// Whether a path is read at all: notes and conversations belong to others.
    static func isData(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml") || isEverydayWords(path))
    }

    /// The one file that is no YAML: English words that are nobody's spelling mistake, one a line.
    static func isEverydayWords(_ path: String) -> Bool { path == "en/language/everyday-words.txt" }

    /// Reads one file into the draft.
    static func read(_ path: String, _ root: YamlNode, into draft: inout Draft, _ complaints: Complaints) {
        guard let place = place(of: path, complaints) else { return }
        guard let map = MapReader(root, subject: place.subject, complaints) else { return }
        place.read(map, &draft)
        map.finish()
    }

    private typealias Reader = (subject: String, read: (MapReader, inout Draft) -> Void)

    private static func place(of path: String, _ complaints: Complaints) -> Reader? {
        let parts = path.split(separator: "/").map(String.init)
        let start = Place(file: path)
        if path.hasSuffix(".yml") {
            complaints.error(start, "the name ends in '.yml'", remedy: "rename it to '.yaml'")
            return nil
        }
        switch parts.count {
        case 1 where path == "sources.yaml": return ("the list of sources", SourceReading.sources)
        case 1 where path == "regions.yaml": return ("the list of regions", SourceReading.regions)
        case 3 where parts[0] == "en":
            if let room = Room(rawValue: parts[1]) { return reader(room) }
        default: break
        }
        let known = Room.allCases.map(\.rawValue)
        let suggestion = parts.count == 3 ? Suggestion.phrase(for: parts[1], among: known) : ""
        complaints.error(
            start, "nothing reads a file in this place\(suggestion)",
            remedy: "put it into one of: \(known.map { "en/\($0)/" }.joined(separator: " "))")
        return nil
    }

    private static func reader(_ room: Room) -> Reader {
        switch room {
        case .language: ("a language file", LanguageReading.file)
        case .lexicon: ("a lexicon file", LexiconReading.file)
        case .sites: ("a site", SiteReading.file)
        case .concerns: ("a concern", ConcernReading.file)
        case .questions: ("a question", QuestionReading.file)
        case .guidance: ("a guidance file", GuidanceReading.file)
        case .intents: ("an intent", TopicReading.file)
        case .replies: ("a replies file", ReplyReading.file)
        }
    }
}
