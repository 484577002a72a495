/// What it costs to make one word into another, by weighed edits.
enum EditCost {
    private static let other = 10
    private static let swap = 7
    private static let double = 6
    private static let vowel = 8
    private static let sound = 6
    private static let first = 6
    /// A neighbour on the keyboard.
    private static let key = 10
    /// Letters that have nothing to do with each other.
    private static let strange = 14

    /// The cost, or more than `limit` where it is greater. Both words hold letters a to z only.
    static func between(_ typed: UnsafeBufferPointer<UInt8>, _ meant: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
        let width = meant.count + 1
        let exchanges = exchanges
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * width) { rows in
            rows.initialize(repeating: 0)
            var before = 0
            var last = width
            var row = 2 * width
            for column in 1..<width {
                rows[last + column] = rows[last + column - 1] + Int32(gap(meant, column - 1))
            }
            // A swap goes back two rows: only where both are beyond the limit is there no way to stay below it.
            var leastBefore: Int32 = 0
            for line in 1...typed.count {
                rows[row] = rows[last] + Int32(gap(typed, line - 1))
                var least = rows[row]
                let exchangeRow = (Int(typed[line - 1]) - 97) * 26
                for column in 1..<width {
                    let exchange = exchanges[exchangeRow + Int(meant[column - 1]) - 97]
                    var cost =
                        rows[last + column - 1] + (line == 1 && exchange > 0 ? exchange + Int32(first) : exchange)
                    // A letter is left out more often than one too many is typed.
                    cost = min(cost, rows[last + column] + Int32(gap(typed, line - 1)) + 1)
                    cost = min(cost, rows[row + column - 1] + Int32(gap(meant, column - 1)) - 1)
                    if line > 1, column > 1, typed[line - 1] == meant[column - 2], typed[line - 2] == meant[column - 1],
                        typed[line - 1] != typed[line - 2]
                    {
                        cost = min(cost, rows[before + column - 2] + Int32(swap))
                    }
                    rows[row + column] = cost
                    least = min(least, cost)
                }
                if Int(min(least, leastBefore)) > limit { return limit + 1 }
                leastBefore = least
                (before, last, row) = (last, row, before)
            }
            return Int(rows[last + width - 1])
        }
    }

    /// A letter too many or too few.
    private static func gap(_ word: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        if index > 0, word[index - 1] == word[index] { return double }
        return index == 0 ? other + first : other
    }

    /// What it costs that one letter stands for another, row by row of the letter that was typed.
    private static let exchanges: [Int32] = (0..<676).map { place in
        let (a, b) = (UInt8(97 + place / 26), UInt8(97 + place % 26))
        if a == b { return 0 }
        if isVowel(a), isVowel(b) { return Int32(vowel) }
        return Int32(soundsAlike(a, b) ? sound : isBeside(a, b) ? key : strange)
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }

    /// The rows of a QWERTY keyboard, as places: row times ten plus column, each row half a key to the right.
    private static let keys: [Int8] = [
        10, 24, 22, 12, 2, 13, 14, 15, 7, 16, 17, 18, 26, 25, 8, 9, 0, 3, 11, 4, 6, 23, 1, 21, 5, 20,
    ]

    private static func isBeside(_ a: UInt8, _ b: UInt8) -> Bool {
        let (one, other) = (Int(keys[Int(a - 97)]), Int(keys[Int(b - 97)]))
        let (upper, lower) = (min(one, other), max(one, other))
        switch lower / 10 - upper / 10 {
        case 0: return lower - upper == 1
        case 1: return lower % 10 == upper % 10 || lower % 10 == upper % 10 - 1
        default: return false
        }
    }

    private static func soundsAlike(_ a: UInt8, _ b: UInt8) -> Bool {
        switch (min(a, b), max(a, b)) {
        case (UInt8(ascii: "s"), UInt8(ascii: "z")), (UInt8(ascii: "c"), UInt8(ascii: "k")),
            (UInt8(ascii: "c"), UInt8(ascii: "s")), (UInt8(ascii: "g"), UInt8(ascii: "j")),
            (UInt8(ascii: "f"), UInt8(ascii: "v")), (UInt8(ascii: "m"), UInt8(ascii: "n")):
            true
        default: false
        }
    }
}
