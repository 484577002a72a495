import Charley
import Glibc

/// What libFuzzer calls for each input: the reading of any bytes keeps its laws.
@_cdecl("LLVMFuzzerTestOneInput")
func read(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let broken = Subject.assistant.brokenLaws(reading: Array(UnsafeBufferPointer(start: start, count: count)))
    for law in broken { print(law) }
    if !broken.isEmpty { abort() }
    return 0
}

enum Subject {
    static let assistant: Assistant = {
        let folder = getenv("CHARLEY_INTENTS").map { String(cString: $0) } ?? "Intents"
        do throws(LoadingError) {
            return try Assistant.load(folder)
        } catch {
            print(error)
            exit(2)
        }
    }()
}

/// libFuzzer, called by name: the compiler writes no main function for a target that is fuzzed.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutableRawPointer,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The name under which the package manager looks for the program's main function.
@_cdecl("charley_fuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutableRawPointer) -> CInt {
    var count = count
    return withUnsafeMutablePointer(to: &count) { count in
        var arguments = arguments
        return runDriver(count, &arguments, read)
    }
}
