import Foundation
import Knowledge

/// The files of a folder, as bytes.
enum FolderReading {
    static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    /// The data files below `directory`, by path; complains about what cannot be read.
    static func files(_ directory: String, _ complaints: Complaints) -> [(path: String, bytes: [UInt8])] {
        guard isFolder(directory) else {
            let exists = FileManager.default.fileExists(atPath: directory)
            complaints.error(
                Place(file: directory), exists ? "this is no folder" : "there is no such folder",
                remedy: "name the folder of the data by --intents or \(IntentsFolder.variable)")
            return []
        }
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: directory) else {
            complaints.error(Place(file: directory), "the folder can't be read", remedy: "check who may read it")
            return []
        }
        var files: [(path: String, bytes: [UInt8])] = []
        for path in paths.sorted() where FileReading.isData(path) {
            let full = directory + "/" + path
            if isFolder(full) { continue }
            guard let data = FileManager.default.contents(atPath: full) else {
                complaints.error(Place(file: path), "the file can't be read", remedy: "check who may read it")
                continue
            }
            files.append((path, Array(data)))
        }
        return files
    }
}
