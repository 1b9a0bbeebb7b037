public import Diagnostics

/// Prints rates of groups from the templates `adverse-impact.txt`, `.md` and `.html`.
///
/// Lines of `.txt` are as long as they come; whoever shows them breaks them.
public struct AdverseImpactRenderer: Sendable {
  private let templates: TemplateLibrary

  /// A renderer with templates by name. Throws all faults of the templates.
  public init(
    templates: [(name: String, source: SourceText)], areChecked: Bool = false
  ) throws(InvalidInput) {
    let documents = PageFormat.allCases.map { "adverse-impact.\($0.rawValue)" }
    self.templates = try TemplateLibrary(
      templates, root: AdverseImpactView.self, documents: documents, areChecked: areChecked)
  }

  /// The rates.
  public func text(_ impact: AdverseImpact, as format: PageFormat) -> String {
    let view = AdverseImpactView(impact: impact, style: templates.verbatim["style.css"] ?? "")
    return templates.render(view, with: "adverse-impact.\(format.rawValue)")
  }
}
