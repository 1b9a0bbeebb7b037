import Diagnostics
import Foundation
import Rubric
import TestSupport
import Testing
import YAML

/// The form in a browser, filled in as an interviewer would.
@Suite(
  "the form in Chromium",
  .enabled(if: Tool.node.isThere && Tool.chromium.isThere, "node or chromium is not installed"))
struct BrowserTests {
  private struct Input: Encodable {
    var chromium: String
    var folder: String
    var page: String
    var other: String
    var texts: [[UInt16]]
    var refused: [String: String]
    var commented: String
  }

  private struct Result: Decodable {
    var name: String
    var found: String
  }

  private static let untouched =
    "Nothing is written yet. What you type is kept in this browser until you save it to a file."
  private static let kept = "Kept in this browser. Not in a file yet."
  private static let unkept = "This browser keeps nothing for this page: save to a file before you close it."

  /// What is found, in the order of trying.
  private static let expected: [(name: String, found: String)] = [
    ("status of a blank form", untouched), ("controls without a name", ""), ("described levels", "10"),
    ("what the choice leaves", "true"), ("ratings by key", "5,not_observed,3,4,4"),
    ("notice of missing evidence", "true"), ("status while typing", kept),
    ("asked before leaving", "beforeunload"),
    ("status after coming back", "Here is what this browser has kept. It is not in a file yet."),
    ("kept texts are those typed", "true"), ("kept rating", "4"), ("saved", "true"),
    (
      "status of a saved form",
      "All that is written went to your downloads as 2-coding.yaml. Move it into the folder of the candidate."
    ),
    ("asked before leaving a saved form", ""),
    ("still missing", "Go or Python: no rating; A recommendation, or no decision"), ("requests", ""),
    ("faults of scripts", ""),
    ("status of a window that follows", kept),
    ("status of a window that was overtaken", "Not kept: another window has changed this scorecard."),
    ("text of it after 'leave all'", "of the second"), ("kept meanwhile", "written meanwhile"),
    ("kept after choosing", "of the second"),
    (
      "refused: another candidate",
      "candidate.yaml was not opened. Line 13: it is of another candidate, C-18."
    ),
    (
      "refused: another interview",
      "interview.yaml was not opened. Line 9: it is of another interview, 3 Coding."
    ),
    (
      "refused: another loop",
      "loop.yaml was not opened. Line 8: it belongs to another loop, of the fingerprint rw2-f."
    ),
    ("refused: no UTF-8", "bytes.yaml was not opened. It is not text in UTF-8."),
    ("refused: no YAML", "broken.yaml was not opened. Line 2: a tab stands where YAML indents. Use spaces."),
    (
      "asked before opening",
      "What is written here is in no file yet. Opening 2-coding.yaml puts its text in the place of it."
    ),
    ("text after 'leave all'", "typed before"), ("opened texts are those typed", "true"),
    (
      "comments of somebody's own",
      "commented.yaml has comments of somebody's own (line 1). This form does not show them, and a file that it saves "
        + "does not have them."
    ),
    ("asked for a place", "1"), ("a file edited meanwhile", "edited meanwhile"),
    (
      "a file with comments of somebody's own",
      "2-coding.yaml has comments of somebody's own. Writing over it drops them."
    ),

    ("status without storage", unkept),
    ("status while typing without storage", unkept), ("faults without storage", ""),
  ]

  private static func texts() -> [[UInt16]] {
    var random = HostileTexts(seed: 11)
    return (0..<4).map { _ in Array("x".utf16) + random.next(upTo: 400) }
  }

  @Test("keeps what is typed, saves it and opens it, loses nothing unasked, and sends nothing anywhere")
  func fillIn() throws {
    let fixture = try FormFixture()
    let folder = fixture.folder
    let blank = try fixture.blank()
    let refused = [
      "another candidate": ("candidate.yaml", blank.replacing("\"C-17\"", with: "\"C-18\"")),
      "another interview": ("interview.yaml", blank.replacing("number: 2", with: "number: 3")),
      "another loop": ("loop.yaml", blank.replacing("rw2-0123456789abcdef", with: "rw2-f")),
      "no UTF-8": ("bytes.yaml", ""), "no YAML": ("broken.yaml", "a: 1\n\tb: 2\n"),
    ]
    for (path, text) in refused.values { try folder.write(text, to: path) }
    try folder.write([0x61, 0x3A, 0xFF], to: "bytes.yaml")
    try folder.write("# was late, see the calendar\n" + blank, to: "commented.yaml")
    let input = Input(
      chromium: Tool.chromium.path ?? "", folder: folder.path, page: folder.path + "/C-17/2-coding.html",
      other: folder.path + "/C-17/3-img-src-x-onerror-alert-1-title.html", texts: Self.texts(),
      refused: refused.mapValues { folder.path + "/" + $0.0 }, commented: folder.path + "/commented.yaml")
    let results = try NodeScript.run("form.mjs", input, as: [Result].self)
    let found = Dictionary(results.map { ($0.name, $0.found) }) { first, _ in first }
    for (name, wanted) in Self.expected { #expect(found[name] == wanted, "\(name)") }
    #expect(results.count == Self.expected.count)
    try expectTyped(in: folder)
  }

  /// What the command reads in the saved file is what stood in the fields.
  private func expectTyped(in folder: TemporaryFolder) throws {
    let saved = try folder.text("downloads/2-coding.yaml")
    let scorecard = try Scorecard(from: SourceText(name: "2-coding.yaml", text: saved))
    let texts = Self.texts().map { units in
      // A browser takes each kind of line end for the same one.
      units.repaired.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
    let found =
      scorecard.competencies.map(\.evidence.value) + [
        scorecard.questions[1].notes.value, scorecard.summary.value,
      ]
    #expect(found.map(ExactText.init) == texts.map(ExactText.init))
    #expect(scorecard.questions[0].notes.value == "Typed with an \u{1F600} and more.")
    #expect(scorecard.competencies.map { $0.rating?.value.written } == [nil, "4"])
    #expect(scorecard.competencies[0].chosen?.value == "python" && scorecard.interviewer.value == "Dana")
    #expect(scorecard.date.value == "2027-03-09" && scorecard.overall == nil)
  }
}
