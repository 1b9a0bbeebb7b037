import Diagnostics
import Foundation
import Rubric
import Testing
import YAML

/// What stands in the files that other programs read; whole reports are in `CommandTests`.
@Suite("Reports of findings")
struct FindingReportTests {
  private static let hostile = "50 % of \u{1B}[31m\"a,b:c\"\r\nnone\u{202E}"

  private func finding(
    _ message: String, file: String = "a.yaml", severity: Severity = .error, ends: Place? = nil
  ) -> Finding {
    let start = Place(line: 2, column: 3)
    return Finding(
      "some-rule", message, severity: severity, in: SourceText(name: file, text: "x\n"),
      at: ends.map { PlaceRange(start: start, end: $0) })
  }

  @Test("nothing found is an empty report in every form")
  func empty() {
    let report = FindingReport([])
    #expect(JSONWriter.text(report.json) == "[]\n")
    #expect(report.githubCommands == "")
    #expect(JSONWriter.text(report.sarif(version: "1") { _ in nil }).contains("\"results\": []"))
  }

  @Test("a workflow command is one line, whatever the words", arguments: Severity.allCases)
  func command(severity: Severity) throws {
    var finding = finding(Self.hostile, severity: severity)
    finding.note = "n"
    finding.help = "::error::h"
    let name = try #require(["error": "error", "warning": "warning", "hint": "notice"][severity.rawValue])
    #expect(
      FindingReport([finding]).githubCommands
        == "::\(name) file=a.yaml,title=some-rule::50 %25 of \u{FFFD}[31m\"a,b:c\"\u{FFFD}\u{FFFD}none\u{FFFD}"
        + "%0Anote: n%0Ahelp: ::error::h\n")
  }

  @Test("a property ends nowhere before its end")
  func property() {
    let command = FindingReport([finding("m", file: "1:2,3%\n\u{1B}.md")]).githubCommands
    #expect(command == "::error file=1%3A2%2C3%25%0A\u{FFFD}.md,title=some-rule::m\n")
  }

  @Test("columns stand only where the words are on one line")
  func columns() {
    let (one, two) = (Place(line: 2, column: 9), Place(line: 3, column: 1))
    #expect(
      FindingReport([finding("m", ends: one)]).githubCommands
        == "::error file=a.yaml,line=2,endLine=2,col=3,endColumn=9,title=some-rule::m\n")
    #expect(
      FindingReport([finding("m", ends: two)]).githubCommands
        == "::error file=a.yaml,line=2,endLine=3,title=some-rule::m\n")
  }

  @Test("JSON leaves out what there is not, and holds no control character")
  func json() throws {
    let text = JSONWriter.text(FindingReport([finding(Self.hostile)]).json)
    #expect(
      text == """
        [
          {
            "rule": "some-rule",
            "severity": "error",
            "file": "a.yaml",
            "message": "50 % of \u{FFFD}[31m\\"a,b:c\\"\u{FFFD}\u{FFFD}none\u{FFFD}"
          }
        ]

        """)
  }

  @Test(
    "a path is a URI in SARIF",
    arguments: [
      ("a/b.yaml", "a/b.yaml"), ("./a//b.yaml", "a/b.yaml"), ("../a.yaml", "../a.yaml"),
      ("/tmp/a b.yaml", "file:///tmp/a%20b.yaml"), ("50 %.md", "50%20%25.md"), ("a:b?c#d", "a%3Ab%3Fc%23d"),
      ("caf\u{E9}.md", "caf%C3%A9.md"), ("<standard input>", "%3Cstandard%20input%3E"), ("a\\b", "a%5Cb"),
    ])
  func uri(path: String, uri: String) {
    #expect(sarif([finding("m", file: path)]).contains("\"uri\": \"\(uri)\"\n"))
  }

  @Test("SARIF names a rule that nobody knows, at the level of its worst finding")
  func unknownRule() {
    let text = sarif([finding("m", severity: .hint), finding("n", severity: .warning)])
    #expect(text.contains("\"level\": \"note\"") && text.contains("\"defaultConfiguration\""))
    let rules = text.split(separator: "\"columnKind\"")[0]
    #expect(rules.contains("\"id\": \"some-rule\"") && rules.contains("\"level\": \"warning\""))
    #expect(!rules.contains("shortDescription"))
  }

  @Test("words of the input are neither arguments nor links in SARIF")
  func literalMessage() {
    let text = sarif([finding("\"{0}\" [here](https://example.org)")])
    #expect(text.contains(#""text": "\"{{0}}\" [here] (https://example.org)""#))
  }

  private func sarif(_ findings: [Finding]) -> String {
    JSONWriter.text(FindingReport(findings).sarif(version: "1.0.0") { _ in nil })
  }
}
