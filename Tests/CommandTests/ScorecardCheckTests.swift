import TestSupport
import Testing

@Suite("rolewright scorecard check")
struct ScorecardCheckTests {
  private static let folder = "Tests/CommandTests/Golden/scorecard-check"

  @Test("a candidate's folder in which nothing is wrong, and each of its files, are clean")
  func sound() throws {
    let files = ProjectFiles.list("\(Self.folder)/sound").map { "\(Self.folder)/sound/\($0)" }
    #expect(files.count == 4)
    for paths in [["\(Self.folder)/sound"], ["\(Self.folder)/sound/"], files] + files.map({ [$0] }) {
      for command in [["scorecard", "check"], ["lint"]] where command.count == 2 || paths == files {
        #expect(try Rolewright.run(command + paths) == Rolewright.Outcome(status: 0), "\(command) \(paths)")
      }
    }
  }

  @Test("the same findings in every format, word for word", arguments: ["text", "json", "github", "sarif"])
  func formats(format: String) throws {
    let outcome = try Rolewright.run(["scorecard", "check", "\(Self.folder)/faulty", "-f", format])
    #expect(outcome.status == 1)
    let (report, rest) =
      format == "text" ? (outcome.errors, outcome.output) : (outcome.output, outcome.errors)
    #expect(report == (try Golden.expected("\(Self.folder)/faulty.\(format)", recording: report)))
    #expect(rest == "")
  }

  @Test("lint finds the same in the same files")
  func lint() throws {
    let files = ProjectFiles.list("\(Self.folder)/faulty").map { "\(Self.folder)/faulty/\($0)" }
    let checked = try Rolewright.run(["scorecard", "check"] + files)
    #expect(checked.status == 1)
    #expect(try Rolewright.run(["lint"] + files) == checked)
    let postings = try Rolewright.run(["lint", Fixture.otherPosting] + files)
    #expect(postings == checked)
  }

  @Test("a file finds its assessment beside itself, or in the folder above")
  func plans() throws {
    let folder = try self.folder()
    let path = "C-17/2-incident-drill.yaml"
    try folder.write(try folder.text(path).replacing("f1", with: "f2"), to: path)
    let beside = try Rolewright.run(["scorecard", "check", path], in: folder.path)
    #expect(beside.status == 1 && beside.errors.contains("[fingerprint-differs]"))
    let within = try Rolewright.run(
      ["scorecard", "check", "2-incident-drill.yaml"], in: folder.path + "/C-17")
    #expect(within == Rolewright.Outcome(status: 1, errors: beside.errors.replacing("C-17/", with: "")))
    try folder.write(try folder.text("C-17/assessment.yaml"), to: "assessment.yaml")
    try folder.write(try folder.text(path), to: "C-18/2-incident-drill.yaml")
    let above = try Rolewright.run(["scorecard", "check", "C-18"], in: folder.path)
    #expect(above.status == 1 && above.errors.contains("[fingerprint-differs]"))
    let input = try folder.text(path)
    let piped = try Rolewright.run(["scorecard", "check", "-"], in: folder.path, input: input)
    #expect(piped.status == 1 && piped.errors.hasPrefix("<standard input>:2:14: error: fingerprint"))
  }

  @Test("without an assessment it ends with 2, and shows what the files say by themselves")
  func noPlan() throws {
    let folder = try TemporaryFolder()
    let card = try ProjectFiles.text("\(Self.folder)/faulty/2-incident-drill.yaml")
    try folder.write(card, to: "a/b/2.yaml")
    for path in ["a/b", "a/b/2.yaml"] {
      let outcome = try Rolewright.run(["scorecard", "check", path], in: folder.path)
      #expect(outcome.status == 2)
      for word in ["[no-assessment]", "[evidence-without-rating]", "[protected-note]"] {
        #expect(outcome.errors.contains(word), "\(word)")
      }
    }
  }

  @Test(
    "what cannot be read ends with 2, and the others are looked at all the same",
    arguments: ["nowhere.yaml", "empty", "form.html", "noscore", "huge.yaml"])
  func unreadable(path: String) throws {
    let folder = try self.folder()
    try folder.write("", to: "empty/.keep")
    try folder.write("<html>", to: "form.html")
    try folder.write("title: x\n", to: "noscore/role.yaml")
    try folder.write(String(repeating: "- a\n", count: 2_600_000), to: "huge.yaml")
    let card = "C-17/2-incident-drill.yaml"
    try folder.write(try folder.text(card).replacing("rating: 4", with: "rating: 9"), to: card)
    let outcome = try Rolewright.run(["scorecard", "check", path, "C-17"], in: folder.path)
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(outcome.errors.contains("\(path): error: "))
    #expect(outcome.errors.contains("[rating-off-scale]"))
  }

  @Test("a faulty assessment ends with 2, and its faults are shown once")
  func faultyPlan() throws {
    let folder = try self.folder()
    try folder.write("fingerprint: f1\n", to: "C-17/assessment.yaml")
    let outcome = try Rolewright.run(["scorecard", "check", "C-17"], in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasSuffix("\n3 errors\n"))
  }

  @Test("the blank scorecards of a planned loop are blank, and nothing else is wrong with them")
  func planned() throws {
    let folder = try TemporaryFolder()
    _ = try Rolewright.run(["plan", Fixture.posting, "-o", folder.path + "/loop"])
    let outcome = try Rolewright.run(
      ["scorecard", "check", "loop/scorecards", "-f", "github"], in: folder.path)
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.status == 1 && lines.count >= 4)
    #expect(lines.filter { !$0.contains("title=blank-scorecard::the scorecard is still blank") } == [])
    let others = ["loop/loop.yaml", "loop/assessment.yaml", "loop/role.yaml"]
    #expect(try Rolewright.run(["lint"] + others, in: folder.path) == Rolewright.Outcome(status: 0))
  }

  @Test("lint looks up what a loop names, with its role and without")
  func loops() throws {
    let folder = try TemporaryFolder()
    _ = try Rolewright.run(["plan", Fixture.posting, "-o", folder.path + "/loop"])
    let text = try folder.text("loop/loop.yaml")
      .replacing("format: work-sample", with: "format: work-sampl")
    try folder.write(text, to: "loop/loop.yaml")
    try folder.write(text, to: "alone/our-loop.yaml")
    for path in ["loop/loop.yaml", "alone/our-loop.yaml"] {
      let outcome = try Rolewright.run(["lint", path], in: folder.path)
      #expect(outcome.status == 1)
      #expect(
        outcome.errors.contains("[unknown-format]")
          && outcome.errors.contains("did you mean \"work-sample\"?"))
    }
    try folder.write("interviews: three\n", to: "loop/loop.yaml")
    let outcome = try Rolewright.run(["lint", "loop/loop.yaml"], in: folder.path)
    #expect(outcome.status == 1 && outcome.errors.contains("loop/loop.yaml:1:13: error: expected a list"))
  }

  @Test("lint knows the files of a candidate by what they hold")
  func byContent() throws {
    let folder = try self.folder()
    let names = [("assessment", "plan"), ("decision", "verdict"), ("2-incident-drill", "drill")]
    for (old, new) in names {
      let text = try folder.text("C-17/\(old).yaml") + "extra: 1\n"
      try folder.write(text, to: "C-17/\(new).yaml")
      let outcome = try Rolewright.run(["lint", "C-17/\(new).yaml"], in: folder.path)
      let what = new == "plan" ? "assessment" : new == "verdict" ? "decision" : "scorecard"
      #expect(
        outcome.status == 1 && outcome.errors.contains("unknown key \"extra\" of the \(what)"), "\(new)")
    }
    try folder.write("scheme: x\nsalt: x\ndigest: x\n", to: "2.seal.yaml")
    let seal = try Rolewright.run(["lint", "2.seal.yaml"], in: folder.path)
    #expect(seal.status == 1 && seal.errors.contains("[not-a-digest]"))
    let json =
      "{\"fingerprint\": \"f1\", \"interview\": {\"number\": 2, \"name\": \"x\"}, \"competencies\": []}"
    try folder.write(json, to: "C-17/card.json")
    let outcome = try Rolewright.run(["lint", "C-17/card.json"], in: folder.path)
    #expect(outcome.status == 1 && outcome.errors.contains("[missing-competency]"))
  }

  @Test("a file of its own of a company changes what notes are searched for")
  func ownRules() throws {
    let folder = try self.folder()
    try folder.write(
      "id: protected-note\nmeaning: M.\nremedy: R.\nseverity: off\n", to: "ours/rules/protected-note.yaml")
    let card = "C-17/2-incident-drill.yaml"
    try folder.write(try folder.text(card).replacing("Led it", with: "Pregnant. Led it"), to: card)
    #expect(try Rolewright.run(["scorecard", "check", "C-17"], in: folder.path).status == 1)
    let ours = ["scorecard", "check", "C-17", "--rubrics", "ours"]
    #expect(try Rolewright.run(ours, in: folder.path) == Rolewright.Outcome(status: 0))
  }

  @Test("a folder of ten thousand files, a pipe and links are no trap")
  func manyFiles() throws {
    let folder = try self.folder()
    for number in 0..<10_000 { try folder.write("", to: "many/\(number).yaml") }
    let many = try Rolewright.run(["scorecard", "check", "many"], in: folder.path)
    #expect(
      many
        == Rolewright.Outcome(
          status: 2,
          errors: """
            many: error: 10000 scorecards; expected at most 200 [too-many]
               = help: give each candidate a folder

            1 error

            """))
    let made = try Rolewright.shell(
      "mkfifo C-17/pipe.yaml; ln -s C-17 C-17/loop.d; ln -s nowhere C-17/gone.yaml", in: folder.path)
    #expect(made.status == 0)
    #expect(
      try Rolewright.run(["scorecard", "check", "C-17"], in: folder.path) == Rolewright.Outcome(status: 0))
  }

  @Test(
    "no control character of a name or a text reaches the terminal", arguments: ["text", "github", "sarif"])
  func escapes(format: String) throws {
    let folder = try self.folder()
    let card = try folder.text("C-17/2-incident-drill.yaml")
      .replacing("id: on-call", with: "id: \"\\e[31m\\0\\u202eon-call\"")
      .replacing("candidate: C-17", with: "candidate: \"\\e]0;title\\a C-17\"")
    try folder.write(card, to: "C-17/2-\u{1B}[2J.yaml")
    let outcome = try Rolewright.run(["scorecard", "check", "C-17", "-f", format], in: folder.path)
    #expect(outcome.status == 1)
    let text = outcome.errors + outcome.output
    #expect(text.contains("foreign-competency") && text.contains("candidate-differs"))
    #expect(
      !text.unicodeScalars.contains {
        $0 != "\n" && ($0.value < 0x20 || $0.value == 0x7F || $0 == "\u{202E}")
      })
  }

  @Test("deep nesting, NUL and other bytes are findings of their file")
  func hostile() throws {
    let folder = try self.folder()
    try folder.write(String(repeating: "[", count: 500_000), to: "C-17/a.yaml")
    try folder.write(Array("fingerprint: \u{0}".utf8), to: "C-17/b.yaml")
    try folder.write([0xFF, 0xFE, 0x00, 0x41], to: "C-17/c.yaml")
    try folder.write(String(repeating: "a: &a\n", count: 1000), to: "C-17/d.yaml")
    let outcome = try Rolewright.run(["scorecard", "check", "C-17"], in: folder.path)
    #expect(outcome.status == 1)
    for word in ["a.yaml:1:65: error", "b.yaml:1:14: error", "c.yaml:1:1: error", "d.yaml:1:4: error"] {
      #expect(outcome.errors.contains("C-17/\(word)"), "\(word)")
    }
  }

  @Test("nothing to check is bad usage")
  func usage() throws {
    #expect(try Rolewright.run(["scorecard", "check"]).status == 64)
    #expect(try Rolewright.run(["scorecard", "check", "x", "-f", "xml"]).status == 64)
  }

  /// A folder with the sound candidate `C-17`.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ProjectFiles.list("\(Self.folder)/sound") {
      try folder.write(try ProjectFiles.text("\(Self.folder)/sound/\(name)"), to: "C-17/\(name)")
    }
    return folder
  }
}
