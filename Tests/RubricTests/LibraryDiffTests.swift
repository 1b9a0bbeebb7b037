import Diagnostics
import Rubric
import TestSupport
import Testing

@Suite("What changed between two libraries")
struct LibraryDiffTests {
  private let library = RubricLibrary(SmallLibrary.files)

  @Test(
    "an edit is told as what it is",
    arguments: [
      ("[a]", "[a, z]", "programming", "anchor-added level 1: nothing -> z"),
      (
        "family: languages", "family: platform", "programming",
        "competency-placed family: languages -> platform"
      ),
      (
        "extends: programming", "extends: go", "go",
        "levels-inherited extends: the levels of programming -> the levels of go"
      ),
      (
        "strong: [s]", "strong: [s, t]", "programming",
        "question-changed programming/review, strong: nothing -> t"
      ),
      (
        "levels: 2-5", "levels: 2-4", "programming", "question-changed programming/review, levels: 2-5 -> 2-4"
      ),
      (
        "kind: technical", "kind: design", "programming",
        "question-changed programming/review, kind: technical -> design"
      ),
      (
        "probes: ['Why {language}?']", "probes: []", "programming",
        "question-changed programming/review, probes: Why {language}? -> nothing"
      ),
      (
        "id: programming/review", "id: programming/look", "programming",
        "question-renamed programming/look, id: programming/review -> programming/look"
      ),
      ("[Golang]", "[Golang, go-lang]", "go", "term-added : nothing -> go-lang"),
      ("Gin: []", "Gin Gonic: []", "go", "term-added : nothing -> Gin Gonic|term-removed : Gin -> nothing"),
      ("case: exact", "case: any", "go", "term-rule-changed case of Gin, Go, Golang: exact -> any"),
      (
        "interviewer: An engineer.", "interviewer: A colleague.", "coding",
        "format-changed interviewer: An engineer. -> A colleague."
      ),
      (
        "kinds: [work-sample, technical]", "kinds: [technical, work-sample]", "coding",
        "format-changed kinds: work-sample; technical -> technical; work-sample"
      ),
      ("best: [programming, go]", "best: [go, programming]", "coding", ""),
      ("best: [programming, go]", "best: [go]", "coding", "format-changed rates, best: programming -> "),
      ("senior: 4", "senior: 5", "policy", "policy-changed targets, senior: 4 -> 5"),
      ("readings: 2", "readings: 2\nminutes: null", "policy", ""),
    ])
  func edits(old: String, new: String, file: String, expected: String) throws {
    let edited = RubricLibrary(SmallLibrary.replacing(old, by: new, in: file))
    #expect(Self.words(try LibraryDiff(from: library, to: edited)) == expected)
  }

  @Test("only punctuation and capitals is light, and a number is neither")
  func lightly() throws {
    let base = RubricLibrary(
      SmallLibrary.replacing("[a]", by: "[\"Cuts cost by 3.5 %, then stops\"]", in: "programming"))
    for (text, kind) in [
      ("Cuts cost by 3.5 %; then stops.", "reworded-lightly"),
      ("cuts cost - by 3.5 % - then stops", "reworded-lightly"),
      ("Cuts cost by 35 %, then stops", "anchor-reworded"),
      ("Cuts cost by -3.5 %, then stops", "anchor-reworded"),
    ] {
      let other = RubricLibrary(SmallLibrary.replacing("[a]", by: "[\"\(text)\"]", in: "programming"))
      #expect(try LibraryDiff(from: base, to: other).changes.map(\.kind.rawValue) == [kind], "\(text)")
    }
  }

  @Test("what takes its levels from another competency is touched by it, and not by its signals")
  func heirs() throws {
    let levels = RubricLibrary(SmallLibrary.replacing("[c]", by: "[z]", in: "programming"))
    let diff = try LibraryDiff(from: library, to: levels)
    #expect(
      diff.changes(touching: "go").map(\.file) == ["competencies/programming", "competencies/programming"])
    let terms = RubricLibrary(SmallLibrary.replacing("[programming, ", by: "[coding, ", in: "programming"))
    #expect(try LibraryDiff(from: library, to: terms).changes(touching: "go").isEmpty)
  }

  @Test("an anchor that moved in other words is paired")
  func moved() throws {
    let files = SmallLibrary.replacing(
      "[b]", by: "[b, \"Finds a slow query from the graphs and adds an index\"]", in: "programming")
    let old = RubricLibrary(files)
    let new = RubricLibrary(
      SmallLibrary.replacing(
        "[d]", by: "[d, \"Finds the slow query from graphs alone and adds an index\"]", in: "programming"))
    let diff = try LibraryDiff(from: old, to: new)
    #expect(diff.changes.map(\.kind) == [.anchorMoved])
    #expect(diff.changes.first?.from?.part == "level 2" && diff.changes.first?.to?.part == "level 4")
  }

  @Test("exercises tell which keys changed, and rules of postings are counted")
  func nodes() throws {
    let own = try OwnRubrics.files().filter {
      $0.path.hasSuffix("backlog-to-drain.yaml") || $0.path == "units.yaml"
    }
    let files = own + [SmallLibrary.file("postings/stages.yaml", "stages: [one, two]")]
    let edited =
      own.map { path, source in
        SmallLibrary.file(
          path,
          source.text.replacing(
            "also: [distributed-systems, troubleshooting]", with: "also: [troubleshooting]"))
      } + [SmallLibrary.file("postings/stages.yaml", "stages: [three, one]")]
    let diff = try LibraryDiff(from: RubricLibrary(files), to: RubricLibrary(edited))
    #expect(diff.changes.map(\.kind) == [.exerciseChanged, .postingRulesChanged])
    #expect(diff.changes.first?.part == "also" && diff.changes.first?.from?.text == "distributed-systems")
    #expect(diff.changes.last?.from?.count == 1 && diff.changes.last?.to?.count == 1)
    let gone = try LibraryDiff(from: RubricLibrary(files), to: RubricLibrary([]))
    #expect(gone.changes.map(\.kind) == [.exerciseRetired, .unitsChanged, .postingRulesChanged])
  }

  @Test("a file without its shape is refused where it changed")
  func shape() throws {
    let broken = RubricLibrary(SmallLibrary.replacing("minutes: 60", by: "minutes: long", in: "coding"))
    #expect(throws: InvalidInput.self) { try LibraryDiff(from: library, to: broken) }
    #expect(try LibraryDiff(from: broken, to: broken).isEmpty)
  }

  @Test("hostile texts and long lists come to an end")
  func hostile() throws {
    let many = (0..<5_000).map { "anchor \($0) x" }.joined(separator: ", ")
    let long = String(repeating: "word ", count: 50_000)
    for text in ["[\(many)]", "[\"\(long)\"]", "[\"\\u202E\\0\\e[31m\", \"{{x}} | `y`\"]"] {
      let other = RubricLibrary(SmallLibrary.replacing("[a]", by: text, in: "programming"))
      let diff = try LibraryDiff(from: library, to: other)
      #expect(!diff.isEmpty)
      #expect(try LibraryDiff(from: other, to: library) == diff.reversed)
    }
  }

  @Test("a circle of competencies that extend each other comes to an end")
  func circle() throws {
    let other = RubricLibrary(SmallLibrary.replacing("extends: programming", by: "extends: go", in: "go"))
    #expect(try LibraryDiff(from: library, to: other).changes(touching: "go").count == 1)
  }

  @Test("ratings mean the same while the anchors do, and name what changed in them")
  func meanings() throws {
    let plan = try AssessmentPlan(from: SourceText(name: "assessment.yaml", text: CandidateFiles.assessment))
    let levels = (1...5).map { "  \($0): {summary: Level \($0)., anchors: [Does \($0).]}\n" }.joined()
    let same = Self.library(["kubernetes", "go"], levels)
    let diff = try LibraryDiff(from: same, to: same)
    let meanings = try RatedMeaning.meanings(of: plan, under: same, diff)
    #expect(meanings.map(\.id) == ["kubernetes", "go", "python"])
    #expect(meanings.map(\.isSame) == [true, true, false])
    #expect(meanings[2].isRetired)
    let other = Self.library(["kubernetes"], levels.replacing("Does 3.", with: "Does four things."))
    let changed = try RatedMeaning.meanings(of: plan, under: other, try LibraryDiff(from: same, to: other))
    #expect(changed[0].changes.map(\.kind) == [.anchorReworded])
    let light = Self.library(["kubernetes"], levels.replacing("Does 3.", with: "does 3"))
    let lightly = try RatedMeaning.meanings(of: plan, under: light, try LibraryDiff(from: same, to: light))
    #expect(lightly[0].isSame && lightly[0].lightlyReworded == 1)
  }

  private static func library(_ ids: [String], _ levels: String) -> RubricLibrary {
    RubricLibrary(
      ids.map { id in
        let head = "id: \(id)\nname: N\nfamily: platform\ndefinition: D\nsignals: [{terms: [t]}]\nlevels:\n"
        return SmallLibrary.file("competencies/\(id).yaml", head + levels)
      })
  }

  private static func words(_ diff: LibraryDiff) -> String {
    diff.changes.map { change in
      "\(change.kind.rawValue) \(change.part): \(change.from?.text ?? "nothing") -> \(change.to?.text ?? "nothing")"
    }.sorted().joined(separator: "|")
  }
}
