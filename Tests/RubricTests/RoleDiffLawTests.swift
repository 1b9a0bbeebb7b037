import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

@Suite("Laws of what changed between two roles")
struct RoleDiffLawTests {
  @Test("applying the changes from A to B to A gives B, but for weights that nobody set", arguments: 0..<300)
  func applying(seed: UInt64) {
    var generator = RandomRole(seed: seed)
    let a = generator.role()
    let b = generator.edited(a)
    let diff = RoleDiff(from: a, to: b)
    let applied = diff.applied(to: a)
    let rest = RoleDiff(from: applied, to: b).changes.filter { $0.kind != .weight }
    #expect(rest.isEmpty, "\(rest)")
    for case .weight(let change) in diff.changes {
      let weight = applied.competencies.first { $0.id == change.to.id }?.weight
      #expect(weight == change.to.weight)
    }
  }

  @Test("where weights are shared, applying the changes from A to B to A gives all of B", arguments: 0..<300)
  func applyingWhole(seed: UInt64) {
    var generator = RandomRole(seed: seed)
    var a = generator.role()
    var b = generator.edited(a)
    for index in a.competencies.indices { a.competencies[index].weight = 0 }
    for index in b.competencies.indices { b.competencies[index].weight = 0 }
    let applied = RoleDiff(from: a, to: b).applied(to: a)
    let rest = RoleDiff(from: applied, to: b)
    #expect(rest.isEmpty, "\(rest.changes)")
    #expect(rest.similarity > 0.999)
  }

  @Test("applying nothing changes nothing that a comparison tells", arguments: 0..<100)
  func applyingNothing(seed: UInt64) {
    var generator = RandomRole(seed: seed)
    let role = generator.role()
    let applied = RoleDiff(from: role, to: role).applied(to: role)
    #expect(RoleDiff(from: role, to: applied).isEmpty)
  }

  @Test("a change and the change back have one consequence, and opposite directions", arguments: 0..<200)
  func reversal(seed: UInt64) {
    var generator = RandomRole(seed: seed)
    let a = generator.role()
    let b = generator.edited(a)
    for change in RoleDiff(from: a, to: b).changes {
      #expect(change.consequence == change.reversed.consequence)
      #expect(change.direction == change.reversed.direction.reversed)
      #expect(change == change.reversed.reversed)
    }
    let (there, back) = (RoleDiff(from: a, to: b), RoleDiff(from: b, to: a))
    #expect(there.direction.more.map(\.kind) == back.direction.less.map(\.kind))
    #expect(there.direction.less.map(\.count) == back.direction.more.map(\.count))
    #expect(there.direction.pays == back.direction.pays.reversed)
    #expect(there.rewordings.map(\.reversed) == back.rewordings)
  }

  @Test("every change is told once, in an entry of its own or of its alternatives", arguments: 0..<200)
  func entries(seed: UInt64) {
    var generator = RandomRole(seed: seed)
    let a = generator.role()
    let diff = RoleDiff(from: a, to: generator.edited(a))
    #expect(diff.entries.flatMap(\.changes).sorted() == diff.changes)
    #expect(diff.entries.map(\.consequence) == diff.entries.map(\.consequence).sorted())
    #expect(diff.changes.map(\.consequence) == diff.changes.map(\.consequence).sorted())
  }

  @Test("capitals, punctuation and spaces of facts and words change nothing", arguments: 0..<100)
  func spaces(seed: UInt64) {
    var generator = RandomRole(seed: seed)
    let a = generator.role()
    var b = a
    b.title = Self.respaced(a.title)
    b.location = a.location.map(Self.respaced)
    for index in b.unmapped.indices { b.unmapped[index].quote = Self.respaced(a.unmapped[index].quote) }
    for index in b.interviewProcess.indices {
      b.interviewProcess[index].name = Self.respaced(a.interviewProcess[index].name)
    }
    for index in b.competencies.indices {
      for line in b.competencies[index].evidence.indices {
        b.competencies[index].evidence[line].quote = Self.respaced(a.competencies[index].evidence[line].quote)
      }
    }
    let diff = RoleDiff(from: a, to: b)
    #expect(diff.isEmpty, "\(diff.changes)")
    #expect(diff.rewordings.isEmpty)
  }

  @Test("comments, the order of keys and the style of YAML change nothing", arguments: 0..<60)
  func comments(seed: UInt64) throws {
    var generator = RandomRole(seed: seed)
    let role = generator.role()
    let plain = YAMLWriter.text(role.document)
    let commented = plain.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("competencies:") || line.hasPrefix("unmapped:") ? "# a note\n\n\(line)" : String(line)
    }
    let read = try RoleDefinition(from: .init(name: "role.yaml", text: commented.joined(separator: "\n")))
    #expect(RoleDiff(from: role, to: read).isEmpty)
    let json = try RoleDefinition(from: .init(name: "role.json", text: JSONWriter.text(role.document)))
    #expect(RoleDiff(from: role, to: json).isEmpty)
  }

  /// The same words with other spaces and in capitals; as it is where it is made of neither letters nor digits.
  private static func respaced(_ text: String) -> String {
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return text }
    return "  "
      + text.uppercased().split(separator: " ", omittingEmptySubsequences: false).joined(separator: "  ")
      + " "
  }
}
