import Diagnostics
import Rubric
import Testing
import YAML

@Suite("Merges of role files")
struct RoleFileMergeTests {
  private static func versions(_ seed: UInt64) -> [RoleDefinition] {
    var random = RandomRole(seed: seed)
    let base = random.role()
    return [base, random.edited(base), random.edited(base)]
  }

  private static func source(_ role: RoleDefinition) -> SourceText {
    SourceText(name: "role.yaml", text: YAMLWriter.text(role.document))
  }

  private func merge(
    _ base: RoleDefinition, _ ours: RoleDefinition, _ theirs: RoleDefinition
  ) throws -> FileMerge.Outcome {
    try RoleFileMerge(base: Self.source(base), ours: Self.source(ours), theirs: Self.source(theirs)).merge(
      marks: 7, names: ("ours", "theirs"))
  }

  @Test("what one side left alone is as the other has it, to the byte", arguments: 0..<200 as Range<UInt64>)
  func laws(seed: UInt64) throws {
    let roles = Self.versions(seed)
    for (ours, theirs) in [(roles[0], roles[1]), (roles[1], roles[0]), (roles[1], roles[1])] {
      let outcome = try merge(roles[0], ours, theirs)
      #expect(outcome.conflicts.isEmpty)
      #expect(outcome.text.text == Self.source(roles[1]).text)
    }
  }

  @Test(
    "without a conflict both orders mean the same role; with one, nobody can read the file",
    arguments: 0..<400 as Range<UInt64>)
  func orders(seed: UInt64) throws {
    let roles = Self.versions(seed)
    let here = try merge(roles[0], roles[1], roles[2])
    let there = try merge(roles[0], roles[2], roles[1])
    #expect(here.conflicts.count == there.conflicts.count)
    guard here.conflicts.isEmpty else {
      #expect(throws: InvalidInput.self) { try RoleDefinition(from: here.text) }
      #expect(throws: InvalidInput.self) { try RoleDefinition(from: there.text) }
      return
    }
    let merged = (try RoleDefinition(from: here.text), try RoleDefinition(from: there.text))
    let ids = (merged.0.competencies.map(\.id).sorted(), merged.1.competencies.map(\.id).sorted())
    #expect(ids.0 == ids.1)
    let kinds = RoleDiff(from: merged.0, to: merged.1).changes.map(\.kind).filter { $0 != .fact }
    #expect(kinds == [])
  }

  @Test("random versions both meet and miss each other")
  func variety() throws {
    let conflicts = try (0..<400 as Range<UInt64>).map { seed in
      let roles = Self.versions(seed)
      return try merge(roles[0], roles[1], roles[2]).conflicts.count
    }
    #expect(conflicts.count { $0 > 0 } > 40 && conflicts.count { $0 == 0 } > 20)
  }
}
