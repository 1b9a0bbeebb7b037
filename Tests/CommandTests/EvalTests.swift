import Foundation
import TestSupport
import Testing

/// `Tests/Labelled` holds postings of invented companies with labels. What is read from them may not
/// become worse: a figure below its floor fails, and `Golden/eval/labelled.txt` shows every change.
@Suite("rolewright eval")
struct EvalTests {
  private static let labelled = [
    "eval", "--gold", "Tests/Labelled/labels", "--postings", "Tests/Labelled/postings",
  ]

  /// The least that is accepted. Raise them with the accuracy; never lower one to make a change pass.
  private static let floors = [
    "f1=0.9", "required_f1=0.92", "importance=0.94", "any_of=0.96", "title=1", "company=0.8", "level=1",
    "min_years=1", "pay=1", "remote=0.9", "interview_process=0.75", "quotes=1",
  ]

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("every labelled posting has its label, and every label its posting")
  func complete() throws {
    let stem = { (name: String) in String(name.split(separator: ".").first ?? "") }
    let labels = ProjectFiles.list("Tests/Labelled/labels").map(stem)
    #expect(labels.count >= 3 && Set(labels).count == labels.count)
    #expect(labels.sorted() == ProjectFiles.list("Tests/Labelled/postings").map(stem).sorted())
  }

  @Test("the accuracy on the project's own labels is not below its floors")
  func floors() throws {
    let outcome = try Rolewright.run(Self.labelled + Self.floors.flatMap { ["--floor", $0] })
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
  }

  @Test("figures and errors, in 80 columns, the same twice")
  func text() throws {
    let outcome = try Rolewright.run(Self.labelled + ["--table"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let golden = "Tests/CommandTests/Golden/eval/labelled.txt"
    #expect(outcome.output == (try Golden.expected(golden, recording: outcome.output)))
    #expect(outcome.output.split(separator: "\n").filter { $0.count > 80 } == [])
    let environment = ["LANG": "de_DE.UTF-8", "COLUMNS": "40"]
    #expect(try Rolewright.run(Self.labelled + ["--table"], environment: environment) == outcome)
  }

  @Test("the figures of both halves, the errors of one")
  func halves() throws {
    let texts = try ["first", "second"].map {
      try Rolewright.run(Self.labelled + ["--only-half", $0]).output
    }
    let shown = texts.map { text in
      ProjectFiles.list("Tests/Labelled/postings").filter { text.contains("\n\($0)\n") }
    }
    #expect(Set(shown[0]).isDisjoint(with: shown[1]))
    for text in texts { #expect(text.contains(" all            first           second\n")) }
    let figures = texts.map { $0.split(separator: "\nErrors of").first }
    #expect(figures[0] == figures[1])
  }

  @Test("gains and losses since an earlier run")
  func comparison() throws {
    try writeSample()
    let run = ["eval", "--gold", "labels", "--postings", "postings"]
    let before = try Rolewright.run(run + ["--format", "json"], in: folder.path)
    #expect(before.status == 0 && before.errors.isEmpty)
    try folder.write(before.output, to: "before.json")
    let same = try Rolewright.run(run + ["--compare", "before.json"], in: folder.path)
    #expect(same.output.hasSuffix("\nSince before.json\n  no figure changed\n"), "\(same.output)")
    // An earlier run in which Go was found and Kubernetes was not.
    let missed = #"{"error": "missed", "of": "kubernetes", "expected": "duty", "line": 5, "column": 3}"#
    try folder.write(
      before.output.replacing(/"errors": \[[^\]]*\]/, with: "\"errors\": [\(missed)]"), to: "before.json")
    let changed = try Rolewright.run(run + ["--compare", "before.json"], in: folder.path).output
    #expect(changed.contains("now (1)\n  - a.md:5:3 kubernetes missed (duty)\n"), "\(changed)")
    #expect(changed.contains("now (1)\n  - a.md:6:8 go missed (required): \"gofers\"\n"), "\(changed)")
    let json = try Rolewright.run(run + ["--compare", "before.json", "-f", "json"], in: folder.path).output
    #expect(json.contains("\"gains\": [\n") && json.contains("\"of\": \"kubernetes\""))
  }

  @Test("1 where a figure is below its floor, and says which")
  func belowFloor() throws {
    try writeSample()
    let arguments = ["eval", "--gold", "labels", "--postings", "postings", "--floor", "f1=0.9"]
    let outcome = try Rolewright.run(arguments + ["--floor", "precision=1"], in: folder.path)
    #expect(outcome.status == 1 && !outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        labels: error: f1 is 0.6667; expected at least 0.9000 [below-floor]

        1 error

        """)
  }

  @Test("2 where a posting is missing or cannot be read, and the others are measured all the same")
  func incomplete() throws {
    try writeSample()
    try folder.write("file: none.md\nlevel: mid\ncompetencies: []\n", to: "labels/b.yaml")
    try folder.write(
      "file: c.md\nlevel: mid\ncompetencies: [{id: go, importance: duty}]\n", to: "labels/c.yml")
    try folder.write("", to: "postings/c.md")
    let outcome = try Rolewright.run(["eval", "--gold", "labels", "--postings", "postings"], in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.output.hasPrefix("2 postings, 3 labels, 1 found, 1 not read\n"))
    #expect(outcome.errors.contains("labels/b.yaml:1:7: error: postings has no posting of this name"))
    #expect(outcome.errors.contains("postings/c.md: error: nothing in it [empty-file]"))
  }

  @Test("words are found as the file has them and as people read them; others are told")
  func quotations() throws {
    try folder.write(
      "<h2>Requirements</h2>\n<ul><li>Caf&eacute; <b>S</b>QL</li></ul>\n<p></p>", to: "postings/a.html")
    let competencies = ["Caf&eacute; <b>S</b>QL", "Café SQL", "Cafe SQL"].enumerated().map { index, quote in
      "{id: rust\(index), importance: duty, quote: \"\(quote)\"}"
    }
    let label = "file: a.html\nlevel: mid\ncompetencies:\n- " + competencies.joined(separator: "\n- ")
    try folder.write(label, to: "labels/a.yaml")
    let outcome = try Rolewright.run(["eval", "--gold", "labels", "--postings", "postings"], in: folder.path)
    #expect(outcome.status == 0)
    for line in ["2:9 rust0 missed", "2:9 rust1 missed", "- rust2 missed"] {
      #expect(outcome.output.contains(line), "\(outcome.output)")
    }
    #expect(outcome.errors.contains("labels/a.yaml:6:40: warning: the posting \"a.html\" does not have"))
    #expect(outcome.errors.contains("[quote-not-found]"))
    #expect(outcome.errors.hasSuffix("\n4 warnings\n"), "\(outcome.errors)")
  }

  /// A posting of two competencies, of which the second is worded as nobody would.
  @Test("a posting that is a PDF is read through the program for it")
  func document() throws {
    try writeSample()
    try folder.write("%PDF-1.7\n", to: "postings/a.md")
    try folder.write("Engineer\n\nWHAT YOU WILL DO\n\n- Run Kubernetes\n", to: "text")
    try folder.write("#!/bin/sh\nexec /bin/cat \"\(folder.path)/text\"\n", to: "bin/text")
    let line =
      "cp bin/text bin/pdftotext; chmod +x bin/pdftotext; PATH=$PWD/bin:$PATH; rolewright eval --gold labels --postings postings"
    let outcome = try Rolewright.shell(line, in: folder.path)
    #expect(!outcome.output.contains("kubernetes missed"), "\(outcome.output)")
    #expect(outcome.output.contains("go missed (required): \"gofers\""), "\(outcome.output)")
  }

  private func writeSample() throws {
    try folder.write(
      "# Engineer\n\n## What you will do\n\n- Run Kubernetes\n- Have gofers\n", to: "postings/a.md")
    try folder.write(
      """
      {"file": "a.md", "title": "Engineer", "level": "unspecified", "competencies": [
        {"id": "kubernetes", "importance": "duty", "any_of": null, "quote": "Run Kubernetes"},
        {"id": "go", "importance": "required", "any_of": null, "quote": "gofers"}]}
      """, to: "labels/a.json")
  }
}

/// The same figures as an independent program's, where one lies beside the project with real postings.
@Suite("eval and the script beside the project", .enabled(if: SharedLabels.areThere, SharedLabels.reason))
struct SharedLabelsTests {
  @Test("every figure is the script's, to the digit")
  func figures() throws {
    let folder = SharedLabels.folder
    let sets = "--gold '\(folder)/gold' --postings '\(folder)/postings'"
    let script = try Rolewright.shell(
      "python3 '\(folder)/tools/score.py' \(sets) --cmd 'rolewright extract --format json {}'",
      in: ProjectFiles.root)
    let lines = script.output.split(separator: "\n").map(String.init)
    let json = try Rolewright.shell("rolewright eval \(sets) --format json", in: ProjectFiles.root).output
    let run = try JSONDecoder().decode(Run.self, from: Data(json.utf8))
    #expect(lines.dropLast().suffix(5) == run.parts[0].lines[...], "\(script.output)")
    let last = try JSONDecoder().decode(Run.Summary.self, from: Data((lines.last ?? "").utf8))
    #expect(last == run.parts[0].summary)
  }
}

/// The folder `shared` beside the project, or `ROLEWRIGHT_SHARED`, with labels, postings and a script that
/// scores an extractor on them.
enum SharedLabels {
  static let folder =
    ProcessInfo.processInfo.environment["ROLEWRIGHT_SHARED"] ?? ProjectFiles.root + "/../shared"

  static let reason: Comment = "no folder with labels, postings and score.py beside the project"

  static let areThere = ["gold", "postings", "tools/score.py"].allSatisfy {
    FileManager.default.fileExists(atPath: "\(folder)/\($0)")
  }
}

/// What `eval --format json` prints, as far as the script prints it too.
private struct Run: Decodable {
  var parts: [Part]

  struct Hits: Decodable {
    var right: Int
    var `false`: Int
    var missed: Int
    var precision: Double
    var recall: Double
    var f1: Double
  }

  struct Share: Decodable {
    var right: Int
    var of: Int
    var share: Double
    var fraction: String { "\(right)/\(of)" }
  }

  struct Part: Decodable {
    var postings: Int
    var failed: Int
    var competencies: Hits
    var required: Hits
    var importance: Share
    var any_of: Share
    var quotes: Share
    var facts: [String: Share]

    /// The lines that the script prints.
    var lines: [String] {
      let order = ["title", "company", "level", "min_years", "pay", "remote", "interview_process"]
      let (all, found) = (competencies.right + competencies.missed, competencies.right + competencies.false)
      return [
        "postings \(postings), failed \(failed); labels \(all), found \(found)",
        Self.line("competencies ", competencies), Self.line("required     ", required),
        "importance right \(importance.fraction); any-of right \(any_of.fraction); "
          + "evidence quotes found in the file \(quotes.fraction)",
        "facts right: " + order.map { "\($0) \(facts[$0]?.fraction ?? "")" }.joined(separator: ", "),
      ]
    }

    private static func line(_ name: String, _ hits: Hits) -> String {
      let right = Double(hits.right)
      let (p, r) = (right / Double(hits.right + hits.false), right / Double(hits.right + hits.missed))
      return String(format: "\(name) P %.3f  R %.3f  F1 %.3f", p, r, 2 * p * r / (p + r))
    }

    /// The last line that it prints.
    var summary: Summary {
      Summary(
        f1: competencies.f1, precision: competencies.precision, recall: competencies.recall,
        required_f1: required.f1, importance: importance.share, failed: failed,
        facts: facts.mapValues(\.share))
    }
  }

  struct Summary: Decodable, Equatable {
    var f1: Double
    var precision: Double
    var recall: Double
    var required_f1: Double
    var importance: Double
    var failed: Int
    var facts: [String: Double]
  }
}
