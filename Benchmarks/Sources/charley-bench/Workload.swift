/// A seeded stream of numbers (SplitMix64): the same seed gives the same workload on every machine.
struct Seeded {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which is at least 1.
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }
}

/// Writes what people might send, from the rules of `Grammar.text`.
struct Workload {
    private let grammar: Grammar
    private var random: Seeded

    init(seed: UInt64) {
        grammar = Grammar(Grammar.text)
        random = Seeded(seed)
    }

    /// One message as UTF-8, on one line.
    mutating func utterance() -> [UInt8] { message("utterance") }

    /// An opening and the answers that follow it.
    mutating func conversation() -> [[UInt8]] {
        [utterance()] + (0..<(3 + random.below(7))).map { _ in message("answer") }
    }

    private mutating func message(_ rule: String) -> [UInt8] {
        var text: [UInt8] = []
        grammar.write(rule, into: &text, &random)
        // The rules leave double spaces where an optional part was left out.
        text = tidied(text)
        if random.happens(7) { slip(&text) }
        switch random.below(100) {
        case 0..<4: for index in text.indices where (97...122).contains(text[index]) { text[index] -= 32 }
        case 4..<50: for index in text.indices where (65...90).contains(text[index]) { text[index] += 32 }
        default: break
        }
        return text
    }

    private func tidied(_ text: [UInt8]) -> [UInt8] {
        var tidy: [UInt8] = []
        for byte in text {
            let isMark = byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?")
            if tidy.last == UInt8(ascii: " ") {
                if byte == UInt8(ascii: " ") { continue }
                if isMark { tidy.removeLast() }
            }
            tidy.append(byte)
        }
        while tidy.last == UInt8(ascii: " ") { tidy.removeLast() }
        return tidy
    }

    /// A typing error: one letter left out, doubled or changed places with the next.
    private mutating func slip(_ text: inout [UInt8]) {
        guard text.count > 4 else { return }
        let place = 1 + random.below(text.count - 3)
        guard text[place] < 0x80, text[place + 1] < 0x80 else { return }
        switch random.below(3) {
        case 0: text.remove(at: place)
        case 1: text.insert(text[place], at: place)
        default: text.swapAt(place, place + 1)
        }
    }
}

/// Rules of the form `name = alternative | alternative`, where `{other}` stands for a rule and `{other?30}` for a rule
/// that is used in 30 of 100 cases.
struct Grammar {
    private enum Piece {
        case bytes([UInt8])
        case rule(Int, percent: Int)
    }

    private var numbers: [String: Int] = [:]
    private var rules: [[[Piece]]] = []

    init(_ text: String) {
        for line in text.split(separator: "\n") {
            let halves = line.split(separator: "=", maxSplits: 1)
            guard halves.count == 2 else { continue }
            let number = number(of: trimmed(halves[0]))
            let alternatives = halves[1].split(separator: "|", omittingEmptySubsequences: false)
            rules[number] += alternatives.map { pieces(trimmed($0)) }
        }
        let empty = numbers.filter { rules[$0.value].isEmpty }.keys.sorted()
        precondition(empty.isEmpty, "rules that are used and not written: \(empty)")
    }

    private func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private mutating func number(of name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = rules.count
        rules.append([])
        return rules.count - 1
    }

    private mutating func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0 else {
                pieces.append(.bytes(Array(part.utf8)))
                continue
            }
            let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            let name = halves[0].split(separator: "?")
            pieces.append(.rule(number(of: String(name[0])), percent: name.count > 1 ? Int(name[1]) ?? 100 : 100))
            if halves.count > 1 { pieces.append(.bytes(Array(halves[1].utf8))) }
        }
        return pieces
    }

    /// Appends one of the texts a rule stands for.
    func write(_ name: String, into text: inout [UInt8], _ random: inout Seeded) {
        if let number = numbers[name] { write(number, into: &text, &random) }
    }

    private func write(_ number: Int, into text: inout [UInt8], _ random: inout Seeded) {
        for piece in rules[number][random.below(rules[number].count)] {
            switch piece {
            case .bytes(let bytes): text += bytes
            case .rule(let rule, let percent): if random.happens(percent) { write(rule, into: &text, &random) }
            }
        }
    }
}
