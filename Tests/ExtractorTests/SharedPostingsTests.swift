import Diagnostics
import Extractor
import Foundation
import Rubric
import TestSupport
import Testing

/// Real postings, where a folder of them lies beside the project. They are not part of it.
@Suite("Postings beside the project", .enabled(if: SharedPostings.areThere, SharedPostings.reason))
struct SharedPostingsTests {
  @Test("quotations are the words of the file", arguments: SharedPostings.names)
  func quotations(name: String) throws {
    Quotations.check(try SharedPostings.extract(name))
  }

  @Test(
    "a seed asks for something, and has a title",
    arguments: SharedPostings.names.filter { $0.hasPrefix("seed-") })
  func seeds(name: String) throws {
    let role = try SharedPostings.extract(name).role
    #expect(role.competencies.count >= 5)
    #expect(role.competencies.contains { $0.importance == .required })
    #expect(role.title != "Untitled role")
  }

  @Test("misread seeds are repaired", arguments: ["seed-samsara.md", "seed-instacart.md", "seed-shopify.md"])
  func repaired(name: String) throws {
    let extraction = try SharedPostings.extract(name)
    #expect(extraction.posting.isRepaired)
    #expect(extraction.findings.map(\.rule).contains("repaired-text"))
  }

  @Test("the stated process of the Sourcegraph seed has four stages")
  func process() throws {
    #expect(try SharedPostings.extract("seed-sourcegraph.md").role.interviewProcess.count == 4)
  }
}

/// The folder of real postings: `shared/postings` beside the project, or `ROLEWRIGHT_POSTINGS`.
enum SharedPostings {
  static let folder =
    ProcessInfo.processInfo.environment["ROLEWRIGHT_POSTINGS"] ?? ProjectFiles.root + "/../shared/postings"

  static let reason: Comment = "no folder of real postings beside the project"

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { [".md", ".html", ".txt"].contains(where: $0.hasSuffix) }.sorted()

  static let areThere = !names.isEmpty

  static func extract(_ name: String) throws -> Extraction {
    let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
    return try OwnLibrary.extractor().extract(from: SourceText(name: name, bytes: bytes))
  }
}
