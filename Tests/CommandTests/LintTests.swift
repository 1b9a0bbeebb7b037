import TestSupport
import Testing

@Suite("rolewright lint")
struct LintTests {
  @Test("the built-in library, the examples' own rubrics and the example postings are clean")
  func clean() throws {
    #expect(try Rolewright.run(["lint"]) == Rolewright.Outcome(status: 0))
    #expect(try Rolewright.run(["lint", "--rubrics", "Examples/rubrics"]).status == 0)
    let postings = ProjectFiles.list("Examples/postings").map { "Examples/postings/\($0)" }
    #expect(postings.count >= 3)
    #expect(try Rolewright.run(["lint"] + postings).status == 0)
  }

  @Test("a competency that is not in the library ends with 1, with the nearest spelling")
  func unknownCompetency() throws {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.role.replacing("kubernetes", with: "kubernets"), to: "role.yaml")
    let outcome = try Rolewright.run(["lint", "role.yaml"], in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("role.yaml:\(try place(of: "kubernets", in: folder)): warning: "))
    #expect(outcome.errors.contains("[unknown-competency]"))
    #expect(outcome.errors.contains("did you mean \"kubernetes\"?"))
  }

  @Test("every fault of a library is shown, not only the first")
  func faultyLibrary() throws {
    let folder = try TemporaryFolder()
    try folder.write("interviews: many\nscreen: []\n", to: "ours/policy.yaml")
    try folder.write("id: coding\nname: Coding\nminuts: 60\n", to: "ours/formats/coding.yaml")
    let outcome = try Rolewright.run(["lint", "--rubrics", "ours"], in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    for word in ["ours/policy.yaml:1:13", "ours/formats/coding.yaml:3:1", "did you mean \"minutes\"?"] {
      #expect(outcome.errors.contains(word), "\(word)")
    }
  }

  @Test("the faults of a role file are findings, and are shown with those of the other files")
  func faultyRole() throws {
    let folder = try TemporaryFolder()
    try folder.write("title: SRE\ncompetencies:\n  - id: go\n    importence: required\n", to: "faulty.yaml")
    try folder.write(Fixture.role.replacing("kubernetes", with: "kubernets"), to: "role.yaml")
    let outcome = try Rolewright.run(["lint", "faulty.yaml", "role.yaml"], in: folder.path)
    #expect(outcome.status == 1)
    for word in ["faulty.yaml:4:5", "did you mean \"importance\"?", "[unknown-competency]"] {
      #expect(outcome.errors.contains(word), "\(word)")
    }
  }

  @Test("a file that cannot be read ends with 2, and the others are looked at all the same")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.role.replacing("kubernetes", with: "kubernets"), to: "role.yaml")
    try folder.write("", to: "empty.md")
    for file in ["nowhere.yaml", "empty.md"] {
      let outcome = try Rolewright.run(["lint", file, "role.yaml"], in: folder.path)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("\(file): error"))
      #expect(outcome.errors.contains("[unknown-competency]"))
    }
  }

  @Test(
    "every file of many is looked at, wherever the flags stand",
    arguments: [
      ["lint"] + names, ["lint", "-f", "text"] + names, ["lint"] + names + ["--format", "text"],
      ["lint", names[0], "--format=text"] + names.dropFirst(), ["lint", "--"] + names,
    ])
  func manyFiles(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    for name in Self.names {
      try folder.write(Fixture.role.replacing("kubernetes", with: "kubernets"), to: name)
    }
    let outcome = try Rolewright.run(arguments, in: folder.path)
    #expect(outcome.status == 1)
    for name in Self.names { #expect(outcome.errors.contains("\(name):"), "\(name)") }
  }

  private static let names = (1...6).map { "role-\($0).yaml" }

  @Test("a flag that there is not is bad usage, however many files stand behind it")
  func unknownFlag() throws {
    #expect(try Rolewright.run(["lint", "--formt", "text"] + Self.names).status == 64)
    #expect(try Rolewright.run(["lint"] + Self.names + ["--formt"]).status == 64)
  }

  @Test("overrides that several postings are given are bad usage, wherever they stand")
  func overridesOfMany() throws {
    for postings in [[Fixture.posting], [Fixture.posting, Fixture.page]] {
      let outcome = try Rolewright.run(
        ["extract", Fixture.otherPosting, "--overrides", Fixture.overrides] + postings)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--overrides belongs to one posting"))
    }
  }

  @Test("no more than a hundred findings of a file are shown")
  func many() throws {
    let folder = try TemporaryFolder()
    let entries = (0..<500).map { "- {id: c\($0), importance: required}\n" }.joined()
    try folder.write("title: SRE\ncompetencies:\n" + entries, to: "role.yaml")
    let outcome = try Rolewright.run(["lint", "role.yaml"], in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("role.yaml:102:8"))
    #expect(outcome.errors.contains("[too-many-findings]"))
    #expect(!outcome.errors.contains("\"c100\""))
  }

  @Test("the same findings in every format, word for word", arguments: ["text", "json", "github", "sarif"])
  func formats(format: String) throws {
    let folder = "Tests/CommandTests/Golden/lint"
    let outcome = try Rolewright.run(["lint", "--rubrics", "\(folder)/rubrics", "--format", format])
    #expect(outcome.status == 1)
    let (report, rest) =
      format == "text" ? (outcome.errors, outcome.output) : (outcome.output, outcome.errors)
    #expect(report == (try Golden.expected("\(folder)/\(format).out", recording: report)))
    #expect(rest == "")
    #expect(!report.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test(
    "what keeps the library from being read is told in the format asked for",
    arguments: [
      ("text", "nowhere: error: no such folder [no-such-folder]\n\n1 error\n"),
      ("json", "\"file\": \"nowhere\",\n    \"message\": \"no such folder\"\n"),
      ("github", "::error file=nowhere,title=no-such-folder::no such folder\n"),
      ("sarif", "\"shortDescription\": {\n                \"text\": \"There is no folder of that name.\"\n"),
    ])
  func stopped(format: String, words: String) throws {
    let outcome = try Rolewright.run(["lint", "--rubrics", "nowhere", "--format", format])
    #expect(outcome.status == 2)
    #expect((format == "text" ? outcome.errors : outcome.output).contains(words))
    #expect((format == "text" ? outcome.output : outcome.errors) == "")
  }

  @Test("a report of nothing is a report all the same", arguments: [("json", "[]\n"), ("github", "")])
  func nothing(format: String, report: String) throws {
    #expect(
      try Rolewright.run(["lint", Fixture.otherPosting, "--format", format])
        == Rolewright.Outcome(status: 0, output: report))
  }

  @Test("files that can and cannot be read stand in one report, which ends with 2")
  func unreadableReport() throws {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.role.replacing("kubernetes", with: "kubernets"), to: "a role.yaml")
    let outcome = try Rolewright.run(
      ["lint", "nowhere.md", "a role.yaml", "--format", "sarif"], in: folder.path)
    #expect(outcome.status == 2 && outcome.errors == "")
    for word in ["\"ruleId\": \"no-such-file\"", "\"uri\": \"nowhere.md\"", "\"uri\": \"a%20role.yaml\""] {
      #expect(outcome.output.contains(word), "\(word)")
    }
  }

  /// The line and the column of a word in the role file.
  private func place(of word: String, in folder: TemporaryFolder) throws -> String {
    let lines = try folder.text("role.yaml").split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains(word) })
    let column = try #require(lines[line].ranges(of: word).first).lowerBound
    return "\(line + 1):\(lines[line].distance(from: lines[line].startIndex, to: column) + 1)"
  }
}
