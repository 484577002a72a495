import Knowledge
import Testing

@testable import Understanding

@Suite struct BufferTests {
    @Test func valuesStayInTheirOrder() {
        var buffer = Buffer<Int>()
        #expect(buffer.isEmpty && buffer.first == nil && buffer.last == nil)
        for value in 0..<1_000 { buffer.append(value * 3) }
        #expect(buffer.count == 1_000 && buffer.first == 0 && buffer.last == 2_997)
        #expect(buffer.indices.allSatisfy { buffer[$0] == $0 * 3 })
        #expect(buffer.first { $0 > 10 } == 12 && !buffer.contains { $0 == 13 })
        buffer[5] = -1
        #expect(buffer[5] == -1 && buffer[6] == 18)
    }

    @Test func whatIsForgottenIsGone() {
        var buffer = Buffer<UInt8>()
        buffer.append(7)
        buffer.removeAll()
        #expect(buffer.isEmpty && !buffer.contains { $0 == 7 })
        buffer.fill(3, count: 100)
        #expect(buffer.count == 100 && buffer.first == 3 && buffer.last == 3)
        buffer.fill(4, count: 2)
        #expect(buffer.count == 2 && buffer[1] == 4)
        buffer.append(9)
        #expect(buffer.last == 9 && buffer.count == 3)
    }

    @Test func matchesCompare() {
        let long = Match(first: 1, end: 5, meaning: Meaning(.site))
        let inner = Match(first: 2, end: 5, meaning: Meaning(.site))
        #expect(long.outweighs(inner) && !inner.outweighs(long) && !long.outweighs(long))
        #expect(long.overlaps(inner) && !long.overlaps(Match(first: 5, end: 6, meaning: Meaning(.site))))
        #expect(long.count == 4)
    }
}
