/// The text with every control character but newline and tab replaced by U+FFFD.
///
/// An answer may quote what the person typed or pasted. Sent raw, an escape sequence in it could
/// recolour, clear or reprogram their terminal.
package func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        clean.append(isControl(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(clean)
}

/// C0 without newline and tab, DEL, and C1.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    default: false
    }
}
