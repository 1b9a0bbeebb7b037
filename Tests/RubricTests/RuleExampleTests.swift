import Diagnostics
import Rubric
import TestSupport
import Testing

/// The examples of every rule in `Rubrics/rules`, each laid over a sound competency.
@Suite("The examples of rules")
struct RuleExampleTests {
  private static let rules = Result { try OwnRubrics.rules() }

  @Test("there is nothing to find where no example is laid over")
  func skeleton() throws {
    for parts in 1...3 {
      #expect(try text(String(repeating: "---\n", count: parts - 1)) == "")
    }
  }

  @Test("what is to break a rule breaks it, and what is to keep it does")
  func examples() throws {
    for rule in try Self.rules.get() {
      for example in rule.broken {
        #expect(try findings(example).contains { $0.rule == rule.id }, "\(rule.id):\n\(example)")
      }
      for example in rule.kept {
        #expect(try findings(example).filter { $0.rule == rule.id } == [], "\(rule.id):\n\(example)")
      }
    }
  }

  @Test("what keeps a rule breaks no other")
  func sound() throws {
    for rule in try Self.rules.get() {
      for example in rule.kept { #expect(try text(example) == "", "\(rule.id):\n\(example)") }
    }
  }

  @Test("a rule that looks for words shows what it means")
  func phrases() throws {
    let rules = try Self.rules.get()
    // Rules on notes have sentences, which NoteRulesTests try.
    let ofNotes = ["protected-note", "judgement-only"]
    #expect(
      rules.filter { !$0.phrases.isEmpty && $0.broken.isEmpty && !ofNotes.contains($0.id) }.map(\.id) == [])
    #expect(rules.filter { !$0.phrases.isEmpty }.count >= 7)
    #expect(rules.filter { !$0.broken.isEmpty }.count >= 30)
  }

  private func text(_ example: String) throws -> String { FindingPrinter().text(try findings(example)) }

  private func findings(_ example: String) throws -> [Finding] {
    let rules = try OwnRubrics.files().filter { $0.path.hasPrefix("rules/") }
    return RubricLibrary(rules + SampleLibrary.files(with: example)).check()
  }
}

/// A sound library of one competency, with the keys of an example laid over it.
private enum SampleLibrary {
  /// The files of an example. `---` parts the keys of the first competency, `sample`, from those of
  /// further ones, `sample-2` and so on.
  static func files(with example: String) -> [(path: String, source: SourceText)] {
    let patches = example.split(separator: "---\n", omittingEmptySubsequences: false).map(keys)
    let competencies = patches.enumerated().map { index, patch in
      let id = index == 0 ? "sample" : "sample-\(index + 1)"
      return SmallLibrary.file("competencies/operations/\(id).yaml", text(of: id, under: patch))
    }
    return competencies + SmallLibrary.files.filter { !$0.path.hasPrefix("competencies/") }
  }

  private static func text(of id: String, under patch: [(key: Substring, text: String)]) -> String {
    let laidOver = Set(patch.map(\.key))
    let kept = keys(of: skeleton(id)[...]).filter { !laidOver.contains($0.key) }
    return (kept + patch).map(\.text).joined()
  }

  /// The keys at the left margin, each with all that belongs to it.
  private static func keys(of text: Substring) -> [(key: Substring, text: String)] {
    var keys: [(key: Substring, text: String)] = []
    for line in text.split(separator: "\n") {
      if line.first != " " { keys.append((line.prefix { $0 != ":" }, "")) }
      keys[keys.count - 1].text += line + "\n"
    }
    return keys
  }

  private static func skeleton(_ id: String) -> String {
    // No two competencies ask for the same.
    let words = ["who", "what", "where"].map { $0 + id.filter { $0 != "-" } }
    return """
      id: \(id)
      name: Queues
      family: operations
      definition: Keeps queues short.
      levels:
        1: {summary: One., anchors: [Reads a graph.]}
        2: {summary: Two., anchors: [Restarts a consumer.]}
        3: {summary: Three., anchors: [Finds the slow consumer.]}
        4: {summary: Four., anchors: [Sets a limit that producers keep.]}
        5: {summary: Five., anchors: [Retires a broker.]}
      signals:
        - terms: [queues of \(id)]
      questions:
        - {id: \(id)/skeleton, kind: technical, levels: 2-5, minutes: 10,
           ask: \(words.joined(separator: " ")), strong: [Names a limit.], weak: [Names none.]}

      """
  }
}

extension OwnRubrics {
  /// The rules of the project, by id.
  static func rules() throws -> [FindingRule] {
    let library = RubricLibrary(try files())
    return try library.ruleIDs.map { try #require(try library.rule($0)) }
  }
}
