import TestSupport
import Testing

@Suite("rolewright explain")
struct ExplainTests {
  private static let folder = "Tests/CommandTests/Golden/explain"
  private static let ids = ProjectFiles.list("Rubrics/rules", ending: ".yaml").map { String($0.dropLast(5)) }
    .sorted()

  @Test("without a rule it lists all of them, in 80 columns")
  func list() throws {
    let outcome = try Rolewright.run(["explain"])
    #expect(outcome.status == 0 && outcome.errors == "")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.filter { $0.first != " " }.map { String($0.prefix { $0 != " " }) } == Self.ids)
    #expect(lines.filter { $0.count > 80 } == [])
  }

  @Test("every rule is explained in 80 columns")
  func every() throws {
    for id in Self.ids {
      let outcome = try Rolewright.run(["explain", id])
      #expect(outcome.status == 0 && outcome.errors == "")
      let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.first?.hasPrefix(id) == true)
      #expect(lines.filter { $0.count > 80 || $0.last == " " } == [], "\(id)")
      #expect(outcome.output.contains("\nWhat to do\n  "), "\(id)")
    }
  }

  @Test(
    "meaning, reason, remedy, words and examples", arguments: ["unobservable-verb", "duplicate-question"])
  func one(id: String) throws {
    let output = try Rolewright.run(["explain", id]).output
    #expect(output == (try Golden.expected("\(Self.folder)/\(id).out", recording: output)))
  }

  @Test("a company's own rule is explained as any other")
  func ownRule() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      id: our-words
      meaning: We do not say this of people.
      remedy: Say what they do.
      texts: [definition]
      phrases: [{words: [rockstar], unless: [rockstar energy], note: it is on our list, instead: engineer}]

      """, to: "ours/rules/our-words.yaml")
    try folder.write("id: encoding\nmeaning: Ours.\nremedy: R.\n", to: "ours/rules/encoding.yaml")
    let outcome = try Rolewright.run(["explain", "our-words", "--rubrics", "ours"], in: folder.path)
    #expect(
      outcome
        == Rolewright.Outcome(
          status: 0,
          output: """
            our-words: warning

              We do not say this of people.

            What to do
              Say what they do.

            Words looked for in definition
              - rockstar
                but not in: rockstar energy
                note: it is on our list
                instead: engineer

            """))
    let list = try Rolewright.run(["explain", "--rubrics", "ours"], in: folder.path).output
    #expect(list.contains("\nour-words                We do not say this of people.\n"))
    #expect(list.contains("\nencoding                 Ours.\n"))
  }

  @Test("an unknown rule ends with 2, and with the nearest spelling")
  func unknown() throws {
    for (id, help) in [
      ("doubel-question", "did you mean \"double-question\"?"),
      ("x", "\"rolewright explain\" lists all rules"),
    ] {
      let errors = "\(id): error: there is no such rule [no-such-rule]\n   = help: \(help)\n\n1 error\n"
      #expect(try Rolewright.run(["explain", id]) == Rolewright.Outcome(status: 2, errors: errors))
    }
  }

  @Test("a faulty rule of a company's own is shown with its fault")
  func faulty() throws {
    let folder = try TemporaryFolder()
    try folder.write("id: our-words\nmeening: M.\nremedy: R.\n", to: "ours/rules/our-words.yaml")
    let outcome = try Rolewright.run(["explain", "our-words", "--rubrics", "ours"], in: folder.path)
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(outcome.errors.contains("ours/rules/our-words.yaml:2:1: error: unknown key \"meening\""))
    #expect(try Rolewright.run(["explain", "alias", "--rubrics", "ours"], in: folder.path).status == 0)
  }

  @Test("own templates print it, and their faults are found")
  func templates() throws {
    let folder = try TemporaryFolder()
    try folder.write("{{id}}: {{meaning}}\n", to: "ours/rule.txt.mustache")
    try folder.write("{{#rules}}\n{{id}}\n{{/rules}}\n", to: "ours/rule-list.txt.mustache")
    func run(_ arguments: String...) throws -> Rolewright.Outcome {
      try Rolewright.run(["explain", "--templates", "ours"] + arguments, in: folder.path)
    }
    #expect(try run("empty-file").output == "empty-file: The file holds nothing but space and comments.\n")
    #expect(try run().output == Self.ids.map { $0 + "\n" }.joined())
    try folder.write("{{id}} {{meening}}\n", to: "ours/rule.txt.mustache")
    let faulty = try run("empty-file")
    #expect(faulty.status == 2 && faulty.output == "")
    #expect(faulty.errors.hasPrefix("ours/rule.txt.mustache:1:8: error: there is no \"meening\" here"))
    #expect(faulty.errors.contains("did you mean \"meaning\"?"))
  }

  @Test("colour on a terminal only")
  func colour() throws {
    let terminal = try #require(PseudoTerminal())
    let bold = "\u{1B}[1mempty-file"
    #expect(
      try Rolewright.run(["explain", "empty-file"], on: terminal, environment: ["TERM": "xterm"]).contains(
        bold))
    let quiet = try Rolewright.run(["explain"], environment: ["TERM": "xterm"])
    #expect(!quiet.output.contains("\u{1B}"))
  }
}
