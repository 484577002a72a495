import Clinical
import Knowledge

/// Numbers for all that can be part of a combination: lists of words, then sites, then sides.
struct PartNumbers: Sendable {
    let count: Int
    private let terms: Int
    private let sites: [Site]

    /// The number of the first site and of the first side.
    var firstSite: Int { terms }
    var firstSide: Int { terms + sites.count }

    init(_ knowledge: Knowledge) {
        terms = knowledge.terms.count
        sites = knowledge.sites
        count = terms + sites.count + Side.allCases.count
    }

    /// All parts, by their numbers.
    var all: [Combination.Part] {
        (0..<terms).map { .term($0) } + sites.indices.map { .site(SiteID($0)) } + Side.allCases.map { .side($0) }
    }

    func number(of part: Combination.Part) -> Int32 {
        switch part {
        case .term(let term): Int32(term)
        case .site(let site): Int32(terms + site.index)
        case .side(let side): Int32(terms + sites.count + (Side.allCases.firstIndex(of: side) ?? 0))
        }
    }

    /// What a phrase of this meaning is as a part; a site is all that it is part of as well.
    func numbers(of meaning: Meaning) -> [Int32] {
        switch meaning.kind {
        case .term: return [meaning.index]
        case .side: return [Int32(terms + sites.count) + meaning.detail]
        case .site:
            var numbers: [Int32] = []
            var site: SiteID? = SiteID(Int(meaning.index))
            while let here = site {
                numbers.append(Int32(terms + here.index))
                site = sites[here.index].parent
            }
            return numbers
        case .symptom, .severity, .degree, .attribute, .finding, .vague, .number, .unit, .time, .modifier, .answer,
            .topic, .option, .item, .person, .region, .clause, .spread, .block:
            return []
        }
    }
}

/// Which parts of combinations stand in a text. Forgetting them all costs nothing: each text has a stamp of its own.
struct PartSet: ~Copyable {
    private var stamps = Buffer<UInt32>()
    private var stamp: UInt32 = 0

    mutating func removeAll(of count: Int) {
        if stamps.count != count || stamp == .max {
            stamps.fill(0, count: count)
            stamp = 0
        }
        stamp += 1
    }

    @inline(__always)
    mutating func insert(_ part: Int32) { stamps[Int(part)] = stamp }

    /// Adds a part. Returns whether it was not among them.
    @inline(__always)
    mutating func insertNew(_ part: Int32) -> Bool {
        if stamps[Int(part)] == stamp { return false }
        stamps[Int(part)] = stamp
        return true
    }

    @inline(__always)
    func contains(_ part: Int32) -> Bool { stamps[Int(part)] == stamp }

    @inline(__always)
    func contains(allOf parts: UnsafeBufferPointer<Int32>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if !contains(parts[index]) { return false }
            index &+= 1
        }
        return true
    }
}
