import Foundation
import Testing

/// The same bytes in, the same bytes out: whatever the run, the language, the time zone or the day.
@Suite struct DeterminismTests {
    static let lines = [
        "İ and ı: my left calf knots up at night since Tuesday, it is 5 out of 10", "no", "no", "not sure", "two weeks",
        "/why", "/facts", "since yesterday I also can't pee and my bottom is numb", "/why", "/source 1",
    ]

    @Test(arguments: [["chat"], ["chat", "--json"], ["understand"]])
    func nothingButTheInputCounts(_ arguments: [String]) throws {
        let lines = arguments == ["understand"] ? Self.lines.map { "{\"text\": \"\($0)\"}" } : Self.lines
        let surroundings = [
            [:], ["LANG": "C", "LC_ALL": "C", "TZ": "UTC"],
            [
                "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "COLUMNS": "20",
                "TERM": "dumb",
            ],
        ]
        let runs = try surroundings.map {
            try Binary.run(arguments + ["--now", Binary.now], input: Binary.data(lines), environment: $0)
        }
        #expect(!runs[0].output.isEmpty)
        for run in runs { #expect(run.output == runs[0].output && run.status == 0) }
    }
}
