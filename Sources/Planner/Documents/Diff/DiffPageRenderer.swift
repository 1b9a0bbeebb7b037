public import Diagnostics
public import Rubric

/// Renders comparisons with the texts of both sides: as a page from `diff.html`, and as remarks of a pull request from
/// `diff-annotation.txt`. Several roles side by side are a page from `diff-matrix.html`.
public struct DiffPageRenderer: Sendable {
  private let templates: TemplateLibrary
  private static let annotation = "diff-annotation.txt"

  /// What is compared, with the texts that it was read from.
  public struct Comparison: Sendable {
    let diff: RoleDiff
    let names: (from: String, to: String)
    let texts: (from: SideText, to: SideText)

    /// A comparison of two roles, each called by a name that people know it by.
    public init(
      _ diff: RoleDiff, names: (from: String, to: String), texts: (from: SideText, to: SideText)
    ) {
      (self.diff, self.names, self.texts) = (diff, names, texts)
    }
  }

  /// A renderer with templates by name. Throws all faults of the templates.
  public init(
    templates: [(name: String, source: SourceText)], areChecked: Bool = false
  ) throws(InvalidInput) {
    self.templates = try TemplateLibrary(
      templates,
      documents: [
        ("diff.html", DiffView.self), ("diff-matrix.html", MatrixView.self),
        (Self.annotation, DiffAnnotationView.self),
      ], areChecked: areChecked)
  }

  private var style: String {
    ["style.css", "diff.css"].map { templates.verbatim[$0] ?? "" }.joined()
  }

  /// The page of a comparison, with what follows from it where that is told.
  public func page(_ comparison: Comparison, consequences: Consequences?, isWhole: Bool = false) -> String {
    let page = DiffPage(
      comparison.diff, texts: comparison.texts, isWhole: isWhole, consequences: consequences, style: style)
    let detail = DiffRenderer.Detail(isWhole: isWhole, hasRewordings: true)
    let view = DiffView(diff: comparison.diff, names: comparison.names, detail: detail, page: page)
    return templates.render(view, with: "diff.html")
  }

  /// Several roles side by side, each called by a name.
  public func page(_ matrix: RoleMatrix, names: [String]) -> String {
    templates.render(MatrixView(matrix: matrix, roles: names, style: style), with: "diff-matrix.html")
  }

  /// Remarks on the file of the second side, worst first, as workflow commands of GitHub Actions, one a line. What is
  /// required, and how much, is a warning. Without places where those of the text are not those of the file.
  public func annotations(
    _ comparison: Comparison, file: String, hasPlaces: Bool = true, hasRewordings: Bool = false
  ) -> String {
    let page = DiffPage(
      comparison.diff, texts: comparison.texts, isWhole: true, consequences: nil, style: "")
    let nearest = SurvivingPassages(of: page)
    let views = DiffAnnotationView.views(
      comparison.diff, names: comparison.names, page: page, hasRewordings: hasRewordings)
    return views.map { view in
      // The first line is the heading.
      let text = templates.render(view, with: Self.annotation).split(
        separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let words = (text.last ?? "").split(separator: "\n").joined(separator: "\n")
      return GitHubAnnotation(
        severity: view.severity, file: file, place: hasPlaces ? nearest.place(of: view.item) : nil,
        title: String(text.first ?? ""), text: words
      ).command + "\n"
    }.joined()
  }
}
