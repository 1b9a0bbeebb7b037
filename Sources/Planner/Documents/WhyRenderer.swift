public import Diagnostics
public import Rubric

/// Tells why a posting asks for a competency or not, from the template `why.txt`.
///
/// The lines with carets fit 80 columns; the others are as long as they come, and whoever shows them breaks
/// them.
public struct WhyRenderer: Sendable {
  private let templates: TemplateLibrary

  /// A renderer with templates by name. Throws all faults of the templates.
  public init(templates: [(name: String, source: SourceText)]) throws(InvalidInput) {
    self.templates = try TemplateLibrary(templates, root: WhyView.self, documents: ["why.txt"])
  }

  /// The reasons as text.
  public func text(_ reasoning: Reasoning) -> String {
    templates.render(WhyView(reasoning), with: "why.txt")
  }
}
