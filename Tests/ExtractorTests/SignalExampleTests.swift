import Diagnostics
import Extractor
import Rubric
import TestSupport
import Testing

@Suite("Signals and their examples")
struct SignalExampleTests {
  @Test("every signal of the project matches what it should, and nothing that it should not")
  func own() throws {
    let findings = try SignalExamples.check(try OwnLibrary.library(), try OwnLibrary.english())
    #expect(FindingPrinter().text(findings) == "")
  }

  @Test("most signals with rules have examples")
  func examples() throws {
    let signals = try OwnLibrary.library().signals().flatMap(\.signals)
    let ruled = signals.filter { !$0.near.isEmpty || !$0.not.isEmpty }
    #expect(ruled.count > 10)
    #expect(ruled.count { !$0.matching.isEmpty } * 10 >= ruled.count * 9)
  }

  @Test("an example that fails is a finding that says why")
  func failing() throws {
    let findings = try SignalExamples.check(RubricLibrary(Self.files), try OwnLibrary.english())
    let output = FindingPrinter().text(findings)
    let golden = "Tests/ExtractorTests/Golden/failing-examples.out"
    #expect(output == (try Golden.expected(golden, recording: output)))
    #expect(findings.count == 7)
  }

  private static let files = [("a", first), ("b", second)].map { id, text in
    let path = "competencies/languages/\(id).yaml"
    return (path: path, source: SourceText(name: path, text: text))
  }

  private static let first = """
    id: a
    name: A
    signals:
      - terms: [alpha]
        not: [alpha male]
        examples:
          "yes":
            - We use alpha here.
            - We use beta here.
            - An alpha male.
            - An alpha particle.
            - There is no on-call, and no alpha.
          "no":
            - An alpha male.
            - The alphas of this world.
      - terms: [gamma, gamma ray]
        near: [burst]
        examples:
          "yes": [A gamma ray burst., A gamma ray.]
          "no": [A gamma ray., A gamma burst.]

    """

  private static let second = """
    id: b
    name: B
    signals:
      - terms: [alpha particle]

    """
}
