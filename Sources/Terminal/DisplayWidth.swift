/// How many columns a terminal gives to the text.
///
/// Our own table instead of `wcwidth`, whose answer depends on the locale.
func displayWidth(_ text: Substring) -> Int {
    text.reduce(0) { $0 + displayWidth($1) }
}

private func displayWidth(_ character: Character) -> Int {
    if character.isASCII { return 1 }
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.properties.isEmojiPresentation { return 2 }
    // VARIATION SELECTOR-16 asks for the coloured, wide form of a sign that has two.
    if character.unicodeScalars.dropFirst().first == "\u{FE0F}" { return 2 }
    switch scalar.value {
    case 0x1100...0x115F,  // Hangul initials
        0x2E80...0x303E, 0x3041...0xA4CF,  // CJK, kana, Yi
        0xAC00...0xD7A3,  // Hangul syllables
        0xF900...0xFAFF, 0xFE30...0xFE6F,  // CJK compatibility
        0xFF00...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
        0x20000...0x3FFFD:  // CJK extensions
        return 2
    default:
        return 1
    }
}
