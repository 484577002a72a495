/// What a byte can be part of, in one table look-up.
enum ByteClass {
    static let space: UInt8 = 0
    static let letter: UInt8 = 1
    static let digit: UInt8 = 2
    static let apostrophe: UInt8 = 3
    static let stop: UInt8 = 4
    static let comma: UInt8 = 5
    static let dash: UInt8 = 6
    static let mark: UInt8 = 7
    /// Lead or continuation byte of a scalar beyond ASCII.
    static let wide: UInt8 = 8
    /// Begins a control sequence of a terminal.
    static let escape: UInt8 = 9

    static let table: [UInt8] = (0..<256).map { byte -> UInt8 in
        switch byte {
        case 0x0A, 0x0D: stop
        case 0x1B: escape
        case 0x00...0x20, 0x7F: space
        case 0x30...0x39: digit
        case 0x41...0x5A, 0x61...0x7A: letter
        case 0x27, 0x60: apostrophe
        case 0x21, 0x2E, 0x3F, 0x3B: stop
        case 0x2C: comma
        case 0x2D: dash
        case 0x80...0xFF: wide
        default: mark
        }
    }
}
