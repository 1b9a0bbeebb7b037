import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Rubric

@Suite("What notes are searched for")
struct NoteRulesTests {
  private static let rules = Result { try OwnRubrics.rules() }

  private static func rule(_ id: String) throws -> FindingRule {
    try #require(try rules.get().first { $0.id == id })
  }

  @Test("every group of phrases finds what it is to find, and the rule nothing in what is to pass")
  func sentences() throws {
    for rule in try Self.rules.get() where rule.texts.contains(.notes) {
      for (number, group) in rule.phrases.enumerated() {
        #expect(!group.found.isEmpty && !group.passed.isEmpty, "\(group.words)")
        for sentence in group.found {
          #expect(rule.groups(findingIn: sentence).contains(number), "\(sentence)")
        }
        for sentence in group.passed { #expect(rule.groups(findingIn: sentence) == [], "\(sentence)") }
      }
    }
    let note = try Self.rule("protected-note")
    #expect(note.phrases.flatMap(\.found).count >= 80)
    #expect(note.phrases.flatMap(\.passed).count >= 100)
  }

  @Test("every group names the law, and says what to write instead")
  func advice() throws {
    for group in try Self.rule("protected-note").phrases {
      #expect(group.note != nil && group.instead != nil, "\(group.words)")
    }
  }

  @Test("the technical text of the library touches on nothing protected")
  func library() throws {
    let rule = try Self.rule("protected-note")
    let index = PhraseIndex(rule.phrases, sets: rule.sets)
    var count = 0
    for file in try OwnRubrics.files() {
      guard ["competencies/", "exercises/"].contains(where: file.path.hasPrefix) else { continue }
      let table = LineTable(file.source)
      for text in LibraryText.all(of: try YAMLParser.parse(file.source), in: file.source) {
        guard ![.terms, .yes, .no].contains(text.kind) else { continue }
        count += 1
        let hits = WordSearch(text.place, in: file.source, table).hits(of: index)
        #expect(hits.isEmpty, "\(file.path):\(text.place.start.line)")
      }
    }
    #expect(count > 4000)
  }

  @Test(
    "evidence that only judges is told from evidence",
    arguments: [
      ("good", true), ("Strong!", true), ("Nice guy.", true), ("Very good, really strong answer", true),
      ("OK", true),
      ("not great", true), ("hire", true), ("Her answers were excellent.", true),
      ("weak on this topic", true),
      ("His communication skills are good", false), ("Good: drew the queue first.", false),
      ("Strong on DNS", false),
      ("Named the owner.", false), ("Did not know what a mutex is.", false), ("She was late.", false),
      ("", false), ("-", false),
      ("very", false),
      ("Good, then weak, then good, then fine, then bad, then good, then weak again.", false),
      ("Bad block on the disk", false), ("Smart pointers", false), ("Fine-grained locks", false),
      ("5xx", false),
    ])
  func judgements(text: String, isOnlyJudging: Bool) throws {
    #expect(
      try found("judgement-only", in: YAMLWriter.text(.mapping([.init("a", .text(text))]))) == isOnlyJudging)
  }

  private func found(_ id: String, in yaml: String) throws -> Bool {
    let source = SourceText(name: "x", text: yaml)
    var findings = Findings(in: source)
    let node = try #require(try YAMLParser.parse(source)["a"])
    let rules = try ScorecardSamples.rules.get()
    rules.checkEvidence(node, LineTable(source), &findings)
    rules.check(node, LineTable(source), &findings)
    return findings.all.contains { $0.rule == id }
  }

  @Test(
    "a phrase is found where it stands, in each style of YAML",
    arguments: [
      ("a: She is pregnant, he said.\n", 1, 11, 19), ("a: \"She is pregnant\"\n", 1, 12, 20),
      ("a: 'It''s that she is pregnant'\n", 1, 23, 31), ("a: |\n  Strong.\n  She is pregnant.\n", 3, 10, 18),
      ("a: >-\n  She is\n  pregnant.\n", 3, 3, 11), ("a: \"One.\\nShe is pregnant.\"\n", 1, 18, 26),
      ("a: \"tab\\tpregnant\"\n", 1, 10, 18), ("a: \"\\u0070regnant\"\n", 1, 5, 18),
      ("a: Émile is “pregnant”\n", 1, 14, 22),
      ("a: PREGNANT\n", 1, 4, 12), ("a: \u{200B}preg\u{AD}nant\n", 1, 5, 14),
    ])
  func places(yaml: String, line: Int, from: Int, to: Int) throws {
    let source = SourceText(name: "x", text: yaml)
    var findings = Findings(in: source)
    let node = try #require(try YAMLParser.parse(source)["a"])
    try ScorecardSamples.rules.get().check(node, LineTable(source), &findings)
    let places = findings.all.map(\.range)
    #expect(
      places == [
        PlaceRange(start: Place(line: line, column: from), end: Place(line: line, column: to))
      ], "\(places)")
  }

  @Test("words are joined across space and line ends, and not across marks or list items")
  func joined() throws {
    for text in ["maternity leave", "maternity-leave", "maternity\n  leave", "maternity \u{A0}leave"] {
      #expect(try Self.rule("protected-note").groups(findingIn: text).count == 1, "\(text)")
    }
    for text in [
      "sick, leave", "sick. Leave at five", "- was sick\n- leave", "sick/leave", "home sick\n\nleave",
    ] {
      #expect(try Self.rule("protected-note").groups(findingIn: text) == [], "\(text)")
    }
  }

  @Test("what stands near counts within the sentence alone")
  func near() throws {
    let rule = """
      id: ours
      meaning: M.
      remedy: R.
      texts: [notes]
      sets: {who: [he, she]}
      phrases:
        - words: ["{who} {very?} runs"]
          near: [{near}]
          not: [process]

      """
    func found(_ text: String, near: String = "") throws -> Bool {
      let file = SmallLibrary.file(
        "rules/ours.yaml",
        rule.replacing("{near}", with: near)
          .replacing("sets: {who: [he, she]}", with: "sets: {who: [he, she], very: [really]}"))
      return try #require(try RubricLibrary([file]).rule("ours")).groups(findingIn: text) == [0]
    }
    #expect(try found("He runs.") && found("she really runs") && found("The process is slow. He runs."))
    #expect(try !found("He runs the process.") && !found("He runs it:\n  the process") && !found("It runs."))
    #expect(try found("He runs at home.", near: "home") && !found("He runs. At home.", near: "home"))
    #expect(try found("- He runs\n- a process") && found("He runs\n\nA process"))
  }

  @Test("a set that is not there is named, and so are more optional words than can be tried")
  func unknownSet() throws {
    let rule = """
      id: ours
      meaning: M.
      remedy: R.
      texts: [notes]
      sets: {person: [he]}
      phrases:
        - words: ["{persn} runs"]
          unless: ["{person?} {person?} {person?} {person?} {person?} x"]

      """
    let error = #expect(throws: InvalidInput.self) {
      try RubricLibrary([SmallLibrary.file("rules/ours.yaml", rule)]).rule("ours")
    }
    #expect(
      FindingPrinter().text(error?.findings ?? []) == """
        rules/ours.yaml:7:13: error: there is no set of words "persn" [unknown-set]
          |
        7 |   - words: ["{persn} runs"]
          |             ^~~~~~~~~~~~~~
          = help: did you mean "person"?

        rules/ours.yaml:8:14: error: expected at most 4 words that may be left out [too-many]
          |
        8 |     unless: ["{person?} {person?} {person?} {person?} {person?} x"]
          |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

        2 errors

        """)
  }

  @Test("a company's sentences are tried where its rules are checked")
  func ownSentences() throws {
    let rule = """
      id: ours
      meaning: M.
      remedy: R.
      texts: [notes]
      phrases:
        - words: [rockstar]
          unless: [rockstar energy]
          found: [A rockstar., Rockstar energy.]
          passed: [Rockstar energy., Not a rockstar.]

      """
    let findings = RubricLibrary(SmallLibrary.files + [SmallLibrary.file("rules/ours.yaml", rule)]).check()
    #expect(findings.map(\.rule) == ["example-missed", "example-matched"])
    #expect(findings.map(\.range?.start) == [Place(line: 8, column: 26), Place(line: 9, column: 32)])
  }

  @Test("the same again and again is said once, and takes no longer than its length")
  func repeated() throws {
    let text = "a: \"" + String(repeating: "she is pregnant he has three kids ", count: 20_000) + "\"\n"
    let source = SourceText(name: "x", text: text)
    var findings = Findings(in: source)
    let node = try #require(try YAMLParser.parse(source)["a"])
    try ScorecardSamples.rules.get().check(node, LineTable(source), &findings)
    #expect(findings.all.map(\.note).count == 2)
  }
}
