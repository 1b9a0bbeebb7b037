import TestSupport
import Testing

/// `plan --update`: what a person has edited in the folder of a loop stays.
@Suite("rolewright plan --update")
struct UpdateTests {
  private let folder: TemporaryFolder
  private let posting: String

  init() throws {
    folder = try TemporaryFolder()
    posting = try ProjectFiles.text(Fixture.posting)
    try folder.write(posting, to: "posting.md")
    #expect(try run("posting.md", "-o", "loop").status == 0)
  }

  private func run(_ arguments: String...) throws -> Rolewright.Outcome {
    try Rolewright.run(["plan"] + arguments, in: folder.path)
  }

  /// Replaces words of a file that are there.
  private func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try folder.text(path)
    try #require(text.contains(old))
    try folder.write(text.replacing(old, with: new), to: path)
  }

  /// The posting a week later: another requirement in place of one.
  private func changePosting() throws {
    let line = try #require(posting.split(separator: "\n").first { $0.contains("Linux box") })
    try folder.write(
      posting.replacing(line, with: "  * Deep knowledge of PostgreSQL and its replication"), to: "posting.md")
  }

  @Test("the same posting changes nothing")
  func same() throws {
    let before = try folder.contents()
    let outcome = try run("posting.md", "--update", "loop")
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("updated loop: nothing to write\n"))
    #expect(try folder.contents() == before)
  }

  @Test("without edits, the folder becomes what the new posting gives")
  func plain() throws {
    try changePosting()
    #expect(try run("posting.md", "--update", "loop").status == 0)
    #expect(try run("posting.md", "-o", "other").status == 0)
    let contents = try folder.contents()
    let updated = contents.filter { $0.key.hasPrefix("loop/") }
    let fresh = contents.filter { $0.key.hasPrefix("other/") }
    #expect(updated.count == fresh.count)
    for (path, text) in fresh {
      #expect(contents["loop/" + path.dropFirst("other/".count)] == text, "\(path)")
    }
  }

  @Test("edits of the loop stay, go into its documents, and keep their comments")
  func edits() throws {
    try edit(
      "loop/loop.yaml", "  name: Technical screen\n  format: technical-screen\n  minutes: 60\n",
      "  # Ana holds it.\n  name: First talk\n  format: technical-screen\n  minutes: 90  # they asked\n")
    try changePosting()
    let outcome = try run("posting.md", "--update", "loop/loop.yaml")
    #expect(outcome.status == 0)
    let loop = try folder.text("loop/loop.yaml")
    #expect(
      loop.contains(
        "\n  # Ana holds it.\n  name: First talk\n  format: technical-screen\n  minutes: 90  # they asked\n"))
    #expect(loop.contains("postgres") || loop.contains("database"))
    #expect(try folder.text("loop/kits/2-technical-screen.md").contains("# 2. First talk\n"))
    #expect(try folder.text("loop/candidate.md").contains("First talk"))
    // And they stay edits: the next posting finds them again.
    try folder.write(posting, to: "posting.md")
    #expect(try run("posting.md", "--update", "loop").status == 0)
    #expect(try folder.text("loop/loop.yaml").contains("  name: First talk\n"))
  }

  @Test("edits of the role stay and are planned for")
  func role() throws {
    try edit(
      "loop/role.yaml", "title: Site Reliability Engineer", "title: Platform Engineer  # as we call it")
    try changePosting()
    #expect(try run("posting.md", "--update", "loop").status == 0)
    let role = try folder.text("loop/role.yaml")
    #expect(role.contains("title: Platform Engineer  # as we call it\n") && role.contains("PostgreSQL"))
    #expect(try folder.text("loop/loop.md").hasPrefix("# Platform Engineer"))
  }

  @Test("the folder's own role, edited, is planned for, and stays an edit of the posting's")
  func ownRole() throws {
    try edit("loop/role.yaml", "title: Site Reliability Engineer", "title: Platform Engineer")
    #expect(try run("loop/role.yaml", "--update", "loop").status == 0)
    #expect(try folder.text("loop/loop.md").hasPrefix("# Platform Engineer"))
    #expect(try run("posting.md", "--update", "loop").status == 0)
    #expect(try folder.text("loop/role.yaml").hasPrefix("title: Platform Engineer\n"))
  }

  @Test("what both have changed is shown, and nothing is written")
  func conflict() throws {
    try edit("loop/role.yaml", "title: Site Reliability Engineer", "title: Platform Engineer")
    let before = try folder.contents()
    try folder.write(
      posting.replacing("Site Reliability Engineer", with: "Systems Engineer"), to: "posting.md")
    let outcome = try run("posting.md", "--update", "loop")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        loop/role.yaml:1:8: error: title is "Platform Engineer" in the edited file and "Systems Engineer" in the new plan [merge-conflict]
          |
        1 | title: Platform Engineer
          |        ^~~~~~~~~~~~~~~~~
          = note: it was "Site Reliability Engineer"
          = help: take over here what you want of the new plan, then say --take edited; or say --take new

        1 error

        """)
    let after = try folder.contents()
    #expect(after.filter { $0.key != "posting.md" } == before.filter { $0.key != "posting.md" })
    #expect(try run("posting.md", "--update", "loop", "--take", "edited").status == 0)
    #expect(try folder.text("loop/loop.md").hasPrefix("# Platform Engineer"))
  }

  @Test("the side that is taken stands")
  func taken() throws {
    try edit("loop/role.yaml", "title: Site Reliability Engineer", "title: Platform Engineer")
    try folder.write(
      posting.replacing("Site Reliability Engineer", with: "Systems Engineer"), to: "posting.md")
    #expect(try run("posting.md", "--update", "loop", "--take", "new").status == 0)
    #expect(try folder.text("loop/loop.md").hasPrefix("# Systems Engineer"))
  }

  @Test("a rating that was edited and is no longer planned is a conflict")
  func lost() throws {
    let question = "    - id: kubernetes/tenants-terminating-since-friday\n"
    try edit("loop/loop.yaml", question + "      minutes: 15\n", question + "      minutes: 20\n")
    try folder.write(posting.replacing("Kubernetes", with: "ferries"), to: "posting.md")
    let outcome = try run("posting.md", "--update", "loop")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "rating \"kubernetes\" of interview \"Technical screen\" is changed in the edited file and removed in the new plan"
      ))
  }

  @Test("documents that were edited are kept, and the new ones laid beside them")
  func documents() throws {
    let kit = "loop/kits/2-technical-screen.md"
    try edit(kit, "# 2. Technical screen\n", "# Our screen\n")
    let edited = try folder.text(kit)
    var outcome = try run("posting.md", "--update", "loop")
    #expect(outcome.errors.contains("kept kits/2-technical-screen.md: it was edited\n"))
    try changePosting()
    outcome = try run("posting.md", "--update", "loop")
    let line =
      "kept kits/2-technical-screen.md: it was edited; the new one is kits/2-technical-screen.new.md\n"
    #expect(outcome.status == 0 && outcome.errors.contains(line))
    #expect(try folder.text(kit) == edited)
    let beside = "loop/kits/2-technical-screen.new.md"
    #expect(try folder.text(beside).contains("# 2. Technical screen\n"))
    // It stays until the edited one gives way to it.
    #expect(try run("posting.md", "--update", "loop").status == 0)
    #expect(folder.has(beside))
    try folder.write(try folder.text(beside), to: kit)
    #expect(
      try run("posting.md", "--update", "loop").errors.contains("removed kits/2-technical-screen.new.md"))
    #expect(!folder.has(beside))
  }

  @Test("documents that the loop no longer has go, unless they were edited; filled scorecards stay")
  func retired() throws {
    try folder.write("rating: 4\n", to: "loop/scorecards/6-hiring-manager.yaml")
    try folder.write("mine\n", to: "loop/notes.txt")
    let loop = try folder.text("loop/loop.yaml")
    let start = try #require(loop.ranges(of: "- number: 6\n").first?.lowerBound)
    let end = try #require(loop.ranges(of: "\ncoverage:").first?.lowerBound)
    try folder.write(String(loop[..<start] + loop[loop.index(after: end)...]), to: "loop/loop.yaml")
    let outcome = try run("posting.md", "--update", "loop")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("removed kits/6-hiring-manager.md: the loop no longer has it\n"))
    #expect(
      outcome.errors.contains(
        "kept scorecards/6-hiring-manager.yaml: it was edited, though the loop no longer has it\n"))
    #expect(!folder.has("loop/kits/6-hiring-manager.md") && folder.has("loop/notes.txt"))
    #expect(try folder.text("loop/scorecards/6-hiring-manager.yaml") == "rating: 4\n")
  }

  @Test("an edited loop is printed and rendered as it is, and --format shows an update without writing it")
  func rendered() throws {
    try edit("loop/loop.yaml", "  name: Coding\n", "  name: Pairing\n")
    let before = try folder.contents()
    let printed = try run("loop/loop.yaml")
    #expect(printed.status == 0 && printed.output.contains("| 3 | [Pairing](kits/3-coding.md) (Coding)"))
    let preview = try run("posting.md", "--update", "loop", "--format", "markdown")
    #expect(preview.output.contains("[Pairing]"))
    #expect(try folder.contents() == before)
    #expect(try run("loop/loop.yaml", "-o", "other").status == 0)
    #expect(try folder.text("other/kits/3-coding.md").contains("# 3. Pairing\n"))
  }

  @Test("faults of the edited loop are shown with their places, and nothing is written")
  func faults() throws {
    try edit("loop/loop.yaml", "  format: coding\n", "  format: codign\n")
    let before = try folder.contents()
    let outcome = try run("posting.md", "--update", "loop")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains("error: \"codign\" is no interview format of the library [unknown-format]"))
    #expect(outcome.errors.contains("= help: did you mean \"coding\"?"))
    #expect(try folder.contents() == before)
  }

  @Test("a record that names files outside the folder touches none of them")
  func hostileRecord() throws {
    try folder.write("mine\n", to: "victim.txt")
    let digest = "0b2ab1b07ae6c1d0ae4aa0d5a3d5fc7e1a2a5b0a8a0f3e6d4c0b3a2f1e0d9c8b"
    let sums = try folder.text("loop/.rolewright/sha256sums")
    try folder.write(
      sums + "\(digest)  ../victim.txt\n\(digest)  /etc/passwd\n-\n", to: "loop/.rolewright/sha256sums")
    let outcome = try run("posting.md", "--update", "loop")
    #expect(outcome.status == 0 && !outcome.errors.contains("victim"))
    #expect(try folder.text("victim.txt") == "mine\n")
  }

  @Test("usage that makes no sense, and folders without a record, are refused")
  func refused() throws {
    #expect(try run("posting.md", "--update", "loop", "-o", "x").status == 64)
    #expect(try run("posting.md", "--take", "new").status == 64)
    #expect(try run("posting.md", "--update", "nowhere").errors.contains("no such file [no-such-file]"))
    try folder.write("interviews: []\n", to: "bare/loop.yaml")
    #expect(
      try run("posting.md", "--update", "bare").errors.contains(
        "there is no record of what was generated [no-record]"))
    #expect(try run("bare/loop.yaml").errors.contains("the role that it is for is not beside it [no-role]"))
  }

  @Test("calendars are written where a date is given, and kept where none is")
  func calendars() throws {
    #expect(!folder.has("loop/loop.ics"))
    let outcome = try run(
      "posting.md", "--update", "loop", "--start", "2026-12-07", "--time", "10:00", "--zone", "+01:00")
    #expect(outcome.status == 0)
    let calendar = try folder.text("loop/loop.ics")
    #expect(
      calendar.contains("DTSTART:20261203T090000Z\r\n") && calendar.contains("DTSTART:20261207T090000Z\r\n"))
    #expect(try !folder.text("loop/candidate.ics").contains("Debrief"))
    #expect(
      try run("posting.md", "--update", "loop").errors.contains(
        "kept loop.ics: say --start to make it anew\n"))
    #expect(try folder.text("loop/loop.ics") == calendar)
    let fault = try run("posting.md", "-o", "x", "--start", "2026-02-30")
    #expect(fault.status == 64)
    #expect(
      fault.errors.hasPrefix(
        "Error: The value '2026-02-30' is invalid for '--start <date>': February 2026 has 28 days\n"))
    #expect(try run("posting.md", "--start", "2026-12-07").status == 64)
    #expect(try run("posting.md", "-o", "x", "--time", "09:00").status == 64)
  }
}
