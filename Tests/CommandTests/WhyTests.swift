import Foundation
import TestSupport
import Testing

@Suite("rolewright why, and overrides")
struct WhyTests {
  private static let folder = "Tests/CommandTests/Golden/why"

  private static let cases: [(name: String, arguments: [String], status: Int)] = [
    ("found", ["kubernetes"], 0), ("alternatives", ["go"], 0), ("preferred", ["databases"], 0),
    ("not-found", ["rust"], 1), ("misses", ["cost-efficiency"], 1),
    ("ruled-out", ["messaging-streaming", "--overrides", Fixture.overrides], 1),
    ("stated", ["cost-efficiency", "--overrides", Fixture.overrides], 0),
    ("json", ["go", "--format", "json"], 0),
  ]

  @Test("word for word, in 80 columns, with its status", arguments: cases)
  func golden(name: String, arguments: [String], status: Int) throws {
    let outcome = try Rolewright.run(["why", Fixture.posting] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains("[repaired-text]"))
    let path = "\(Self.folder)/\(name).out"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
    let lines = outcome.output.split(separator: "\n")
    #expect(name == "json" || lines.filter { $0.count > 80 || $0.last == " " } == [])
  }

  @Test("every case has its expected output, and none is left over")
  func complete() {
    #expect(ProjectFiles.list(Self.folder) == Self.cases.map { "\($0.name).out" }.sorted())
  }

  @Test("every competency of the library is explained, found or not, as text and as JSON")
  func every() throws {
    for path in ProjectFiles.list("Rubrics/competencies", ending: ".yaml") {
      let id = String(path.split(separator: "/").last?.dropLast(5) ?? "")
      let text = try Rolewright.run(["why", Fixture.otherPosting, id])
      #expect(text.status == 0 || text.status == 1)
      #expect(text.output.split(separator: "\n").filter { $0.count > 80 } == [], "\(id)")
      #expect(text.output.hasPrefix("\(id): ") && !text.output.contains("\n\n\n"))
      let json = try Rolewright.run(["why", Fixture.otherPosting, id, "-f", "json"])
      let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
      #expect(document?["found"] as? Bool == (json.status == 0) && json.status == text.status)
    }
  }

  @Test("a dash is standard input, and own templates print it")
  func input() throws {
    let folder = try TemporaryFolder()
    try folder.write("{{id}} {{#claims}}{{mark.words}} {{/claims}}\n", to: "ours/why.txt.mustache")
    let outcome = try Rolewright.run(
      ["why", "-", "go", "--templates", "ours"], in: folder.path, input: "Requirements:\n\n* Go or Golang\n")
    #expect(outcome == Rolewright.Outcome(status: 0, output: "go Go Golang \n"))
  }

  @Test("a role says what overrides have set, and keeps saying it")
  func role() throws {
    let folder = try TemporaryFolder()
    let extract = ["extract", Fixture.posting, "--overrides", Fixture.overrides]
    let text = try Rolewright.run(extract).output
    #expect(text.contains("\n  override: The fourth cluster is a third of the bill"))
    #expect(text.contains("\nruled_out:\n- id: messaging-streaming\n"))
    try folder.write(text, to: "role.yaml")
    let role = folder.path + "/role.yaml"
    #expect(
      try Rolewright.run(["diff", Fixture.posting, role, "--from-overrides", Fixture.overrides]).status == 0)
    #expect(try Rolewright.run(["diff", Fixture.posting, role]).status == 1)
    let plans = try [[Fixture.posting, "--overrides", Fixture.overrides], [role]].map {
      try Rolewright.run(["plan", "-f", "json"] + $0).output
    }
    #expect(plans[0] == plans[1])
    let shown = try Rolewright.run(extract + ["--explain"]).output
    #expect(shown.contains("cost-efficiency (override)"))
    #expect(shown.contains("ruled out: messaging-streaming (override)"))
  }

  @Test("an overrides file that says nothing changes nothing")
  func nothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("not: []\nis: []\n", to: "o.yaml")
    for arguments in [
      ["extract", Fixture.posting], ["why", Fixture.posting, "go"], ["plan", Fixture.page],
    ] {
      let with = try Rolewright.run(arguments + ["--overrides", folder.path + "/o.yaml"])
      #expect(try with == Rolewright.run(arguments))
    }
  }

  @Test("what rules out nothing is a warning, and stops nothing")
  func unmatched() throws {
    let folder = try TemporaryFolder()
    try folder.write("Requirements:\n\n* Go\n", to: "p.md")
    try folder.write("not: [{id: go, words: Gp, reason: x}]\n", to: "p.overrides.yaml")
    let outcome = try Rolewright.run(
      ["extract", "p.md", "--overrides", "p.overrides.yaml"], in: folder.path)
    #expect(outcome.status == 0 && outcome.output.contains("- id: go\n"))
    #expect(
      outcome.errors == """
        p.overrides.yaml:1:23: warning: nothing of the posting is ruled out by this [unmatched-override]
          |
        1 | not: [{id: go, words: Gp, reason: x}]
          |                       ^~
          = note: "go" is stated by "Go" at 3:3
          = help: did you mean "Go"?

        1 warning

        """)
  }

  @Test("lint reads a file of overrides by its name, and nothing looks one up")
  func lint() throws {
    let folder = try TemporaryFolder()
    try folder.write("Requirements:\n\n* Go\n", to: "p.md")
    try folder.write("not: [{id: goo, reason: x}]\nis: 3\n", to: "p.overrides.yaml")
    let outcome = try Rolewright.run(["lint", "p.overrides.yaml"], in: folder.path)
    #expect(outcome.status == 1 && outcome.errors.contains("expected a list"))
    try folder.write("not: [{id: goo, reason: x}]\n", to: "p.overrides.yaml")
    let second = try Rolewright.run(["lint", "p.overrides.yaml"], in: folder.path)
    #expect(second.status == 1 && second.errors.contains("did you mean \"go\"?"))
    #expect(try Rolewright.run(["extract", "p.md"], in: folder.path).errors.isEmpty)
  }
}
