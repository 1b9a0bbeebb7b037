import TestSupport
import Testing

@testable import Planner

/// The assignment of people against trying everything, on small random panels.
@Suite struct PanelOracleTests {
  @Test(arguments: 0..<250) func theSolverAgreesWithTryingEverything(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let problem = PanelProblem.random(using: &random)
    let solver = PanelSolver(problem)
    #expect(solver.isProven)
    #expect(problem.isAllowed(solver.holders))
    #expect(problem.score(solver.holders) == problem.bestByTrying())
  }

  @Test(arguments: 0..<60) func aSearchThatIsCutShortClaimsNothing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let problem = PanelProblem.random(using: &random)
    let solver = PanelSolver(problem, steps: 3)
    let score = problem.score(solver.holders)
    #expect(problem.isAllowed(solver.holders))
    #expect(score <= problem.bestByTrying())
    #expect(!solver.isProven || score == problem.bestByTrying())
  }

  @Test func fortyPeopleWhoAreAlikeGetOneInterviewEachInTheOrderOfTheFile() {
    let all: UInt64 = 1 << 40 - 1
    let problem = PanelProblem(
      sessions: (0..<12).map { .init(load: 90, minutes: 60, demands: [$0, ($0 + 1) % 12], runners: all) },
      demands: (0..<12).map { _ in .init(isRequired: true, able: all) },
      people: (0..<40).map { _ in .init(interviews: .max, minutes: .max) })
    let solver = PanelSolver(problem)
    #expect(solver.isProven)
    #expect(solver.holders == (0..<12).map { $0 })
  }
}

extension PanelProblem {
  /// The score of the best of all assignments.
  fileprivate func bestByTrying() -> PanelScore {
    var best = PanelScore()
    var isFirst = true
    func tryAll(_ holders: [Int?]) {
      guard holders.count < sessions.count else {
        guard isAllowed(holders) else { return }
        let score = score(holders)
        if isFirst || score > best { best = score }
        isFirst = false
        return
      }
      for holder in [nil] + people.indices.map(Optional.some) { tryAll(holders + [holder]) }
    }
    tryAll([])
    return best
  }

  /// At most four interviews, four people and five demands, with limits here and there.
  fileprivate static func random(using random: inout SeededGenerator) -> PanelProblem {
    let people = Int.random(in: 1...4, using: &random)
    let demands = Int.random(in: 1...5, using: &random)
    func someone(_ random: inout SeededGenerator) -> UInt64 {
      .random(in: 0..<(1 << UInt64(people)), using: &random)
    }
    return PanelProblem(
      sessions: (0..<Int.random(in: 1...4, using: &random)).map { _ in
        let minutes = [30, 45, 60].randomElement(using: &random) ?? 60
        let rated = (0..<demands).filter { _ in Bool.random(using: &random) }
        return Session(
          load: minutes + 30, minutes: minutes, demands: rated,
          runners: someone(&random) | someone(&random))
      },
      demands: (0..<demands).map { _ in
        Demand(isRequired: Int.random(in: 0..<3, using: &random) > 0, able: someone(&random))
      },
      people: (0..<people).map { _ in
        Person(
          interviews: [.max, 1, 2].randomElement(using: &random) ?? .max,
          minutes: [.max, .max, 75, 105].randomElement(using: &random) ?? .max)
      })
  }
}
