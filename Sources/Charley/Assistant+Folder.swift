import Intents

extension Assistant {
    /// Where the knowledge is: named, by `$CHARLEY_INTENTS`, in share/charley/Intents beside the program, or in ./Intents.
    /// - Returns: the folder, or nil with the places that were looked at in vain. A named folder is taken as it is.
    public static func folder(
        explicit: String?, environment: [String: String], executable: String?, workingDirectory: String
    ) -> (found: String?, looked: [String]) {
        IntentsFolder.find(
            explicit: explicit, environment: environment, executable: executable, workingDirectory: workingDirectory)
    }
}
