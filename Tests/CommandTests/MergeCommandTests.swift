import TestSupport
import Testing

/// `rolewright merge`: what both sides meant, or both sides marked.
@Suite("rolewright merge")
struct MergeCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let base = """
    # Reviewed by the platform team.
    title: Platform Engineer
    level: mid
    min_years: 2
    competencies:
      - id: kubernetes
        importance: required
        target: 3
      - id: go
        importance: required
        technologies: [Go]
      - id: communication  # asked of everybody
        importance: preferred

    """

  private func merge(
    _ base: String, _ ours: String, _ theirs: String, _ more: String...
  ) throws -> Rolewright.Outcome {
    try folder.write(base, to: "base.yaml")
    try folder.write(ours, to: "ours.yaml")
    try folder.write(theirs, to: "theirs.yaml")
    return try Rolewright.run(["merge", "base.yaml", "ours.yaml", "theirs.yaml"] + more, in: folder.path)
  }

  /// The base with words replaced that are there.
  private func edited(_ edits: [String: String], of text: String = base) throws -> String {
    try edits.sorted { $0.key < $1.key }.reduce(text) { text, edit in
      try #require(text.contains(edit.key))
      return text.replacing(edit.key, with: edit.value)
    }
  }

  private static let edits: [[String: String]] = [
    ["title: Platform Engineer": "title: Staff Engineer"], ["min_years: 2": "min_years: 6"],
    ["target: 3": "target: 4"], ["[Go]": "[Go, Python]"], ["importance: preferred": "importance: duty"],
    ["  - id: go\n    importance: required\n    technologies: [Go]\n": ""],
    ["competencies:\n": "competencies:\n  - id: databases\n    importance: duty\n"],
    ["level: mid\n": "level: mid\n# Remote since May.\nremote: true\n"],
  ]

  @Test("what only one side changed is as that side has it, to the byte", arguments: edits)
  func laws(edit: [String: String]) throws {
    let changed = try edited(edit)
    for (ours, theirs) in [(Self.base, changed), (changed, Self.base), (changed, changed)] {
      #expect(try merge(Self.base, ours, theirs) == Rolewright.Outcome(status: 0, output: changed))
    }
  }

  @Test("changes of different things are both there, whichever side made them")
  func both() throws {
    for (first, second) in Self.edits.indices.flatMap({ a in (0..<a).map { (a, $0) } }) {
      let (ours, theirs) = (try edited(Self.edits[first]), try edited(Self.edits[second]))
      if Self.edits[first].values.contains(""), Self.edits[second].keys.contains("[Go]") { continue }
      let here = try merge(Self.base, ours, theirs)
      let there = try merge(Self.base, theirs, ours)
      #expect(here.status == 0 && there.status == 0 && here.errors.isEmpty, "\(first) \(second)")
      try folder.write(here.output, to: "a.yaml")
      try folder.write(there.output, to: "b.yaml")
      try folder.write(try edited(Self.edits[first], of: try edited(Self.edits[second])), to: "c.yaml")
      for other in ["b.yaml", "c.yaml"] {
        #expect(
          try Rolewright.run(["diff", "a.yaml", other], in: folder.path).status == 0, "\(first) \(second)")
      }
      #expect(here.output.contains("# Reviewed") && here.output.contains("# asked of everybody"))
    }
  }

  @Test("comments of both sides stay where the file has to be written anew")
  func comments() throws {
    let ours = try edited(["target: 3": "target: 4  # since the outage", "level: mid": "level: senior"])
    let theirs = try edited([
      "importance: required\n    target: 3": "importance: preferred\n    # Not more.\n    target: 3",
      "min_years: 2": "min_years: 6",
    ])
    let outcome = try merge(Self.base, ours, theirs)
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        # Reviewed by the platform team.
        title: Platform Engineer
        level: senior
        min_years: 6
        competencies:
        - id: kubernetes
          importance: preferred
          # Not more.
          target: 4  # since the outage
        - id: go
          importance: required
          technologies: [Go]
        - id: communication  # asked of everybody
          importance: preferred

        """)
  }

  @Test(
    "both sides of a conflict stand at the key, and are explained; the file is no role until it is mended")
  func conflict() throws {
    let outcome = try merge(
      Self.base, try edited(["target: 3": "target: 4", "min_years: 2": "min_years: 6"]),
      try edited(["target: 3": "target: 5", "level: mid": "level: senior"]), "--path", "roles/sre.yaml")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains(
        """
        level: senior
        min_years: 6
        competencies:
          - id: kubernetes
            importance: required
        <<<<<<< ours
            target: 4
        =======
            target: 5
        >>>>>>> theirs
          - id: go
        """))
    #expect(
      outcome.errors == """
        roles/sre.yaml:9:13: error: target of competency "kubernetes" is 4 in ours and 5 in theirs [merge-conflict]
          |
        9 |     target: 4
          |             ^
          = note: it was 3
          = help: keep one of the two between the marks, or write what both meant, and remove the marks

        1 error

        """)
    try folder.write(outcome.output, to: "merged.yaml")
    #expect(try Rolewright.run(["plan", "merged.yaml"], in: folder.path).status == 2)
  }

  private static let conflicts: [(ours: [String: String], theirs: [String: String], message: String)] = [
    (
      ["  - id: go\n    importance: required\n    technologies: [Go]\n": ""], ["[Go]": "[Go, Rust]"],
      "competency \"go\" is removed in ours and changed in theirs"
    ),
    (
      ["[Go]": "[Go, Rust]"], ["  - id: go\n    importance: required\n    technologies: [Go]\n": ""],
      "competency \"go\" is changed in ours and removed in theirs"
    ),
    (
      ["level: mid\n": "level: mid\ncompany: A\n"], ["level: mid\n": "level: mid\ncompany: B\n"],
      "company is \"A\" in ours and \"B\" in theirs"
    ),
    (["level: mid\n": ""], ["level: mid": "level: lead"], "level is removed in ours and changed in theirs"),
  ]

  @Test(
    "whatever the conflict, both sides are there, no reader takes the file, and the size of marks is obeyed",
    arguments: conflicts)
  func kinds(ours: [String: String], theirs: [String: String], message: String) throws {
    let sides = (try edited(ours), try edited(theirs))
    let outcome = try merge(Self.base, sides.0, sides.1, "--marker-size", "11")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(
      outcome.output.contains("\n<<<<<<<<<<< ours\n") && outcome.output.contains("\n>>>>>>>>>>> theirs\n"))
    for line in (sides.0 + sides.1).split(separator: "\n") {
      #expect(outcome.output.contains(line.drop { $0 == " " }), "\(line)")
    }
    try folder.write(outcome.output, to: "merged.yaml")
    #expect(try Rolewright.run(["diff", "merged.yaml", "base.yaml"], in: folder.path).status == 2)
  }

  @Test("weights that follow from the importances are no conflict, and are reckoned anew")
  func weights() throws {
    func extracted(_ text: String) throws -> String {
      try folder.write(text, to: "posting.md")
      return try Rolewright.run(["extract", "posting.md"], in: folder.path).output
        .replacing(try Regex("(?m)^(source|  file|  sha256):.*\n"), with: "")
    }
    let posting =
      "# SRE\n\n## Requirements\n\n- You know Go.\n- You know Kubernetes.\n- You know Terraform.\n"
    let base = try extracted(posting)
    let ours = try extracted(posting + "- You know Python.\n")
    let theirs = try extracted(posting + "- You know PostgreSQL.\n")
    try #require(ours.contains("id: python") && theirs.contains("weight: 0.25\n"))
    let outcome = try merge(base, ours, theirs)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("id: python") && outcome.output.contains("weight: 0.2\n"))
    #expect(!outcome.output.contains("weight: 0.25"))
  }

  @Test("groups of alternatives that both sides formed with one letter stay two")
  func letters() throws {
    func grouped(_ ids: [String]) -> String {
      "title: A\ncompetencies:\n"
        + ["go", "python", "aws", "gcp"].map { id in
          "  - {id: \(id), importance: required\(ids.contains(id) ? ", any_of: a" : "")}\n"
        }.joined()
    }
    let outcome = try merge(grouped([]), grouped(["go", "python"]), grouped(["aws", "gcp"]))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("{id: go, importance: required, any_of: a}"))
    #expect(outcome.output.contains("{id: gcp, importance: required, any_of: b}"))
    let same = try merge(
      grouped([]), grouped(["go", "python"]),
      grouped(["go", "python"]).replacing("any_of: a", with: "any_of: x"))
    #expect(same.status == 0)
    #expect(same.output == grouped(["go", "python"]))
  }

  @Test("a conflict within a text of several lines is not read as a part of it")
  func manyLines() throws {
    func titled(_ word: String) -> String {
      "title: \"Platform\n  \(word)\n  Engineer\"\ncompetencies:\n  - {id: go, importance: required}\n"
    }
    let outcome = try merge(titled("A"), titled("B"), titled("C"))
    #expect(outcome.status == 1)
    #expect(
      outcome.output.hasPrefix(
        "<<<<<<< ours\ntitle: Platform B Engineer\n=======\ntitle: Platform C Engineer\n>>>>>>> theirs\n"))
    try folder.write(outcome.output, to: "merged.yaml")
    #expect(try Rolewright.run(["diff", "merged.yaml", "base.yaml"], in: folder.path).status == 2)
  }

  @Test("JSON stays JSON")
  func json() throws {
    let base =
      "{\"title\": \"A\", \"level\": \"mid\", \"competencies\": [{\"id\": \"go\", \"importance\": \"required\"}]}"
    let outcome = try merge(
      base, base.replacing("\"mid\"", with: "\"lead\""), base.replacing("\"required\"", with: "\"duty\""))
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("{\n  \"title\": \"A\",\n  \"level\": \"lead\",\n"))
    #expect(outcome.output.contains("\"importance\": \"duty\""))
  }

  @Test("a version that is no role is merged by lines, and somebody has to look")
  func unreadable() throws {
    let broken = try edited(["title: Platform Engineer": "title: \"Platform"])
    let outcome = try merge(Self.base, broken, try edited(["target: 3": "target: 4"]))
    #expect(outcome.status == 1)
    #expect(outcome.output == (try edited(["target: 3": "target: 4"], of: broken)))
    #expect(outcome.errors.contains("[merged-by-lines]") && outcome.errors.contains("[yaml-syntax]"))
    let hostile = [
      "", "\u{0}", "[", "- - - -", "a: &b 1\nc: *b", String(repeating: "[", count: 100_000),
      "# only a comment",
      "competencies: 3", String(repeating: "a: 1\n", count: 3_000), "\u{FEFF}title: A", "null", "{}",
    ]
    for text in hostile {
      for (base, ours, theirs) in [
        (text, Self.base, broken), (Self.base, text, broken), (broken, Self.base, text),
      ] {
        let outcome = try merge(base, ours, theirs)
        #expect(outcome.status == 0 || outcome.status == 1, "\(text.prefix(20)): \(outcome.errors)")
      }
    }
  }

  @Test("the same file added on both sides has an empty base")
  func added() throws {
    #expect(try merge("", Self.base, Self.base) == Rolewright.Outcome(status: 0, output: Self.base))
    let outcome = try merge("", Self.base, try edited(["level: mid": "level: lead"]))
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("<<<<<<< ours\nlevel: mid\n=======\nlevel: lead\n>>>>>>> theirs\n"))
  }

  @Test("OURS is replaced, another file is not, and what could not run says so beyond 128")
  func output() throws {
    let theirs = try edited(["level: mid": "level: lead"])
    #expect(try merge(Self.base, Self.base, theirs, "-o", "ours.yaml").status == 0)
    #expect(try folder.text("ours.yaml") == theirs)
    #expect(try merge(Self.base, Self.base, theirs, "-o", "theirs.yaml").status == 129)
    #expect(try folder.text("theirs.yaml") == theirs)
    let outcome = try Rolewright.run(["merge", "base.yaml", "gone.yaml", "theirs.yaml"], in: folder.path)
    #expect(outcome.status == 129)
    #expect(outcome.errors.contains("gone.yaml: error: no such file [no-such-file]"))
  }

  @Test("a loop is merged by its interviews")
  func loop() throws {
    #expect(
      try Rolewright.run(["plan", ProjectFiles.root + "/" + Fixture.posting, "-o", "loop"], in: folder.path)
        .status == 0)
    let base = try folder.text("loop/loop.yaml")
    let names = base.matches(of: try Regex("(?m)^  name: .*$")).map { String($0.output[0].substring ?? "") }
    let (first, last) = (try #require(names.first), try #require(names.last))
    try #require(first != last)
    let outcome = try merge(
      base, try edited([first: "  name: Hello"], of: base), try edited([last: "  name: Goodbye"], of: base))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("  name: Hello\n") && outcome.output.contains("  name: Goodbye\n"))
    #expect(outcome.errors.contains("[merged-loop]"))
  }
}
