import Foundation
import TestSupport
import Testing

@Suite("rolewright plan")
struct PlanTests {
  private let folder: TemporaryFolder
  private let posting = ProjectFiles.root + "/" + Fixture.posting

  init() throws { folder = try TemporaryFolder() }

  @Test("the whole folder, and nothing beside it")
  func documents() throws {
    #expect(try plan(posting).status == 0)
    let all = try folder.contents().keys.map { String($0.dropFirst("loop/".count)) }
    let record = all.filter { $0.hasPrefix(".rolewright/") }.sorted()
    #expect(record == ["loop.yaml", "role.yaml", "sha256sums"].map { ".rolewright/" + $0 })
    let files = all.filter { !$0.hasPrefix(".rolewright/") }
    let single = files.filter { !$0.contains("/") }.sorted()
    #expect(
      single == [
        "assessment.yaml", "candidate.html", "candidate.md", "debrief.md", "index.html",
        "interviewers.md", "ledger.md", "loop.md", "loop.yaml", "role.yaml",
      ])
    let kits = files.filter { $0.hasPrefix("kits/") }
    let scorecards = files.filter { $0.hasPrefix("scorecards/") }
    let handed = files.filter { $0.hasPrefix("handouts/") || $0.hasPrefix("cases/") }
    #expect(files.count == single.count + kits.count + scorecards.count + handed.count)
    #expect(scorecards.count >= 2 && kits.count >= 2 * scorecards.count)
    for path in scorecards {
      let name = path.dropFirst("scorecards/".count).dropLast(".yaml".count)
      #expect(kits.contains("kits/\(name).md") && kits.contains("kits/\(name).html"))
    }
  }

  @Test("the documents of the folder are those that are printed", arguments: ["markdown", "html", "yaml"])
  func printed(format: String) throws {
    #expect(try plan(posting).status == 0)
    let name = ["markdown": "loop.md", "html": "index.html", "yaml": "loop.yaml"][format] ?? ""
    let printed = try Rolewright.run(["plan", posting, "--format", format])
    #expect(try folder.text("loop/\(name)") == printed.output)
  }

  @Test("the loop as JSON names the role and rates every required competency")
  func json() throws {
    let text = try Rolewright.run(["plan", posting, "--format", "json"]).output
    let loop = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect((loop["role"] as? [String: Any])?["title"] as? String == "Site Reliability Engineer")
    let coverage = try #require(loop["coverage"] as? [[String: Any]])
    let required = coverage.filter { $0["importance"] as? String == "required" }
    #expect(!required.isEmpty)
    #expect(required.filter { ($0["interviews"] as? [Int] ?? []).isEmpty }.count == 0)
  }

  @Test("the role that is written beside the loop plans the same loop")
  func roleFile() throws {
    #expect(try plan(posting).status == 0)
    let again = try Rolewright.run(["plan", "loop/role.yaml", "--format", "yaml"], in: folder.path)
    #expect(try folder.text("loop/loop.yaml") == again.output)
  }

  @Test("the same folder twice, from anywhere and in any language")
  func deterministic() throws {
    #expect(try plan(posting).status == 0)
    let other = try TemporaryFolder()
    let run = try Rolewright.run(
      ["plan", Fixture.posting, "-o", other.path + "/loop"], environment: ["LC_ALL": "de_DE.UTF-8"])
    #expect(run.status == 0)
    #expect(try other.contents() == folder.contents())
  }

  @Test("every link in the folder leads to a file of it")
  func links() throws {
    #expect(try plan(posting).status == 0)
    let link = /href="([^"#:]+)"/
    var count = 0
    for (path, text) in try folder.contents() where path.hasSuffix(".html") {
      let base = path.split(separator: "/").dropLast().joined(separator: "/")
      for match in text.matches(of: link) {
        count += 1
        #expect(folder.has("\(base)/\(match.1)"), "\(path): \(match.1)")
      }
    }
    #expect(count > 5)
  }

  @Test("nothing is written over without --force")
  func refuses() throws {
    #expect(try plan(posting).status == 0)
    let before = try folder.contents()
    let again = try plan(ProjectFiles.root + "/" + Fixture.otherPosting)
    #expect(again.status == 2 && again.output.isEmpty)
    #expect(again.errors.contains("is there already [file-exists]"))
    #expect(try folder.contents() == before)
  }

  @Test("--force replaces the documents, and keeps scorecards and whatever else is there")
  func force() throws {
    #expect(try plan(posting).status == 0)
    let before = try folder.contents()
    let scorecard = try #require(
      folder.files.first { $0.hasPrefix("loop/scorecards/") && $0.hasSuffix(".yaml") })
    try folder.write("rating: 4\n", to: scorecard)
    try folder.write("old\n", to: "loop/loop.md")
    try folder.write("mine\n", to: "loop/notes.txt")
    let again = try plan(posting, "--force")
    #expect(again.status == 0)
    #expect(again.errors.contains(scorecard))
    let kept = before.merging([scorecard: "rating: 4\n", "loop/notes.txt": "mine\n"]) { $1 }
    #expect(try folder.contents() == kept)
  }

  @Test("a loop that cannot cover a required competency is planned, and ends with 1")
  func conflict() throws {
    try folder.write(Fixture.crowdedRole(), to: "role.yaml")
    let outcome = try plan("role.yaml")
    #expect(outcome.status == 1)
    #expect(folder.has("loop/loop.md"))
    #expect(try Rolewright.run(["plan", "role.yaml"], in: folder.path).status == 1)
  }

  @Test("a company's own rubrics and templates are laid over the built-in ones")
  func overlay() throws {
    let rubrics = ProjectFiles.root + "/Examples/rubrics"
    let own = try Rolewright.run(["plan", posting, "--rubrics", rubrics, "--format", "yaml"])
    let standard = try Rolewright.run(["plan", posting, "--format", "yaml"])
    #expect(own.status == 0 && own.output != standard.output)
    try folder.write("Ours: {{title}}\n", to: "ours/debrief.md.mustache")
    #expect(try plan(posting, "--templates", "ours").status == 0)
    #expect(try folder.text("loop/debrief.md") == "Ours: Site Reliability Engineer\n")
  }

  private func plan(_ input: String, _ more: String...) throws -> Rolewright.Outcome {
    try Rolewright.run(["plan", input, "-o", "loop"] + more, in: folder.path)
  }
}
