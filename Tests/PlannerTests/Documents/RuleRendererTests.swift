import Diagnostics
import Rubric
import Testing

@testable import Planner

@Suite struct RuleRendererTests {
  private func renderer() throws -> RuleRenderer { try RuleRenderer(templates: try Repository.templates()) }

  @Test func everyRuleIsExplainedAndListed() throws {
    let library = try RealRubrics.library()
    let rules = try library.ruleIDs.map { try #require(try library.rule($0)) }
    let renderer = try renderer()
    for rule in rules {
      let text = renderer.text(rule)
      #expect(text.hasPrefix(rule.id) && text.hasSuffix("\n") && !text.contains("\n\n\n"), "\(rule.id)")
      #expect(rule.reason.map { text.contains("\nWhy\n  " + $0) } ?? !text.contains("\nWhy\n"), "\(rule.id)")
    }
    let list = renderer.list(rules)
    #expect(list == rules.map { "\($0.id)  \($0.meaning)\n" }.joined())
  }

  @Test func hostileWordsOfACompanysRuleStayWords() throws {
    let source = SourceText(
      name: "x.yaml",
      text: """
        id: x
        meaning: "a\\e[31m\\nWhy  b\\u202e"
        remedy: "{{id}} & <b>"
        examples: {bad: ["k: 1\\n\\tx\\u0007\\n"], good: ["k: 2"]}

        """)
    let rule = try #require(try RubricLibrary([("rules/x.yaml", source)]).rule("x"))
    #expect(
      try renderer().text(rule) == """
        x

          a[31m Why b

        What to do
          {{id}} & <b>

        Breaks the rule
            k: 1
                x

        Keeps the rule
            k: 2

        """)
    #expect(try renderer().list([rule]) == "x  a[31m Why b\n")
  }

  @Test func missingTemplateIsNamed() throws {
    let error = #expect(throws: InvalidInput.self) {
      try RuleRenderer(templates: try Repository.templates().filter { !$0.name.hasPrefix("rule") })
    }
    #expect(
      error?.findings.map(\.message) == [
        "there is no template \"rule-list.txt\"", "there is no template \"rule.txt\"",
      ])
  }
}
