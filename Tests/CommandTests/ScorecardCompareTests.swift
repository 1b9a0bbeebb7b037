import Foundation
import TestSupport
import Testing

@Suite("rolewright scorecard compare")
struct ScorecardCompareTests {
  private static let golden = "Tests/CommandTests/Golden/compare"
  private static let folders = CompareFixture.candidates.map { "candidates/\($0)" }
  private static let formats = [
    ("text", "txt"), ("markdown", "md"), ("html", "html"), ("json", "json"), ("csv", "csv"),
  ]

  private static func compare(
    _ arguments: [String], in folder: TemporaryFolder, folders: [String] = folders
  ) throws -> Rolewright.Outcome {
    try Rolewright.run(["scorecard", "compare"] + folders + arguments, in: folder.path)
  }

  @Test("three candidates side by side, in every format", arguments: formats)
  func plain(format: String, ending: String) throws {
    let outcome = try Self.compare(["--format", format], in: try CompareFixture.folder())
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(
      outcome.output == (try Golden.expected("\(Self.golden)/plain.\(ending)", recording: outcome.output)))
    #expect(!outcome.output.contains("--rank") && !outcome.output.contains("\"ranking\""))
  }

  @Test("ranked, when it is asked for", arguments: formats.dropLast())
  func ranked(format: String, ending: String) throws {
    let outcome = try Self.compare(["--rank", "-f", format], in: try CompareFixture.folder())
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("no recommendation and no decision"))
    #expect(
      outcome.output == (try Golden.expected("\(Self.golden)/ranked.\(ending)", recording: outcome.output)))
  }

  @Test("one interviewer's own ratings, in every format", arguments: formats)
  func rater(format: String, ending: String) throws {
    let outcome = try Self.compare(["--rater", "emil novak", "-f", format], in: try CompareFixture.folder())
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    for other in ["Asha", "Bo Chen", "Dana", "C-17", "C-21"] { #expect(!outcome.output.contains(other)) }
    #expect(
      outcome.output == (try Golden.expected("\(Self.golden)/rater.\(ending)", recording: outcome.output)))
  }

  @Test(
    "no line is wider than a terminal of 80 columns, and none ends in a space",
    arguments: ["plain", "ranked", "rater"])
  func width(name: String) throws {
    let lines = try ProjectFiles.text("\(Self.golden)/\(name).txt").split(separator: "\n")
    #expect(lines.filter { $0.count > 80 || $0.last == " " } == [])
  }

  @Test("in the order named, or by label")
  func order() throws {
    let folder = try CompareFixture.folder()
    let turned = Array(Self.folders.reversed())
    let named = try Self.compare([], in: folder, folders: turned).output
    #expect(named != (try Self.compare([], in: folder).output))
    #expect(try Self.compare(["--by-label"], in: folder, folders: turned) == Self.compare([], in: folder))
  }

  @Test("missing scorecards stop it, and --partial says what is missing")
  func partial() throws {
    let folder = try CompareFixture.folder()
    try FileManager.default.removeItem(atPath: folder.path + "/candidates/C-21/3-scorecard.yaml")
    let refused = try Self.compare([], in: folder)
    #expect(
      refused
        == Rolewright.Outcome(
          status: 1,
          errors: """
            candidates/C-21/assessment.yaml: error: there is no scorecard of interview 3, Coding [missing-scorecard]
               = help: wait for it; --partial shows what is in, and says what is missing

            1 error

            """))
    let shown = try Self.compare(["--partial", "--rank"], in: folder)
    #expect(shown.status == 0 && shown.errors.isEmpty)
    #expect(shown.output.contains("  - C-21  3 scorecards, missing: 3. Coding\n"))
    #expect(shown.output.hasSuffix("C-21.\n"))
    #expect(shown.output.contains("Keep this from those who still have to rate."))
    #expect(shown.output.contains("9 competencies of candidates"))
  }

  @Test("fewer than ten competencies that two rated have no alpha, and it says how many there are")
  func few() throws {
    let folder = try CompareFixture.folder()
    let outcome = try Self.compare([], in: folder, folders: Array(Self.folders.prefix(2)))
    #expect(
      outcome.output.contains(
        """
        Agreement between raters
          7 competencies of candidates were rated by two or more interviewers. That is
          too few: agreement is reckoned from 10 on.

        """))
  }

  @Test("candidates of different loops are refused, and --comparable shows what both rate alike")
  func loops() throws {
    let folder = try CompareFixture.folder()
    try CompareFixture.write("C-17", to: folder, as: "C-99", fingerprint: "rw2-c0ffee0000000002")
    try folder.write(
      CompareFixture.assessment(fingerprint: "rw2-c0ffee0000000002", kubernetes: "Does it well."),
      to: "candidates/C-99/assessment.yaml")
    let folders = ["candidates/C-17", "candidates/C-99"]
    let refused = try Self.compare([], in: folder, folders: folders)
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(
      refused.errors.contains(
        "this assessment is of the loop rw2-c0ffee0000000002, and ")
        && refused.errors.contains(
          "--comparable compares the 3 competencies that are rated of all by the same anchors")
    )
    let shown = try Self.compare(["--comparable"], in: folder, folders: folders)
    #expect(shown.status == 0)
    #expect(shown.output.contains("  - Kubernetes: rated by other anchors of C-99\n"))
    #expect(!shown.output.contains("Kubernetes ("))
    #expect(try Self.compare(["--comparable", "--rank"], in: folder, folders: folders).status == 64)
  }

  @Test("a candidate is there once")
  func twice() throws {
    let folder = try CompareFixture.folder()
    let outcome = try Self.compare([], in: folder, folders: ["candidates/C-17", "candidates/C-17/"])
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        candidates/C-17/: error: "C-17" is the label in candidates/C-17 too [same-candidate]
           = help: name each candidate's folder once, and give each candidate a label of its own

        1 error

        """)
  }

  @Test("an unknown rater, an unknown folder and a broken scorecard end it with 2")
  func failures() throws {
    let folder = try CompareFixture.folder()
    #expect(
      try Self.compare(["--rater", "Nobody\u{1B}[1m"], in: folder)
        == Rolewright.Outcome(
          status: 2,
          errors: """
            Nobody\u{FFFD}[1m: error: no scorecard here is by an interviewer of that name [unknown-rater]
               = help: write the name as the scorecards have it

            1 error

            """))
    try folder.write("fingerprint: [\n", to: "candidates/C-21/3-scorecard.yaml")
    let broken = try Self.compare([], in: folder, folders: Self.folders + ["nowhere"])
    #expect(broken.status == 2 && broken.output.isEmpty)
    #expect(broken.errors.contains("candidates/C-21/3-scorecard.yaml:"))
    #expect(broken.errors.contains("nowhere: error: no such file [no-such-file]"))
  }

  @Test(
    "bad usage ends with 64",
    arguments: [
      ["candidates/C-17"], [], ["a", "b", "--rank", "--comparable"], ["a", "b", "--rank", "--rater", "x"],
      ["a", "b", "--rank", "-f", "csv"], ["a", "b", "-f", "pdf"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try Rolewright.run(["scorecard", "compare"] + arguments)
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errors.contains("Usage: rolewright"))
  }

  @Test("-o writes the file, and replaces none without being told")
  func output() throws {
    let folder = try CompareFixture.folder()
    #expect(try Self.compare(["-o", "c.txt"], in: folder) == Rolewright.Outcome(status: 0))
    #expect(try folder.text("c.txt") == ProjectFiles.text("\(Self.golden)/plain.txt"))
    #expect(try Self.compare(["-o", "c.txt"], in: folder).status == 2)
    #expect(try Self.compare(["-o", "c.txt", "--force"], in: folder).status == 0)
  }

  @Test("hostile text in every field comes out as text in every format", arguments: formats)
  func hostile(format: String, ending: String) throws {
    let folder = try CompareFixture.folder()
    let evil = #"=HYPERLINK(\"x\")<script>alert(1)</script>\e[31m\u202E\0|`{{label}}`"#
    for name in CompareFixture.candidates {
      for number in 2...5 {
        let path = "candidates/\(name)/\(number)-scorecard.yaml"
        let text = try folder.text(path).replacing(
          "candidate: \(name)", with: "candidate: \"\(evil)\(name)\""
        )
        .replacing("interviewer: Dana Weiss", with: "interviewer: \"\(evil)\"")
        try folder.write(text, to: path)
      }
    }
    let assessment = CompareFixture.assessment().replacing("name: Kubernetes,", with: "name: \"\(evil)\",")
      .replacing("title: Site", with: "title: \"\(evil)\" #")
    for name in CompareFixture.candidates {
      try folder.write(assessment, to: "candidates/\(name)/assessment.yaml")
    }
    let outcome = try Self.compare(["-f", format] + (format == "csv" ? [] : ["--rank"]), in: folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let controls = outcome.output.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" && $0 != "\r" }
    #expect(controls.isEmpty)
    #expect(outcome.output.contains("{{label}}"))
    if format != "json" { #expect(!outcome.output.unicodeScalars.contains { $0.value == 0x202E }) }
    if format == "html" { #expect(!outcome.output.contains("<script")) }
    if format == "csv" {
      #expect(outcome.output.contains(#",Dana"#) == false && outcome.output.contains(#""'=HYPERLINK(""x"")"#))
      #expect(!outcome.output.contains(",=") && !outcome.output.contains("\n="))
    }
  }

  @Test("the same bytes in every run and from every folder")
  func deterministic() throws {
    let folder = try CompareFixture.folder()
    let one = try Self.compare(["-f", "json", "--rank"], in: folder)
    let other = try Rolewright.run(
      ["scorecard", "compare"] + Self.folders + ["-f", "json", "--rank"], in: folder.path,
      environment: ["LANG": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"])
    #expect(one == other)
  }
}
