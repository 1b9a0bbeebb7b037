import TestSupport
import Testing

/// Every way in which a command cannot run ends with status 2, says where and why on standard error,
/// prints no result and writes nothing. `Golden/errors/<name>.out` holds the words.
@Suite("What cannot be read or written")
struct ErrorTests {
  private static let folder = "Tests/CommandTests/Golden/errors"

  @Test("every case has its expected output, and none is left over")
  func complete() {
    let names = ErrorCase.all.map { "\($0.name).out" }.sorted()
    #expect(ProjectFiles.list(Self.folder, ending: ".out") == names)
  }

  @Test("status 2, the reason, and nothing else", arguments: ErrorCase.all)
  func failure(_ failing: ErrorCase) throws {
    let folder = try TemporaryFolder()
    for file in failing.files { try folder.write(file.bytes, to: file.name) }
    let before = folder.files
    let outcome = try Rolewright.run(failing.arguments, in: folder.path, input: failing.input)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(folder.files == before)
    for file in failing.files {
      #expect(Array(try folder.text(file.name).utf8) == file.bytes || file.isNotText)
    }
    let path = "\(Self.folder)/\(failing.name).out"
    #expect(outcome.errors == (try Golden.expected(path, recording: outcome.errors)))
  }

  @Test("a file that may not be read, and a folder that may not be written to")
  func permissions() throws {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.role, to: "locked/role.md")
    // Root may read and write everything, so the shell asks first.
    let line = """
      chmod 000 locked/role.md && chmod 555 locked || exit 9
      if cat locked/role.md >/dev/null 2>&1; then echo open; exit 0; fi
      rolewright extract locked/role.md; echo "status $?"
      rolewright extract - -o locked/new.yaml </dev/null; echo "status $?"
      """
    let outcome = try Rolewright.shell(line, in: folder.path)
    _ = try Rolewright.shell("chmod -R u+rwX .", in: folder.path)
    guard outcome.output != "open\n" else { return }
    #expect(outcome.output.contains("locked/role.md: error: may not be read [unreadable]"))
    #expect(outcome.output.split(separator: "\n").filter { $0 == "status 2" }.count == 2)
  }
}

/// A run that has to fail.
struct ErrorCase: Sendable, CustomTestStringConvertible {
  let name: String
  let arguments: [String]
  var files: [File] = []
  var input = ""

  var testDescription: String { name }

  /// A file that is there beforehand.
  struct File: Sendable {
    let name: String
    let bytes: [UInt8]

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    /// Whether reading it as UTF-8 changes it.
    var isNotText: Bool { String(validating: bytes, as: UTF8.self) == nil }
  }

  static let all = postings + roles + rubrics + outputs + labels + overrides + panels

  private static let postings = [
    ErrorCase(name: "missing-file", arguments: ["extract", "nowhere.md"]),
    ErrorCase(name: "folder", arguments: ["extract", "postings"], files: [File("postings/a.md", "x")]),
    ErrorCase(name: "empty", arguments: ["extract", "empty.md"], files: [File("empty.md", "")]),
    ErrorCase(name: "blank", arguments: ["extract", "blank.md"], files: [File("blank.md", " \n\t\r\n")]),
    ErrorCase(name: "empty-input", arguments: ["extract", "-"]),
    ErrorCase(
      name: "binary", arguments: ["extract", "a.out"],
      files: [File("a.out", [0x7F, 0x45, 0x4C, 0x46, 0x0A, 0x41, 0x00, 0x42])]),
    ErrorCase(
      name: "invalid-utf8", arguments: ["extract", "latin.md"],
      files: [File("latin.md", Array("Engineer\nCaf".utf8) + [0x81] + Array(" duty".utf8))]),
    ErrorCase(
      name: "too-large", arguments: ["extract", "large.md"],
      files: [File("large.md", [UInt8](repeating: 0x61, count: 3 << 20))]),
    ErrorCase(
      name: "second-of-two", arguments: ["extract", "good.md", "empty.md"],
      files: [File("good.md", "Requirements:\n\n* Go\n"), File("empty.md", "")]),
  ]

  private static let roles = [
    ErrorCase(
      name: "role-typo", arguments: ["plan", "role.yaml"],
      files: [File("role.yaml", "title: SRE\ncompetencies:\n  - id: go\n    importence: required\n")]),
    ErrorCase(
      name: "role-importance", arguments: ["plan", "role.yaml", "-o", "loop"],
      files: [File("role.yaml", "title: SRE\ncompetencies: [{id: go, importance: requierd}]\n")]),
    ErrorCase(
      name: "role-twice", arguments: ["diff", "role.yaml", "role.yaml"],
      files: [
        File(
          "role.yaml",
          "title: SRE\ncompetencies:\n- {id: go, importance: required}\n- {id: go, importance: duty}\n")
      ]),
    ErrorCase(
      name: "role-laughs", arguments: ["plan", "laughs.yaml"],
      files: [File("laughs.yaml", "a: &a [ha, ha]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c\n")]),
    ErrorCase(
      name: "role-deep", arguments: ["plan", "deep.yaml"],
      files: [File("deep.yaml", "title: " + String(repeating: "[", count: 100_000))]),
    ErrorCase(
      name: "role-json", arguments: ["plan", "-"], input: #"{"title": "SRE", "competencies": [{"id": "go"}]}"#
    ),
    ErrorCase(
      name: "diff-missing", arguments: ["diff", "role.yaml", "nowhere.yaml"],
      files: [File("role.yaml", Fixture.role)]),
  ]

  private static let panels = [
    ErrorCase(
      name: "policy-file-typo", arguments: ["plan", "role.yaml", "--policy", "ours.yaml"],
      files: [
        File("role.yaml", Fixture.role),
        File("ours.yaml", "interviews: 9\nminuts: 200\nformats: [coding, desing]\ntargets: {mid: 6}\n"),
      ]),
    ErrorCase(
      name: "format-exclude-typo", arguments: ["plan", "role.yaml", "--format-exclude", "behavioral"],
      files: [File("role.yaml", Fixture.role)]),
    ErrorCase(
      name: "format-exclude-all",
      arguments: ["plan", "role.yaml", "--policy", "p.yaml", "--format-exclude", "coding", "-o", "loop"],
      files: [File("role.yaml", Fixture.role), File("p.yaml", "formats: [coding]\n")]),
    ErrorCase(
      name: "panel-missing", arguments: ["plan", "role.yaml", "--panel", "nowhere.yaml"],
      files: [File("role.yaml", Fixture.role)]),
    ErrorCase(
      name: "panel-typo", arguments: ["plan", "role.yaml", "--panel", "panel.yaml"],
      files: [
        File("role.yaml", Fixture.role),
        File(
          "panel.yaml",
          """
          interviewers:
            - {name: Asha, rates: {familys: [people], competencies: [kubernets], up_to: 9}}
            - {name: Bo, runs: [codin], shadows: [coding], hours: 9 to 5}
            - {name: Bo, runs: [coding], limits: {interviews: many}}
            - {role: engineer}

          """),
      ]),
    ErrorCase(
      name: "panel-names", arguments: ["plan", "role.yaml", "--panel", "panel.yaml"],
      files: [
        File("role.yaml", Fixture.role),
        File(
          "panel.yaml",
          """
          interviewers:
            - {name: Bo, rates: {competencies: [kubernets]}, runs: [coding], shadows: [coding, codin]}

          """),
      ]),
    ErrorCase(
      name: "panel-many", arguments: ["plan", "role.yaml", "--panel", "panel.yaml"],
      files: [
        File("role.yaml", Fixture.role),
        File("panel.yaml", "interviewers:\n" + (1...41).map { "- {name: P\($0)}\n" }.joined()),
      ]),
  ]

  private static let overrides = [
    ErrorCase(
      name: "overrides-missing", arguments: ["extract", "p.md", "--overrides", "nowhere.yaml"],
      files: [File("p.md", "Requirements:\n\n* Go\n")]),
    ErrorCase(
      name: "overrides-typo", arguments: ["plan", "p.md", "--overrides", "p.overrides.yaml"],
      files: [
        File("p.md", "Requirements:\n\n* Go\n"),
        File(
          "p.overrides.yaml",
          """
          not:
            - {id: go, reson: We use it no more.}
            - {id: go, reason: Twice.}
            - {id: go, reason: Twice.}
          is:
            - {id: go, importance: requird, words: Go, reason: All the same.}
            - {id: go, importance: duty, words: "", reason: Again.}

          """),
      ]),
    ErrorCase(
      name: "overrides-stale", arguments: ["extract", "p.md", "--overrides", "p.overrides.yaml"],
      files: [
        File("p.md", "# Engineer\n\nRequirements:\n\n* Go and Kubernetes\n* A calm hand\n"),
        File(
          "p.overrides.yaml",
          """
          not:
            - {id: goo, reason: There is no such thing.}
            - {id: go, words: Gopher, reason: No such word.}
            - {id: python, reason: Nothing of the kind is stated.}
          is:
            - {id: linux, importance: required, words: A clam hand, reason: It is a slip.}
            - {id: on-call, importance: required, words: calm hand, line: 5, reason: Another line.}
            - {id: rust, importance: required, words: "!?", reason: No words at all.}

          """),
      ]),
    ErrorCase(
      name: "overrides-many", arguments: ["why", "p.md", "go", "--overrides", "p.overrides.yaml"],
      files: [
        File("p.md", "Requirements:\n\n* Go\n"),
        File("p.overrides.yaml", "not:\n" + String(repeating: "- {id: go, reason: x}\n", count: 201)),
      ]),
    ErrorCase(
      name: "overrides-of-a-role", arguments: ["diff", "a.yaml", "b.yaml", "--to-overrides", "o.yaml"],
      files: [File("a.yaml", Fixture.role), File("b.yaml", Fixture.role), File("o.yaml", "not: []\n")]),
    ErrorCase(
      name: "why-of-a-role", arguments: ["why", "role.yaml", "go"], files: [File("role.yaml", Fixture.role)]),
    ErrorCase(name: "why-unknown", arguments: ["why", "p.md", "kubernets"], files: [File("p.md", "Go\n")]),
  ]

  private static let rubrics = [
    ErrorCase(
      name: "rubrics-missing", arguments: ["extract", "--rubrics", "ours", "p.md"], files: [File("p.md", "x")]
    ),
    ErrorCase(
      name: "rubrics-empty", arguments: ["extract", "--rubrics", "ours", "p.md"],
      files: [File("ours/notes.txt", "x"), File("p.md", "x")]),
    ErrorCase(
      name: "rubrics-typo", arguments: ["extract", "--rubrics", "ours", "p.md"],
      files: [
        File("ours/competencies/platform/wick.yaml", "id: wick\nname: Wick\nfamly: platform\n"),
        File("p.md", "x"),
      ]),
    ErrorCase(
      name: "policy-typo", arguments: ["plan", "--rubrics", "ours", "role.yaml"],
      files: [File("ours/policy.yaml", "interviews: many\n"), File("role.yaml", Fixture.role)]),
    ErrorCase(
      name: "templates-typo", arguments: ["plan", "--templates", "ours", "role.yaml", "-o", "loop"],
      files: [File("ours/loop.md.mustache", "# {{titel}}\n"), File("role.yaml", Fixture.role)]),
  ]

  private static let outputs = [
    ErrorCase(
      name: "file-exists", arguments: ["extract", "p.md", "-o", "role.yaml"],
      files: [File("p.md", "Requirements:\n\n* Go\n"), File("role.yaml", "mine\n")]),
    ErrorCase(
      name: "loop-exists", arguments: ["plan", "role.yaml", "-o", "loop"],
      files: [File("role.yaml", Fixture.role), File("loop/candidate.md", "mine\n")]),
    ErrorCase(
      name: "below-a-file", arguments: ["extract", "p.md", "-o", "p.md/role.yaml"],
      files: [File("p.md", "Requirements:\n\n* Go\n")]),
    ErrorCase(
      name: "loop-below-a-file", arguments: ["plan", "role.yaml", "-o", "role.yaml/loop"],
      files: [File("role.yaml", Fixture.role)]),
  ]
  private static let labels = [
    ErrorCase(
      name: "labels-missing", arguments: ["eval", "--gold", "labels", "--postings", "."],
      files: [File("a.md", "x")]),
    ErrorCase(
      name: "labels-empty", arguments: ["eval", "--gold", "labels", "--postings", "."],
      files: [File("labels/a.md", "x")]),
    ErrorCase(
      name: "labels-typo", arguments: ["eval", "--gold", "labels", "--postings", "."],
      files: [
        File("labels/a.json", #"{"file": "a.md", "level": "mid", "competencies": [{"id": "go"}]}"#),
        File("labels/b.yaml", "file: b.md\nlevle: mid\ncompetencies: []\n"),
      ]),
    ErrorCase(
      name: "compare-other",
      arguments: ["eval", "--gold", "labels", "--postings", ".", "--compare", "run.json"],
      files: [File("run.json", #"{"f1": 0.94}"#)]),
  ]
}
