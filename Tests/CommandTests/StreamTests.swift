import Foundation
import TestSupport
import Testing

@Suite("Streams, and the same bytes everywhere")
struct StreamTests {
  private static let reports = [
    ["extract", Fixture.posting], ["extract", "--format", "json", Fixture.posting, Fixture.otherPosting],
    ["extract", "--explain", Fixture.posting],
    ["plan", Fixture.posting], ["plan", "--format", "html", Fixture.posting],
    ["plan", "--format", "json", Fixture.posting], ["plan", "--format", "yaml", Fixture.page],
    ["diff", Fixture.posting, Fixture.otherPosting],
    ["why", Fixture.posting, "kubernetes"], ["why", "--format", "json", Fixture.posting, "databases"],
  ]

  @Test("results go to standard output, and findings do not", arguments: reports)
  func streams(arguments: [String]) throws {
    let outcome = try Rolewright.run(arguments)
    #expect(outcome.status == (arguments[0] == "diff" ? 1 : 0))
    #expect(!outcome.output.isEmpty)
    #expect(!outcome.output.contains("[repaired-text]"))
    if arguments.contains(Fixture.posting) { #expect(outcome.errors.contains("[repaired-text]")) }
  }

  @Test("the same bytes twice, whatever the language, the zone and the width", arguments: reports)
  func deterministic(arguments: [String]) throws {
    let first = try Rolewright.run(arguments)
    #expect(try Rolewright.run(arguments) == first)
    for environment in [
      ["LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"], ["LC_ALL": "C"], ["TZ": "Asia/Tokyo"],
      ["COLUMNS": "40"], ["NO_COLOR": "1"], ["TERM": "xterm-256color"],
    ] {
      #expect(try Rolewright.run(arguments, environment: environment) == first, "\(environment)")
    }
  }

  #if os(Linux)
    @Test("a result for which there is no room ends the command with status 2")
    func full() throws {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = [
        "-c", "\"$0\" rubric list 2>&1 >/dev/full", Rolewright.folder + "/rolewright",
      ]
      let errors = Pipe()
      process.standardOutput = errors
      try process.run()
      let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 2)
      #expect(text == "rolewright: the result could not be written whole: No space left on device\n")
    }
  #endif

  // An explanation and a comparison name the files as they were given.
  @Test(
    "the same bytes from another folder",
    arguments: reports.filter { $0[0] != "diff" && $0[0] != "why" && !$0.contains("--explain") })
  func elsewhere(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let absolute = arguments.map { $0.hasPrefix("Examples/") ? ProjectFiles.root + "/" + $0 : $0 }
    #expect(
      try Rolewright.run(absolute, in: folder.path).output == Rolewright.run(arguments).output)
    #expect(folder.files == [])
  }

  @Test("a dash is standard input")
  func standardInput() throws {
    let posting = try ProjectFiles.text(Fixture.posting)
    for command in ["extract", "plan"] {
      let file = try Rolewright.run([command, "--format", "json", Fixture.posting])
      let input = try Rolewright.run([command, "--format", "json", "-"], input: posting)
      #expect(input.status == 0)
      let name = Fixture.posting.split(separator: "/").last.map(String.init) ?? ""
      #expect(input.output.replacing("<standard input>", with: name) == file.output)
    }
  }

  @Test("a role from standard input is planned as from its file")
  func roleFromInput() throws {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.role, to: "role.yaml")
    let file = try Rolewright.run(["plan", "--format", "json", "role.yaml"], in: folder.path)
    #expect(file.status == 0 && file.output.contains("Platform Engineer"))
    #expect(try Rolewright.run(["plan", "--format", "json", "-"], input: Fixture.role) == file)
  }

  @Test("with -o the result is in the file, and the file is the result")
  func outputFile() throws {
    let folder = try TemporaryFolder()
    let posting = ProjectFiles.root + "/" + Fixture.posting
    let written = try Rolewright.run(["extract", posting, "-o", "new/role.yaml"], in: folder.path)
    #expect(written.status == 0 && written.output.isEmpty)
    #expect(try folder.text("new/role.yaml") == Rolewright.run(["extract", posting]).output)
    try folder.write("mine", to: "new/role.yaml")
    #expect(
      try Rolewright.run(["extract", posting, "-o", "new/role.yaml", "--force"], in: folder.path).status == 0)
    #expect(try folder.text("new/role.yaml").hasPrefix("title: "))
  }

  @Test("one very long line is a posting like any other")
  func longLine() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "You have run Kubernetes. ", count: 16_000), to: "long.md")
    let outcome = try Rolewright.run(["extract", "long.md"], in: folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("id: kubernetes"))
  }

  @Test("colour on a terminal only, and not where NO_COLOR is set")
  func colour() throws {
    let escape = "\u{1B}["
    let terminal = try #require(PseudoTerminal())
    func seen(_ environment: [String: String]) throws -> String {
      try Rolewright.run(["extract", "nowhere.md"], on: terminal, environment: environment)
    }
    #expect(try seen(["TERM": "xterm"]).contains(escape))
    for quiet in [["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"]] {
      let text = try seen(quiet)
      #expect(text.contains("nowhere.md: error: no such file [no-such-file]") && !text.contains(escape))
    }
    #expect(
      !(try Rolewright.run(["extract", "nowhere.md"], environment: ["TERM": "xterm"]).errors.contains(escape))
    )
  }

  @Test("a reader that goes away ends the command quietly")
  func brokenPipe() throws {
    let folder = try TemporaryFolder()
    try folder.link("Examples")
    let line = "rolewright extract --explain \(Fixture.otherPosting) | head -n 1"
    #expect(try Rolewright.shell(line, in: folder.path).output == Fixture.otherPosting + "\n")
  }
}
