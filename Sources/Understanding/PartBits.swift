import Clinical
import Knowledge

/// One bit for each part of a combination. Parts may share a bit: a bit that is not set tells that none of them stands in
/// a text, one that is set tells nothing.
struct PartBits: Sendable {
    typealias Bits = UInt128

    /// Per site: its own bit and those of what it is part of.
    private let siteBits: [Bits]

    init(_ knowledge: Knowledge) {
        siteBits = knowledge.sites.indices.map { index in
            var bits: Bits = 0
            var site: SiteID? = SiteID(index)
            while let here = site {
                bits |= Self.bit(ofSite: here.index)
                site = knowledge.sites[here.index].parent
            }
            return bits
        }
    }

    static func bit(of part: Combination.Part) -> Bits {
        switch part {
        case .term(let term): bit(ofTerm: term)
        case .site(let site): bit(ofSite: site.index)
        case .side(let side): bit(ofSide: Side.allCases.firstIndex(of: side) ?? 0)
        }
    }

    private static func bit(ofTerm term: Int) -> Bits { 1 << Bits(term % 100) }
    private static func bit(ofSite site: Int) -> Bits { 1 << Bits(100 + site % 24) }
    private static func bit(ofSide side: Int) -> Bits { 1 << Bits(124 + side % 4) }

    /// The bits of a part that stands in a text; none for what is no part.
    func bits(of meaning: Meaning) -> Bits {
        switch meaning.kind {
        case .term: Self.bit(ofTerm: Int(meaning.index))
        case .site: siteBits[Int(meaning.index)]
        case .side: Self.bit(ofSide: Int(meaning.detail))
        case .symptom, .severity, .degree, .attribute, .finding, .vague, .number, .unit, .time, .modifier, .answer,
            .topic, .option, .item, .person, .region, .clause, .spread, .block:
            0
        }
    }
}
