import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

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
    #expect(abs(diff.similarity - 0.7 / 1.3) < 1e-12)
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
    #expect(RoleDiff(from: role([("a", 0), ("b", 0)]), to: role([("b", 0)])).similarity == 0.5 / 1.5)
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
