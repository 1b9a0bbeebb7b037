public import Diagnostics
public import Rubric

/// Renders blank scorecards from the templates `scorecard.yaml` and `scorecard.html`.
///
/// ```
/// 2-technical-screen.yaml         what the command reads
/// 2-technical-screen.html         the same as a form that works offline and saves that file
/// 2-technical-screen-dana.yaml    where the interviewer is known beforehand
/// ```
public struct ScorecardRenderer: Sendable {
  private let templates: TemplateLibrary

  /// A renderer with templates by name; of the same name the last one counts. Throws all faults of the templates.
  /// The built-in ones alone were checked before.
  public init(
    templates: [(name: String, source: SourceText)], areChecked: Bool = false
  ) throws(InvalidInput) {
    self.templates = try TemplateLibrary(
      templates, documents: Self.documents.map { ($0, ScorecardView.self) }, areChecked: areChecked)
  }

  /// The templates of which each makes a document.
  static let documents = ["scorecard.html", "scorecard.yaml"]

  /// The scorecard of an interview as the file that the command reads, and as a form.
  public func scorecard(
    of interview: AssessedInterview, in plan: AssessmentPlan, for bearer: ScorecardBearer
  ) -> [RenderedDocument] {
    let name = interview.fileName + Self.ending(for: bearer.interviewer)
    var view = ScorecardView(plan: plan, interview: interview, bearer: bearer, file: "\(name).yaml")
    view.blank = templates.render(view, with: "scorecard.yaml")
    view.assets = LoopView.Assets(style: joined(Self.styles), script: joined(Self.scripts))
    return [
      RenderedDocument(path: view.file, text: view.blank),
      RenderedDocument(path: "\(name).html", text: templates.render(view, with: "scorecard.html")),
    ]
  }

  private static let styles = ["style.css", "scorecard.css"]

  private static let scripts = ["yaml-text.js", "yaml-reader.js", "scorecard-file.js", "scorecard.js"]

  private func joined(_ names: [String]) -> String {
    names.compactMap { templates.verbatim[$0] }.joined()
  }

  /// What tells the files of interviewers apart. Names that are not of ASCII letters keep some digits of their digest,
  /// so that two of them do not become the same.
  private static func ending(for interviewer: String) -> String {
    if interviewer.isEmpty { return "" }
    let slug = Slug.of(interviewer)
    if interviewer.utf8.allSatisfy({ $0 < 0x80 }) { return "-" + slug }
    return "-\(slug)-\(SHA256.hexadecimal(of: interviewer).prefix(4))"
  }
}
