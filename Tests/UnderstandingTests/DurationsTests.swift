import Clinical
import Knowledge
import Language
import Testing

@testable import Understanding

/// Phrases that are lengths of time, and what they mean. A month is 30 days, a year 365.
@Suite struct DurationsTests {
    @Test(arguments: [
        ("3 days", "3d"), ("three days", "3d"), ("3days", "3d"), ("3d", "3d"), ("a day", "1d"), ("an hour", "1h"),
        ("one minute", "1m"), ("20 mins", "20m"), ("twenty five minutes", "25m"), ("twenty-five minutes", "25m"),
        ("two hundred days", "200d"), ("half an hour", "30m"), ("1.5 hours", "90m"), ("1½ hours", "90m"),
        ("1 1/2 hours", "90m"), ("1/2 hour", "30m"), ("½ hour", "30m"), ("an hour and a half", "90m"),
        ("2 and a half hours", "150m"), ("2 and a quarter hours", "135m"), ("a week and a half", "252h"),
        ("1 hour 30 minutes", "90m"), ("1 hour and 30 minutes", "90m"), ("a year and two months", "425d"),
        ("a couple of days", "~2d"), ("a few weeks", "~3w"), ("2 years", "2y"), ("30 seconds", "30s"), ("90s", "90s"),
        ("1 month 2 days", "32d"), ("2 days 1 month", "32d"), ("2 years 1 month 21 days", "781d"),
        ("1 year, 2 days and 4 hours", "8812h"), ("2 hours and 10", "130m"), ("hour and a half", "90m"),
        ("one and a quarter of an hour", "75m"), ("1 and 1/2 weeks", "252h"), ("twenty and five minutes", "25m"),
        ("5-minute", "5m"), ("3/7", "3d"), ("6/52", "6w"), ("5/12", "5mo"),
    ])
    func lengths(_ text: String, _ length: String) throws {
        let found = try Reading(text).lengths
        #expect(found == [length])
        #expect(try Reading("spasms \(text)").lengths == [length])
    }

    @Test(arguments: [
        ("2-3 days", "2d..3d"), ("2–3 days", "2d..3d"), ("2—3 days", "2d..3d"), ("2 - 3 days", "2d..3d"),
        ("2 – 3 days", "2d..3d"), ("2 to 3 days", "2d..3d"), ("two or three days", "2d..3d"),
        ("a day or two", "1d..2d"), ("between 2 and 3 days", "2d..3d"), ("2/3 days", "2d..3d"),
        ("two three days", "2d..3d"), ("day or two", "1d..2d"),
        ("an hour or two", "1h..2h"), ("2 days to 3 weeks", "2d..3w"), ("2 days - 3 weeks", "2d..3w"),
        ("2d-3d", "2d..3d"),
        ("30 to 90 seconds", "30s..90s"), ("1 to 1½ hours", "1h..90m"), ("a couple of days or three", "~2d..3d"),
        ("half an hour to an hour", "30m..1h"), ("a week or two", "1w..2w"), ("5 minutes or 10", "5m..10m"),
    ])
    func ranges(_ text: String, _ length: String) throws {
        let found = try Reading(text).lengths
        #expect(found == [length])
    }

    @Test(arguments: [
        ("about 3 days", "~3d"), ("around a week", "~1w"), ("3 days or so", "~3d"), ("over a year", "1y.."),
        ("more than 6 weeks", "6w.."), ("at least 2 hours", "2h.."), ("less than an hour", "..1h"),
        ("under 10 minutes", "..10m"),
        ("up to 2 days", "..2d"), ("a week or so", "~1w"), ("2 days or more", "2d.."), ("over 2-3 weeks", "2w.."),
        ("about 2–3 days", "~2d..3d"),
    ])
    func hedgesAndOpenEnds(_ text: String, _ length: String) throws {
        let found = try Reading(text).lengths
        #expect(found == [length])
    }

    @Test(arguments: [
        ("lasting 2 days", "2d spell"), ("spasms lasting 2 - 3 days", "2d..3d spell"),
        ("lasts for about 10 minutes", "~10m spell"),
        ("5 minutes each time", "5m spell"), ("for 3 weeks", "3w course"), ("for over a year", "1y.. course"),
        ("for at least 6 weeks", "6w.. course"), ("3 weeks so far", "3w course"), ("2 days ago", "2d ago"),
        ("about 3 weeks ago", "~3w ago"), ("the last 3 days", "3d last"), ("for the past week", "1w last"),
        ("last 2-3 weeks", "2w..3w last"), ("past month", "1mo last"), ("for ages", "~12w.. course"),
        ("all night", "~6h..12h"), ("yesterday", "~1d..2d ago"), ("since yesterday", "~1d..2d since"),
        ("last night", "~0s..1d ago"), ("lasted all night", "~6h..12h spell"), ("lasting a second", "1s spell"),
    ])
    func roles(_ text: String, _ length: String) throws {
        let found = try Reading(text).durations
        #expect(found == [length])
    }

    /// The seed's own sentence: how long each spasm lasts, not how long the trouble has gone on.
    @Test func theSeedsSentence() throws {
        let reading = try Reading(
            "I have been experiencing severe muscle spasms in my back lasting 2 - 3 days and returning frequently.")
        #expect(reading.entities == ["severe", "spasm", "back", "2d..3d spell"])
        let duration = try #require(reading.understanding.entities.last)
        #expect(reading.words(duration.span) == "2 - 3 days")
    }

    @Test(arguments: [
        "24/7", "twice a day", "3 times a day", "2 tablets", "7/10", "second opinion", "every day", "the day",
        "good days", "a good day", "day 3", "5 per cent", "400 mg", "m", "d", "may", "1 of them", "half",
        "the second one",
        "7 out of 10", "page 52", "3.5", "2-3", "two or three", "hours and hours", "a", "10/10", "38.5 c", "room 7",
    ])
    func whatIsNoLength(_ text: String) throws {
        #expect(try Reading(text).durations == [])
    }

    @Test(arguments: [
        ("since tuesday", "~108h..132h since"), ("on tuesday", "~108h..132h ago"),
        ("since sunday", "~156h..180h since"),
        ("since saturday", "~12h..36h since"), ("since january", "~1mo..2mo since"),
        ("since march", "~11mo..12mo since"),
        ("since 2019", "~74mo..8y since"), ("in 2025", "~1mo..2y ago"), ("since 2026", "~0s..1y since"),
        ("since 2027", "~0s..1y since"),
    ])
    func datesAreCountedFromNow(_ text: String, _ length: String) throws {
        // A Sunday.
        let now = Instant(year: 2026, month: 3, day: 1, hour: 12)
        let found = try Reading(text, now: now).durations
        #expect(found == [length])
    }

    @Test func withoutAClockDatesAreRough() throws {
        #expect(try Reading("since tuesday").durations == ["~0s..1w since"])
        #expect(try Reading("since 2019").durations.count == 1)
        #expect(try Reading("since march").durations == [])
    }

    @Test func severalInOneMessage() throws {
        let reading = try Reading("spasms lasting 30 seconds, for 2 weeks, worse since yesterday")
        #expect(reading.durations == ["30s spell", "2w course", "~1d..2d since"])
    }

    @Test func theSpanIsWhatWasSaid() throws {
        let reading = try Reading("it lasts for 2–3 days each time")
        let span = try #require(reading.understanding.entities.first?.span)
        #expect(reading.words(span) == "2–3 days")
    }
}
