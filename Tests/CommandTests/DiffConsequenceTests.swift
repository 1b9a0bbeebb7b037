import Foundation
import TestSupport
import Testing

@Suite("rolewright diff, what follows")
struct DiffConsequenceTests {
  private static let golden = "Tests/CommandTests/Golden/diff-consequences"
  private static let posting = "Examples/postings/harbourline-sre.md"
  private let folder: TemporaryFolder
  private let text: String

  init() throws {
    folder = try TemporaryFolder()
    text = try String(contentsOfFile: ProjectFiles.root + "/" + Self.posting, encoding: .utf8)
    try folder.write(text, to: "before.md")
  }

  /// The posting as it is edited, against which it is held.
  private func diff(_ edits: [(String, String)], _ more: String...) throws -> Rolewright.Outcome {
    let after = edits.reduce(text) { $0.replacing($1.0, with: $1.1) }
    #expect(edits.isEmpty || after != text)
    try folder.write(after, to: "after.md")
    return try Rolewright.run(["diff", "before.md", "after.md"] + more, in: folder.path)
  }

  private static let further = [
    ("  * Clear written", "  * Experience with threat modelling.\n  * Clear written")
  ]
  private static let senior = [
    ("This is a mid-level position. We have two seniors and want", "This is a senior position. We want"),
    ("in Go or Python", "in Go or Rust"),
  ]

  /// Candidates of the posting's loop, every competency rated 3; one chose Go, the other Python.
  private func candidates() throws -> [String] {
    _ = try Rolewright.run(["plan", "before.md", "-o", "loop"], in: folder.path)
    return try [("C-17", "go"), ("C-21", "python")].map { label, chosen in
      let path = "candidates/\(label)"
      _ = try Rolewright.run(
        ["scorecard", "new", "loop", "--candidate", label, "-o", path], in: folder.path)
      let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(path)")
      for file in files where file.hasSuffix(".yaml") && file != "assessment.yaml" {
        let blank = try String(contentsOfFile: "\(folder.path)/\(path)/\(file)", encoding: .utf8)
        try folder.write(
          blank.replacing("rating: null", with: "rating: 3").replacing(
            "chosen: null", with: "chosen: \(chosen)"), to: "\(path)/\(file)")
      }
      return path
    }
  }

  @Test(
    "below the changes stands what follows for the loop", arguments: ["text", "markdown", "json", "yaml"])
  func loop(format: String) throws {
    let outcome = try diff(Self.further, "--format", format)
    #expect(outcome.status == 1)
    let path = "\(Self.golden)/further.\(format)"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
  }

  @Test("with --all every rating, question and exercise is told of", arguments: ["text", "markdown"])
  func whole(format: String) throws {
    let outcome = try diff(Self.further, "--format", format, "--all")
    let path = "\(Self.golden)/whole.\(format)"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
  }

  @Test(
    "scorecards that are filled in are held against the second side", arguments: ["text", "markdown", "json"])
  func scorecards(format: String) throws {
    let folders = try candidates()
    let outcome = try Rolewright.run(
      ["diff", "before.md", try edited(Self.senior), "--format", format, "--scorecards"] + folders,
      in: folder.path)
    #expect(outcome.status == 1)
    let path = "\(Self.golden)/scorecards.\(format)"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
    let same = try Rolewright.run(
      ["diff", "before.md", "before.md", "--scorecards"] + folders, in: folder.path)
    #expect(same.status == 0)
    #expect(same.output.contains(/Of ([0-9]+) rated competencies \1 stay comparable\./))
  }

  @Test("an archive of a candidate says the same as the folder")
  func archive() throws {
    let candidate = try #require(try candidates().first)
    _ = try Rolewright.run(["scorecard", "bundle", candidate, "-o", "C-17.tar"], in: folder.path)
    let after = try edited(Self.senior)
    let told = try [candidate, "C-17.tar"].map { source in
      try Rolewright.run(["diff", "before.md", after, "--scorecards", source], in: folder.path).output
    }
    #expect(told[0] == told[1])
    #expect(told[1].contains("What follows for the scorecards of C-17\n"))
  }

  private func edited(_ edits: [(String, String)]) throws -> String {
    try folder.write(edits.reduce(text) { $0.replacing($1.0, with: $1.1) }, to: "after.md")
    return "after.md"
  }

  @Test("a panel is held against both loops")
  func panel() throws {
    let path = ProjectFiles.root + "/Examples/panel.yaml"
    let outcome = try diff(Self.further, "--panel", path, "--policy", try policy())
    #expect(outcome.status == 1)
    #expect(
      outcome.output == (try Golden.expected("\(Self.golden)/panel.text", recording: outcome.output)))
  }

  private func policy() throws -> String {
    try folder.write("interviews: 3\n", to: "policy.yaml")
    return "policy.yaml"
  }

  @Test("nothing is planned where nothing changed that planning uses, and with --no-loop")
  func unplanned() throws {
    #expect(!(try diff([("56,000", "60,000")])).output.contains("What follows"))
    #expect(!(try diff([])).output.contains("What follows"))
    #expect(!(try diff(Self.further, "--no-loop")).output.contains("What follows"))
    #expect(try diff(Self.further, "--no-loop", "--format", "json").output.contains("\"consequences\": null"))
  }

  @Test("--no-loop contradicts what needs the loops")
  func usage() throws {
    let outcome = try diff(Self.further, "--no-loop", "--policy", "policy.yaml")
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.hasPrefix(
        "Error: --no-loop leaves out what --policy, --panel and --scorecards are for; choose one of them.\n"))
  }

  @Test("a folder without an assessment, a panel and a policy that are none: 2, and what is wrong")
  func faults() throws {
    try folder.write("", to: "empty/none.txt")
    for more in [["--scorecards", "empty"], ["--panel", "before.md"], ["--policy", "gone.yaml"]] {
      let outcome = try Rolewright.run(
        ["diff", "before.md", try edited(Self.further)] + more, in: folder.path)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty && outcome.errors.contains("error: "))
    }
  }

  @Test("names and labels stay text", arguments: ["text", "markdown", "json"])
  func hostile(format: String) throws {
    let folders = try candidates()
    let file = "\(folders[0])/assessment.yaml"
    let plan = try String(contentsOfFile: "\(folder.path)/\(file)", encoding: .utf8)
    try folder.write(
      plan.replacing("name: Kubernetes\n", with: "name: \"\\e[31m<b>{{title}}</b> | x\\u202Ey\"\n"), to: file)
    let outcome = try Rolewright.run(
      ["diff", "before.md", try edited(Self.senior), "--format", format, "--scorecards"] + folders,
      in: folder.path)
    #expect(outcome.status == 1)
    #expect(!outcome.output.contains("\u{1B}") && !outcome.output.contains("<b>{{title}}</b> | x\u{202E}"))
  }
}
