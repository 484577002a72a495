import Knowledge

/// A file of `intents/`.
enum TopicReading {
    /// What an answer without a source may be about.
    private enum About: String, CaseIterable {
        case program
    }

    static func file(_ map: MapReader, _ draft: inout Draft) {
        let index = draft.topics.count
        let id = map.text("id")
        let act = map.choice("act", of: Topic.Act.self)
        draft.say(map.texts("phrases", "phrases"), Meaning(.topic, index))
        // The detail tells the reader that the phrase counts only when it is the whole message.
        draft.say(map.optionalTexts("whole", "phrases"), Meaning(.topic, index, detail: 1))
        draft.block(map.optionalTexts("not", "phrases"), .topic, index)
        let answer = map.optionalText("answer")
        let isAboutProgram = map.optionalChoice("about", of: About.self) != nil
        let sources = map.optionalTexts("sources", "ids of sources")
        if act == .ask, answer == nil, !map.has("answer") { map.missing("answer", "write what is answered") }
        if let answer, sources.isEmpty, !isAboutProgram {
            map.complaints.error(
                map.has("sources") ? map.place(of: "sources") : answer.place, "an answer without a source",
                remedy: "add 'sources: [...]', or 'about: program' if it is only about the program")
        }
        _ = map.optionalText("decision")
        draft.topics.append(
            TopicDraft(
                id: id, act: act ?? .ask, answer: answer, sources: sources, isAboutProgram: isAboutProgram,
                sharedWith: map.optionalTexts("shared_with", "ids of intents"),
                examples: map.optionalTexts("examples", "sentences")))
    }
}

/// A file of `replies/`.
enum ReplyReading {
    static func file(_ map: MapReader, _ draft: inout Draft) {
        draft.replyFiles.append(map.place.file)
        guard let replies = map.optionalMap("replies", subject: "the replies") else {
            if !map.has("replies") { map.missing("replies") }
            return
        }
        for (key, node) in replies.all() {
            guard case .text(let text) = node.content else {
                replies.wrong(node, key.value, expected: "a text", remedy: YamlParser.quoting)
                continue
            }
            draft.replyNames.append(key)
            draft.replies[key.value] = Templates.template(text, blanks: Replies.blanks, map.complaints)
        }
    }
}
