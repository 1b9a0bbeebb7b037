import Foundation
import TestSupport
import Testing

@Suite("What plan is told of policy and panel")
struct PolicyTests {
  private let folder: TemporaryFolder
  private let posting = ProjectFiles.root + "/" + Fixture.posting

  init() throws { folder = try TemporaryFolder() }

  private func loop(_ arguments: String...) throws -> [String: Any] {
    let run = try Rolewright.run(["plan", posting, "-f", "json"] + arguments, in: folder.path)
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private func interviews(_ loop: [String: Any]) throws -> [[String: Any]] {
    try #require(loop["interviews"] as? [[String: Any]])
  }

  @Test("flags limit the interviews, their minutes and their ratings")
  func flags() throws {
    let loop = try loop(
      "--interviews", "3", "--minutes", "130", "--max-per-interview", "2", "--format-exclude", "coding",
      "--format-exclude", "recruiter-screen")
    let all = try interviews(loop)
    let later = all.filter { $0["screen"] as? Bool == false }
    #expect(later.count <= 3)
    #expect(later.compactMap { $0["minutes"] as? Int }.reduce(0, +) <= 130)
    #expect(all.allSatisfy { ($0["ratings"] as? [Any])?.count ?? 9 <= 2 })
    let formats = all.compactMap { $0["format"] as? String }
    #expect(!formats.contains("coding") && !formats.contains("recruiter-screen") && !formats.isEmpty)
    let policy = try #require(loop["policy"] as? [String: Any])
    #expect(
      policy.keys.sorted() == [
        "expected", "formats", "interviews", "minutes", "ratings_per_interview", "screens",
      ])
  }

  @Test("a file and flags that say the same give the same loop; the policy that a loop names gives it again")
  func fileAndFlags() throws {
    try folder.write("interviews: 2\nminutes: 150\n", to: "ours.yaml")
    let byFile = try Rolewright.run(
      ["plan", posting, "-f", "yaml", "--policy", "ours.yaml"], in: folder.path)
    let byFlags = try Rolewright.run(["plan", posting, "-f", "yaml", "--interviews", "2", "--minutes", "150"])
    #expect(
      byFile.output == byFlags.output && byFile.output.contains("policy:\n  interviews: 2\n  minutes: 150\n"))
    let both = try loop("--policy", "ours.yaml", "--interviews", "4", "--minutes", "2000")
    #expect((both["policy"] as? [String: Any])?.keys.sorted() == ["minutes"])
  }

  @Test("the fingerprint follows the policy as it is used")
  func fingerprint() throws {
    func fingerprint(_ arguments: String...) throws -> String? {
      let run = try Rolewright.run(["plan", posting, "-f", "json"] + arguments)
      return run.output.firstMatch(of: /rw2-[0-9a-f]{16}/).map { String($0.0) }
    }
    let standard = try fingerprint()
    #expect(try fingerprint("--interviews", "4") == standard)
    #expect(try fingerprint("--interviews", "3") != standard)
    #expect(try fingerprint("--panel", ProjectFiles.root + "/Examples/panel.yaml") == standard)
  }

  @Test("a level of the policy is what the posting's role is read with")
  func targets() throws {
    try folder.write("targets: {mid: 4}\n", to: "ours.yaml")
    let loop = try loop("--policy", "ours.yaml")
    let targets = try interviews(loop).flatMap { $0["ratings"] as? [[String: Any]] ?? [] }
      .compactMap { $0["target"] as? Int }
    #expect(targets.max() == 4)
  }

  @Test("where the posting states its process, a note says what changes nothing")
  func statedProcess() throws {
    let role = "interview_process: [{name: Technical interview, minutes: 60}]\n" + Fixture.role
    try folder.write(role, to: "role.yaml")
    let run = try Rolewright.run(
      ["plan", "role.yaml", "--interviews", "2", "--max-per-interview", "2"], in: folder.path)
    #expect(
      run.errors == """
        role.yaml: hint: the interviews are those that the posting states: what is set for interviews changes nothing \
        [stated-process]
           = help: to have them chosen, plan the role file without its interview_process

        1 hint

        """)
    #expect(try Rolewright.run(["plan", "role.yaml"], in: folder.path).errors == "")
  }

  @Test("people are assigned, in the loop and in the kits, and gaps are named")
  func panel() throws {
    let run = try Rolewright.run(
      [
        "plan", posting, "-o", "loop", "--panel", ProjectFiles.root + "/Examples/panel.yaml",
        "--format-exclude", "technical-deep-dive",
      ], in: folder.path)
    #expect(run.status == 0)
    let text = try folder.text("loop/loop.md")
    let section = text.split(separator: "\n## ").first { $0.hasPrefix("The panel") }.map(String.init) ?? ""
    let path = "Tests/CommandTests/Golden/panel.md"
    #expect(section == (try Golden.expected(path, recording: section)))
    #expect(
      try folder.text("loop/kits/4-incident-drill.md").contains("Held by: Ruairi; Bea sits in to learn"))
    #expect(try folder.text("loop/kits/4-incident-drill.html").contains("</b> Ruairi; Bea sits in to learn"))
  }

  @Test("lint reads panels and policies, by their names")
  func lint() throws {
    try folder.write("interviewers:\n- {name: A, runs: [codin]}\n", to: "sre.panel.yaml")
    try folder.write("interviews: 12\n", to: "policy.yaml")
    let run = try Rolewright.run(["lint", "sre.panel.yaml", "policy.yaml"], in: folder.path)
    #expect(run.status == 1)
    #expect(
      run.errors.contains("sre.panel.yaml:2:20: error: no interview format \"codin\" is in the library"))
    #expect(run.errors.contains("policy.yaml:1:13: error: expected a whole number from 1 to 8, found \"12\""))
    let example = ProjectFiles.root + "/Examples/panel.yaml"
    #expect(try Rolewright.run(["lint", example]).status == 0)
  }
}
