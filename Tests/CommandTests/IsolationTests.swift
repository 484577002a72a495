import Testing

/// Conversations that go on at the same time never touch.
@Suite struct IsolationTests {
    static let back = [
        "my lower back locks up when I sneeze", "no", "about a 7", "since Monday I can't pee", "/facts", "/why",
    ]
    static let calf = ["a cramp in my right calf woke me", "no", "/facts", "no", "ten seconds or so", "/why"]

    @Test func twoProcessesInterleavedAreAsAlone() throws {
        let alone = (back: try Binary.chat(Self.back), calf: try Binary.chat(Self.calf))
        let (first, second) = (try LiveSession.json(), try LiveSession.json())
        for index in Self.back.indices {
            #expect(try first.answer(Self.back[index]) == alone.back[index])
            #expect(try second.answer(Self.calf[index]) == alone.calf[index])
        }
        #expect(try first.finish().status == 0)
        #expect(try second.finish().status == 0)
    }

    @Test func oneConversationAfterAnotherIsAsTheFirst() throws {
        let alone = try Binary.chat(Self.calf)
        let after = try Binary.chat(Self.back + ["/reset"] + Self.calf)
        #expect(Array(after.suffix(Self.calf.count)) == alone)
    }
}
