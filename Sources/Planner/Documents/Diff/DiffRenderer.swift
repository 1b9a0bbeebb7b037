public import Diagnostics
public import Rubric

/// Renders comparisons of roles from templates: two roles from `diff`, as `.txt` and `.md`, and from
/// `diff-brief.txt`; several from `diff-matrix`, as `.txt` and `.md`.
///
/// Lines of `.txt` are as long as they come, but for the matrix, which fits 80 columns for up to six roles.
public struct DiffRenderer: Sendable {
  private let templates: TemplateLibrary

  /// How a comparison is written.
  public enum Format: String, Sendable, CaseIterable {
    /// For a terminal.
    case text = "diff.txt"
    /// For a pull request.
    case markdown = "diff.md"
    /// One line.
    case brief = "diff-brief.txt"
  }

  /// How several roles are laid side by side.
  public enum MatrixFormat: String, Sendable, CaseIterable {
    /// For a terminal of 80 columns.
    case text = "diff-matrix.txt"
    /// For a repository.
    case markdown = "diff-matrix.md"
  }

  /// What is shown beside the changes.
  public struct Detail: Sendable {
    /// Whether each change stands by itself, with all its words, and not minor ones in groups.
    public var isWhole: Bool
    /// Whether what is merely worded otherwise is shown.
    public var hasRewordings: Bool

    /// What is shown; nothing beyond what matters where nothing is said.
    public init(isWhole: Bool = false, hasRewordings: Bool = false) {
      self.isWhole = isWhole
      self.hasRewordings = hasRewordings
    }
  }

  /// A renderer with templates by name. Throws all faults of the templates. Of templates that are known to be without
  /// fault, only those of the formats that are named are prepared; a comparison in another is empty.
  public init(
    templates: [(name: String, source: SourceText)], areChecked: Bool = false,
    formats: [Format] = Format.allCases, matrices: [MatrixFormat] = MatrixFormat.allCases
  ) throws(InvalidInput) {
    let documents = (areChecked ? formats : Format.allCases).map {
      ($0.rawValue, DiffView.self as any View.Type)
    }
    let matrices = (areChecked ? matrices : MatrixFormat.allCases).map {
      ($0.rawValue, MatrixView.self as any View.Type)
    }
    self.templates = try TemplateLibrary(templates, documents: documents + matrices, areChecked: areChecked)
  }

  /// The comparison of two roles, each called by a name that people know it by.
  public func text(
    _ diff: RoleDiff, names: (from: String, to: String), as format: Format, detail: Detail = Detail()
  ) -> String {
    let view = DiffView(diff: diff, names: names, detail: detail)
    return templates.render(view, with: format.rawValue)
  }

  /// Several roles side by side, each called by a name.
  public func text(_ matrix: RoleMatrix, names: [String], as format: MatrixFormat) -> String {
    templates.render(MatrixView(matrix: matrix, roles: names), with: format.rawValue)
  }
}
