import Understanding

extension Assistant {
    /// Reads messages one after another with the same buffers, and tells after each how much was found in it.
    ///
    /// This is understanding alone: no dialogue, no text or JSON made of it. It is there to be measured.
    /// - Parameters:
    ///   - messages: each message's UTF-8 bytes.
    ///   - found: called after each message with the number of its entities and findings.
    public func read(_ messages: [[UInt8]], found: (Int) -> Void) {
        var workspace = Workspace()
        for message in messages {
            let understanding = engine.reader.read(message, workspace: &workspace)
            found(understanding.entities.count + understanding.findings.count)
        }
    }
}
