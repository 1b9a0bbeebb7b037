import ArgumentParser
import Diagnostics
import Planner
import Rubric

/// `rolewright explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule of findings.",
    discussion: """
      Says what a finding of the rule means, why there is such a rule and what to do, with the words \
      that it looks for and with examples that break and keep it. Without a rule, lists all rules. \
      With --rubrics, your own rules are among them.
      """)

  @Argument(help: "The rule, as it stands in brackets behind a finding.")
  var rule: String?

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try reportingFailure {
      let library = try options.uncheckedLibrary()
      let renderer = try RuleRenderer(templates: try options.templateSources())
      if let rule {
        Terminal.write(Terminal.page(renderer.text(try Self.rule(rule, of: library))))
      } else {
        let rules = try library.ruleIDs.map { id throws(InvalidInput) in try Self.rule(id, of: library) }
        Terminal.write(Self.tabulated(renderer.list(rules)))
      }
    }
  }

  private static func rule(_ id: String, of library: RubricLibrary) throws(InvalidInput) -> FindingRule {
    if let rule = try library.rule(id) { return rule }
    let help = Suggestion.help(for: id, in: library.ruleIDs)
    throw InvalidInput(
      "no-such-rule", "there is no such rule", file: id,
      help: help ?? "\"rolewright explain\" lists all rules")
  }

  private static func tabulated(_ text: String) -> String {
    Wrapping.table(text.split(separator: "\n"), columns: Terminal.columns, style: Terminal.resultStyle)
      .map { $0 + "\n" }.joined()
  }
}
