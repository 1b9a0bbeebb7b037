public import Diagnostics
public import Rubric

/// Renders the accuracy of an extractor from the template `eval.txt`.
///
/// Lines are as long as they come; whoever shows them breaks them.
public struct EvaluationRenderer: Sendable {
  private let templates: TemplateLibrary

  /// What an evaluation is shown beside.
  public struct Earlier: Sendable {
    /// What people know the earlier run by.
    public var name: String
    /// What changed since.
    public var comparison: EvaluationComparison

    /// A comparison with a run of some name.
    public init(name: String, comparison: EvaluationComparison) {
      self.name = name
      self.comparison = comparison
    }
  }

  /// A renderer with templates by name. Throws all faults of the templates.
  public init(templates: [(name: String, source: SourceText)]) throws(InvalidInput) {
    self.templates = try TemplateLibrary(templates, documents: [("eval.txt", EvaluationView.self)])
  }

  /// The figures, with a row for each competency where it is asked for, and either the errors or what
  /// changed since an earlier run.
  public func text(_ evaluation: Evaluation, showsTable: Bool = false, earlier: Earlier? = nil) -> String {
    let view = EvaluationView(evaluation: evaluation, showsTable: showsTable, earlier: earlier)
    return templates.render(view, with: "eval.txt")
  }
}
