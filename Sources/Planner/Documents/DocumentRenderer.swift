public import Diagnostics
import Rubric

/// Renders the documents of a loop from templates.
///
/// ```
/// index.html                            where a reader starts
/// loop.md  loop.html  loop.yaml         the hiring manager's
/// candidate.md  candidate.html          the candidate's
/// kits/2-technical-screen.md  .html     one for each interview that is held
/// scorecards/2-technical-screen.yaml    one for each interview that rates
/// debrief.md                            the panel's
/// loop.ics  candidate.ics               where dates are given
/// ```
public struct DocumentRenderer: Sendable {
  private let templates: TemplateLibrary

  /// A renderer with templates by name: `loop.md` is the file `Templates/loop.md.mustache`. Of
  /// templates of the same name the last one counts.
  ///
  /// Throws all faults of the templates, with their places: tags that do not match, and names of
  /// variables and partials that do not exist. The built-in ones alone were checked before.
  public init(
    templates: [(name: String, source: SourceText)], areChecked: Bool = false
  ) throws(InvalidInput) {
    self.templates = try TemplateLibrary(
      templates, root: LoopView.self, documents: Self.documents, areChecked: areChecked)
  }

  /// The files of the loop's folder. `loopFile` is the text of `loop.yaml`.
  ///
  /// Throws when two interviews bear the same number, since their files would be one.
  public func documents(of loop: InterviewLoop, loopFile: String) throws(InvalidInput) -> [RenderedDocument] {
    try checkNumbers(of: loop)
    let view = LoopView(loop, style: templates.verbatim["style.css"] ?? "")
    var documents = [
      document("index.html", of: view), document("loop.html", of: view), document("loop.md", of: view),
      RenderedDocument(path: "loop.yaml", text: loopFile),
      document("candidate.html", of: view), document("candidate.md", of: view),
      document("debrief.md", of: view),
    ]
    for interview in view.interviews where interview.interview.isHeld {
      documents += kit(of: interview, in: view)
    }
    return documents
  }

  /// The loop alone, as one document.
  public func loop(_ loop: InterviewLoop, as format: Format) -> String {
    let view = LoopView(loop, style: templates.verbatim["style.css"] ?? "")
    return templates.render(view, with: "loop.\(format.rawValue)")
  }

  /// How a document is written.
  public enum Format: String, Sendable, CaseIterable {
    /// For text that lives in git.
    case markdown = "md"
    /// For a browser, in one file.
    case html
  }

  /// The templates of which each makes a document; the others are partials.
  private static let documents = [
    "candidate-event.txt", "candidate.html", "candidate.md", "debrief.md", "event.txt", "index.html",
    "kit.html", "kit.md", "loop.html",
    "loop.md",
    "scorecard.yaml",
  ]

  private func kit(of interview: InterviewView, in view: LoopView) -> [RenderedDocument] {
    let view = view.about(interview)
    let name = interview.fileName
    let kits = [
      document("kit.html", of: view, at: "kits/\(name).html"),
      document("kit.md", of: view, at: "kits/\(name).md"),
    ]
    guard interview.isRating else { return kits }
    return kits + [document("scorecard.yaml", of: view, at: "scorecards/\(name).yaml")]
  }

  /// What a template makes of a view.
  func text(_ template: String, of view: LoopView) -> String { templates.render(view, with: template) }

  private func document(_ template: String, of view: LoopView, at path: String? = nil) -> RenderedDocument {
    RenderedDocument(path: path ?? template, text: templates.render(view, with: template))
  }

  private func checkNumbers(of loop: InterviewLoop) throws(InvalidInput) {
    var seen: Set<Int> = []
    for interview in loop.interviews where !seen.insert(interview.number).inserted {
      let message = "two interviews bear the number \(interview.number)"
      throw InvalidInput("duplicate-number", message, file: "loop.yaml")
    }
  }
}
