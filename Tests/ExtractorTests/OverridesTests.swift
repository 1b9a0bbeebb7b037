import Diagnostics
import Rubric
import TestSupport
import Testing
import YAML

@testable import Extractor

@Suite("Overrides")
struct OverridesTests {
  @Test("a file that says nothing changes nothing", arguments: 0..<60)
  func empty(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = RandomPosting.make(&random)
    guard let plain = try? OwnLibrary.extract(text) else { return }
    for file in ["{}", "not: []", "is: null\nnot: null"] {
      #expect(try Self.extract(text, file).role == plain.role)
    }
  }

  @Test("what is ruled out anywhere is not asked for, and all else stays", arguments: 0..<60)
  func ruledOut(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = RandomPosting.make(&random)
    guard let plain = try? OwnLibrary.extract(text).role else { return }
    for competency in plain.competencies {
      let extraction = try Self.extract(text, "not: [{id: \(competency.id), reason: x}]")
      #expect(extraction.findings.filter { $0.rule == "unmatched-override" }.isEmpty)
      #expect(
        Set(extraction.role.competencies.map(\.id))
          == Set(plain.competencies.map(\.id)).subtracting([competency.id]))
      #expect(extraction.role.ruledOut.map(\.evidence) == [competency.evidence])
      Quotations.check(extraction)
    }
  }

  @Test("a role with overrides reads back the same, and quotes the file", arguments: 0..<40)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = RandomPosting.make(&random) + "\n\nHerd the schedulers\n"
    let file = """
      not: [{id: go, reason: "no: it is not"}]
      is: [{id: databases, importance: required, any_of: A, words: herd the SCHEDULERS, reason: "it is"}]
      """
    guard let extraction = try? Self.extract(text, file) else { return }
    Quotations.check(extraction)
    let databases = try #require(extraction.role.competencies.first { $0.id == "databases" })
    #expect(databases.override == "it is" && databases.evidence.first?.quote == "Herd the schedulers")
    for text in [YAMLWriter.text(extraction.role.document), JSONWriter.text(extraction.role.document)] {
      #expect(try RoleDefinition(from: SourceText(name: "role.yaml", text: text)) == extraction.role)
    }
  }

  private static let posting = """
    # Senior Engineer

    ## Requirements

    - Go or Python in production
    - Ideally Kubernetes
    - Keeps the pigeons of
      the harbour calm

    ## What you'll do

    - Run Kubernetes
    """

  @Test("only what stands at the words, or on the line, is ruled out")
  func places() throws {
    let byWords = try Self.extract(
      Self.posting, "not: [{id: kubernetes, words: Ideally kubernetes, reason: x}]")
    let byLine = try Self.extract(Self.posting, "not: [{id: kubernetes, line: 6, reason: x}]")
    #expect(byWords.role == byLine.role)
    let kubernetes = try #require(byLine.role.competencies.first { $0.id == "kubernetes" })
    #expect(kubernetes.importance == .duty && kubernetes.evidence.map(\.line) == [12])
    #expect(byLine.role.ruledOut.first?.evidence.map(\.line) == [6])
    #expect(byLine.role.unmapped.map(\.line) == [6, 7])
  }

  @Test("of two alternatives, the one that is left is asked for by itself")
  func alternatives() throws {
    let role = try Self.extract(Self.posting, "not: [{id: python, reason: x}]").role
    #expect(role.competencies.first { $0.id == "go" }?.anyOf == nil)
  }

  @Test("what is stated has the importance, the letter and the target of its entry")
  func stated() throws {
    let extraction = try Self.extract(
      Self.posting,
      """
      is:
        - {id: rust, importance: required, any_of: A, words: in production, reason: r}
        - {id: kubernetes, importance: required, target: 5, words: Run Kubernetes, reason: k}
        - {id: collaboration, importance: preferred, words: the pigeons of the harbour, reason: p}
      """)
    let role = extraction.role
    #expect(extraction.findings.isEmpty)
    #expect(Set(role.competencies.filter { $0.anyOf == "A" }.map(\.id)) == ["go", "python", "rust"])
    let kubernetes = try #require(role.competencies.first { $0.id == "kubernetes" })
    #expect(kubernetes.importance == .required && kubernetes.target == .expert && kubernetes.override == "k")
    #expect(kubernetes.evidence.map(\.line) == [12, 6])
    let collaboration = try #require(role.competencies.first { $0.id == "collaboration" })
    #expect(collaboration.target == .advanced && collaboration.importance == .preferred)
    #expect(
      collaboration.evidence == [
        Evidence(
          line: 7, column: 9, section: "required", quote: "the pigeons of\n  the harbour",
          text: "the pigeons of the harbour")
      ])
    #expect(role.unmapped.isEmpty)
    #expect(abs(role.competencies.map(\.weight).reduce(0, +) - 1) < 0.01)
  }

  @Test("a letter that nothing else bears is a warning")
  func loneLetter() throws {
    let findings = try Self.extract(
      Self.posting, "is: [{id: rust, importance: required, any_of: B, words: in production, reason: r}]"
    ).findings
    #expect(findings.map(\.rule) == ["unmatched-override"])
    #expect(findings.first?.severity == .warning)
  }

  @Test("long postings and long files of overrides take no long time")
  func hostile() throws {
    let text = "# Requirements\n" + String(repeating: "Go or Python, a a a a a a a. ", count: 10_000)
    let phrase = String(repeating: "a ", count: 3_000)
    let denials = (0..<200).map { "- {id: go, words: \"\(phrase)\($0)\", line: \($0 + 1), reason: x}\n" }
    let file = "not:\n" + denials.joined() + "is: [{id: rust, importance: duty, words: a a a a, reason: x}]\n"
    let extraction = try Self.extract(text, file)
    #expect(extraction.findings.count == Findings.maximum + 1)
    #expect(try Self.extract(text, "not: [{id: go, words: Go, line: 2, reason: x}]").role.ruledOut.count == 1)
  }

  @Test("random files are read or refused", arguments: 0..<200)
  func random(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "not:", "is:", "\n", "  - ", "{", "}", "[", "]", "id: go", "reason: x", "words: Go", "line: 5", ", ",
      "\"",
      "importance: duty", "any_of: A", "\u{0}", "&a", "*a", "<<: x",
    ]
    let text = (0..<random.next() % 30).map { _ in random.pick(parts) }.joined()
    guard let overrides = try? Overrides(from: SourceText(name: "o.yaml", text: text)) else { return }
    _ = try? OwnLibrary.extractor().extract(
      from: SourceText(name: "p.md", text: Self.posting), overrides: overrides)
  }

  private static func extract(_ text: String, _ file: String) throws -> Extraction {
    try OwnLibrary.extractor().extract(
      from: SourceText(name: "posting.md", text: text),
      overrides: try Overrides(from: SourceText(name: "posting.overrides.yaml", text: file)))
  }
}
