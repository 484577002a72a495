/// Valid UTF-8 out of any bytes: each invalid byte becomes one U+FFFD, as the line contract says.
package enum Repair {
    /// The bytes with every invalid byte replaced; the input itself where it is valid.
    package static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        var index = bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            // Eight at a time: most texts are ASCII throughout.
            if let base = bytes.baseAddress {
                while index + 8 <= bytes.count,
                    UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                {
                    index += 8
                }
            }
            while index < bytes.count, bytes[index] < 0x80 { index += 1 }
            return index
        }
        while index < bytes.count, let length = scalarLength(bytes, at: index) { index += length }
        if index == bytes.count { return bytes }
        var repaired = Array(bytes[..<index])
        repaired.reserveCapacity(bytes.count + 16)
        while index < bytes.count {
            if let length = scalarLength(bytes, at: index) {
                repaired.append(contentsOf: bytes[index..<index + length])
                index += length
            } else {
                repaired.append(contentsOf: [0xEF, 0xBF, 0xBD])
                index += 1
            }
        }
        return repaired
    }

    /// Length of the well-formed scalar that begins at `index`, or nil (Unicode 15, table 3-7).
    static func scalarLength(_ bytes: [UInt8], at index: Int) -> Int? {
        let lead = bytes[index]
        if lead < 0x80 { return 1 }
        func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < bytes.count && range.contains(bytes[index + offset])
        }
        switch lead {
        case 0xC2...0xDF: return continues(1) ? 2 : nil
        case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : nil
        case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : nil
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : nil
        case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : nil
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : nil
        case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : nil
        default: return nil
        }
    }
}
