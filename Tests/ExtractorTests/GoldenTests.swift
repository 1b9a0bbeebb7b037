import Diagnostics
import Extractor
import Rubric
import TestSupport
import Testing
import YAML

/// Postings on one theme each, in `Golden/`, and the project's examples. `<name>.role.yaml` is what
/// `rolewright extract` gives of them, `<name>.explain.txt` what `--explain` shows.
@Suite("Postings and the roles they describe")
struct GoldenTests {
  private static let folder = "Tests/ExtractorTests/Golden"
  private static let examples = ProjectFiles.list("Examples/postings").filter { !$0.hasSuffix(".yaml") }
    .map { "Examples/postings/\($0)" }
  static let postings =
    ProjectFiles.list(folder).filter { path in
      [".md", ".txt", ".html", ".json"].contains(where: path.hasSuffix) && !path.hasSuffix(".explain.txt")
    }.map { "\(folder)/\($0)" } + examples

  @Test("every posting has its expected output, and no output is left over")
  func complete() {
    let outputs = Set(
      ProjectFiles.list(Self.folder).filter { $0.hasSuffix(".yaml") || $0.contains(".explain.") })
    let expected = Self.postings.flatMap { ["\(Self.name($0)).role.yaml", "\(Self.name($0)).explain.txt"] }
    #expect(outputs == Set(expected))
    #expect(Self.postings.count >= 15 && Self.examples.count >= 3)
  }

  @Test("the role", arguments: postings)
  func role(path: String) throws {
    let extraction = try Self.extract(path)
    let output = YAMLWriter.text(extraction.role.document) + Self.comments(extraction.findings)
    let golden = "\(Self.folder)/\(Self.name(path)).role.yaml"
    #expect(output == (try Golden.expected(golden, recording: output)))
  }

  @Test("the explanation", arguments: postings)
  func explanation(path: String) throws {
    let output = Explanation(try Self.extract(path)).text(columns: 80, style: .plain)
    let golden = "\(Self.folder)/\(Self.name(path)).explain.txt"
    #expect(output == (try Golden.expected(golden, recording: output)))
  }

  @Test("a role that is read back is the same", arguments: postings)
  func readBack(path: String) throws {
    let role = try Self.extract(path).role
    let text = YAMLWriter.text(role.document)
    #expect(try RoleDefinition(from: SourceText(name: "role.yaml", text: text)) == role)
  }

  static func extract(_ path: String) throws -> Extraction {
    let name = String(path.split(separator: "/").last ?? "")
    return try OwnLibrary.extractor().extract(
      from: SourceText(name: name, bytes: try ProjectFiles.bytes(path)))
  }

  /// `damage-mac` of `Tests/ExtractorTests/Golden/damage-mac.md`.
  private static func name(_ path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.prefix { $0 != "." })
  }

  private static func comments(_ findings: [Finding]) -> String {
    findings.map { "# \($0.severity.rawValue): \($0.message) [\($0.rule)]\n" }.joined()
  }
}
