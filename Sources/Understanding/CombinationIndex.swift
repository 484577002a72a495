import Knowledge

/// Which combinations have all their parts in a text.
///
/// Each is looked for at one of its parts alone: at the one that the fewest combinations have, so that a word that many
/// of them share, such as "can't", costs nothing.
struct CombinationIndex: Sendable {
    let partCount: Int
    /// Per part: its stretch of `combinations`, and once more at the end.
    private let starts: [Int32]
    /// Stretches of `parts`: all parts of a combination.
    private let combinations: [Range<Int32>]
    private let parts: [Int32]

    init(_ knowledge: Knowledge, _ numbers: PartNumbers) {
        partCount = numbers.count
        let all = knowledge.combinations.map { Set($0.parts.map(numbers.number(of:))).sorted() }
        var uses = Array(repeating: 0, count: numbers.count)
        for parts in all { for part in parts { uses[Int(part)] += 1 } }
        var ofPart = Array(repeating: [[Int32]](), count: numbers.count)
        for parts in all {
            guard let rarest = parts.min(by: { uses[Int($0)] < uses[Int($1)] }) else { continue }
            ofPart[Int(rarest)].append(parts)
        }
        var starts: [Int32] = []
        var combinations: [Range<Int32>] = []
        var flat: [Int32] = []
        for lists in ofPart {
            starts.append(Int32(combinations.count))
            for list in lists {
                combinations.append(Int32(flat.count)..<Int32(flat.count + list.count))
                flat += list
            }
        }
        self.starts = starts + [Int32(combinations.count)]
        self.combinations = combinations
        parts = flat
    }

    /// Adds to `needed` the parts of all combinations whose parts are all `standing`; `list` holds these one by one.
    @inline(__always)
    func find(_ list: borrowing Buffer<Int32>, _ standing: borrowing PartSet, needed: inout PartSet) {
        starts.withUnsafeBufferPointer { starts in
            combinations.withUnsafeBufferPointer { combinations in
                parts.withUnsafeBufferPointer { parts in
                    for index in list.indices {
                        let part = Int(list[index])
                        var combination = Int(starts[part])
                        let end = Int(starts[part &+ 1])
                        while combination < end {
                            let range =
                                Int(
                                    combinations[combination].lowerBound)..<Int(
                                    combinations[combination].upperBound)
                            if standing.contains(allOf: parts, range) {
                                for place in range { needed.insert(parts[place]) }
                            }
                            combination &+= 1
                        }
                    }
                }
            }
        }
    }
}
