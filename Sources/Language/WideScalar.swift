/// Scalars beyond ASCII that stand for an ASCII one when we read: dashes, quotes, spaces, fractions.
enum WideScalar {
    case letter
    case apostrophe
    case dash
    case space
    /// The one-character form of ESC [.
    case escape
    case stop
    /// ½, ¼, ¾: read as a number.
    case fraction(Double)
    /// A digit of full width.
    case digit(Double)
    case comma
    /// An accent on the letter before it.
    case accent
    case symbol

    /// Reads the scalar whose bytes begin at `index`; also its length in bytes.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (WideScalar, length: Int) {
        let lead = bytes[index]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
        guard index + length <= bytes.count else { return (.symbol, 1) }
        var scalar = UInt32(length == 4 ? lead & 0x07 : length == 3 ? lead & 0x0F : lead & 0x1F)
        for offset in 1..<max(length, 1) { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (classify(scalar), length)
    }

    /// The ASCII letters that the letter of `length` bytes at `index` stands for, in lower case; nil where it is one of
    /// its own.
    static func folded(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ length: Int) -> [UInt8]? {
        if length == 2, bytes[index] >= 0xC3, bytes[index] <= 0xC5 {
            let scalar = Int(bytes[index] & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)
            switch scalar {
            case 0xC6, 0xE6: return Array("ae".utf8)
            case 0xDF: return Array("ss".utf8)
            case 0x152, 0x153: return Array("oe".utf8)
            default:
                let base = latin[scalar - 0xC0]
                return base == UInt8(ascii: "*") ? nil : [base]
            }
        }
        guard length == 3, bytes[index] == 0xEF else { return nil }
        switch (bytes[index + 1], bytes[index + 2]) {
        // Of full width: U+FF21 to U+FF3A, U+FF41 to U+FF5A.
        case (0xBC, 0xA1...0xBA): return [bytes[index + 2] - 0xA1 + UInt8(ascii: "a")]
        case (0xBD, 0x81...0x9A): return [bytes[index + 2] - 0x81 + UInt8(ascii: "a")]
        case (0xAC, 0x80...0x86): return Array(ligatures[Int(bytes[index + 2] - 0x80)].utf8)
        default: return nil
        }
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

    /// The letters of U+00C0 to U+017F without their accents.
    private static let latin = Array(
        ("aaaaaa*ceeeeiiiidnooooo*ouuuuyt*" + "aaaaaa*ceeeeiiiidnooooo*ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkk*llllllllllnnnnnn***oooooo**rrrrrrssssssss"
            + "ttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

    private static func classify(_ scalar: UInt32) -> WideScalar {
        switch scalar {
        case 0x2018, 0x2019, 0x201B, 0x02BC, 0x00B4, 0xFF07: .apostrophe
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFF0D: .dash
        case 0x009B: .escape
        case 0x00A0, 0x2000...0x200F, 0x2028...0x202F, 0x205F, 0x3000, 0xFEFF, 0x0080...0x009F: .space
        case 0x2026, 0x3002, 0xFF01, 0xFF0E, 0xFF1B, 0xFF1F: .stop
        case 0x3001, 0xFF0C: .comma
        case 0x0300...0x036F, 0xFE00...0xFE0F: .accent
        case 0xFF10...0xFF19: .digit(Double(scalar - 0xFF10))
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFB00...0xFB06: .letter
        case 0x00BD: .fraction(0.5)
        case 0x00BC: .fraction(0.25)
        case 0x00BE: .fraction(0.75)
        case 0x00C0...0x024F, 0x0370...0x1FFF, 0x3040...0xD7FF, 0xF900...0xFAFF: .letter
        default: .symbol
        }
    }
}
