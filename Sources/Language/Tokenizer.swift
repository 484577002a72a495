/// Bytes to tokens, in one pass: folds ASCII case, straightens quotes and dashes, splits digits from letters.
package enum Tokenizer {
    /// Appends the tokens of `bytes` (valid UTF-8). Linear in the length of the input.
    package static func tokenize(_ bytes: [UInt8], vocabulary: Vocabulary, into tokens: inout [Token]) {
        var memo = CorrectionMemo()
        tokenize(bytes, vocabulary: vocabulary, memo: &memo, into: &tokens)
    }

    static func tokenize(
        _ bytes: [UInt8], vocabulary: Vocabulary, memo: inout CorrectionMemo, into tokens: inout [Token]
    ) {
        bytes.withUnsafeBufferPointer { buffer in
            ByteClass.table.withUnsafeBufferPointer { table in
                withUnsafeTemporaryAllocation(of: Token.self, capacity: 40) { batch in
                    vocabulary.withTables { slots, canonical in
                        var pass = Pass(bytes: buffer, slots: slots, canonical: canonical, batch: batch)
                        pass.run(table, vocabulary: vocabulary, memo: &memo, into: &tokens)
                        pass.flush(&tokens)
                    }
                }
            }
        }
    }

    /// A text with letters in place of those that are read as them: without accents, ligatures and full width.
    package static func folded(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
        return bytes.withUnsafeBufferPointer { bytes in
            var folded: [UInt8] = []
            var index = 0
            while index < bytes.count {
                let length = bytes[index] < 0x80 ? 1 : WideScalar.read(bytes, at: index).length
                folded += WideScalar.folded(bytes, at: index, length) ?? Array(bytes[index..<index + length])
                index += length
            }
            return folded
        }
    }

    private struct Pass {
        let bytes: UnsafeBufferPointer<UInt8>
        var index = 0
        var lastEnd = -1
        /// The folded bytes of a word that can't be read where it stands.
        var word: [UInt8] = []
        /// Tokens on their way to the caller's list: adding them one by one would ask of each whether there is room.
        let batch: UnsafeMutableBufferPointer<Token>
        var batched = 0

        /// The vocabulary's tables.
        let slots: UnsafeBufferPointer<Vocabulary.Slot>
        let canonical: UnsafeBufferPointer<Int32>

        init(
            bytes: UnsafeBufferPointer<UInt8>, slots: UnsafeBufferPointer<Vocabulary.Slot>,
            canonical: UnsafeBufferPointer<Int32>, batch: UnsafeMutableBufferPointer<Token>
        ) {
            self.bytes = bytes
            self.slots = slots
            self.canonical = canonical
            self.batch = batch
        }

        mutating func flush(_ tokens: inout [Token]) {
            tokens.append(contentsOf: UnsafeBufferPointer(rebasing: batch[..<batched]))
            batched = 0
        }

        mutating func run(
            _ table: UnsafeBufferPointer<UInt8>, vocabulary: Vocabulary, memo: inout CorrectionMemo,
            into tokens: inout [Token]
        ) {
            while index < bytes.count {
                // The commonest byte of all.
                if bytes[index] == UInt8(ascii: " ") {
                    index += 1
                    continue
                }
                let start = index
                switch table[Int(bytes[index])] {
                case ByteClass.space: index += 1
                case ByteClass.letter:
                    if !readPlainWord(table, vocabulary, &memo, &tokens) { readWord(table, vocabulary, &tokens) }
                case ByteClass.digit: readNumber(table, vocabulary, &tokens)
                case ByteClass.stop: index += 1; emit(.stop, start, vocabulary, &tokens)
                case ByteClass.comma: index += 1; emit(.comma, start, vocabulary, &tokens)
                case ByteClass.dash: index += 1; emit(.dash, start, vocabulary, &tokens)
                case ByteClass.wide: readWide(table, vocabulary, &tokens)
                case ByteClass.apostrophe: index += 1
                case ByteClass.escape:
                    index += 1
                    if index < bytes.count, bytes[index] == UInt8(ascii: "[") {
                        index = ControlSequence.end(bytes, from: index + 1)
                    }
                default: index += 1; emit(.mark, start, vocabulary, &tokens)
                }
            }
        }

        @inline(never)
        private mutating func readWide(
            _ table: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary, _ tokens: inout [Token]
        ) {
            let start = index
            let (scalar, length) = WideScalar.read(bytes, at: index)
            switch scalar {
            case .letter: readWord(table, vocabulary, &tokens)
            case .apostrophe, .space, .accent: index += length
            case .digit: readWideNumber(&tokens)
            case .comma: index += length; emit(.comma, start, vocabulary, &tokens)
            case .escape: index = ControlSequence.end(bytes, from: index + length)
            case .dash: index += length; emit(.dash, start, vocabulary, &tokens)
            case .stop: index += length; emit(.stop, start, vocabulary, &tokens)
            case .symbol: index += length; emit(.mark, start, vocabulary, &tokens)
            case .fraction(let value):
                index += length
                append(.number, start, word: 0, value: value, &tokens)
            }
        }

        private mutating func readWideNumber(_ tokens: inout [Token]) {
            let start = index
            var value = 0.0
            while index < bytes.count, bytes[index] >= 0x80 {
                let (scalar, length) = WideScalar.read(bytes, at: index)
                guard case .digit(let digit) = scalar else { break }
                value = value * 10 + digit
                index += length
            }
            append(.number, start, word: 0, value: min(value, 1e12), &tokens)
        }

        @inline(never)
        private mutating func readWord(
            _ table: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary, _ tokens: inout [Token]
        ) {
            let start = index
            word.removeAll(keepingCapacity: true)
            scan: while index < bytes.count {
                let byte = bytes[index]
                switch table[Int(byte)] {
                case ByteClass.letter:
                    word.append(byte | 0x20)
                    index += 1
                case ByteClass.apostrophe:
                    guard index + 1 < bytes.count, table[Int(bytes[index + 1])] == ByteClass.letter else { break scan }
                    word.append(UInt8(ascii: "'"))
                    index += 1
                case ByteClass.wide:
                    let (scalar, length) = WideScalar.read(bytes, at: index)
                    if case .letter = scalar {
                        if let letters = WideScalar.folded(bytes, at: index, length) {
                            word += letters
                        } else {
                            for offset in 0..<length { word.append(bytes[index + offset]) }
                        }
                        index += length
                    } else if case .accent = scalar {
                        index += length
                    } else if case .apostrophe = scalar, index + length < bytes.count,
                        table[Int(bytes[index + length])] == ByteClass.letter
                    {
                        word.append(UInt8(ascii: "'"))
                        index += length
                    } else {
                        break scan
                    }
                default: break scan
                }
            }
            var letters = word
            let id = Spelling.id(of: &letters, vocabulary: vocabulary)
            let meant = id == 0 ? Spelling.corrected(word, vocabulary: vocabulary) : id
            append(.word, start, word: meant, value: 0, isCorrected: meant != id, &tokens)
        }

        /// Reads a word of ASCII letters and straight apostrophes where it stands. Returns false, and reads nothing, where
        /// that is not all there is to it.
        @inline(__always)
        private mutating func readPlainWord(
            _ table: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary, _ memo: inout CorrectionMemo,
            _ tokens: inout [Token]
        ) -> Bool {
            let start = index
            var end = index
            var hasApostrophe = false
            while end < bytes.count {
                let kind = table[Int(bytes[end])]
                if kind != ByteClass.letter {
                    if kind == ByteClass.wide { return false }
                    guard kind == ByteClass.apostrophe, end + 1 < bytes.count,
                        table[Int(bytes[end + 1])] == ByteClass.letter
                    else { break }
                    if bytes[end] != UInt8(ascii: "'") { return false }
                    hasApostrophe = true
                }
                end += 1
            }
            let id = vocabulary.id(in: bytes, start..<end, folding: true, slots, canonical)
            if id == 0, hasApostrophe || isStretched(start..<end) { return false }
            index = end
            if id == 0, let corrector = vocabulary.corrector {
                let meant = memo.id(of: bytes, start..<end, corrector, vocabulary)
                append(.word, start, word: meant, value: 0, isCorrected: meant != 0, &tokens)
            } else {
                append(.word, start, word: id, value: 0, &tokens)
            }
            return true
        }

        /// Whether a letter stands three times in a row.
        @inline(never)
        private func isStretched(_ range: Range<Int>) -> Bool {
            for index in range.dropFirst(2) {
                let folded = bytes[index] | 0x20
                if bytes[index - 1] | 0x20 == folded, bytes[index - 2] | 0x20 == folded { return true }
            }
            return false
        }

        @inline(never)
        private mutating func readNumber(
            _ table: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary, _ tokens: inout [Token]
        ) {
            let start = index
            var value = 0.0
            while index < bytes.count, table[Int(bytes[index])] == ByteClass.digit {
                value = value * 10 + Double(bytes[index] - 48)
                index += 1
            }
            if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."),
                table[Int(bytes[index + 1])] == ByteClass.digit
            {
                index += 1
                var scale = 0.1
                while index < bytes.count, table[Int(bytes[index])] == ByteClass.digit {
                    value += Double(bytes[index] - 48) * scale
                    scale /= 10
                    index += 1
                }
            }
            // Digits that a phrase spells out ("out of 10") are words of the vocabulary as well.
            let word = vocabulary.id(in: bytes, start..<index, folding: false)
            append(.number, start, word: word, value: min(value, 1e12), &tokens)
        }

        @inline(never)
        private mutating func emit(
            _ kind: Token.Kind, _ start: Int, _ vocabulary: Vocabulary, _ tokens: inout [Token]
        ) {
            let word =
                index - start == 1
                ? vocabulary.singles[Int(bytes[start])] : vocabulary.id(in: bytes, start..<index, folding: false)
            append(kind, start, word: word, value: 0, &tokens)
        }

        @inline(__always)
        private mutating func append(
            _ kind: Token.Kind, _ start: Int, word: Int32, value: Double, isCorrected: Bool = false,
            _ tokens: inout [Token]
        ) {
            if batched == batch.count { flush(&tokens) }
            batch.initializeElement(
                at: batched,
                to: Token(
                    start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: index), word: word,
                    kind: kind, isGlued: lastEnd == start, isCorrected: isCorrected, value: value))
            batched += 1
            lastEnd = index
        }
    }
}
