// swift-tools-version: 6.2
import PackageDescription

// A package of its own: the main one stays light, and only what Charley offers to the world can be measured here.
let package = Package(
    name: "charley-benchmarks",
    dependencies: [.package(name: "charley", path: "..", traits: [])],
    targets: [
        .executableTarget(
            name: "charley-bench",
            dependencies: [.product(name: "Charley", package: "charley")],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ])
    ]
)
