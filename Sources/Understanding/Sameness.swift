import Knowledge
import Language

// Comparing an enum of another module is a call into that module, and these are compared many times for each word.
// Written out here, each becomes a comparison of two bytes.

extension Meaning.Kind {
    private var byte: UInt8 {
        switch self {
        case .site: 0
        case .symptom: 1
        case .severity: 2
        case .degree: 3
        case .side: 4
        case .attribute: 5
        case .finding: 6
        case .vague: 7
        case .term: 8
        case .number: 9
        case .unit: 10
        case .time: 11
        case .modifier: 12
        case .answer: 13
        case .topic: 14
        case .option: 15
        case .item: 16
        case .person: 17
        case .region: 18
        case .clause: 19
        case .spread: 20
        case .block: 21
        }
    }

    @inline(__always) static func == (a: Self, b: Self) -> Bool { a.byte == b.byte }
    @inline(__always) static func != (a: Self, b: Self) -> Bool { a.byte != b.byte }

    /// A bit for each kind, so that a set of kinds is a number.
    @inline(__always) var bit: UInt32 { 1 << UInt32(byte) }
}

extension Token.Kind {
    private var byte: UInt8 {
        switch self {
        case .word: 0
        case .number: 1
        case .stop: 2
        case .comma: 3
        case .dash: 4
        case .mark: 5
        }
    }

    @inline(__always) static func == (a: Self, b: Self) -> Bool { a.byte == b.byte }
    @inline(__always) static func != (a: Self, b: Self) -> Bool { a.byte != b.byte }
}

extension Modifier.Effect {
    private var byte: UInt8 {
        switch self {
        case .absent: 0
        case .uncertain: 1
        case .hypothetical: 2
        case .feared: 3
        case .remote: 4
        case .undated: 5
        case .stopped: 6
        case .longStanding: 7
        case .mild: 8
        case .family: 9
        case .current: 10
        case .untilNow: 11
        case .nothing: 12
        }
    }

    @inline(__always) static func == (a: Self, b: Self) -> Bool { a.byte == b.byte }
    @inline(__always) static func != (a: Self, b: Self) -> Bool { a.byte != b.byte }
}
