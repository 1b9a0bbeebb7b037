public import Diagnostics

/// Renders the debrief of a candidate from the templates `scorecard-debrief.txt`, `.md` and `.html`, and the blank
/// record of a decision from `decision.yaml`.
///
/// Lines of the text are as long as they come, but for tables and notes, which fit 80 columns.
public struct DebriefRenderer: Sendable {
  private let templates: TemplateLibrary

  static let documents = PageFormat.allCases.map { "scorecard-debrief.\($0.rawValue)" } + ["decision.yaml"]

  /// A renderer with templates by name. Throws all faults of the templates; the built-in ones alone were checked
  /// before.
  public init(
    templates: [(name: String, source: SourceText)], areChecked: Bool = false
  ) throws(InvalidInput) {
    self.templates = try TemplateLibrary(
      templates, root: DebriefView.self, documents: Self.documents, areChecked: areChecked)
  }

  /// The debrief. The HTML page has the form of the decision in it.
  public func text(_ debrief: Debrief, as format: PageFormat) -> String {
    var view = DebriefView(debrief: debrief)
    if format == .html { view.assets = assets }
    return templates.render(view, with: "scorecard-debrief.\(format.rawValue)")
  }

  /// A blank record of a decision, to be filled in by a person.
  public func blankDecision(_ debrief: Debrief) -> String {
    templates.render(DebriefView(debrief: debrief), with: "decision.yaml")
  }

  private var assets: DebriefView.Assets {
    func joined(_ names: [String]) -> String { names.map { templates.verbatim[$0] ?? "" }.joined() }
    return DebriefView.Assets(
      style: joined(["style.css", "scorecard-debrief.css"]),
      script: joined(["yaml-text.js", "scorecard-debrief.js"]))
  }
}
