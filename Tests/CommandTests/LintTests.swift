import TestSupport
import Testing

@Suite("rolewright lint")
struct LintTests {
  @Test("the built-in library, the examples' own rubrics and the example postings are clean")
  func clean() throws {
    #expect(try Rolewright.run(["lint"]) == Rolewright.Outcome(status: 0))
    #expect(try Rolewright.run(["lint", "--rubrics", "Rubrics"]).status == 0)
    #expect(try Rolewright.run(["lint", "--rubrics", "Examples/rubrics"]).status == 0)
    let postings = ProjectFiles.list("Examples/postings").map { "Examples/postings/\($0)" }
    #expect(postings.count >= 3)
    #expect(try Rolewright.run(["lint"] + postings).status == 0)
  }

  @Test("a competency that is not in the library ends with 1, with the nearest spelling")
  func unknownCompetency() throws {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.role.replacing("kubernetes", with: "kubernets"), to: "role.yaml")
    let outcome = try Rolewright.run(["lint", "role.yaml"], in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("role.yaml"))
    #expect(outcome.errors.contains("[unknown-competency]"))
    #expect(outcome.errors.contains("did you mean \"kubernetes\"?"))
  }

  @Test("every fault of a library is shown, not only the first")
  func faultyLibrary() throws {
    let folder = try TemporaryFolder()
    try folder.write("interviews: many\nscreen: []\n", to: "ours/policy.yaml")
    try folder.write("id: coding\nname: Coding\nminuts: 60\n", to: "ours/formats/coding.yaml")
    let outcome = try Rolewright.run(["lint", "--rubrics", "ours"], in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    for word in ["ours/policy.yaml:1:13", "ours/formats/coding.yaml:3:1", "did you mean \"minutes\"?"] {
      #expect(outcome.errors.contains(word), "\(word)")
    }
  }
}
