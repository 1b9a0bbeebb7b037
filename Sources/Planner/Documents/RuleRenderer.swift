public import Diagnostics
public import Rubric

/// Explains rules of findings from the templates `rule.txt` and `rule-list.txt`.
///
/// Lines are as long as they come; whoever shows them breaks them. In `rule-list.txt`, two spaces part
/// the cells of a table.
public struct RuleRenderer: Sendable {
  private let templates: TemplateLibrary

  /// A renderer with templates by name. Throws all faults of the templates.
  public init(templates: [(name: String, source: SourceText)]) throws(InvalidInput) {
    self.templates = try TemplateLibrary(
      templates, documents: [("rule.txt", RuleView.self), ("rule-list.txt", RuleListView.self)])
  }

  /// One rule: what it means, why there is such a rule, what to do, and examples.
  public func text(_ rule: FindingRule) -> String {
    templates.render(RuleView(rule: rule), with: "rule.txt")
  }

  /// Rules with their meaning, in the order given.
  public func list(_ rules: [FindingRule]) -> String {
    templates.render(RuleListView(rules: rules), with: "rule-list.txt")
  }
}
