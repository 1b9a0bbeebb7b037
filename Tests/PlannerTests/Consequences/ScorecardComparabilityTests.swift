import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

@testable import Planner

@Suite("Which ratings of scorecards stay comparable")
struct ScorecardComparabilityTests {
  private func library(_ change: (inout SmallLibrary) -> Void = { _ in }) -> SmallLibrary {
    var library = SmallLibrary()
    for id in ["go", "rust", "linux", "writing"] { library.competency(id) }
    library.format("coding", minutes: 60, ratings: 3)
    library.policy(formats: "coding", interviews: 1, ratings: 3, readings: 1)
    change(&library)
    return library
  }

  private static func choice(_ ids: String...) -> [RoleCompetency] {
    ids.map { RoleCompetency(id: $0, importance: .required, anyOf: "A") }
  }

  private func loop(_ competencies: [RoleCompetency], _ library: SmallLibrary) throws -> InterviewLoop {
    let library = library.library
    return try LoopPlanner(library: library, policy: try library.policy()).plan(role(competencies))
  }

  /// A candidate who was rated in all that a loop rates.
  private func record(
    of loop: InterviewLoop, chosen: String = "go", rating: String = "3", fingerprint: String? = nil
  ) throws -> CandidateRecord {
    let plan = AssessmentPlan(of: loop, library: nil)
    let cards = plan.ratingInterviews.map { interview in
      let rows = interview.rates.map { id in
        let choice = id.contains("|") ? "chosen: \(chosen), " : ""
        return "- {id: \"\(id)\", \(choice)target: 3, rating: \(rating), evidence: Seen.}\n"
      }
      return SourceText(
        name: "\(interview.number).yaml",
        text: """
          fingerprint: \(fingerprint ?? plan.fingerprint)
          interview: {number: \(interview.number), name: "\(interview.name)"}
          candidate: C-17
          competencies:
          \(rows.joined())overall: yes

          """)
    }
    return try CandidateRecord(
      plan: SourceText(name: "assessment.yaml", text: YAMLWriter.text(plan.document)), scorecards: cards,
      decision: nil)
  }

  private func reasons(
    _ from: InterviewLoop, _ to: InterviewLoop, _ record: CandidateRecord
  ) -> [String: [KeptRating.Reason]] {
    let found = ScorecardComparability(of: [("C-17", record)], with: to, origin: from.fingerprint)
    return Dictionary(found.ratings.map { ($0.id, $0.reasons) }) { first, _ in first }
  }

  @Test("all do in the same loop")
  func same() throws {
    let loop = try loop(Self.choice("go", "rust") + required("linux"), library())
    let found = ScorecardComparability(
      of: [("C-17", try record(of: loop))], with: loop, origin: loop.fingerprint)
    #expect(found.count == 2 && found.count(.comparable) == 2)
    #expect(found.neverRated.isEmpty && found.ofOtherLoops.isEmpty)
  }

  @Test("not what is not asked for, not rated, or rated against another level; what is asked anew is named")
  func roles() throws {
    let from = try loop(required("go", "linux", "writing"), library())
    let to = try loop(
      required("go", "rust")
        + [
          RoleCompetency(id: "linux", importance: .required, target: .basic),
          RoleCompetency(id: "writing", importance: .duty),
        ], library())
    let record = try record(of: from)
    #expect(
      reasons(from, to, record) == ["go": [], "linux": [.target(from: 3, to: 2)], "writing": [.notRated]])
    let found = ScorecardComparability(of: [("C-17", record)], with: to, origin: from.fingerprint)
    #expect(found.neverRated.map(\.id) == ["rust"])
    #expect((found.count, found.count(.comparable), found.count(.lost)) == (3, 1, 2))
    #expect(reasons(from, try loop(required("go"), library()), record)["linux"] == [.notAsked])
  }

  @Test("not where anchors are worded otherwise; other questions are said apart")
  func rubrics() throws {
    let from = try loop(required("go", "linux"), library())
    let reworded = library { library in
      library.files = library.files.map { file in
        let text = file.source.text.replacing("Does it at level 4.", with: "Does it all.")
        return file.path.contains("/go.yaml")
          ? (file.path, SourceText(name: file.source.name, text: text)) : file
      }
    }
    let record = try record(of: from)
    #expect(
      reasons(from, try loop(required("go", "linux"), reworded), record)
        == ["go": [.anchors(levels: [4])], "linux": []])
    var asked = SmallLibrary()
    asked.competency("go", questions: [.init(name: "other")])
    asked.competency("linux", questions: [.init(name: "one", text: "Why does it work?")])
    asked.format("coding", minutes: 60, ratings: 3)
    asked.policy(formats: "coding", interviews: 1, ratings: 3, readings: 1)
    let other = try loop(required("go", "linux"), asked)
    #expect(reasons(from, other, record) == ["go": [.tasks], "linux": [.reworded]])
    let found = ScorecardComparability(of: [("C-17", record)], with: other, origin: from.fingerprint)
    #expect(found.count(.otherTasks) == 2 && found.count(.lost) == 0)
  }

  @Test(
    "of alternatives it is the chosen one that counts",
    arguments: [("go", []), ("rust", [KeptRating.Reason.notOffered("The rust")])])
  func alternatives(chosen: String, expected: [KeptRating.Reason]) throws {
    let from = try loop(Self.choice("go", "rust"), library())
    let to = try loop(Self.choice("go", "linux"), library())
    let found = reasons(from, to, try record(of: from, chosen: chosen))
    #expect(found["go|rust"]?.filter { $0 != .tasks } == expected)
  }

  @Test("candidates of whom another thing is to be said have a row of their own, and the worst is counted")
  func rows() throws {
    let from = try loop(Self.choice("go", "rust"), library())
    let to = try loop(required("go"), library())
    let found = ScorecardComparability(
      of: [("C-17", try record(of: from)), ("C-21", try record(of: from, chosen: "rust"))], with: to,
      origin: from.fingerprint)
    #expect(found.ratings.first?.candidates == ["C-21"] && found.ratings.first?.verdict == .lost)
    #expect(found.ratings.last?.candidates == ["C-17"])
    #expect((found.count, found.count(.lost)) == (1, 1))
  }

  @Test(
    "a scorecard of another loop is not comparable; not observed is no rating; loops of neither side are named"
  )
  func others() throws {
    let from = try loop(required("go"), library())
    #expect(
      reasons(from, from, try record(of: from, fingerprint: "rw2-0000000000000000"))["go"] == [.otherLoop])
    #expect(reasons(from, from, try record(of: from, rating: "not_observed")).isEmpty)
    let third = try loop(required("go", "linux"), library())
    let found = ScorecardComparability(
      of: [("C-17", try record(of: third))], with: from, origin: from.fingerprint)
    #expect(found.ofOtherLoops == ["C-17"])
  }
}
