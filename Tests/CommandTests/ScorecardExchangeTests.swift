import Foundation
import TestSupport
import Testing

@Suite("rolewright scorecard export and import")
struct ScorecardExchangeTests {
  private static let golden = "Tests/CommandTests/Golden/exchange"
  private let folder: TemporaryFolder

  init() throws { folder = try ExchangeFixture.folder() }

  private func run(_ arguments: String...) throws -> Rolewright.Outcome {
    try Rolewright.run(["scorecard"] + arguments, in: folder.path)
  }

  private func expect(_ text: String, is name: String) throws {
    #expect(text == (try Golden.expected("\(Self.golden)/\(name)", recording: text)), "\(name)")
  }

  @Test("what is sent, and what is said of it, with a mapping", arguments: ExchangeFixture.platforms)
  func export(platform: String) throws {
    let outcome = try run("export", "C-17", "--to", platform, "--mapping", "\(platform).yaml")
    #expect(outcome.status == 0)
    try expect(outcome.output, is: "\(platform).json")
    try expect(outcome.errors, is: "\(platform).out")
    #expect(outcome.errors.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0 != "\u{202E}" })
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    #expect(json is [String: Any])
    // What was sent comes back into an empty folder, with the mapping.
    try folder.write(outcome.output, to: "sent.json")
    let back = try run(
      "import", "sent.json", "--from", platform, "--loop", "loop", "-o", "back", "--mapping",
      "\(platform).yaml")
    #expect(back == Rolewright.Outcome(status: 0, errors: "wrote back/2-technical-screen.yaml\n"))
    try expect(try folder.text("back/2-technical-screen.yaml"), is: "\(platform).back.yaml")
    #expect(try folder.text("back/assessment.yaml") == ExchangeFixture.assessment)
  }

  @Test(
    "without a mapping names of ours stand for ids, and that is status 1",
    arguments: ExchangeFixture.platforms)
  func placeholders(platform: String) throws {
    let outcome = try run("export", "C-17/2-technical-screen.yaml", "--to", platform)
    #expect(outcome.status == 1)
    try expect(outcome.output + outcome.errors, is: "\(platform).unmapped.out")
    try folder.write(outcome.output, to: "sent.json")
    let back = try run(
      "import", "sent.json", "--from", platform, "--loop", "loop/assessment.yaml", "-o", "back/")
    #expect(back == Rolewright.Outcome(status: 0, errors: "wrote back/2-technical-screen.yaml\n"))
  }

  @Test(
    "what a platform has made is read, and what could not be is said", arguments: ExchangeFixture.platforms)
  func foreign(platform: String) throws {
    try folder.write(try #require(ExchangeFixture.foreign[platform]), to: "theirs.json")
    let interview = platform == "ashby" ? ["--interview", "2"] : []
    let outcome = try Rolewright.run(
      ["scorecard", "import", "theirs.json", "--from", platform, "--loop", "loop", "-o", "new/C-1"]
        + interview,
      in: folder.path)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    try expect(
      outcome.errors + (try folder.text("new/C-1/2-technical-screen.yaml")), is: "\(platform).foreign.out")
  }

  @Test("every expected output belongs to a test")
  func complete() {
    let endings = ["back.yaml", "foreign.out", "json", "mapping.yaml", "out", "unmapped.out"]
    let names = ExchangeFixture.platforms.flatMap { platform in endings.map { "\(platform).\($0)" } }
    #expect(ProjectFiles.list(Self.golden) == (names + ["faults.out", "lever.form.json"]).sorted())
  }

  @Test(
    "a mapping that is not there is written blank, and nothing else is done",
    arguments: ExchangeFixture.platforms)
  func blankMapping(platform: String) throws {
    let outcome = try run("export", "C-17", "--to", platform, "--mapping", "new.yaml", "-o", "out.json")
    #expect(
      outcome
        == Rolewright.Outcome(
          status: 1,
          errors: "wrote new.yaml: fill in the ids and export again; null is for what has no field\n"))
    try expect(try folder.text("new.yaml"), is: "\(platform).mapping.yaml")
    #expect(!folder.has("out.json"))
    #expect(
      try run("export", "C-17", "--to", platform, "--mapping", "new.yaml", "-o", "out.json").status == 1)
    #expect(folder.has("out.json"))
  }

  @Test("a folder takes a file for each scorecard, and says where it is sent; one file takes a list")
  func outputs() throws {
    try folder.write(
      ExchangeFixture.scorecard.replacing("Kim", with: "Robin"), to: "C-17/2-technical-screen-robin.yaml")
    try folder.write(ExchangeFixture.blank, to: "C-17/2-technical-screen-alex.yaml")
    let outcome = try run("export", "C-17", "--to", "lever", "--mapping", "lever.yaml", "-o", "sent/")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix(
        """
        left out C-17/2-technical-screen-alex.yaml: it is blank
        wrote sent/2-technical-screen.lever.json, for POST to https://api.lever.co/v1/opportunities/80/feedback?perform_as=84
        wrote sent/2-technical-screen-robin.lever.json

        """))
    #expect(outcome.errors.contains("note: user:Robin\n"))
    let again = try run("export", "C-17", "--to", "lever", "--mapping", "lever.yaml", "-o", "sent")
    #expect(
      again.status == 2
        && again.errors.contains("sent/2-technical-screen.lever.json: error: is there already"))
    #expect(
      try run("export", "C-17", "--to", "ashby", "--mapping", "ashby.yaml", "-o", "all.json").status == 1)
    #expect(try folder.text("all.json").hasPrefix("[\n  {\n    \"feedbackForm\": {"))
    let back = try run(
      "import", "all.json", "--from", "ashby", "--loop", "C-17", "-o", "back", "--mapping", "ashby.yaml")
    #expect(
      back
        == Rolewright.Outcome(
          status: 0,
          errors: "wrote back/2-technical-screen.yaml\nwrote back/2-technical-screen-robin.yaml\n"))
  }

  @Test("the forms of a loop for Lever")
  func forms() throws {
    let outcome = try run("export", "loop", "--to", "lever", "--form")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    try expect(outcome.output, is: "lever.form.json")
    #expect(
      try run("export", "loop/assessment.yaml", "--to", "lever", "--form", "-o", "forms/")
        == Rolewright.Outcome(
          status: 0,
          errors: """
            wrote forms/2-technical-screen.lever-template.json, for POST to https://api.lever.co/v1/feedback_templates

            """))
    #expect(try folder.text("forms/2-technical-screen.lever-template.json") == outcome.output)
  }

  @Test("a company's own table is used, and what is wrong with it is said")
  func ownTable() throws {
    let text = try ProjectFiles.text("Rubrics/exchange.yaml").replacing("3 - Hire", with: "3 - Yes")
    try folder.write(text, to: "ours/exchange.yaml")
    try folder.write(try #require(ExchangeFixture.foreign["lever"]), to: "theirs.json")
    let outcome = try run(
      "import", "theirs.json", "--from", "lever", "--loop", "loop", "-o", "new", "--rubrics", "ours")
    #expect(!outcome.errors.contains("recommendation"))
    #expect(try folder.text("new/2-technical-screen.yaml").contains("overall: \"yes\"\n"))
    try folder.write(text.replacing("\"-4\":", with: "\"-6\":"), to: "ours/exchange.yaml")
    let broken = try run("export", "C-17", "--to", "lever", "--rubrics", "ours")
    #expect(broken.status == 2 && broken.output.isEmpty)
    #expect(broken.errors.contains("ours/exchange.yaml:") && broken.errors.contains("[unknown-key]"))
  }

  @Test("only blank scorecards are nothing to export")
  func onlyBlank() throws {
    try folder.write(ExchangeFixture.blank, to: "C-17/2-technical-screen.yaml")
    #expect(
      try run("export", "C-17", "--to", "ashby")
        == Rolewright.Outcome(status: 1, errors: "left out C-17/2-technical-screen.yaml: it is blank\n"))
  }

  @Test(
    "a blank scorecard is filled in with its comments; one with anything in it stays to the byte",
    arguments: [
      ("", true), ("summary: \"\"|summary: \"x\"", false),
      ("rating: null\n    evidence|rating: 1\n    evidence", false),
      ("overall: null|overall: yes", false), ("chosen: \"\"|chosen: go", false),
      ("interviewer: \"\"|interviewer: Robin", false), ("0123456789abcdef|0123456789abcdee", false),
      ("number: 2|number: 3", false), ("fingerprint: |fingerprints: ", false),
      ("interviewer: \"\"|interviewer: Kim", true),
    ])
  func blank(edit: String, isFilled: Bool) throws {
    let parts = edit.split(separator: "|").map(String.init)
    let text =
      parts.isEmpty ? ExchangeFixture.blank : ExchangeFixture.blank.replacing(parts[0], with: parts[1])
    try #require(parts.isEmpty || text != ExchangeFixture.blank)
    try folder.write(ExchangeFixture.assessment, to: "there/assessment.yaml")
    let sent = try run("export", "C-17", "--to", "lever", "--mapping", "lever.yaml", "-o", "sent.json")
    #expect(sent.status == 0)
    try folder.write(text, to: "there/2-technical-screen.yaml")
    let before = try folder.contents()
    let outcome = try run(
      "import", "sent.json", "--from", "lever", "--loop", "loop", "-o", "there", "--mapping", "lever.yaml")
    guard isFilled else {
      // Another interviewer's scorecard of the interview gets a file of its own.
      if text.contains("Robin") {
        #expect(outcome == Rolewright.Outcome(status: 0, errors: "wrote there/2-technical-screen-kim.yaml\n"))
      } else {
        #expect(outcome.status == 1 || outcome.status == 2, "\(outcome)")
        #expect(try folder.contents() == before)
      }
      #expect(try folder.text("there/2-technical-screen.yaml") == text)
      return
    }
    #expect(outcome == Rolewright.Outcome(status: 0, errors: "filled in there/2-technical-screen.yaml\n"))
    let filled = try folder.text("there/2-technical-screen.yaml")
    for comment in ["# Rate alone.", "# a label", "# The candidate chooses one.", "# 1 to 5"] {
      #expect(filled.contains(comment))
    }
    #expect(filled.contains("rating: 4") && filled.contains("interviewer: Kim"))
    #expect(
      folder.files.filter { $0.hasPrefix("there/") } == [
        "there/2-technical-screen.yaml", "there/assessment.yaml",
      ])
    let again = try run(
      "import", "sent.json", "--from", "lever", "--loop", "loop", "-o", "there", "--mapping", "lever.yaml")
    #expect(
      again
        == Rolewright.Outcome(
          status: 1,
          errors: """
            there/2-technical-screen.yaml: error: somebody has written in this scorecard; it stays as it is [filled-scorecard]
               = help: import into another folder, and carry over by hand what is missing

            1 error

            """))
    #expect(try folder.text("there/2-technical-screen.yaml") == filled)
  }

  @Test("the interviewer's own blank scorecard is filled in before that of the interview")
  func ownBlank() throws {
    try folder.write(ExchangeFixture.assessment, to: "there/assessment.yaml")
    for name in ["", "-kim"] {
      try folder.write(ExchangeFixture.blank, to: "there/2-technical-screen\(name).yaml")
    }
    #expect(try run("export", "C-17", "--to", "greenhouse", "-o", "sent.json").status == 1)
    let outcome = try run("import", "sent.json", "--from", "greenhouse", "--loop", "loop", "-o", "there")
    #expect(outcome == Rolewright.Outcome(status: 0, errors: "filled in there/2-technical-screen-kim.yaml\n"))
    #expect(try folder.text("there/2-technical-screen.yaml") == ExchangeFixture.blank)
  }

  @Test("many imports at once fill one blank scorecard once, and lose nothing")
  func race() throws {
    for number in 1...6 {
      try folder.write(
        try #require(ExchangeFixture.foreign["greenhouse"]).replacing("Quick.", with: "Note \(number).")
          .replacing("\"Robert Robertson\"", with: "\"\""), to: "\(number).json")
    }
    try folder.write(ExchangeFixture.assessment, to: "there/assessment.yaml")
    try folder.write(ExchangeFixture.blank, to: "there/2-technical-screen.yaml")
    let line =
      "for n in 1 2 3 4 5 6; do rolewright scorecard import $n.json --from greenhouse --loop loop -o there 2> $n.err & "
      + "done; wait; cat *.err | grep -c 'filled in'"
    #expect(try Rolewright.shell(line, in: folder.path).output == "1\n")
    let text = try folder.text("there/2-technical-screen.yaml")
    let winner = try #require((1...6).first { text.contains("Note \($0).") })
    #expect(try folder.text("\(winner).err").contains("filled in there/2-technical-screen.yaml\n"))
    #expect(
      folder.files.filter { $0.hasPrefix("there/") } == [
        "there/2-technical-screen.yaml", "there/assessment.yaml",
      ])
  }

  @Test("what somebody writes while a scorecard is imported stays")
  func meanwhile() throws {
    try folder.write(try #require(ExchangeFixture.foreign["greenhouse"]), to: "theirs.json")
    try folder.write(ExchangeFixture.assessment, to: "there/assessment.yaml")
    try folder.write(ExchangeFixture.blank, to: "blank.yaml")
    try folder.write(ExchangeFixture.scorecard, to: "mine.yaml")
    let line = """
      for n in $(seq 30); do
        cp blank.yaml there/2-technical-screen.yaml
        rolewright scorecard import theirs.json --from greenhouse --loop loop -o there 2> /dev/null &
        for i in $(seq $((n * 40))); do :; done
        cp mine.yaml new; mv new there/2-technical-screen.yaml; wait
        cmp mine.yaml there/2-technical-screen.yaml || echo lost
        rm -f there/2-technical-screen-*.yaml
      done; ls -A there
      """
    let outcome = try Rolewright.shell(line, in: folder.path)
    #expect(outcome.output == "2-technical-screen.yaml\nassessment.yaml\n")
  }

  /// Ways in which nothing can be done, with what is run and the files that are changed before.
  private static let faults: [(name: String, arguments: [String], files: [String: String])] = [
    ("another platform's mapping", ["export", "C-17", "--to", "lever", "--mapping", "ashby.yaml"], [:]),
    (
      "another loop's mapping", ["export", "C-17", "--to", "lever", "--mapping", "lever.yaml"],
      ["lever.yaml": ExchangeFixture.mapping("lever").replacing("0123", with: "9999")]
    ),
    (
      "another loop's scorecard", ["export", "C-17", "--to", "lever"],
      ["C-17/assessment.yaml": ExchangeFixture.assessment.replacing("0123", with: "9999")]
    ),
    (
      "a broken mapping", ["export", "C-17", "--to", "lever", "--mapping", "lever.yaml"],
      ["lever.yaml": "platform: leever\ninterviews: [{numbers: 2}]\n"]
    ),
    (
      "no assessment", ["export", "alone/2.yaml", "--to", "lever"],
      ["alone/2.yaml": ExchangeFixture.scorecard]
    ),
    (
      "no JSON", ["import", "x.json", "--from", "ashby", "--loop", "loop", "-o", "new"],
      ["x.json": "{\"a\": 1,}"]
    ),
    (
      "no scorecard", ["import", "x.json", "--from", "ashby", "--loop", "loop", "-o", "new"],
      ["x.json": "{\"a\": 1}"]
    ),
    (
      "no interview", ["import", "x.json", "--from", "greenhouse", "--loop", "loop", "-o", "new"],
      ["x.json": "[{\"interview\": \"Chat\", \"attributes\": []}]"]
    ),
    (
      "another candidate's folder",
      ["import", "x.json", "--from", "greenhouse", "--loop", "loop", "-o", "C-17", "--candidate", "C-18"],
      ["x.json": "[{\"interview\": \"Technical screen\", \"attributes\": []}]"]
    ),
    (
      "another loop's folder", ["import", "x.json", "--from", "greenhouse", "--loop", "loop", "-o", "C-17"],
      [
        "x.json": "[{\"interview\": \"Technical screen\", \"attributes\": []}]",
        "loop/assessment.yaml": ExchangeFixture.assessment.replacing("0123", with: "9999"),
      ]
    ),
    ("no loop", ["import", "x.json", "--from", "ashby", "--loop", "nowhere", "-o", "new"], ["x.json": "{}"]),
  ]

  @Test("what cannot be done is said, and nothing is written")
  func refused() throws {
    var text = ""
    for fault in Self.faults {
      let folder = try ExchangeFixture.folder()
      for (name, content) in fault.files { try folder.write(content, to: name) }
      let before = try folder.contents()
      let outcome = try Rolewright.run(["scorecard"] + fault.arguments, in: folder.path)
      #expect(outcome.output.isEmpty && (1...2).contains(outcome.status))
      #expect(try folder.contents() == before, "\(fault.name)")
      text += "\(fault.name): status \(outcome.status)\n\(outcome.errors)\n"
    }
    try expect(text, is: "faults.out")
  }

  @Test(
    "bad usage",
    arguments: [
      ["export"], ["export", "a.yaml"], ["export", "--to", "lever"], ["export", "a.yaml", "--to", "workday"],
      ["export", "loop", "--to", "ashby", "--form"], ["export", "a", "b", "--to", "lever", "--form"],
      ["import"], ["import", "a.json", "--from", "lever"],
      ["import", "a.json", "--from", "lever", "--loop", "b"],
      ["import", "a.json", "--from", "lever", "--loop", "b", "-o", "c", "--interview", "two"],
      ["import", "a.json", "b.json", "--from", "lever", "--loop", "b", "-o", "c"],
    ])
  func badUsage(arguments: [String]) throws {
    let outcome = try Rolewright.run(["scorecard"] + arguments, in: folder.path)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
  }
}
