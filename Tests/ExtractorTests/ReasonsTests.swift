import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

@testable import Extractor

@Suite("Why a competency was found or not")
struct ReasonsTests {
  @Test(
    "every rule that rejects words is told",
    arguments: [
      ("go", "Our go-to-market team", Reasoning.Rejection.excluded, "go"),
      ("on-call", "Emergencies in the harbour", .lonely, "Emergencies"),
      ("on-call", "No on-call for you", .void, "on-call"),
      ("kubernetes", "Our customers run Kubernetes", .void, "Kubernetes"),
      ("kubernetes", "You know Kubernettes", .spelling, "Kubernettes"),
      ("rust", "A RuSt belt", .capitals, "RuSt"),
    ])
  func rejections(id: String, item: String, rejection: Reasoning.Rejection, words: String) throws {
    let reasoning = try Self.reasons(id, "# Requirements\n\n- \(item)\n")
    #expect(reasoning.demand == nil && reasoning.claims.isEmpty && reasoning.target == nil)
    #expect(reasoning.misses.map(\.rejection) == [rejection])
    #expect(reasoning.misses.map(\.mark.words) == [words])
    #expect(reasoning.misses.first?.term != nil && !reasoning.terms.isEmpty)
  }

  @Test("headings and sections that state nothing are told, with what opened the section")
  func sections() throws {
    let text = """
      # Kubernetes Engineer

      ## About us

      We live on Kubernetes.

      ## Benefits

      - Kubernetes lessons
      """
    let misses = try Self.reasons("kubernetes", text).misses
    #expect(misses.map(\.rejection) == [.heading, .person, .section])
    #expect(misses.map(\.section.heading?.words) == ["Kubernetes Engineer", "About us", "Benefits"])
    #expect(
      misses.map(\.mark.range.start) == [
        Place(line: 1, column: 3), Place(line: 5, column: 12), Place(line: 9, column: 3),
      ])
  }

  @Test("a longer term of another competency is named")
  func hidden() throws {
    let library = try OwnLibrary.library()
    var found = false
    for id in library.competencyIDs where !found {
      let text =
        "# Requirements\n\n- Linux kernel development, Docker Swarm, network security, SQL injection\n"
      for miss in try Self.reasons(id, text).misses where miss.rejection == .hidden {
        #expect(miss.competency != nil && miss.by != nil)
        found = true
      }
    }
    #expect(found)
  }

  @Test("term, rules, section, modality, level and alternatives of a place")
  func claim() throws {
    let text = "## What you'll do\n\n- You must have a deep command of Go or Python\n"
    let reasoning = try Self.reasons("go", text)
    let claim = try #require(reasoning.claims.first)
    #expect(claim.term.map { "\($0.text) \($0.file)" } == "Go Rubrics/competencies/languages/go.yaml")
    let line = try ProjectFiles.text("Rubrics/competencies/languages/go.yaml").split(
      separator: "\n", omittingEmptySubsequences: false)[(claim.term?.line ?? 1) - 1]
    #expect(line.contains("Go: ["))
    #expect(claim.technology == "Go" && claim.isCaseExact && claim.excludesWords && claim.near == nil)
    #expect(claim.section.name == "duties" && claim.section.asks == .duty)
    #expect(claim.importance == .required && claim.modality?.words == "You must")
    #expect(claim.level?.level == .advanced && claim.level?.mark.words == "deep")
    #expect(claim.group == ["go", "python"] && reasoning.alternatives == ["python"])
    #expect(reasoning.target?.cue?.mark.words == "deep" && reasoning.target?.base != .advanced)
  }

  @Test("the level in what leads to a list")
  func ledLevel() throws {
    let reasoning = try Self.reasons("go", "## Requirements\n\nFamiliarity with:\n\n- Go\n")
    #expect(reasoning.claims.first?.level?.mark.words == "Familiarity")
    #expect(reasoning.target?.cue?.mark.words == "Familiarity")
  }

  @Test("the words that begin a qualification among the duties")
  func qualification() throws {
    let reasoning = try Self.reasons("go", "## Responsibilities\n\n- Proficiency in Go\n")
    let claim = try #require(reasoning.claims.first)
    #expect(claim.importance == .required && claim.modality?.words == "Proficiency in")
  }

  @Test("the reasons agree with the role, and their words stand in the file", arguments: 0..<40)
  func agreement(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = RandomPosting.make(&random)
    guard let extraction = try? OwnLibrary.extract(text) else { return }
    let lines = LineTable(extraction.posting.source)
    for id in ["kubernetes", "go", "on-call", "python", "rust", "cloud"] {
      let reasoning = try Self.reasons(id, text)
      let demand = extraction.role.competencies.first { $0.id == id }
      #expect(reasoning.demand == demand)
      #expect((demand == nil) == reasoning.claims.isEmpty)
      #expect(reasoning.claims.first?.importance == demand?.importance)
      #expect(reasoning.claims.allSatisfy { $0.term != nil && $0.section.asks != nil })
      #expect(
        reasoning.claims.allSatisfy { $0.importance == $0.section.asks || $0.modality != nil }, "\(text)")
      for mark in reasoning.claims.map(\.mark) + reasoning.misses.map(\.mark) {
        #expect(mark.range.start < mark.range.end && mark.range.end.line <= lines.count)
      }
    }
  }

  @Test(
    "floods of words are told in a few places",
    arguments: ["Go ", "go-to-market ", "Kubernettes ", "RuSt ", "no on-call. ", "Go or ", "escalation. "])
  func flood(part: String) throws {
    let text = "# Requirements\n" + String(repeating: part, count: 20_000)
    for id in ["go", "kubernetes", "rust", "on-call"] {
      let reasoning = try Self.reasons(id, text)
      #expect(reasoning.claims.count <= 20 && reasoning.misses.count <= 20)
    }
  }

  @Test("a competency that is not in the library has no reasons")
  func unknown() throws {
    let library = try OwnLibrary.library()
    var competency = try #require(try library.competency("go"))
    competency.id = "golang"
    let source = SourceText(name: "p.md", text: "Go")
    let reasons = try OwnLibrary.extractor().reasons(for: competency, in: source, library: library)
    #expect(reasons?.reasoning.id == nil)
  }

  private static func reasons(_ id: String, _ text: String) throws -> Reasoning {
    let library = try OwnLibrary.library()
    let competency = try #require(try library.competency(id))
    let reasons = try OwnLibrary.extractor().reasons(
      for: competency, in: SourceText(name: "posting.md", text: text), library: library)
    return try #require(reasons).reasoning
  }
}
