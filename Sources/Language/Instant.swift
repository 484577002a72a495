/// A point on the wall clock, given from outside: the engine never reads a clock.
///
/// Only what reading "since Tuesday" or "in 2019" needs: the local date, the weekday and the time of day.
package struct Instant: Hashable, Sendable {
    /// Days since 1970-01-01 in local time.
    package var day: Int
    /// Seconds since local midnight.
    package var secondOfDay: Int

    package init(day: Int, secondOfDay: Int) {
        self.day = day
        self.secondOfDay = secondOfDay
    }

    /// The civil date (proleptic Gregorian) to days; algorithm of H. Hinnant, "chrono-compatible low-level date algorithms".
    package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(day: era * 146_097 + dayOfEra - 719_468, secondOfDay: hour * 3_600 + minute * 60 + second)
    }

    /// 0 is Monday.
    package var weekday: Int { ((day + 3) % 7 + 7) % 7 }

    /// Year and month (1-12) of the civil date.
    package var yearAndMonth: (year: Int, month: Int) {
        let z = day + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month)
    }

    /// Reads ISO 8601 with an offset or `Z` ("2026-03-01T09:30:00+01:00"); the local reading is kept as written.
    /// Returns nil for anything else.
    package init?(iso8601 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":")
        else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(Optional(0)) { sum, byte in
                sum.flatMap { (48...57).contains(byte) ? $0 * 10 + Int(byte - 48) : nil }
            }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
            let minute = number(14..<16), let second = number(17..<19),
            (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
        else { return nil }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix { (48...57).contains($0) }
            guard !fraction.isEmpty else { return nil }
            rest = rest.dropFirst(1 + fraction.count)
        }
        guard day <= Self.days(inMonth: month, of: year), Self.isZone(Array(rest)) else { return nil }
        self.init(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    }

    /// "Z", or an offset such as "+01:00".
    private static func isZone(_ zone: [UInt8]) -> Bool {
        if zone == [UInt8(ascii: "Z")] || zone == [UInt8(ascii: "z")] { return true }
        guard zone.count == 6, zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-"),
            zone[3] == UInt8(ascii: ":")
        else {
            return false
        }
        let digits = [zone[1], zone[2], zone[4], zone[5]]
        guard digits.allSatisfy({ (48...57).contains($0) }) else { return false }
        let hours = Int(zone[1] - 48) * 10 + Int(zone[2] - 48)
        let minutes = Int(zone[4] - 48) * 10 + Int(zone[5] - 48)
        return hours <= 18 && minutes < 60
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: return 30
        case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: return 31
        }
    }
}
