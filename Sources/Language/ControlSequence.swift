/// What a terminal sends for keys and colours: ESC [, parameters, one last character (ECMA-48, 5.4). Pasted into a
/// message it says nothing.
enum ControlSequence {
    /// Where the sequence ends whose parameters begin at `index`; `index` itself where none does.
    static func end(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
        var end = index
        while end < bytes.count, (0x30...0x3F).contains(bytes[end]) { end += 1 }
        while end < bytes.count, (0x20...0x2F).contains(bytes[end]) { end += 1 }
        return end < bytes.count && (0x40...0x7E).contains(bytes[end]) ? end + 1 : index
    }
}
