import Foundation
import TestSupport
import Testing

@Suite("rolewright rubric diff")
struct RubricDiffTests {
  private static let golden = "Tests/CommandTests/Golden/rubric"
  private static let kubernetes = "competencies/platform/kubernetes.yaml"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("the built-in rubrics are those of the project")
  func same() throws {
    let outcome = try Rolewright.run(["rubric", "diff", "built-in", "Rubrics"])
    #expect(outcome == Rolewright.Outcome(status: 0, output: "built-in -> Rubrics: nothing changed\n"))
  }

  @Test(
    "what the owner of rubrics reads, with a role and a candidate",
    arguments: ["text", "markdown", "yaml", "json"])
  func golden(format: String) throws {
    try folder.write(try edited(), to: "ours/\(Self.kubernetes)")
    try folder.write(Fixture.role, to: "role.yaml")
    #expect(try Rolewright.run(["plan", "role.yaml", "-o", "loop"], in: folder.path).status == 0)
    let new = ["scorecard", "new", "loop", "--candidate", "C-17", "-o", "C-17"]
    #expect(try Rolewright.run(new, in: folder.path).status == 0)
    let outcome = try diff(
      "built-in", "ours", "--roles", "role.yaml", "--scorecards", "C-17", "--format", format)
    #expect(outcome.status == 1 && outcome.errors.isEmpty, "\(outcome.errors)")
    let path = "\(Self.golden)/diff.\(format)"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
    if format == "text" { #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 }) }
  }

  @Test("a folder that holds a library by itself has retired what it has not")
  func complete() throws {
    for name in ["library.yaml", "policy.yaml", "units.yaml", "postings/en.yaml"] {
      try folder.write(try ProjectFiles.text("Rubrics/\(name)"), to: "ours/\(name)")
    }
    let outcome = try diff("built-in", "ours")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("- competency retired: Kubernetes"))
  }

  @Test(
    "what cannot be compared ends with 2",
    arguments: [
      (["built-in", "nowhere"], "[no-such-folder]"), (["empty", "built-in"], "[empty-folder]"),
      (["built-in", "broken"], "[wrong-type]"), (["built-in", "bytes"], "[encoding]"),
      (["built-in", "built-in", "--roles", "nothing.yaml"], "[no-such-file]"),
      (["built-in", "built-in", "--scorecards", "empty"], "[no-assessment]"),
    ])
  func failures(arguments: [String], expected: String) throws {
    try folder.write("", to: "empty/notes.txt")
    try folder.write("id: [go]\n", to: "broken/competencies/languages/go.yaml")
    try folder.write([0xFF, 0xFE, 0x00, 0x7B], to: "bytes/policy.yaml")
    let outcome = try Rolewright.run(["rubric", "diff"] + arguments, in: folder.path)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(expected), "\(outcome.errors)")
  }

  @Test("texts of a library do not reach the terminal or the page as markup")
  func hostile() throws {
    let text = try ProjectFiles.text("Rubrics/\(Self.kubernetes)").replacing(
      "name: Kubernetes\n", with: "name: \"\\e[31m <script>alert(1)</script> | `x`\"\n")
    try folder.write(text, to: "ours/\(Self.kubernetes)")
    #expect(!(try diff("built-in", "ours").output.contains("\u{1B}")))
    let page = try diff("built-in", "ours", "-f", "markdown").output
    #expect(!page.replacing("\\<", with: "").contains("<") && !page.contains("\u{1B}"))
  }

  private func diff(_ arguments: String...) throws -> Rolewright.Outcome {
    try Rolewright.run(["rubric", "diff"] + arguments, in: folder.path)
  }

  /// The competency with an anchor moved, two reworded, one of them lightly, a question retired, and terms changed.
  private func edited() throws -> String {
    let moved =
      "      - Sets requests from weeks of measured use and says what limits are for, CPU and memory apart.\n"
    let upgrades = "      - Upgrades production clusters"
    var text = try ProjectFiles.text("Rubrics/\(Self.kubernetes)")
      .replacing(moved, with: "").replacing(upgrades, with: moved + upgrades)
      .replacing("goes back to the last good revision when", with: "rolls back to the last good one when")
      .replacing("service, following the", with: "service; following the")
      .replacing("      Kustomize: [kustomization]\n", with: "")
      .replacing("near: [CKA, CKAD, certified,", with: "near: [CKA, CKAD, certified, badge,")
    let start = try #require(text.range(of: "  - id: kubernetes/three-sick-pods"))
    let end = try #require(text.range(of: "  - id: kubernetes/manifest-review"))
    text.removeSubrange(start.lowerBound..<end.lowerBound)
    return text
  }
}
