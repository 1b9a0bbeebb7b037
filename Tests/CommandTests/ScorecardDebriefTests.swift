import Foundation
import TestSupport
import Testing

@Suite("rolewright scorecard debrief")
struct ScorecardDebriefTests {
  private static let folder = "Tests/CommandTests/Golden/debrief"
  private static let formats = [
    ("text", "txt"), ("markdown", "md"), ("html", "html"), ("json", "json"), ("csv", "csv"),
  ]

  /// A copy of the invented candidate's folder, whose files may be changed.
  private func candidate(without names: [String] = []) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ProjectFiles.list("\(Self.folder)/C-17") where !names.contains(name) {
      try folder.write(try ProjectFiles.bytes("\(Self.folder)/C-17/\(name)"), to: "C-17/\(name)")
    }
    return folder
  }

  private func debrief(_ folder: TemporaryFolder, _ arguments: [String] = []) throws -> Rolewright.Outcome {
    try Rolewright.run(["scorecard", "debrief", "C-17"] + arguments, in: folder.path)
  }

  @Test(
    "five interviewers, a disagreement, not observed and a changed rating, in every format",
    arguments: formats)
  func whole(format: String, ending: String) throws {
    let outcome = try debrief(try candidate(), ["--format", format])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let path = "\(Self.folder)/whole.\(ending)"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
  }

  @Test("a part of them, of another loop too, said in every format", arguments: formats)
  func partial(format: String, ending: String) throws {
    let folder = try candidate(without: ["decision.yaml", "3-coding.yaml"])
    let drill = try folder.text("C-17/5-incident-drill.yaml")
    try folder.write(drill.replacing("rating: 4", with: "rating: null"), to: "C-17/5-incident-drill.yaml")
    let screen = try folder.text("C-17/2-technical-screen.yaml")
    try folder.write(
      screen.replacing("rw2-", with: "rw2-old-").replacing("Ana Ruiz", with: "Ana R."), to: "C-17/old.yaml")
    let refused = try debrief(folder, ["--format", format])
    #expect(refused.status == 1 && refused.output.isEmpty)
    let outcome = try debrief(folder, ["--format", format, "--partial", "--mixed"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let path = "\(Self.folder)/partial.\(ending)"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
  }

  @Test("what is missing and whose, and no rating")
  func missing() throws {
    let folder = try candidate(without: ["decision.yaml", "3-coding.yaml"])
    let drill = try folder.text("C-17/5-incident-drill.yaml")
    try folder.write(drill.replacing("rating: 4", with: "rating: null"), to: "C-17/5-incident-drill.yaml")
    let outcome = try debrief(folder)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        C-17/5-incident-drill.yaml: error: the scorecard of interview 5, Incident drill, by "Dmitri Hale", lacks a rating of Reliability engineering and a rating of On-call and incident response [missing-scorecard]
           = help: wait for it; --partial shows what is in, and says what is missing

        C-17/assessment.yaml: error: there is no scorecard of interview 3, Coding [missing-scorecard]
           = help: wait for it; --partial shows what is in, and says what is missing

        2 errors

        """)
  }

  @Test("a folder or a file that cannot be read ends it with status 2")
  func unreadable() throws {
    let folder = try candidate()
    #expect(
      try Rolewright.run(["scorecard", "debrief", "nowhere"], in: folder.path)
        == Rolewright.Outcome(
          status: 2, errors: "nowhere: error: no such file [no-such-file]\n\n1 error\n"))
    try folder.write("fingerprint: [\n", to: "C-17/3-coding.yaml")
    #expect(try debrief(folder).status == 2)
    #expect(try debrief(folder, ["--format", "pdf"]).status == 64)
  }

  @Test("--decision writes a blank record when all are in, and never over one that is there")
  func decision() throws {
    let folder = try candidate(without: ["decision.yaml"])
    let first = try debrief(folder, ["--decision"])
    #expect(first.status == 0 && first.errors == "wrote C-17/decision.yaml\n")
    let blank = try folder.text("C-17/decision.yaml")
    #expect(blank == (try Golden.expected("\(Self.folder)/decision.yaml", recording: blank)))
    // A blank one is read, and changes nothing.
    #expect(try debrief(folder).output == first.output)
    let mine = blank.replacing("decision: \"\"", with: "decision: Wait")
    try folder.write(mine, to: "C-17/decision.yaml")
    let second = try debrief(folder, ["--decision"])
    #expect(second.status == 0)
    #expect(second.errors == "C-17/decision.yaml is there already and stays as it is\n")
    #expect(try folder.text("C-17/decision.yaml") == mine)
    let partial = try candidate(without: ["decision.yaml", "3-coding.yaml"])
    #expect(try debrief(partial, ["--decision", "--partial"]).status == 1)
    #expect(!partial.has("C-17/decision.yaml"))
  }

  @Test("the same bytes whatever the language, the zone and the width", arguments: formats)
  func deterministic(format: String, ending: String) throws {
    let folder = try candidate()
    let first = try debrief(folder, ["--format", format])
    for environment in [["LC_ALL": "de_DE.UTF-8"], ["TZ": "Asia/Tokyo", "LC_ALL": "C"], ["COLUMNS": "40"]] {
      let words = ["scorecard", "debrief", "C-17/", "--format", format]
      #expect(try Rolewright.run(words, in: folder.path, environment: environment) == first, "\(environment)")
    }
  }

  @Test("-o writes the file, and replaces none without being told")
  func output() throws {
    let folder = try candidate()
    #expect(try debrief(folder, ["-o", "d.txt"]).output.isEmpty)
    #expect(try folder.text("d.txt") == ProjectFiles.text("\(Self.folder)/whole.txt"))
    #expect(try debrief(folder, ["-o", "d.txt"]).status == 2)
    #expect(try debrief(folder, ["-o", "d.txt", "--force"]).status == 0)
  }

  @Test("80 columns, and no space at the end of a line", arguments: ["whole", "partial", "hostile"])
  func width(name: String) throws {
    let lines = try ProjectFiles.text("\(Self.folder)/\(name).txt").split(separator: "\n")
    #expect(lines.filter { $0.count > 80 || $0.last == " " } == [])
  }

  // MARK: Hostile text

  private static let hostile = [
    "</textarea></script><script>alert(1)</script><img src=x onerror=alert(1)>", "=HYPERLINK(\"x\")", "+1",
    "-1",
    "@SUM(A1)", "\t=1", "\u{1B}[31mred\u{1B}]0;title\u{7}", "\u{202E}abc\u{202C} \u{2066}x", "a\u{0}b",
    "{{title}} {{{script}}}", "# heading\n- item\n| a | b |\n```\ncode\n```\n> quote\n<b>",
    "a\r\nb\u{2028}c\u{85}d", "*bold* _em_ [link](http://x) ![i](x) `c`", "\"quoted\", 'and'; \\n",
    "--- !t &a *b",
    "\"\u{301}", "שלום, عالم", "\u{FEFF}\u{200B}\u{E0041}",
  ]

  /// The candidate's folder with a hostile text in every field that people fill in.
  private func hostileCandidate() throws -> (folder: TemporaryFolder, label: String) {
    let folder = try candidate()
    let label = "C\u{202E}<b>=1\u{0}\n  two"
    let all = Self.hostile.joined(separator: "\n")
    func quoted(_ text: String) throws -> String {
      String(decoding: try JSONEncoder().encode(text), as: UTF8.self).replacing("\u{85}", with: "\\u0085")
        .replacing("\u{2028}", with: "\\u2028").replacing("\u{FEFF}", with: "\\uFEFF")
    }
    for name in folder.files where name.hasSuffix(".yaml") && !name.hasSuffix("assessment.yaml") {
      var text = try folder.text(name)
      text = text.replacing(/evidence: "[^\n]*"/, with: "evidence: \(try quoted(Self.hostile[6]))")
      text = text.replacing(/notes: "[^\n]*"/, with: "notes: \(try quoted(Self.hostile[10]))")
      text = text.replacing(
        /summary: "[^\n]*"/, with: "summary: \(try quoted(name.hasPrefix("C-17/2") ? all : Self.hostile[1]))")
      text = text.replacing(/date: "[^\n]*"/, with: "date: \(try quoted(Self.hostile[0]))")
      text = text.replacing("candidate: C-17", with: "candidate: \(try quoted(label))")
      text = text.replacing(
        "interviewer: Dmitri Hale", with: "interviewer: \(try quoted(Self.hostile[10]))")
      text = text.replacing(/decided_by: [^\n]*/, with: "decided_by: \(try quoted(Self.hostile[7]))")
      text = text.replacing(/reason: One[^\n]*/, with: "reason: \(try quoted(all))")
      try folder.write(text, to: name)
    }
    return (folder, label)
  }

  @Test("hostile text in every field comes out as text in every format", arguments: formats)
  func hostile(format: String, ending: String) throws {
    let outcome = try debrief(try hostileCandidate().folder, ["--format", format])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let path = "\(Self.folder)/hostile.\(ending)"
    #expect(outcome.output == (try Golden.expected(path, recording: outcome.output)))
    for scalar in outcome.output.unicodeScalars {
      let isLineEnd = scalar == "\n" || (format == "csv" && scalar == "\r")
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      let isMark = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      guard isControl && !isLineEnd || isMark || scalar.value == 0x200B && !["json", "html"].contains(format)
      else { continue }
      Issue.record("\(format) holds U+\(String(scalar.value, radix: 16))")
      return
    }
  }

  @Test("markup and scripts are text in HTML")
  func markup() throws {
    let html = try debrief(try hostileCandidate().folder, ["--format", "html"]).output
    #expect(html.ranges(of: "<script").count == 1 && html.ranges(of: "</script>").count == 1)
    #expect(!html.contains("<img") && !html.contains("<b>=1") && html.contains("&lt;script&gt;alert(1)"))
    #expect(html.contains("{{title}} {{{script}}}"))
  }

  @Test("JSON gives back what was written, to the last character")
  func exact() throws {
    let (folder, label) = try hostileCandidate()
    let text = try debrief(folder, ["--format", "json"]).output
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["candidate"] as? String == label)
    let cards = try #require(json["scorecards"] as? [[String: Any]])
    #expect(cards.first?["summary"] as? String == Self.hostile.joined(separator: "\n"))
  }

  @Test("every row of CSV has all its cells, and none begins as a formula does")
  func csv() throws {
    let text = try debrief(try hostileCandidate().folder, ["--format", "csv"]).output
    let rows = CSVReader.rows(of: text)
    #expect(rows.count > 20 && Set(rows.map(\.count)) == [18])
    for cell in rows.joined() {
      let first = cell.unicodeScalars.first { $0 != " " }
      #expect(!["=", "+", "-", "@", "\t", "\r", "\n"].contains(first), "\(cell)")
    }
  }

  @Test("a decision of a hostile candidate is one that can be read")
  func hostileDecision() throws {
    let folder = try hostileCandidate().folder
    try FileManager.default.removeItem(atPath: folder.path + "/C-17/decision.yaml")
    #expect(try debrief(folder, ["--decision"]).status == 0)
    #expect(try debrief(folder).status == 0)
  }
}

/// Reads CSV as RFC 4180 has it.
private enum CSVReader {
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var previous: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        if !isQuoted, previous == "\"" { cell.append("\"") }
        isQuoted.toggle()
      case "," where !isQuoted:
        rows[rows.count - 1].append(String(cell))
        cell = .init()
      case "\n" where !isQuoted:
        rows[rows.count - 1].append(String(cell))
        cell = .init()
        rows.append([])
      case "\r" where !isQuoted: break
      default: cell.append(scalar)
      }
      previous = scalar
    }
    return rows.dropLast()
  }
}
