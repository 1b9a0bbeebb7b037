public import Diagnostics
public import Rubric

/// Renders what a role says as lines that tools can compare, from the template `textconv.txt`.
public struct MeaningRenderer: Sendable {
  private let templates: TemplateLibrary
  private static let document = "textconv.txt"

  /// A renderer with templates by name. Throws all faults of the templates.
  public init(templates: [(name: String, source: SourceText)]) throws(InvalidInput) {
    self.templates = try TemplateLibrary(templates, root: MeaningView.self, documents: [Self.document])
  }

  /// What a role says: a line for each fact and each competency.
  public func text(_ role: RoleDefinition) -> String {
    templates.render(MeaningView(role: role), with: Self.document)
  }
}
