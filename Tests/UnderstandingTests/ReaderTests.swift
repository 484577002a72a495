import Clinical
import Intents
import Knowledge
import Language
import Testing

@testable import Understanding

/// Any text is read, always to the same thing.
@Suite struct ReaderTests {
    private static let pieces = [
        "back", "left ", "leg ", "numb ", "between my legs ", "no ", "not ", "can't pee ", "fever ", "2", "-", "–",
        "3 ", "days ", "/",
        "10 ", "½", "since ", "tuesday ", "2019 ", ".", ",", "\n", "and ", "but ", "or ", "my mum ", "he ", "i ",
        "yes ", "the second ",
        "maybe ", "what if ", "years ago ", "had ", "gone now ", "😭", "é", "👩‍👩‍👧", "\u{0}", "\u{FFFD}", "’", "soooo ",
        "waterworks trouble ",
        "goes down ", "out of 10 ", "temp ", "38.5", "°c ", "aged ", "i'm ", "a ", "half an hour ", "every ", "24/7 ",
        "more than ",
        "peeing ", "all of them ", "only ", "always had ", "thank you ",
    ]

    static func message(_ random: inout Seeded) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...16, using: &random) {
            if Int.random(in: 0..<12, using: &random) == 0 { bytes.append(UInt8.random(in: 0...255, using: &random)) }
            bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
        }
        return bytes
    }

    private static func spans(_ understanding: Understanding) -> [Span] {
        understanding.entities.map(\.span) + understanding.findings.map(\.span) + understanding.unclaimed
            + understanding.scopes.flatMap { [$0.span, $0.reach] }
            + (understanding.answer.map { [$0.span] + $0.items.map(\.span) } ?? [])
    }

    private static func same(_ a: Understanding, _ b: Understanding) -> Bool {
        a.entities == b.entities && a.findings == b.findings && a.answer == b.answer && a.intent == b.intent
            && a.topic == b.topic
            && a.patient == b.patient && a.scopes == b.scopes && a.unclaimed == b.unclaimed && a.bareSide == b.bareSide
            && a.concepts == b.concepts && a.isCorrection == b.isCorrection && a.saysLongStanding == b.saysLongStanding
    }

    @Test(arguments: 0..<16)
    func anyTextIsReadToSpansInsideIt(_ seed: UInt64) throws {
        let knowledge = try SmallFolder.knowledge()
        let reader = Reader(knowledge)
        var situations = [Situation()]
        for index in knowledge.questions.indices {
            situations.append(Situation(expecting: .question(QuestionID(index))))
        }
        for index in knowledge.findings.indices {
            situations.append(Situation(expecting: .finding(FindingID(index))))
            situations.append(Situation(expecting: .date(FindingID(index))))
        }
        if let screen = knowledge.question(named: "Q-CES") { situations.append(Situation(expecting: .which(screen))) }
        var random = Seeded(seed)
        var reused = Workspace()
        for _ in 0..<150 {
            let bytes = Self.message(&random)
            var situation = situations.randomElement(using: &random) ?? Situation()
            situation.patient = Bool.random(using: &random) ? 1 : nil
            situation.isAboutWriter = Bool.random(using: &random)
            situation.now = Bool.random(using: &random) ? Instant(year: 2026, month: 3, day: 1) : nil
            let concepts = [Span(0, 3), Span(2, 9)]
            let reading = reader.read(
                bytes, situation: situation, concepts: concepts, isExplained: true, workspace: &reused)
            let text = reused.utterance.bytes
            for span in Self.spans(reading) {
                #expect(span.start >= 0 && span.start <= span.end && span.end <= text.count, "\(bytes)")
                #expect(span.start >= text.count || text[span.start] & 0xC0 != 0x80, "\(bytes)")
                #expect(span.end >= text.count || text[span.end] & 0xC0 != 0x80, "\(bytes)")
            }
            for entity in reading.entities {
                if case .duration(let interval, _) = entity.value, let low = interval.low, let high = interval.high {
                    #expect(0 <= low && low <= high, "\(String(decoding: bytes, as: UTF8.self))")
                }
            }
            #expect(reading.concepts.count == 2)
            // A fresh set of buffers and another reader make no difference.
            var fresh = Workspace()
            let again = Reader(knowledge).read(
                bytes, situation: situation, concepts: concepts, isExplained: true, workspace: &fresh)
            #expect(Self.same(reading, again), "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test func longMessagesAreReadWhole() throws {
        for piece in ["back ", "no ", "numb between my legs ", "2-3 ", "fever, ", "my mum ", "/", "\n", "’"] {
            let reading = try Reading(String(repeating: piece, count: 2_000))
            #expect(reading.utterance.bytes.count == piece.utf8.count * 2_000)
        }
    }

    @Test func nothingIsReadFromNothing() throws {
        for text in ["", " ", "\n", "\u{0}", "😭", "?!"] {
            let reading = try Reading(text)
            #expect(reading.entities.isEmpty && reading.findings.isEmpty && reading.understanding.unclaimed.isEmpty)
        }
    }

    @Test func shoutingAndTyposReadAlike() throws {
        let plain = try Reading("i can't pee and my left leg is swollen")
        for text in [
            "I CAN'T PEE AND MY LEFT LEG IS SWOLLEN", "i cant pee and my left leg is swollen",
            "I can’t peeee and my left leggg is swollen",
        ] {
            let other = try Reading(text)
            #expect(other.findings == plain.findings && other.entities == plain.entities, "\(text)")
        }
        #expect(plain.findings == ["retention", "swollen_leg"] && plain.entities == ["leg/left"])
    }

    /// The data as they are: the seed's sentence.
    @Test func theRealKnowledge() throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let knowledge = try #require(IntentsFolder.load("/\(root)/Intents").knowledge)
        var workspace = Workspace()
        let text =
            "I have been experiencing severe muscle spasms in my back lasting 2 - 3 days and returning frequently."
        let reading = Reader(knowledge).read(Array(text.utf8), workspace: &workspace)
        let words = reading.entities.map { workspace.utterance.text($0.span) }
        #expect(words.contains("severe") && words.contains("back") && words.contains("2 - 3 days"))
        #expect(reading.findings.isEmpty && reading.intent == .describe)
    }
}
