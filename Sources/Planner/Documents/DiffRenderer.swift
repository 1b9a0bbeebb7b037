public import Diagnostics
public import Rubric

/// Renders the comparison of two roles from the templates `diff.txt` and `diff.md`.
public struct DiffRenderer: Sendable {
  private let templates: TemplateLibrary

  /// How a comparison is written.
  public enum Format: String, Sendable, CaseIterable {
    /// For a terminal of 80 columns.
    case text = "txt"
    /// For a pull request.
    case markdown = "md"
  }

  /// A renderer with templates by name. Throws all faults of the templates.
  public init(templates: [(name: String, source: SourceText)]) throws(InvalidInput) {
    let documents = Format.allCases.map { "diff.\($0.rawValue)" }
    self.templates = try TemplateLibrary(templates, root: DiffView.self, documents: documents)
  }

  /// The comparison of two roles, each called by a name that people know it by.
  public func text(_ diff: RoleDiff, names: (from: String, to: String), as format: Format) -> String {
    templates.render(DiffView(diff: diff, names: names), with: "diff.\(format.rawValue)")
  }
}
