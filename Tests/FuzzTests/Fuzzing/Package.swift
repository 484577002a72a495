// swift-tools-version: 6.2
import PackageDescription

// A package of its own: libFuzzer brings a main function, and what it measures is compiled with its instruments.
let package = Package(
    name: "charley-fuzzing",
    dependencies: [.package(name: "charley", path: "../../..", traits: [])],
    targets: [
        .executableTarget(
            name: "charley-fuzz",
            dependencies: [.product(name: "Charley", package: "charley")],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .unsafeFlags(["-parse-as-library"]),
            ],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
    ]
)
