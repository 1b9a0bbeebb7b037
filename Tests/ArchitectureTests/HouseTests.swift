import TestSupport
import Testing

/// Each floor of the house knows only the floors below it (Package.swift).
@Suite("The house")
struct HouseTests {
  private static let floors: [String: Set<String>] = [
    "Diagnostics": [],
    "CLibYAML": [],
    "CFiles": [],
    "CLibrary": ["Glibc", "Darwin", "Musl"],
    "YAML": ["CLibYAML", "Diagnostics"],
    "Figures": [],
    "Statistics": [],
    "Rubric": ["Figures", "YAML", "Diagnostics", "Synchronization"],
    "Extractor": ["Rubric", "YAML", "Diagnostics"],
    "Planner": ["Rubric", "Statistics", "YAML", "Diagnostics"],
    "Catalog": [],
    "StandIn": [],
    "embed-catalog": ["Extractor", "Rubric", "Diagnostics", "CLibrary"],
    "rolewright": [
      "Extractor", "Planner", "Rubric", "Statistics", "YAML", "Diagnostics", "Catalog", "CFiles",
      "CLibrary", "ArgumentParser",
    ],
  ]

  @Test("every module has its floor, and every floor its module")
  func modules() {
    let folders = ProjectFiles.list("Sources").filter { !$0.contains("/") && !$0.hasPrefix(".") }
    #expect(folders == Self.floors.keys.sorted())
  }

  @Test("a file imports only what stands below it", arguments: SourceFile.all)
  func imports(file: SourceFile) throws {
    let allowed = try #require(Self.floors[file.module])
    #expect(Set(file.imports).subtracting(allowed) == [])
  }

  @Test("Package.swift lets a module depend only on what stands below it")
  func package() throws {
    let targets = try Self.targets()
    let libraries = ["CLibYAML", "CFiles"]
    #expect(targets.map(\.name).sorted() == Self.floors.keys.filter { !libraries.contains($0) }.sorted())
    #expect(targets.first { $0.name == "Planner" }?.dependencies == Self.floors["Planner"])
    for target in targets {
      let allowed = try #require(Self.floors[target.name])
      #expect(target.dependencies.subtracting(allowed) == [], "\(target.name)")
    }
  }

  @Test("Extractor and Planner do not know each other")
  func strangers() {
    for (module, other) in [("Extractor", "Planner"), ("Planner", "Extractor")] {
      let files = SourceFile.all.filter { $0.module == module }
      #expect(!files.isEmpty)
      #expect(files.filter { $0.imports.contains(other) }.map(\.path) == [])
    }
  }

  @Test("imports are found however they are written")
  func reader() {
    let code = [
      "import A", "public import B", "@preconcurrency import C", "internal import struct D.E", "let import F",
    ]
    #expect(SourceFile(path: "M/x.swift", code: code, lineCount: 5).imports == ["A", "B", "C", "D"])
  }

  /// The library and executable targets of `Sources/`, with the names of all that they depend on.
  private static func targets() throws -> [(name: String, dependencies: Set<String>)] {
    let manifest = try ProjectFiles.text("Package.swift")
      .split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    let marks = try Regex(#"\.(target|executableTarget|testTarget|plugin|systemLibrary)\(\s*name: "([^"]+)""#)
    let matches = manifest.matches(of: marks)
    let ends = matches.dropFirst().map(\.range.lowerBound) + [manifest.endIndex]
    return zip(matches, ends).compactMap { match, end in
      let body = manifest[match.range.upperBound..<end]
      let kind = match.output[1].substring ?? ""
      guard kind == "target" || kind == "executableTarget", !body.contains("path: \"Tests") else {
        return nil
      }
      return (String(match.output[2].substring ?? ""), dependencies(in: String(body)))
    }
  }

  /// The names in the list behind `dependencies:`; a product by its own name, not its package's.
  private static func dependencies(in body: String) -> Set<String> {
    guard let start = body.ranges(of: "dependencies: [").first?.upperBound else { return [] }
    let list = body[start...].prefix { $0 != "]" }
    let parts = list.split(separator: "\"", omittingEmptySubsequences: false)
    return Set(
      stride(from: 1, to: parts.count, by: 2).filter { !parts[$0 - 1].hasSuffix("package: ") }.map {
        String(parts[$0])
      })
  }
}
