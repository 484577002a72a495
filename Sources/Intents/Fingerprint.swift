/// FNV-1a over 64 bits: tells one state of the data from another. Not for security.
struct Fingerprint {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    /// 16 hexadecimal digits.
    var text: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The fingerprint of files, each by its path and its bytes.
    static func of(_ files: [(path: String, bytes: [UInt8])]) -> String {
        var print = Fingerprint()
        for file in files {
            print.add(file.path.utf8)
            print.add(CollectionOfOne(0xFF))
            print.add(file.bytes)
            print.add(CollectionOfOne(0xFF))
        }
        return print.text
    }
}
