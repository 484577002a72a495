#if Readline
    import Glibc

    /// Why the history is not kept. The conversation goes on without it.
    struct HistoryError: Error, Equatable {
        let path: String
        let code: Int32

        var notice: String { "No history is kept: \(path): \(errorText(code))" }
    }

    /// The file of earlier lines, one a line, readable by its owner only.
    struct HistoryFile {
        /// How many lines are kept when the file is trimmed.
        static let limit = 1000

        let path: String

        /// Opens the file for its owner's eyes only, makes it if need be, and gives its latest lines.
        func load() throws(HistoryError) -> [String] {
            makeFolders()
            guard let descriptor = try open() else { return [] }
            defer { close(descriptor) }
            let lines = try readAll(descriptor).split(separator: 0x0A).map {
                String(decoding: $0, as: UTF8.self)
            }
            // At twice the limit, so that the file is not written anew at every start.
            guard lines.count > Self.limit * 2 else { return lines }
            let kept = Array(lines.suffix(Self.limit))
            guard ftruncate(descriptor, 0) == 0 else { throw failure() }
            for line in kept { try write(line, to: descriptor) }
            return kept
        }

        /// Adds a line at once, so that not even SIGKILL loses it.
        func append(_ line: String) throws(HistoryError) {
            guard let descriptor = try open() else { return }
            defer { close(descriptor) }
            try write(line, to: descriptor)
        }

        /// A descriptor that appends; `nil` if the path is no regular file: /dev/null keeps nothing.
        private func open() throws(HistoryError) -> Int32? {
            let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK
            let descriptor = Glibc.open(path, flags, 0o600)
            guard descriptor >= 0 else { throw failure() }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                close(descriptor)
                return nil
            }
            if status.st_mode & 0o077 != 0, fchmod(descriptor, 0o600) != 0 {
                let error = failure()
                close(descriptor)
                throw error
            }
            return descriptor
        }

        private func readAll(_ descriptor: Int32) throws(HistoryError) -> [UInt8] {
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(descriptor, &chunk, chunk.count)
                if count == 0 { return bytes }
                guard count > 0 else { throw failure() }
                bytes.append(contentsOf: chunk[..<count])
            }
        }

        private func write(_ line: String, to descriptor: Int32) throws(HistoryError) {
            let bytes = Array(line.utf8) + [0x0A]
            guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw failure() }
        }

        /// Makes the folders above the file. A failure shows when the file is opened.
        private func makeFolders() {
            for (index, character) in zip(path.indices, path) where character == "/" {
                mkdir(String(path[..<index]), 0o700)
            }
        }

        private func failure() -> HistoryError {
            HistoryError(path: path, code: errno)
        }
    }
#endif
