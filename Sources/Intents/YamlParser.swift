import Knowledge
import Yams

/// Bytes to `YamlNode`s. The only place that knows Yams.
enum YamlParser {
    /// How to write what YAML would read otherwise.
    static let quoting =
        "put quotes around a text that holds ': ' or ' #' or begins with one of [ ] { } & * ! | > ' \" % @ ? -"

    /// The root of a file; nil if it cannot be read at all, after one complaint or more.
    static func parse(_ path: String, _ bytes: [UInt8], _ complaints: Complaints) -> YamlNode? {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        let text = String(decoding: body, as: UTF8.self)
        guard isReadable(body, text, path, complaints) else {
            complaints.addBroken(text)
            return nil
        }
        do {
            let (parser, document, repeated) = try compose(text)
            guard let document else {
                complaints.error(Place(file: path), "the file is empty", remedy: "fill it or delete it")
                return nil
            }
            var conversion = NodeConversion(path: path, text: text, repeated: repeated, complaints: complaints)
            // The parser keeps the anchors that the conversion refuses.
            if let node = withExtendedLifetime(parser, { conversion.node(document) }) { return node }
        } catch let error as YamlError {
            complaints.error(place(of: error, path), problem(of: error), remedy: remedy(for: error))
        } catch {
            complaints.error(Place(file: path), "the file cannot be read as YAML", remedy: quoting)
        }
        complaints.addBroken(text)
        return nil
    }

    /// Complains about bytes that are not UTF-8 and about tabs in an indent.
    private static func isReadable(_ bytes: [UInt8], _ text: String, _ path: String, _ complaints: Complaints) -> Bool {
        var isReadable = true
        let isValid = String(validating: bytes, as: UTF8.self) != nil
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }
            if let tab = indent.firstIndex(of: 0x09), indent.count < line.count, line[indent.endIndex] != 0x0D {
                let place = Place(file: path, line: index + 1, column: tab - line.startIndex + 1)
                complaints.error(place, "a tab in the indent", remedy: "indent by two spaces")
                isReadable = false
            }
            if !isValid, String(validating: line, as: UTF8.self) == nil {
                let before = String(decoding: line, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
                let place = Place(file: path, line: index + 1, column: before.count + 1)
                complaints.error(place, "a byte that is not UTF-8", remedy: "save the file as UTF-8")
                isReadable = false
            }
        }
        return isReadable
    }

    /// The document, and the keys that stand twice in one map: each is marked by a letter that no author types, so
    /// that Yams, which refuses the whole file for one of them, gives the rest. The letter leads back to its original.
    private static func compose(_ text: String) throws -> (Yams.Parser, Node?, [Unicode.Scalar: Unicode.Scalar]) {
        var text = text
        var repeated: [Unicode.Scalar: Unicode.Scalar] = [:]
        while true {
            do {
                let parser = try Yams.Parser(yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
                return (parser, try parser.singleRoot(), repeated)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                guard repeated.count < 256, let mark = Unicode.Scalar(0xE000 + UInt32(repeated.count)),
                    let index = index(of: context.mark, in: text)
                else { throw YamlError.duplicatedKeysInMapping(duplicates: keys, context: context) }
                repeated[mark] = text.unicodeScalars[index]
                text.unicodeScalars.replaceSubrange(index...index, with: [mark])
            }
        }
    }

    /// The first letter of the key at `mark`.
    private static func index(of mark: Mark, in text: String) -> String.Index? {
        let scalars = text.unicodeScalars
        var line = 1
        var index = scalars.startIndex
        while line < mark.line {
            guard let end = scalars[index...].firstIndex(of: "\n") else { return nil }
            index = scalars.index(after: end)
            line += 1
        }
        guard var key = scalars.index(index, offsetBy: mark.column - 1, limitedBy: scalars.endIndex) else { return nil }
        if key < scalars.endIndex, "\"'".unicodeScalars.contains(scalars[key]) { key = scalars.index(after: key) }
        guard key < scalars.endIndex, scalars[key].properties.isAlphabetic else { return nil }
        return key
    }

    private static func place(of error: YamlError, _ path: String) -> Place {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            return Place(file: path, line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(_, let context):
            return Place(file: path, line: context.mark.line, column: context.mark.column)
        case .reader(_, let offset, _, let yaml):
            let before = yaml.prefix(offset ?? 0)
            let lines = before.split(omittingEmptySubsequences: false) { $0.isNewline }
            return Place(file: path, line: max(lines.count, 1), column: (lines.last?.count ?? 0) + 1)
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded: return Place(file: path)
        }
    }

    private static func problem(of error: YamlError) -> String {
        switch error {
        case .scanner(let context, let problem, _, _), .parser(let context, let problem, _, _),
            .composer(let context, let problem, _, _):
            let when = context.map { " \($0.text) (line \($0.mark.line))" } ?? ""
            return "this is not YAML:\(when) \(problem)"
        case .duplicatedKeysInMapping(let keys, _):
            return "this key stands twice in one map: \(keys.sorted().joined(separator: ", "))"
        case .reader(let problem, _, _, _): return "this is not YAML: \(problem)"
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded: return "this is not YAML"
        }
    }

    private static func remedy(for error: YamlError) -> String {
        switch error {
        case .duplicatedKeysInMapping: "keep one of them"
        case .reader: "remove the character"
        case .composer: "keep one document in a file, without anchors"
        case .scanner, .parser: "check the indent, brackets and quotes here and on the line above, and \(quoting)"
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded: quoting
        }
    }
}
