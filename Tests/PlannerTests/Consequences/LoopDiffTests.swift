import Diagnostics
import Rubric
import TestSupport
import Testing

@testable import Planner

@Suite("What a change of a role does to its loop")
struct LoopDiffTests {
  private let library: SmallLibrary = {
    var library = SmallLibrary()
    for id in ["go", "rust", "kubernetes", "linux", "writing"] {
      library.competency(id, questions: [.init(name: "one"), .init(name: "two")])
    }
    library.format("coding", minutes: 60, ratings: 2)
    library.format("talk", minutes: 45, ratings: 2)
    library.policy(formats: "coding, talk", interviews: 2, ratings: 2, readings: 1)
    return library
  }()

  private func loop(
    _ competencies: [RoleCompetency], _ change: (inout LoopPolicy) -> Void = { _ in }
  ) throws -> InterviewLoop {
    let library = library.library
    var policy = try library.policy()
    change(&policy)
    return try LoopPlanner(library: library, policy: policy).plan(role(competencies))
  }

  @Test("nothing follows from nothing")
  func same() throws {
    let diff = LoopDiff(from: try loop(required("go", "linux")), to: try loop(required("go", "linux")))
    #expect(diff.isEmpty && !diff.isFelt)
    #expect(diff.ratings.map(\.kind) == [.kept, .kept])
    #expect(diff.interviews.allSatisfy { $0.kind == .kept })
    #expect(diff.tasks.allSatisfy { $0.kind == .kept })
  }

  @Test("a competency that is asked for anew is rated, or is not where there is no room")
  func added() throws {
    let before = try loop(required("go", "linux", "kubernetes"))
    let four = LoopDiff(from: before, to: try loop(required("go", "linux", "kubernetes", "rust")))
    #expect(four.ratings(.ratedAnew).map(\.id) == ["rust"])
    #expect(four.tasks.filter { $0.kind == .added && !$0.isRechoice }.map(\.shows) == [["The rust"]])
    let five = LoopDiff(
      from: before, to: try loop(required("go", "linux", "kubernetes", "rust", "writing")))
    #expect(five.ratings(.unratedAnew).count + five.ratings(.lost).count == 1)
    #expect(five.from.conflict == nil && five.to.conflict != nil)
    #expect(five.isFelt)
  }

  @Test("an interview that is no longer needed goes, with its questions and minutes")
  func removed() throws {
    let diff = LoopDiff(
      from: try loop(required("go", "linux", "kubernetes")), to: try loop(required("go", "linux")))
    #expect(diff.ratings(.dropped).map(\.id) == ["kubernetes"])
    #expect(diff.interviews.count { $0.kind == .removed } == 1)
    #expect(diff.candidateMinutes.to < diff.candidateMinutes.from)
    #expect(diff.tasks.contains { $0.kind == .removed && $0.id.hasPrefix("kubernetes/") && !$0.isRechoice })
  }

  @Test("another question for the same rating is a re-choice, and nothing follows from it")
  func rechoice() throws {
    let before = try loop(required("go", "linux"))
    var after = before
    let other = try #require(try library.library.competency("go")?.questions.last)
    for (place, interview) in after.interviews.enumerated() {
      for (index, rating) in interview.ratings.enumerated() where rating.demand.id == "go" {
        let isFirst = rating.question?.question.id == "go/one"
        let question = isFirst ? other : try #require(try library.library.competency("go")?.questions.first)
        after.interviews[place].ratings[index].question = PlannedQuestion(question, technologies: [])
      }
    }
    let diff = LoopDiff(from: before, to: after)
    #expect(!diff.isFelt && !diff.isEmpty)
    #expect(diff.rechoices == LoopDiff.Rechoices(tasks: 1, places: 0, holders: 0))
  }

  @Test("a level, alternatives and readings that change are told of what stays rated")
  func kept() throws {
    func alternatives(_ ids: String...) -> [RoleCompetency] {
      ids.map { RoleCompetency(id: $0, importance: .required, anyOf: "A") }
    }
    let before = try loop(alternatives("go", "rust") + required("linux"))
    let level = LoopDiff(
      from: before,
      to: try loop(
        alternatives("go", "rust") + [RoleCompetency(id: "linux", importance: .required, target: .basic)]))
    let linux = try #require(level.ratings.first { $0.id == "linux" })
    #expect(linux.targets?.from == .intermediate && linux.targets?.to == .basic)
    let narrowed = LoopDiff(from: before, to: try loop(required("go", "linux")))
    let go = try #require(narrowed.ratings.first { $0.id == "go" })
    #expect(go.kind == .kept && go.choices?.from == "The go or The rust" && go.choices?.to == "The go")
    let twice = LoopDiff(
      from: before, to: try loop(alternatives("go", "rust") + required("linux")) { $0.readings = 2 })
    #expect(twice.ratings.compactMap(\.readings).contains { $0 == (1, 2) })
  }

  @Test("a panel that no longer covers the loop is told, and one that does again")
  func panel() throws {
    let panel = try Panel(
      from: .init(
        name: "panel.yaml",
        text: """
          interviewers:
            - {name: Asha, runs: [coding, talk], rates: {competencies: [go, linux]}}
            - {name: Bo, runs: [coding, talk], rates: {competencies: [go, linux]}}
          """), library: library.library)
    let (a, b) = (
      try loop(required("go", "linux")).held(by: panel), try loop(required("go", "rust")).held(by: panel)
    )
    let (there, back) = (LoopDiff(from: a, to: b), LoopDiff(from: b, to: a))
    #expect(there.people.gapsOpened.contains { if case .nobodyRates = $0 { true } else { false } })
    #expect(there.people.gapsClosed == back.people.gapsOpened)
    #expect(there.people.isPanelKnown && there.isFelt)
  }
}
