// swift-tools-version: 6.2
import PackageDescription

// Strict from the first day: no implicit existentials, imports visible only where written, internal by default.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A library target of the house; its folder, name and import are one word.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a room, in a folder of the same name.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "charley",
    products: [
        .library(name: "Charley", targets: ["Charley"]),
        .executable(name: "charley", targets: ["charley-cli"]),
    ],
    traits: [
        .trait(
            name: "Readline",
            description: "Line editing by GNU readline: a binary built with it goes out under GPL-3 terms."),
        .default(enabledTraits: ["Readline"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        room("Language"),
        room("Clinical", ["Language"]),
        room("Knowledge", ["Clinical", "Language"]),
        room("Intents", ["Knowledge", "Clinical", "Language", .product(name: "Yams", package: "Yams")]),
        room("Understanding", ["Knowledge", "Clinical", "Language"]),
        room("Triage", ["Knowledge", "Clinical", "Language"]),
        room("Dialogue", ["Triage", "Knowledge", "Clinical", "Language"]),
        room("Charley", ["Intents", "Understanding", "Dialogue", "Triage", "Knowledge", "Clinical", "Language"]),
        room(
            "Evaluation",
            ["Charley", "Dialogue", "Triage", "Understanding", "Intents", "Knowledge", "Clinical", "Language"]),
        room("Channels", ["Charley"]),
        .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
        room("Terminal", [.target(name: "CReadline", condition: .when(traits: ["Readline"]))]),
        .executableTarget(
            name: "charley-cli",
            dependencies: [
                "Charley", "Channels", "Evaluation", "Terminal",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        tests("IntentsTests", ["Intents", "Knowledge", "Clinical", "Language"]),
        tests("TerminalTests", ["Terminal"]),
        tests("LanguageTests", ["Language"]),
        tests("ClinicalTests", ["Clinical", "Language"]),
        tests("KnowledgeTests", ["Knowledge", "Clinical", "Language"]),
        tests("UnderstandingTests", ["Understanding", "Intents", "Knowledge", "Clinical", "Language"]),
        tests("TriageTests", ["Triage", "Intents", "Knowledge", "Clinical", "Language"]),
        tests("DialogueTests", ["Dialogue", "Triage", "Intents", "Knowledge", "Clinical", "Language"]),
        tests(
            "CharleyTests",
            ["Charley", "Dialogue", "Triage", "Understanding", "Intents", "Knowledge", "Clinical", "Language"]),
        tests("EvaluationTests", ["Evaluation", "Charley", "Intents", "Knowledge", "Clinical", "Language"]),
        tests("ChannelsTests", ["Channels", "Charley", "Intents", "Knowledge"]),
        tests("ConversationTests", ["Evaluation", "Charley", "Intents", "Knowledge"]),
        tests("FuzzTests", ["Charley", "Understanding", "Clinical", "Language"], exclude: ["Corpus", "Fuzzing"]),
        tests("MessageTests", ["Charley"], exclude: ["Messages", "README.md"]),
        tests("HouseTests", []),
        tests("CommandTests", ["charley-cli"], exclude: ["Terminal"]),
    ]
)
