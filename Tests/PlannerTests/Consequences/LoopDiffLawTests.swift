import Rubric
import TestSupport
import Testing

@testable import Planner

/// Laws of `LoopDiff` over random roles and the built-in library.
@Suite("What a change does to a loop, as laws")
struct LoopDiffLawTests {
  private static let library = Result { try RealRubrics.library() }
  private static let ids = [
    "go", "python", "rust", "kubernetes", "linux", "on-call", "observability", "cloud", "ci-cd", "testing",
    "reliability", "databases", "networking", "security", "communication", "ownership", "programming",
  ]

  private static func pair(_ seed: UInt64) throws -> (InterviewLoop, InterviewLoop) {
    var random = SeededGenerator(seed: seed)
    let library = try library.get()
    let planner = LoopPlanner(library: library, policy: try library.policy())
    return (try planner.plan(some(&random)), try planner.plan(some(&random)))
  }

  private static func some(_ random: inout SeededGenerator) -> RoleDefinition {
    role(
      ids.filter { _ in !random.once(in: 3) }.map { id in
        RoleCompetency(
          id: id, importance: random.pick(Importance.allCases),
          anyOf: ["go", "python", "rust"].contains(id) && random.once(in: 2) ? "A" : nil,
          target: random.pick([.basic, .intermediate, .advanced]))
      })
  }

  @Test("nothing follows from A to A", arguments: 0..<6)
  func identity(seed: UInt64) throws {
    let (a, _) = try Self.pair(seed)
    #expect(LoopDiff(from: a, to: a).isEmpty)
  }

  @Test("swapped sides reverse", arguments: 0..<12)
  func reversal(seed: UInt64) throws {
    let (a, b) = try Self.pair(seed)
    let (there, back) = (LoopDiff(from: a, to: b), LoopDiff(from: b, to: a))
    #expect(
      Self.pairs(there).sorted()
        == Self.pairs(back).map {
          "\($0.split(separator: ">", omittingEmptySubsequences: false).reversed().joined(separator: ">"))"
        }.sorted())
    for (kind, other) in Self.opposites {
      #expect(there.ratings(kind).count == back.ratings(other).count, "\(kind)")
    }
    #expect(there.tasks.count { $0.kind == .added } == back.tasks.count { $0.kind == .removed })
    #expect(there.tasks.count(where: \.isRechoice) == back.tasks.count(where: \.isRechoice))
    #expect(there.interviews.count { $0.kind == .added } == back.interviews.count { $0.kind == .removed })
    #expect(there.interviews.count { $0.kind == .changed } == back.interviews.count { $0.kind == .changed })
    #expect(there.rechoices == back.rechoices && there.isFelt == back.isFelt)
    #expect(there.candidateMinutes == (back.candidateMinutes.to, back.candidateMinutes.from))
  }

  @Test("counts add up: each demand, interview and task of both loops once", arguments: 0..<12)
  func counts(seed: UInt64) throws {
    let (a, b) = try Self.pair(seed)
    let diff = LoopDiff(from: a, to: b)
    #expect(diff.ratings.compactMap { $0.from?.demand.id }.sorted() == a.coverage.map(\.demand.id).sorted())
    #expect(diff.ratings.compactMap { $0.to?.demand.id } == b.coverage.map(\.demand.id))
    #expect(diff.interviews.compactMap { $0.from?.number }.sorted() == a.interviews.map(\.number))
    #expect(diff.interviews.compactMap { $0.to?.number } == b.interviews.map(\.number))
    #expect(diff.tasks.count { $0.kind != .added } == a.tasks.count)
    #expect(diff.tasks.count { $0.kind != .removed } == b.tasks.count)
    #expect(DemandChange.Kind.allCases.map { diff.ratings($0).count }.reduce(0, +) == diff.ratings.count)
  }

  private static func pairs(_ diff: LoopDiff) -> [String] {
    diff.ratings.map { "\($0.from?.demand.id ?? "")>\($0.to?.demand.id ?? "")" }
      + diff.interviews.map {
        "\($0.from.map { "\($0.number)" } ?? "")>\($0.to.map { "\($0.number)" } ?? "")"
      }
  }

  private static let opposites: [(DemandChange.Kind, DemandChange.Kind)] = [
    (.lost, .covered), (.ratedAnew, .dropped), (.unratedAnew, .droppedUnrated), (.kept, .kept),
    (.unrated, .unrated),
  ]
}
