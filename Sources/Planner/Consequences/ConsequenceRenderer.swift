public import Diagnostics

/// Renders what follows from what changed, from the templates `consequences.txt` and `consequences.md`. It stands below
/// the changes of a `DiffRenderer`.
public struct ConsequenceRenderer: Sendable {
  private let templates: TemplateLibrary

  /// How consequences are written.
  public enum Format: String, Sendable, CaseIterable {
    /// For a terminal.
    case text = "consequences.txt"
    /// For a pull request.
    case markdown = "consequences.md"
  }

  /// A renderer with templates by name. Throws all faults of the templates. Of templates that are known to be without
  /// fault, only those of the formats that are named are prepared; what follows is empty in another.
  public init(
    templates: [(name: String, source: SourceText)], areChecked: Bool = false,
    formats: [Format] = Format.allCases
  ) throws(InvalidInput) {
    let documents = (areChecked ? formats : Format.allCases).map(\.rawValue)
    self.templates = try TemplateLibrary(
      templates, root: ConsequencesView.self, documents: documents, areChecked: areChecked)
  }

  /// What follows. Begins with an empty line. A whole text tells of every rating, question and exercise.
  public func text(_ consequences: Consequences, as format: Format, isWhole: Bool = false) -> String {
    templates.render(ConsequencesView(consequences: consequences, isWhole: isWhole), with: format.rawValue)
  }
}
