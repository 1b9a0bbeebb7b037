import Foundation
import TestSupport
import Testing

@Suite("rolewright drill")
struct DrillTests {
  private static let golden = "Tests/CommandTests/Golden/drill"

  /// Scripts of what the interviewer types, by the name of the golden play and record.
  private static let scripts: [(name: String, lines: [String], options: [String])] = [
    (
      "good-path",
      ["?", "depl", "n on: says who is hit", "graphs", "n calm", "logs", "roll", "roll", "n done", "q"], []
    ),
    (
      "worsening", ["w 6", "n trouble: waits", "graphs", "h", "h", "h", "w2", "empty"], ["--form", "autumn"]
    ),
    ("undo", ["u", "restart", "n one", "u", "u", "c1", "w", "u", "a3", "c1", "?", "q"], []),
    (
      "nonsense",
      [
        "re", "release", "store", "", "   ", "c4", "a0", "c99999999999999999999", "xyzzy", "w 0", "w -4",
        "w soon", "n", "n ", "h", "u", "!?", "qq",
      ], []
    ),
    (
      // What is typed can do nothing to the screen, the Markdown or the YAML.
      "hostile",
      [
        "n on: \u{1B}[31m```\u{202E} *x* <b> ~~y~~ `z` # \u{7}", "n - [a](http://b) | c",
        "\u{1B}]0;title\u{7}", "n \u{FFFD}\u{0}x", "{{title}}", "n {{title}} \u{2028} rating: 5",
        "n troubleshooting: rating: 5\r", "q",
      ], ["--form", "`a` *b* <i> {{seed}}"]
    ),
    (
      "out-of-time", ["w 9999999999", "c1", "n over", "u", "w 5", "a1", "u", "w 12", "a1", "n late", "h"], []
    ),
  ]

  @Test("word for word, and the record with it", arguments: scripts)
  func golden(name: String, lines: [String], options: [String]) throws {
    let outcome = try play(lines, options)
    #expect(outcome.status == 0)
    let paths = ["play", "md"].map { "\(Self.golden)/\(name).\($0)" }
    #expect(outcome.errors == (try Golden.expected(paths[0], recording: outcome.errors)))
    #expect(outcome.output == (try Golden.expected(paths[1], recording: outcome.output)))
    #expect(outcome.errors.split(separator: "\n").filter { $0.count > 80 } == [])
    for text in [outcome.errors, outcome.output] {
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0 != "\u{202E}" })
    }
  }

  @Test("every play has its expected output, and none is left over")
  func complete() {
    let names = Self.scripts.flatMap { ["\($0.name).md", "\($0.name).play"] }
    #expect(ProjectFiles.list(Self.golden) == names.sorted())
  }

  @Test("the same bytes each time, whatever the language and the zone")
  func deterministic() throws {
    let script = Self.scripts[0]
    let first = try play(script.lines, script.options)
    let environment = ["LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo", "COLUMNS": "40", "NO_COLOR": "1"]
    #expect(try play(script.lines, script.options, environment: environment) == first)
  }

  @Test("with -o the play goes to standard output, and the record to the file")
  func file() throws {
    let folder = try DrillFixture.folder()
    let script = Self.scripts[0]
    let piped = try play(script.lines, [])
    let command = ["drill", "logins", "--rubrics", "ours", "-o", "new/notes.md"]
    let outcome = try Rolewright.run(command, in: folder.path, input: Self.input(script.lines))
    #expect(outcome == Rolewright.Outcome(status: 0, output: piped.errors, errors: "wrote new/notes.md\n"))
    #expect(try folder.text("new/notes.md") == piped.output)
    let again = try Rolewright.run(command, in: folder.path, input: Self.input(["n more"]))
    #expect(
      again
        == Rolewright.Outcome(
          status: 2,
          errors: """
            new/notes.md: error: is there already [file-exists]
               = help: choose another place, or say --force to replace it

            1 error

            """))
    #expect(try folder.text("new/notes.md") == piped.output)
    let forced = try Rolewright.run(command + ["--force"], in: folder.path, input: Self.input(["n more"]))
    #expect(forced.status == 0)
    #expect(try folder.text("new/notes.md").contains("- 0, note: more\n"))
  }

  @Test("a file that cannot be written is told before the drill begins")
  func unwritable() throws {
    let folder = try DrillFixture.folder()
    try folder.write("x", to: "wall")
    let outcome = try Rolewright.run(
      ["drill", "logins", "--rubrics", "ours", "-o", "wall/notes.md"], in: folder.path, input: "n lost\n")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("wall/notes.md: error: may not be written [unwritable]\n"))
  }

  @Test("a record that can no longer be written goes to standard output")
  func writtenElsewhere() throws {
    let folder = try DrillFixture.folder()
    let line =
      "mkfifo in; { rolewright drill logins --rubrics ours -o new/notes.md < in > out 2> err & }; "
      + "exec 3> in; for i in $(seq 3000); do test -s new/notes.md && break; sleep 0.02; done; "
      + "rm -r new && echo wall > new; echo n kept >&3; exec 3>&-; wait $!; echo $?"
    let outcome = try Rolewright.shell(line, in: folder.path)
    #expect(outcome.output.hasSuffix("2\n"), "\(outcome.output)")
    #expect(try folder.text("out").contains("- 0, note: kept\n"))
    #expect(try folder.text("err").hasPrefix("new/notes.md: error: may not be written [unwritable]\n"))
  }

  @Test(
    "a signal loses no notes, and ends the command as signals do",
    arguments: [
      ("INT", 130, "-o notes.md > out"), ("TERM", 143, "> notes.md 2> out"),
      ("HUP", 129, "-o notes.md > out"),
    ])
  func signals(signal: String, status: Int, output: String) throws {
    let folder = try DrillFixture.folder()
    let line =
      "mkfifo in; { rolewright drill logins --rubrics ours \(output) < in & }; exec 3> in; echo n kept >&3; "
      + "for i in $(seq 3000); do grep -q Noted out && break; sleep 0.02; done; "
      + "kill -\(signal) $!; wait $!; echo $?"
    let outcome = try Rolewright.shell(line, in: folder.path)
    #expect(outcome.output.hasSuffix("\(status)\n"), "\(outcome.output)")
    #expect(try folder.text("notes.md").contains("- 0, note: kept\n"))
  }

  @Test("the file holds every note as soon as it is taken")
  func writtenAtOnce() throws {
    let folder = try DrillFixture.folder()
    let line =
      "mkfifo in; { rolewright drill logins --rubrics ours -o notes.md < in > out 2>&1 & }; "
      + "exec 3> in; echo n kept >&3; for i in $(seq 3000); do grep -q 'note: kept' notes.md && break; sleep 0.02; done; "
      + "kill -KILL $!; wait $!; echo $?"
    let outcome = try Rolewright.shell(line, in: folder.path)
    #expect(outcome.output.hasSuffix("137\n"))
    #expect(try folder.text("notes.md").contains("- 0, note: kept\n"))
  }

  @Test("on a terminal it prompts, and takes the real time down")
  func terminal() throws {
    let folder = try DrillFixture.folder()
    let terminal = try #require(PseudoTerminal())
    terminal.type("n on: posts\nc1\nq\n")
    let notes = folder.path + "/notes.md"
    let screen = try Rolewright.run(
      ["drill", "logins", "--rubrics", folder.path + "/ours", "-o", notes], on: terminal,
      environment: ["TERM": "xterm"], isTyping: true)
    #expect(screen.contains("\u{1B}[1mMinute 0 of 20, failing"))
    #expect(screen.contains("> ") && !screen.contains("> c1\r\n> c1"))
    #expect(try folder.text("notes.md").contains(try Regex(#"- 0 \(0:\d\d\), note for on-call: posts\n"#)))
    #expect(try folder.text("notes.md").contains(try Regex(#"    #   - 0 \(0:\d\d\): posts\n"#)))
  }

  @Test("a long line is a note or nothing, and too much input ends the drill with its notes")
  func long() throws {
    let long = String(repeating: "x", count: 60_000)
    let noted = try play(["n \(long)", long, "w \(long)", "c\(String(repeating: "9", count: 60_000))"], [])
    #expect(noted.status == 0)
    #expect(noted.output.contains("- 0, note: \(long)\n"))
    #expect(noted.errors.split(separator: "\n").filter { $0.count > 80 } == [])
    for (lines, most) in [
      (["n kept", String(repeating: "x", count: 300_000)], "256 KiB"),
      (["n kept"] + Array(repeating: "?", count: 1_000), "1000 lines"),
    ] {
      let outcome = try play(lines, [])
      #expect(outcome.status == 2)
      #expect(outcome.output.contains("- 0, note: kept\n"))
      #expect(
        outcome.errors.hasSuffix(
          """
          <standard input>: error: more than \(most); nobody types so much in a drill [too-large]
             = help: what came before is in the record

          1 error

          """))
    }
  }

  @Test("what cannot be played is named")
  func refused() throws {
    let folder = try DrillFixture.folder()
    let run = { (id: String) in
      try Rolewright.run(["drill", id, "--rubrics", "ours"], in: folder.path, input: "q\n")
    }
    #expect(
      try run("late-timetables")
        == Rolewright.Outcome(
          status: 2,
          errors: """
            ours/exercises/case/late-timetables.yaml: error: "late-timetables" is of the kind "case" [not-a-drill]
               = help: "rolewright exercise show late-timetables" shows it

            1 error

            """))
    let unknown = try Rolewright.run(["drill", "no-such-drill"])
    #expect(unknown.status == 2 && unknown.errors.contains("[unknown-exercise]"))
    #expect(try Rolewright.run(["drill"]).status == 64)
    #expect(try Rolewright.run(["drill", "a", "b"]).status == 64)
  }

  private func play(
    _ lines: [String], _ options: [String], environment: [String: String] = [:]
  ) throws -> Rolewright.Outcome {
    let folder = try DrillFixture.folder()
    return try Rolewright.run(
      ["drill", "logins", "--rubrics", "ours"] + options, in: folder.path, input: Self.input(lines),
      environment: environment)
  }

  private static func input(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
