// swift-tools-version: 6.2
import PackageDescription

// The house (DESIGN: docs/architecture.md): each floor knows only the floors below it.
//
//   roof     rolewright
//   2nd      Extractor    Planner
//   1st      Rubric
//   ground   YAML         Figures      Statistics
//   cellar   Diagnostics  CLibYAML     CFiles       CLibrary
//   side     Catalog      StandIn
//
// Tests/ArchitectureTests hold this file and every import to it.

let package = Package(
  name: "rolewright",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "rolewright", targets: ["rolewright"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev", "pkg-config"]), .brew(["libyaml", "pkg-config"])]
    ),
    // Two calls of the system that Swift does not see: a header, and nothing to link.
    .systemLibrary(name: "CFiles"),
    // The C library, whatever its name is on a platform.
    .target(name: "CLibrary"),
    .target(name: "Diagnostics"),
    .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"]),
    .target(name: "Figures"),
    .target(name: "Statistics"),
    .target(name: "Rubric", dependencies: ["Figures", "YAML", "Diagnostics"]),
    .target(name: "Extractor", dependencies: ["Rubric", "YAML", "Diagnostics"]),
    .target(name: "Planner", dependencies: ["Rubric", "Statistics", "YAML", "Diagnostics"]),

    // Rubrics/ and Templates/ as text in the binary. The links in Sources/Catalog make SwiftPM
    // notice added and removed files (docs/decisions/0003-embedded-catalogue.md).
    .executableTarget(
      name: "embed-catalog", dependencies: ["Extractor", "Rubric", "Diagnostics", "CLibrary"]),
    .plugin(name: "EmbedCatalog", capability: .buildTool(), dependencies: ["embed-catalog"]),
    .target(name: "Catalog", exclude: ["Rubrics", "Templates"], plugins: ["EmbedCatalog"]),

    // What ArgumentParser takes from FoundationEssentials, as a release is built with it
    // (docs/decisions/0031-no-foundation.md). Nothing depends on it here but its tests.
    .target(name: "StandIn"),

    .executableTarget(
      name: "rolewright",
      dependencies: [
        "Extractor", "Planner", "Rubric", "Statistics", "YAML", "Diagnostics", "Catalog", "CFiles",
        "CLibrary",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    .target(name: "TestSupport", dependencies: ["CLibrary"], path: "Tests/TestSupport"),
    .testTarget(name: "ArchitectureTests", dependencies: ["Rubric", "Diagnostics", "TestSupport"]),
    .testTarget(
      name: "CatalogTests", dependencies: ["Catalog", "Extractor", "Rubric", "Diagnostics", "TestSupport"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(
      name: "YAMLTests", dependencies: ["YAML", "Diagnostics", "TestSupport"], exclude: ["Golden"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures", "TestSupport"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"]),
    .testTarget(
      name: "RubricTests", dependencies: ["Rubric", "Figures", "YAML", "Diagnostics", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "ExtractorTests", dependencies: ["Extractor", "Rubric", "YAML", "Diagnostics", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "PlannerTests",
      dependencies: ["Planner", "Rubric", "Statistics", "YAML", "Diagnostics", "TestSupport"]),
    .testTarget(
      name: "CommandTests", dependencies: ["rolewright", "Rubric", "Diagnostics", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "FormTests", dependencies: ["rolewright", "Rubric", "YAML", "Diagnostics", "TestSupport"],
      exclude: ["Fixtures", "Golden", "Scripts"]),
    .testTarget(name: "StandInTests", dependencies: ["StandIn"]),
    .testTarget(name: "ReadmeTests", dependencies: ["rolewright", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// A release is made without the standard library's regular expressions (docs/decisions/0040-texts-byte-for-byte.md): what
// needs them must not build here either.
let withoutExpressions = SwiftSetting.unsafeFlags([
  "-Xfrontend", "-disable-implicit-string-processing-module-import",
])

for target in package.targets
where target.type == .regular || target.type == .executable || target.type == .test {
  target.swiftSettings = target.type == .test ? settings : settings + [withoutExpressions]
}
