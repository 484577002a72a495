/// SplitMix64: the same numbers from the same seed on every machine.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Bytes of which many are part of UTF-8 sequences, whole and broken.
    mutating func bytes(upTo most: Int) -> [UInt8] {
        let leads: [UInt8] = [
            0xC0, 0xC2, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5, 0xFF, 0x80, 0xBF, 0x9F, 0xA0, 0x90, 0x8F,
        ]
        return (0..<Int.random(in: 0...most, using: &self)).map { _ in
            switch Int.random(in: 0..<3, using: &self) {
            case 0: UInt8.random(in: 0...255, using: &self)
            case 1: leads.randomElement(using: &self) ?? 0
            default: UInt8.random(in: 0x20...0x7E, using: &self)
            }
        }
    }

    /// Pieces of text put together without spaces of their own.
    mutating func text(of pieces: [String], upTo most: Int) -> String {
        (0..<Int.random(in: 0...most, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }
}
