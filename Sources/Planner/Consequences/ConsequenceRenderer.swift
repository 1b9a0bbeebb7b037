public import Diagnostics

/// Renders what follows from what changed, from the templates `consequences.txt` and `consequences.md`. It stands below
/// the changes of a `DiffRenderer`.
public struct ConsequenceRenderer: Sendable {
  private let templates: TemplateLibrary

  /// A renderer with templates by name. Throws all faults of the templates.
  public init(
    templates: [(name: String, source: SourceText)], areChecked: Bool = false
  ) throws(InvalidInput) {
    let documents = DiffRenderer.Format.allCases.map { "consequences.\($0.rawValue)" }
    self.templates = try TemplateLibrary(
      templates, root: ConsequencesView.self, documents: documents, areChecked: areChecked)
  }

  /// What follows. Begins with an empty line.
  public func text(_ consequences: Consequences, as format: DiffRenderer.Format) -> String {
    templates.render(ConsequencesView(consequences: consequences), with: "consequences.\(format.rawValue)")
  }
}
