import Language
import Testing

@Suite struct InstantTests {
    @Test(arguments: [
        (1970, 1, 1, 0, 3), (1970, 1, 2, 1, 4), (1969, 12, 31, -1, 2), (2000, 2, 29, 11_016, 1),
        (2000, 3, 1, 11_017, 2),
        (2026, 3, 1, 20_513, 6), (1900, 3, 1, -25_508, 3), (2100, 3, 1, 47_541, 0),
    ])
    func knownDates(_ year: Int, _ month: Int, _ day: Int, _ days: Int, _ weekday: Int) {
        let instant = Instant(year: year, month: month, day: day)
        #expect(instant.day == days)
        #expect(instant.weekday == weekday)
        #expect(instant.yearAndMonth == (year, month))
    }

    /// Every day from 1890 to 2110, counted one by one.
    @Test func everyDayFollowsTheOneBefore() {
        var expected = Instant(year: 1890, month: 1, day: 1).day
        for year in 1890..<2110 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                for day in 1...length {
                    let instant = Instant(year: year, month: month + 1, day: day)
                    if instant.day != expected || instant.yearAndMonth != (year, month + 1) {
                        Issue.record("\(year)-\(month + 1)-\(day): \(instant.day), \(instant.yearAndMonth)")
                    }
                    expected += 1
                }
            }
        }
    }

    @Test func isoIsReadAsWritten() throws {
        let instant = try #require(Instant(iso8601: "2026-03-01T09:30:15+01:00"))
        #expect(instant == Instant(year: 2026, month: 3, day: 1, hour: 9, minute: 30, second: 15))
        #expect(instant.secondOfDay == 34_215)
        for text in ["2026-03-01T09:30:15Z", "2026-03-01 09:30:15z", "2026-03-01T09:30:15.250-05:30"] {
            #expect(Instant(iso8601: text) == instant, "\(text)")
        }
    }

    @Test(arguments: [
        "", "now", "2026-03-01", "2026-03-01T09:30:15", "2026-03-01T09:30Z", "2026-13-01T09:30:15Z",
        "2026-00-01T09:30:15Z",
        "2026-03-00T09:30:15Z", "2026-03-32T09:30:15Z", "2026-03-01T24:30:15Z", "2026-03-01T09:60:15Z",
        "2026-03-01T09:30:61Z", "2026-03-01T09:30:15+0100", "2026-03-01T09:30:15+01:00 ", "2026-03-01T09:30:15X",
        "2026/03/01T09:30:15Z", "20a6-03-01T09:30:15Z", "2026-03-01T09-30-15Z", "２０２６-03-01T09:30:15Z",
        " 2026-03-01T09:30:15Z", "2026-03-01T09:30:15.5",
    ])
    func whatIsNoInstant(_ text: String) {
        #expect(Instant(iso8601: text) == nil)
    }

    /// A day that no calendar has, and an offset that is no number.
    @Test(arguments: [
        "2026-02-30T09:30:15Z", "2026-02-29T09:30:15Z", "2026-04-31T09:30:15Z", "2026-03-01T09:30:15+ab:cd",
        "2026-03-01T09:30:15+99:99", "2026-03-01T09:30:15.Z",
    ])
    func whatOnlyLooksLikeAnInstant(_ text: String) {
        #expect(Instant(iso8601: text) == nil)
    }
}
