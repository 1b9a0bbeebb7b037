@testable import Rubric
import Testing

@testable import Planner

/// How the standings of an exercise are labelled by the level that a role asks for.
@Suite("Standings") struct StandingTests {
  private func level(_ value: Int) throws -> ProficiencyLevel {
    try #require(ProficiencyLevel(rawValue: value))
  }

  private func view(_ levels: ClosedRange<Int>, target: Int?) throws -> ExerciseRatingView {
    let rating = ExerciseRating(
      id: "linux", levels: try level(levels.lowerBound)...level(levels.upperBound), strong: ["s"],
      meets: ["m"], below: ["b"])
    return ExerciseRatingView(rating: rating, name: "Linux", target: try target.map(level))
  }

  private func text(_ view: ExerciseRatingView) throws -> String {
    try render(view, with: "standings.md")
  }

  private func render(_ view: some View, with template: String) throws -> String {
    try TemplateLibrary(
      try Repository.templates(), root: LoopView.self, documents: ["loop.md", "kit.md", "index.html"]
    ).render(view, with: template)
  }

  private static let rangesAndTargets: [(ClosedRange<Int>, Int, StandingLevelsView.Fit)] = [
    (2...4, 3, .matched), (3...5, 3, .hard), (2...4, 2, .hard), (3...5, 4, .matched), (2...4, 4, .easy),
    (3...5, 5, .easy), (4...5, 5, .easy), (2...4, 5, .stretched), (3...4, 3, .matched), (3...4, 4, .matched),
    (1...2, 2, .matched), (1...2, 1, .matched), (3...3, 3, .matched), (3...4, 5, .stretched),
    (1...3, 1, .hard),
  ]

  @Test("an exercise is matched, hard or easy for a target", arguments: rangesAndTargets)
  func fits(levels: ClosedRange<Int>, target: Int, fit: StandingLevelsView.Fit) throws {
    #expect(try view(levels, target: target).standing.fit == fit)
  }

  @Test(
    "each standing says where it lies from the target, and at which level",
    arguments: [
      (2...4, 3, ["Below the target (2 or lower)", "At the target (3)", "Above the target (4 or higher)"]),
      (
        3...5, 3,
        [
          "Below the target (2 or lower)",
          "At the target, by most of this or by all of it with hints (3); above it, by all of it without (4)",
          "Above the target (5)",
        ]
      ),
      (
        2...4, 4,
        [
          "Below the target (2 or lower)", "Near the target (3)", "At the target (4 or higher)",
        ]
      ),
      (
        2...4, 5,
        [
          "Below the target (2 or lower)", "Two levels below the target (3)",
          "Near the target, by most of this (4); at it, by all of this (5)",
        ]
      ),
    ])
  func words(levels: ClosedRange<Int>, target: Int, headings: [String]) throws {
    let lines = try text(try view(levels, target: target)).split(separator: "\n").map(String.init)
    #expect(lines.filter { $0.hasSuffix(":") } == headings.map { $0 + ":" })
  }

  @Test(
    "each group of answers to a question says for which level it speaks",
    arguments: [
      (
        2...4, 3,
        [
          "A weak answer, below the target (2 or lower):", "An answer at the target (3):",
          "A strong answer, above the target (4 or higher):",
        ]
      ),
      (
        2...4, 4,
        [
          "A weak answer, well below the target (2 or lower):", "An answer near the target (3):",
          "A strong answer, at the target (4 or higher):",
        ]
      ),
      (
        3...4, 2,
        [
          "A weak answer, below the target (1):",
          "An answer at the target, by most of this or by all of it with help (2); above it, by all of it without (3):",
          "A strong answer, above the target (4 or higher):",
        ]
      ),
    ])
  func answers(levels: ClosedRange<Int>, target: Int, headings: [String]) throws {
    let competency = try #require(try RealRubrics.library().competency("linux"))
    let wanted = RoleCompetency(id: "linux", importance: .required, target: try level(target))
    let demand = Demand(alternatives: [wanted], competencies: [competency], along: [])
    var question = Question(own: "linux/any", ask: "Why?", minutes: 10, level: .intermediate)
    question.levels = try level(levels.lowerBound)...level(levels.upperBound)
    (question.weak, question.meets, question.strong) = (["w"], ["m"], ["s"])
    func lines(_ demand: Demand?) throws -> [String] {
      let view = QuestionView(PlannedQuestion(question, technologies: []), clock: [], on: demand)
      return try render(view, with: "question.md").split(separator: "\n").map(String.init).filter {
        $0.hasSuffix(":")
      }
    }
    #expect(try lines(demand) == headings)
    #expect(try lines(nil) == ["A weak answer:", "An answer that meets the level:", "A strong answer:"])
  }

  @Test("no role, no target: the levels alone")
  func none() throws {
    let view = try view(2...4, target: nil)
    #expect(view.standing.fit == nil)
    #expect(try text(view).contains("Level 2 or lower:") && text(view).contains("Level 3:"))
  }

  @Test(
    "the steps of an exercise go by the levels that most of what it rates has, and by one target or none",
    arguments: [
      ([(2...4, 4), (2...4, 4)], 4, "s"), ([(2...4, 4), (2...4, 3)], nil, "s"),
      ([(2...4, 3), (2...4, 3), (3...5, 5)], 3, "m"), ([(2...4, 3), (2...4, 2)], nil, "m"), ([], nil, "m"),
    ] as [([(ClosedRange<Int>, Int)], Int?, String)])
  func steps(ratings: [(ClosedRange<Int>, Int)], target: Int?, heard: String) throws {
    let steps = StandingLevelsView(
      ofSteps: try ratings.map { try view($0, target: $1).standing })
    #expect(steps.range == (try level(2))...(try level(4)))
    #expect(steps.target?.rawValue == target)
    #expect(steps.atTarget(meets: ["m"], strong: ["s"]) == [heard])
    #expect(steps.atTarget(meets: ["m"], strong: []) == ["m"])
    #expect(steps.atTarget(meets: [], strong: ["s"]) == ["s"])
  }

  @Test(
    "what an exercise shows besides is rated by signs of its kind, and by its own where it is made for it")
  func besides() throws {
    let library = try RealRubrics.library()
    let form = try #require(try library.exercise("names-that-fail")).form(seed: nil)
    func standings(_ id: String) throws -> ExerciseRatingView? {
      let competency = try #require(try library.competency(id))
      let wanted = RoleCompetency(id: id, importance: .required, target: .intermediate)
      let demand = Demand(alternatives: [wanted], competencies: [competency], along: [])
      return RatingView.standings(of: demand, in: form)
    }
    let own = try #require(form.exercise.rates.first)
    #expect(try standings(own.id)?.rating.strong == own.strong)
    let besides = try #require(try library.competency("troubleshooting")?.signs(in: .drill))
    #expect(try standings("troubleshooting")?.rating.strong == besides.strong)
    #expect(try standings("mentorship") == nil)
  }
}
