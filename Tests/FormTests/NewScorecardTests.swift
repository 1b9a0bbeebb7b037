import Diagnostics
import Foundation
import Rubric
import TestSupport
import Testing
import YAML

@Suite("rolewright scorecard new")
struct NewScorecardTests {
  private let fixture: FormFixture
  private var folder: TemporaryFolder { fixture.folder }

  init() throws { fixture = try FormFixture() }

  private func new(_ arguments: String...) throws -> Rolewright.Outcome {
    try Rolewright.run(["scorecard", "new"] + arguments, in: folder.path)
  }

  @Test("writes the assessment, and a scorecard and a form for each interview that rates")
  func files() throws {
    let hostile = "3-img-src-x-onerror-alert-1-title"
    #expect(
      folder.files.filter { $0.hasPrefix("C-17/") } == [
        "C-17/2-coding.html", "C-17/2-coding.yaml", "C-17/\(hostile).html", "C-17/\(hostile).yaml",
        "C-17/assessment.yaml",
      ])
    #expect(try folder.text("C-17/assessment.yaml") == (try folder.text("loop/assessment.yaml")))
  }

  @Test("is the golden scorecard and the golden form", arguments: ["yaml", "html"])
  func golden(ending: String) throws {
    var text = try folder.text("C-17/2-coding.\(ending)")
    for mark in ["style", "script"] {
      guard let start = text.firstRange(of: "<\(mark)>\n"), let end = text.firstRange(of: "</\(mark)>") else {
        continue
      }
      text.removeSubrange(start.upperBound..<end.lowerBound)
    }
    let path = "Tests/FormTests/Golden/2-coding.\(ending)"
    #expect(text == (try Golden.expected(path, recording: text)))
  }

  @Test("reads back as a blank scorecard, whatever the names in it")
  func blank() throws {
    let plan = try AssessmentPlan(from: source("C-17/assessment.yaml"))
    for interview in plan.ratingInterviews {
      let path = try #require(
        folder.files.first { $0.hasPrefix("C-17/\(interview.number)") && $0.hasSuffix("yaml") })
      let scorecard = try Scorecard(from: source(path))
      #expect(scorecard.progress == .blank && scorecard.candidate.value == "C-17")
      #expect(scorecard.competencies.map(\.id.value) == interview.rates)
      #expect(scorecard.questions.map(\.id.value) == interview.questions.map(\.id))
      #expect(scorecard.fingerprint.value == plan.fingerprint)
    }
  }

  private func source(_ path: String) throws -> SourceText {
    SourceText(name: path, text: try folder.text(path))
  }

  @Test("names in the form are text, and nothing is fetched from anywhere")
  func hostileNames() throws {
    let page = try folder.text("C-17/3-img-src-x-onerror-alert-1-title.html")
    #expect(page.ranges(of: "<script").count == 1 && page.ranges(of: "</script").count == 1)
    #expect(page.ranges(of: "</template>").count == 2 && page.ranges(of: "<fieldset").count == 2)
    #expect(!page.contains("<img") && !page.contains("<b>bold") && !page.contains("\u{202E}"))
    #expect(page.contains("default-src 'none'") && !page.contains("https://") && !page.contains("http://"))
    #expect(page.contains("&lt;/p&gt;&lt;/template&gt;&lt;b&gt;bold&lt;/b&gt; &amp;lt;i&amp;gt;"))
  }

  @Test("a second interviewer gets further files, and the first one's stay")
  func secondInterviewer() throws {
    try folder.write("rating: 4\n", to: "C-17/2-coding.yaml")
    let outcome = try new(
      "C-17", "--candidate", "C-17", "--interview", "2", "--interviewer", "Dana Lee", "-o", "C-17/")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "wrote C-17/2-coding-dana-lee.yaml\nwrote C-17/2-coding-dana-lee.html\n")
    #expect(try folder.text("C-17/2-coding.yaml") == "rating: 4\n")
    #expect(try folder.text("C-17/2-coding-dana-lee.yaml").contains("interviewer: \"Dana Lee\"\n"))
    #expect(try new("loop", "--candidate", "C-17", "--interviewer", "\u{1F600}/..", "-o", "new").status == 0)
    #expect(folder.files.contains("new/2-coding-interview-8d8f.yaml"), "\(folder.files)")
  }

  @Test("never writes over anything")
  func exists() throws {
    let before = try folder.contents()
    let outcome = try new("loop", "--candidate", "C-17", "-o", "C-17")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        C-17/2-coding.yaml: error: is there already [file-exists]
           = help: a scorecard is never written over; for a second interviewer, name one with --interviewer

        1 error

        """)
    #expect(try folder.contents() == before)
  }

  private static let refusals: [(arguments: [String], errors: String)] = [
    (
      ["posting.md", "--candidate", "C-1", "-o", "x"],
      """
      posting.md: error: this is no loop; scorecards rate what a loop was planned to rate [no-assessment]
         = help: plan first: "rolewright plan POSTING -o loop"; then name the folder loop here
      """
    ),
    (
      ["old", "--candidate", "C-1", "-o", "x"],
      """
      old: error: there is no assessment.yaml here, so nothing says what is rated [no-assessment]
         = help: bring it up to date: "rolewright plan old/loop.yaml --update old"
      """
    ),
    (
      ["nowhere", "--candidate", "C-1", "-o", "x"],
      """
      nowhere: error: no such file or folder [no-such-file]
         = help: plan first: "rolewright plan POSTING -o loop"; then name the folder loop here
      """
    ),
    (
      ["loop", "--candidate", "C-1", "--interview", "1", "-o", "x"],
      """
      loop/assessment.yaml: error: no interview that rates anything has the number 1 [unknown-interview]
         = help: expected one of: 2, 3
      """
    ),
    (
      ["loop", "--candidate", "C-18", "--interviewer", "Dana", "-o", "C-17"],
      """
      C-17/2-coding.yaml: error: is a scorecard of "C-17", not of "C-18" [foreign-folder]
         = help: give each candidate a folder
      """
    ),
    (
      ["edited", "--candidate", "C-1", "-o", "x"],
      """
      edited/loop.yaml: error: was edited after the assessment was made, so scorecards would rate the old loop [stale-assessment]
         = help: bring it up to date: "rolewright plan edited/loop.yaml --update edited"
      """
    ),
    (
      ["loop/assessment.yaml", "--candidate", "C-1", "-o", "edited"],
      """
      edited: error: this is the folder of a loop [foreign-folder]
         = help: give each candidate a folder, such as candidates/C-17
      """
    ),
    (
      ["other", "--candidate", "C-17", "--interviewer", "Dana", "-o", "C-17"],
      """
      C-17: error: holds scorecards of another loop [foreign-folder]
         = note: fingerprints: there rw2-0123456789abcdef, in other rw2-other
         = help: choose another folder; to add a scorecard of the same loop, name C-17 as LOOP
      """
    ),
  ]

  @Test("what is no loop, is another one or is out of date is refused, with what to do", arguments: refusals)
  func refused(arguments: [String], errors: String) throws {
    let assessment = try folder.text("loop/assessment.yaml")
    try folder.write("# SRE\n", to: "posting.md")
    try folder.write("title: a\ninterviews: []\n", to: "old/loop.yaml")
    try folder.write(assessment, to: "edited/assessment.yaml")
    try folder.write("edited\n", to: "edited/loop.yaml")
    try folder.write("\(String(repeating: "0", count: 64))  loop.yaml\n", to: "edited/.rolewright/sha256sums")
    try folder.write(
      assessment.replacing("rw2-0123456789abcdef", with: "rw2-other"), to: "other/assessment.yaml")
    let before = try folder.contents()
    let outcome = try Rolewright.run(["scorecard", "new"] + arguments, in: folder.path)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors == errors + "\n\n1 error\n")
    #expect(try folder.contents() == before)
  }

  @Test(
    "a label is one line of visible characters", arguments: ["", " ", "a\nb", "a\u{0}b", "\u{202E}a", "a  b"])
  func labels(label: String) throws {
    guard !label.utf8.contains(0) else { return }
    let outcome = try new("loop", "--candidate", label, "-o", "x")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--candidate takes one line of at most 80 visible characters."))
  }

  @Test(
    "a label that looks like a person gets a hint",
    arguments: [
      ("Jane Doe", "a person's name"), ("Doe, Jane", "a person's name"),
      ("jane@example.com", "an e-mail address"),
      ("C-17", nil), ("Candidate 17", nil), ("SRE B", nil), ("../../etc", nil), ("blue heron", nil),
    ] as [(String, String?)])
  func personalLabels(label: String, what: String?) throws {
    let outcome = try new("loop", "--candidate", label, "--interview", "2", "-o", "x")
    #expect(outcome.status == 0 && folder.has("x/2-coding.yaml"))
    let hint = what.map {
      """
      \(label): hint: the label looks like \($0) [personal-label]
         = help: a label such as C-17 keeps personal data out of the files

      1 hint

      """
    }
    #expect(outcome.errors.hasPrefix((hint ?? "") + "wrote x/assessment.yaml\n"))
  }
}
