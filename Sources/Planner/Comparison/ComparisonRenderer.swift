public import Diagnostics

/// Prints comparisons and profiles of raters from the templates `comparison` and `rater`, each as `.txt`, `.md` and
/// `.html`.
///
/// Lines of `.txt` are as long as they come; whoever shows them breaks them.
public struct ComparisonRenderer: Sendable {
  private let templates: TemplateLibrary

  /// A renderer with templates by name. Throws all faults of the templates.
  public init(
    templates: [(name: String, source: SourceText)], areChecked: Bool = false
  ) throws(InvalidInput) {
    let documents = PageFormat.allCases.flatMap { format -> [(name: String, root: any View.Type)] in
      [
        ("comparison.\(format.rawValue)", ComparisonView.self),
        ("rater.\(format.rawValue)", RaterProfileView.self),
      ]
    }
    self.templates = try TemplateLibrary(templates, documents: documents, areChecked: areChecked)
  }

  private var style: String { templates.verbatim["style.css"] ?? "" }

  /// A comparison, with a ranking only where one was made.
  public func text(_ comparison: Comparison, ranking: ComparisonRanking?, as format: PageFormat) -> String {
    let view = ComparisonView(
      comparison: comparison, agreement: RaterAgreement(of: comparison), ranking: ranking, style: style)
    return templates.render(view, with: "comparison.\(format.rawValue)")
  }

  /// How one rater rates.
  public func text(_ profile: RaterProfile, as format: PageFormat) -> String {
    templates.render(RaterProfileView(profile: profile, style: style), with: "rater.\(format.rawValue)")
  }
}
