import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Rubric

@Suite("What changed between two roles")
struct RoleDiffTests {
  @Test("a role does not differ from itself", arguments: 0..<100)
  func identity(seed: UInt64) {
    var generator = RandomRole(seed: seed)
    let role = generator.role()
    let diff = RoleDiff(from: role, to: role)
    #expect(diff.isEmpty, "\(diff.changes)")
    #expect(diff.similarity == 1)
    #expect(diff.summary.counts.isEmpty)
  }

  @Test("from A to B is from B to A reversed", arguments: 0..<200)
  func symmetry(seed: UInt64) {
    var generator = RandomRole(seed: seed)
    let a = generator.role()
    let b = generator.edited(a)
    let (there, back) = (RoleDiff(from: a, to: b), RoleDiff(from: b, to: a))
    #expect(there.changes.map(\.reversed).sorted() == back.changes)
    #expect(there.similarity == back.similarity)
    #expect((0...1).contains(there.similarity))
    #expect(there.summary.count(.more) == back.summary.count(.less))
    #expect(there.summary.furtherRequired == -back.summary.furtherRequired)
    #expect(there.summary.furtherYears == -back.summary.furtherYears)
  }

  @Test("order, moved lines, letters and the source never matter", arguments: 0..<200)
  func order(seed: UInt64) {
    var generator = RandomRole(seed: seed)
    let a = generator.role()
    let b = generator.edited(a)
    #expect(RoleDiff(from: a, to: generator.shuffled(a)).isEmpty)
    let (plain, shuffled) = (
      RoleDiff(from: a, to: b), RoleDiff(from: generator.shuffled(a), to: generator.shuffled(b))
    )
    #expect(plain.changes.map(Self.subject) == shuffled.changes.map(Self.subject))
    #expect(plain.similarity == shuffled.similarity)
    #expect(plain.summary == shuffled.summary)
  }

  @Test("every kind of change, word for word")
  func golden() throws {
    let diff = RoleDiff(from: try role("before"), to: try role("after"))
    let path = "Tests/RubricTests/Golden/role-diff/diff.yaml"
    let output = YAMLWriter.text(diff.document)
    #expect(output == (try Golden.expected(path, recording: output)))
    #expect(Set(diff.changes.map(\.kind)) == Set(RoleChange.Kind.allCases))
  }

  @Test("weights that move because a competency was added are no change")
  func sharedWeights() {
    let a = role([("a", 0), ("b", 0), ("c", 0)])
    #expect(
      RoleDiff(from: a, to: role([("a", 0), ("b", 0), ("c", 0), ("d", 0)])).changes.map(\.kind) == [
        .competencyAdded
      ])
  }

  @Test("a weight of one's own is a change, and what it leaves to the others is none")
  func ownWeight() {
    let a = role([("a", 0), ("b", 0), ("c", 0), ("d", 0)])
    let b = role([("a", 0.55), ("b", 0), ("c", 0), ("d", 0)])
    let diff = RoleDiff(from: a, to: b)
    #expect(diff.changes.map(\.competencies) == [["a"]])
    #expect(diff.changes.map(\.kind) == [.weight])
    // The weight departs from the others by 0.55 / 0.15.
    #expect(abs(diff.similarity - 4 / (0.55 / 0.15 + 3)) < 1e-12)
    let c = role([("a", 0.55), ("b", 0), ("c", 0), ("d", 0), ("e", 0)])
    #expect(RoleDiff(from: b, to: c).changes.map(\.kind) == [.competencyAdded])
  }

  @Test("alternatives are compared by their members")
  func alternatives() {
    func kinds(_ a: [String: String], _ b: [String: String]) -> [RoleChange.Kind] {
      RoleDiff(from: grouped(a), to: grouped(b)).changes.map(\.kind)
    }
    #expect(kinds(["go": "a", "rust": "a"], ["go": "b", "rust": "b"]) == [])
    #expect(kinds([:], ["go": "a", "rust": "a"]) == [.alternativesFormed])
    #expect(kinds(["go": "a", "rust": "a"], [:]) == [.alternativesDissolved])
    #expect(
      kinds(["go": "a", "rust": "a"], ["go": "a", "rust": "a", "java": "a"]) == [.alternativesWidened])
    #expect(
      kinds(["go": "a", "rust": "a", "java": "a"], ["go": "a", "java": "a"]) == [.alternativesNarrowed])
    #expect(kinds(["go": "a", "rust": "a"], ["go": "a", "java": "a"]) == [.alternativesExchanged])
    #expect(kinds(["go": "a"], ["go": "b", "rust": "c"]) == [])
    #expect(
      kinds(
        ["go": "a", "rust": "a", "java": "a", "c": "a"], ["go": "a", "rust": "a", "java": "b", "c": "b"])
        == [.alternativesFormed, .alternativesNarrowed])
  }

  @Test("what no competency covers is compared by its words")
  func unmapped() {
    func role(_ quotes: [String]) -> RoleDefinition {
      RoleDefinition(
        title: "T",
        unmapped: quotes.enumerated().map {
          Evidence(line: $0 + 1, column: 1, section: "required", quote: $1)
        })
    }
    #expect(
      RoleDiff(from: role(["A degree, in CS"]), to: role(["Other words", "a DEGREE in cs."])).changes.count
        == 1)
    #expect(
      RoleDiff(from: role(["C"]), to: role(["C++"])).changes.map(\.kind) == [
        .unmappedAdded, .unmappedRemoved,
      ])
  }

  @Test("roles without demands are alike, and roles with nothing in common are not")
  func similarity() {
    #expect(RoleDiff(from: role([]), to: role([])).similarity == 1)
    #expect(RoleDiff(from: role([]), to: role([("a", 0)])).similarity == 0)
    #expect(RoleDiff(from: role([("a", 0)]), to: role([("b", 0)])).similarity == 0)
    #expect(RoleDiff(from: role([("a", 0), ("b", 0)]), to: role([("b", 0)])).similarity == 0.5)
  }

  @Test("importance and target count for the similarity, technologies do not")
  func similarityOfDemands() {
    func similarity(_ edit: (inout RoleCompetency) -> Void) -> Double {
      var b = role([("a", 0)])
      edit(&b.competencies[0])
      return RoleDiff(from: role([("a", 0)]), to: b).similarity
    }
    #expect(similarity { $0.target = .basic } == 2.0 / 3)
    #expect(similarity { $0.importance = .preferred } == 0.5)
    #expect(similarity { ($0.importance, $0.target) = (.duty, .basic) } == 2.0 / 12)
    #expect(similarity { $0.technologies = ["Go"] } == 1)
  }

  @Test("a change counts by its consequence, and what belongs together is told as one")
  func entries() {
    let a = RoleDefinition(
      title: "T", minYears: 2,
      competencies: [
        RoleCompetency(id: "go", importance: .required, anyOf: "a"),
        RoleCompetency(id: "python", importance: .required, anyOf: "a"),
        RoleCompetency(id: "linux", importance: .duty),
        RoleCompetency(id: "on-call", importance: .duty),
      ])
    let b = RoleDefinition(
      title: "T", minYears: 6,
      competencies: [
        RoleCompetency(id: "go", importance: .required, technologies: ["Go"]),
        RoleCompetency(id: "on-call", importance: .required, target: .advanced),
        RoleCompetency(id: "cloud", importance: .duty),
        RoleCompetency(id: "testing", importance: .required),
      ])
    let diff = RoleDiff(from: a, to: b)
    #expect(
      diff.entries.map(\.subject) == [
        .competency("testing"), .competency("on-call"), .alternatives(["go", "python"]), .fact(.minYears),
        .competency("cloud"), .competency("linux"),
      ])
    #expect(diff.entries.map(\.changes.count) == [1, 2, 2, 1, 1, 1])
    #expect(
      diff.direction.more == [
        .init(kind: .required, names: ["testing"]),
        .init(kind: .importance, names: ["on-call"], before: "duty", after: "required"),
        .init(kind: .choice, names: ["go", "python"], before: "go or python", after: "go"),
        .init(kind: .years, before: "2", after: "6"),
      ])
    #expect(diff.direction.less == [.init(kind: .minor, count: 1)])
  }

  @Test(
    "pay goes up or down only where nobody can doubt it",
    arguments: [
      (Pay(currency: "EUR", min: 50, max: 70, period: .year), RoleChange.Direction.more),
      (Pay(currency: "EUR", min: 40, max: 70, period: .year), .more),
      (Pay(currency: "EUR", min: 30, max: 60, period: .year), .less),
      (Pay(currency: "EUR", min: 30, max: 70, period: .year), .other),
      (Pay(currency: "USD", min: 50, max: 70, period: .year), .other),
      (Pay(currency: "EUR", min: 50, max: 70, period: .month), .other),
      (Pay(currency: "EUR", min: nil, max: 70, period: .year), .other),
    ])
  func pay(pay: Pay, expected: RoleChange.Direction) {
    let a = RoleDefinition(title: "T", pay: Pay(currency: "EUR", min: 40, max: 60, period: .year))
    let diff = RoleDiff(from: a, to: RoleDefinition(title: "T", pay: pay))
    #expect(diff.direction.pays == expected)
    #expect(diff.changes.map(\.direction) == [.other])
  }

  @Test("stages are told by what came, what went and what is longer")
  func stages() {
    func role(_ stages: [ProcessStage]) -> RoleDefinition {
      RoleDefinition(title: "T", interviewProcess: stages)
    }
    let a = role([.init(name: "Call", minutes: 30), .init(name: "Test"), .init(name: "On site")])
    let b = role([.init(name: "On-site"), .init(name: "call", minutes: 45), .init(name: "Lunch")])
    guard case .fact(let change)? = RoleDiff(from: a, to: b).changes.first, let stages = change.stages else {
      Issue.record("no change of stages")
      return
    }
    #expect(stages.added.map(\.name) == ["Lunch"] && stages.removed.map(\.name) == ["Test"])
    #expect(stages.minutes == [.init(name: "call", from: 30, to: 45)] && stages.isReordered)
    #expect(stages.reversed.removed.map(\.name) == ["Lunch"])
  }

  @Test("other words for the same are no change, but are noted")
  func rewordings() {
    func role(_ quote: String, _ target: ProficiencyLevel = .intermediate) -> RoleDefinition {
      let evidence = [Evidence(line: 1, column: 1, section: "required", quote: quote)]
      return RoleDefinition(
        title: "T", competencies: [.init(id: "go", importance: .required, target: target, evidence: evidence)]
      )
    }
    let diff = RoleDiff(from: role("Runs Go"), to: role("Writes Go"))
    #expect(diff.isEmpty && diff.rewordings.map(\.to.id) == ["go"])
    #expect(RoleDiff(from: role("Runs Go"), to: role("runs  Go!")).rewordings.isEmpty)
    #expect(RoleDiff(from: role("Runs Go"), to: role("Writes Go", .expert)).rewordings.isEmpty)
  }

  @Test("several roles: what most ask for most comes first")
  func matrix() {
    let matrix = RoleMatrix([
      RoleDefinition(
        title: "A", competencies: [.init(id: "go", importance: .duty), .init(id: "a", importance: .required)]),
      RoleDefinition(title: "B", minYears: 3, competencies: [.init(id: "go", importance: .required)]),
      RoleDefinition(title: "C", competencies: [.init(id: "b", importance: .required, target: .expert)]),
    ])
    #expect(matrix.rows.map(\.id) == ["go", "b", "a"])
    #expect(matrix.rows[0].cells.map { $0?.importance } == [.duty, .required, nil])
    #expect(matrix.facts.map(\.fact) == [.title, .minYears])
    #expect(!matrix.isUniform && RoleMatrix([matrix.roles[0], matrix.roles[0]]).isUniform)
  }

  private static func subject(_ change: RoleChange) -> [String] {
    [change.kind.rawValue, change.direction.rawValue] + change.competencies
  }

  private func role(_ weights: [(String, Double)]) -> RoleDefinition {
    RoleDefinition(
      title: "T", competencies: weights.map { RoleCompetency(id: $0.0, importance: .required, weight: $0.1) })
  }

  private func grouped(_ letters: [String: String]) -> RoleDefinition {
    RoleDefinition(
      title: "T",
      competencies: ["c", "go", "java", "rust"].map {
        RoleCompetency(id: $0, importance: .required, anyOf: letters[$0])
      })
  }

  private func role(_ name: String) throws -> RoleDefinition {
    let path = "Tests/RubricTests/Golden/role-diff/\(name).yaml"
    return try RoleDefinition(from: SourceText(name: path, bytes: try ProjectFiles.bytes(path)))
  }
}
