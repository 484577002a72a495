import Knowledge

/// `sources.yaml` and `regions.yaml`.
enum SourceReading {
    static func sources(_ map: MapReader, _ draft: inout Draft) {
        if !map.has("sources") { map.missing("sources") }
        for entry in map.maps("sources", subject: "a source") {
            let id = entry.text("id")
            let title = entry.text("title").value
            let organisation = entry.text("organisation").value
            let year = entry.optionalText("year")?.value
            let address = entry.text("address").value
            let grade = entry.choice("verified", of: Source.Grade.self) ?? .unverified
            let read = entry.text("read").value
            entry.finish()
            draft.sourceNames.append(id)
            draft.sources.append(
                Source(
                    id: id.value, title: title, organisation: organisation, year: year == "none" ? nil : year,
                    address: address, grade: grade, read: read, place: id.place))
        }
    }

    /// The lines of a region, in the order they are shown.
    private static let lines = ["emergency", "health", "poison", "crisis"]

    static func regions(_ map: MapReader, _ draft: inout Draft) {
        if !map.has("regions") { map.missing("regions") }
        let frames = map.optionalTexts("said_as", "phrases")
        for entry in map.maps("regions", subject: "a region") {
            let id = entry.text("id")
            let name = entry.text("name").value
            let names = entry.texts("names", "names")
            let also = entry.optionalText("also")?.value
            let region = region(entry, id: id, name: name, names: names.map(\.value), also: also)
            if !entry.has("verified") { entry.missing("verified", "add 'verified: {emergency: V, ...}'") }
            entry.finish()
            note(region, entry)
            draft.say(names, Meaning(.region, draft.regions.count))
            // "I'm in Spain" says where somebody is; "back from Spain" does not.
            for name in names {
                let said = frames.map { frame in
                    Text(value: frame.value.replacing("NAME", with: name.value), place: frame.place, lead: nil)
                }
                draft.say(said, Meaning(.region, draft.regions.count, detail: 1))
            }
            draft.regionNames.append(id)
            draft.regions.append(region)
        }
        guard let unknown = map.optionalMap("unknown", subject: "the unknown region") else {
            if !map.has("unknown") { map.missing("unknown", "add 'unknown:' with the numbers for no known region") }
            return
        }
        let id = Text(value: "", place: unknown.place, lead: nil)
        draft.anywhere = region(unknown, id: id, name: "", names: [], also: nil)
        unknown.finish()
    }

    private static func region(_ map: MapReader, id: Text, name: String, names: [String], also: String?) -> Region {
        let texts = lines.map { map.text($0).value }
        var unverified: [String] = []
        if let grades = map.optionalMap("verified", subject: "the grades of a region's numbers") {
            for line in lines where grades.choice(line, of: Source.Grade.self) == .unverified {
                unverified.append(line)
            }
            grades.finish()
        }
        return Region(
            id: id.value, name: name, names: names, emergency: texts[0], health: texts[1], poison: texts[2],
            crisis: texts[3], unverified: unverified, place: id.place, also: also)
    }

    private static func note(_ region: Region, _ map: MapReader) {
        if region.unverified.isEmpty { return }
        map.complaints.note(
            map.place(of: "verified"),
            "unverified number of \(region.name): \(region.unverified.joined(separator: ", "))",
            remedy: "check it with the service and write V or S")
    }
}
