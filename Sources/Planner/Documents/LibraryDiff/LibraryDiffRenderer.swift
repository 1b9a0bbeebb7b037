public import Diagnostics

/// Renders the comparison of two rubric libraries from the templates `library-diff.txt` and `library-diff.md`.
public struct LibraryDiffRenderer: Sendable {
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
    let documents = Format.allCases.map { "library-diff.\($0.rawValue)" }
    self.templates = try TemplateLibrary(templates, root: LibraryDiffView.self, documents: documents)
  }

  /// The comparison as text.
  public func text(_ report: LibraryDiffReport, as format: Format) -> String {
    templates.render(LibraryDiffView(report: report), with: "library-diff.\(format.rawValue)")
  }
}
