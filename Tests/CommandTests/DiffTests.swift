import Foundation
import TestSupport
import Testing

@Suite("rolewright diff")
struct DiffTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("a posting does not differ from itself, nor from the role that is read from it")
  func same() throws {
    #expect(try Rolewright.run(["diff", Fixture.posting, Fixture.posting]).status == 0)
    let role = folder.path + "/role.yaml"
    #expect(try Rolewright.run(["extract", Fixture.posting, "-o", role]).status == 0)
    #expect(try Rolewright.run(["diff", Fixture.posting, role]).status == 0)
  }

  @Test("differences end with 1, and are named")
  func different() throws {
    let outcome = try diff(Fixture.role, Fixture.role.replacing("id: go", with: "id: python"))
    #expect(outcome.status == 1)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("\ngo\n") && outcome.output.contains("\npython\n"))
  }

  @Test("what moved and was renumbered is no difference")
  func order() throws {
    let lines = Fixture.role.split(separator: "\n").map(String.init)
    let moved = lines[..<3] + lines[5..<7] + lines[3..<5] + lines[7...]
    #expect(try diff(Fixture.role, moved.joined(separator: "\n") + "\n").status == 0)
  }

  @Test("as JSON it is a list of typed changes")
  func json() throws {
    let outcome = try diff(
      Fixture.role, Fixture.role.replacing("level: mid", with: "level: senior"), "--format", "json")
    #expect(outcome.status == 1)
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(document != nil)
  }

  private func diff(_ a: String, _ b: String, _ more: String...) throws -> Rolewright.Outcome {
    try folder.write(a, to: "a.yaml")
    try folder.write(b, to: "b.yaml")
    return try Rolewright.run(["diff", "a.yaml", "b.yaml"] + more, in: folder.path)
  }
}
