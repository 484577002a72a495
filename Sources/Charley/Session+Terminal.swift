import Knowledge

/// What a terminal shows around the conversation.
extension Session {
    /// Said before the first prompt: what this is and is not.
    public var greeting: String { sentence(.greeting) }
    /// Stands before every line that is typed.
    public var prompt: String { engine.knowledge.replies[.prompt].filled() }
    /// Said at the end.
    public var goodbye: String { sentence(.goodbye) }
    /// Everything that can be typed with a slash.
    public static var commands: [String] { SlashCommand.all }

    private func sentence(_ key: ReplyKey) -> String {
        let renderer = Renderer(engine: engine, state: state, texts: [], cited: [])
        return engine.knowledge.replies[key].filled(renderer.lineNumbers)
    }
}
