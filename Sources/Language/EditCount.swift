/// How many edits lie between two words: letters left out, too many, exchanged or swapped with their neighbour.
///
/// The distance of optimal string alignment, for all letters of a word at once in the bits of a number (Hyyrö 2003, "A
/// bit-vector algorithm for computing Levenshtein and Damerau edit distances"). It tells most words apart from the one
/// that was typed, before the edits are weighed.
struct EditCount {
    /// Per letter: the places at which it was typed.
    private let places: UnsafeMutableBufferPointer<UInt64>
    private let count: Int

    /// - Parameters:
    ///   - typed: at most 64 letters from a to z.
    ///   - room: 26 numbers, which are overwritten.
    init(_ typed: UnsafeBufferPointer<UInt8>, room: UnsafeMutableBufferPointer<UInt64>) {
        places = room
        count = typed.count
        room.update(repeating: 0)
        for index in typed.indices { room[Int(typed[index]) - 97] |= 1 << UInt64(index) }
    }

    /// The number of edits that make the typed word into `meant`, which holds letters from a to z.
    @inline(__always)
    func edits(to meant: UnsafeBufferPointer<UInt8>) -> Int {
        var vertical: (plus: UInt64, minus: UInt64) = (~0, 0)
        var diagonal: UInt64 = 0
        var before: UInt64 = 0
        var edits = count
        let last: UInt64 = 1 << UInt64(count - 1)
        for letter in meant {
            let same = places[Int(letter) &- 97]
            let swapped = ((~diagonal & same) << 1) & before
            diagonal = (((same & vertical.plus) &+ vertical.plus) ^ vertical.plus) | same | vertical.minus | swapped
            var plus = vertical.minus | ~(diagonal | vertical.plus)
            var minus = diagonal & vertical.plus
            if plus & last != 0 { edits &+= 1 }
            if minus & last != 0 { edits &-= 1 }
            plus = plus << 1 | 1
            minus <<= 1
            vertical.plus = minus | ~(diagonal | plus)
            vertical.minus = plus & diagonal
            before = same
        }
        return edits
    }
}
