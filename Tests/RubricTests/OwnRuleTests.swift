import Diagnostics
import Rubric
import Testing

/// What a company may say about rules with files of its own.
@Suite("A company's own rules")
struct OwnRuleTests {
  @Test("a list of phrases is a rule, under a name of its own")
  func phrases() throws {
    let rule = """
      id: our-words
      meaning: We do not say this of people.
      remedy: Say what they do.
      texts: [definition, anchors]
      phrases:
        - words: [rockstar, code monkey]
          unless: [rockstar energy]
          note: it is on our list
          instead: name the work

      """
    let files = SmallLibrary.replacing(
      "Writes programs.", by: "Is a code-monkey, no less.", in: "programming")
    let findings = check(files, rule)
    #expect(
      FindingPrinter().text(findings) == """
        competencies/languages/programming.yaml:4:18: warning: we do not say this of people [our-words]
          |
        4 | definition: Is a code-monkey, no less.
          |                  ^~~~~~~~~~~
          = note: it is on our list
          = help: name the work

        1 warning

        """)
    let hidden = SmallLibrary.replacing("Writes programs.", by: "Drinks Rockstar Energy.", in: "programming")
    #expect(check(hidden, rule) == [])
    #expect(
      check(files, rule.replacing("    instead: name the work\n", with: "")).first?.help == "say what they do"
    )
  }

  @Test("a rule of the library matters as much as the company says", arguments: FindingRule.Level.allCases)
  func severity(level: FindingRule.Level) throws {
    let files = SmallLibrary.replacing("levels: 2-5", by: "levels: 3-4", in: "programming")
    #expect(check(files).map(\.severity) == [.warning, .warning])
    let rule = "id: uncovered-level\nmeaning: M.\nremedy: Write one.\nseverity: \(level.rawValue)\n"
    let findings = check(files, rule)
    let expected = Severity(rawValue: level.rawValue).map { [$0, $0] } ?? []
    #expect(findings.map(\.severity) == expected)
    #expect(findings.allSatisfy { $0.help == "write one" })
  }

  @Test("a rule that is off is off for files that come before it as well")
  func off() {
    let files = SmallLibrary.files + [SmallLibrary.file("aside/x.yaml", "a: 1\n")]
    #expect(check(files).map(\.rule) == ["unknown-file"])
    #expect(check(files, "id: unknown-file\nmeaning: M.\nremedy: R.\nseverity: off\n") == [])
  }

  @Test("phrases replace those of the rule of that name")
  func replaced() throws {
    let rule = """
      id: yes-no-question
      meaning: M.
      remedy: R.
      phrases: [{words: [why]}]

      """
    let files = SmallLibrary.replacing(
      "Review this {language} code.", by: "Why {language}?", in: "programming")
    #expect(check(files) == [])
    #expect(check(files, rule).map(\.rule) == ["yes-no-question"])
  }

  @Test("a faulty rule is named with its fault, and is not applied")
  func faulty() throws {
    let findings = check(SmallLibrary.files, "id: our-words\nmeaning: M.\nremedy: R.\ntexts: [ankors]\n")
    #expect(findings.map(\.message).first?.hasPrefix("unknown text \"ankors\"; expected one of") == true)
    #expect(findings.first?.help == "did you mean \"anchors\"?")
  }

  private func check(_ files: [(path: String, source: SourceText)], _ rule: String? = nil) -> [Finding] {
    guard let rule else { return RubricLibrary(files).check() }
    let id = rule.dropFirst("id: ".count).prefix { $0 != "\n" }
    return RubricLibrary(files).overlaid(by: [SmallLibrary.file("rules/\(id).yaml", rule)]).check()
  }
}
