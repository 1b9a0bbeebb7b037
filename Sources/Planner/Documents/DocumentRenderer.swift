public import Diagnostics
public import Rubric

/// Renders the documents of a loop from templates.
///
/// ```
/// index.html                            the whole loop on one page, kits included: where a reader starts
/// loop.md  loop.yaml                    the hiring manager's, as text and as data
/// interviewers.md                       what is the same in every interview: for everybody who holds one
/// ledger.md                             how it came about, and what became of each line of the posting
/// candidate.md  candidate.html          the candidate's
/// kits/2-technical-screen.md  .html     one for each interview that is held
/// handouts/3-the-bill/1-the-table.md    each part that a candidate is handed, also as .html; starters
/// cases/3-rate-limits/01-first.in       what a candidate's program is held to
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
    let loop = Self.documents.map { ($0, LoopView.self as any View.Type) }
    self.templates = try TemplateLibrary(
      templates, documents: loop + [("scorecard.yaml", ScorecardView.self)], areChecked: areChecked)
  }

  /// The files of the loop's folder. `forms` are those of its exercises, by id; `loopFile` is the text of
  /// `loop.yaml`.
  ///
  /// Throws when two interviews bear the same number, since their files would be one.
  public func documents(
    of loop: InterviewLoop, forms: [String: ExerciseForm] = [:], loopFile: String
  ) throws(InvalidInput) -> [RenderedDocument] {
    try checkNumbers(of: loop)
    let view = withKits(LoopView(loop, assets: assets, forms: forms))
    var documents = [
      document("index.html", of: view), document("loop.md", of: view), document("interviewers.md", of: view),
      document("ledger.md", of: view),
      RenderedDocument(path: "loop.yaml", text: loopFile),
      document("candidate.html", of: view), document("candidate.md", of: view),
      document("debrief.md", of: view),
    ]
    for interview in view.interviews where interview.interview.isHeld {
      documents += kit(of: interview, in: view) + handouts(of: interview, in: view)
    }
    return documents + scorecards(of: AssessmentPlan(of: loop, library: nil, forms: forms))
  }

  /// The loop alone, as one document; as HTML with the kits in it.
  public func loop(_ loop: InterviewLoop, forms: [String: ExerciseForm] = [:], as format: Format) -> String {
    let view = LoopView(loop, assets: assets, forms: forms)
    switch format {
    case .markdown: return templates.render(view, with: "loop.md")
    case .html: return templates.render(withKits(view), with: "index.html")
    }
  }

  /// How a document is written.
  public enum Format: Sendable, CaseIterable {
    /// For text that lives in git.
    case markdown
    /// For a browser, in one file.
    case html
  }

  /// The templates of which each makes a document; the others are partials.
  static let documents = [
    "candidate-event.txt", "candidate.html", "candidate.md", "debrief.md", "event.txt", "handout.html",
    "handout.md", "index.html", "interviewers.md", "kit-body.html", "kit.html", "kit.md", "ledger.md",
    "loop.md",
  ]

  private var assets: LoopView.Assets {
    LoopView.Assets(
      style: templates.verbatim["style.css"] ?? "", script: templates.verbatim["script.js"] ?? "")
  }

  /// The same loop with the kit of each interview, which stands in a page of its own and in that of the loop.
  private func withKits(_ view: LoopView) -> LoopView {
    var whole = view
    for (index, interview) in view.interviews.enumerated() where interview.interview.isHeld {
      whole.interviews[index].body = templates.render(view.about(interview), with: "kit-body.html")
    }
    return whole
  }

  private func kit(of interview: InterviewView, in view: LoopView) -> [RenderedDocument] {
    let name = interview.fileName
    var page = interview
    page.body = FolderLinks.oneLevelDown(interview.body)
    return [
      document("kit.html", of: view.about(page), at: "kits/\(name).html"),
      document("kit.md", of: view.about(interview), at: "kits/\(name).md"),
    ]
  }

  private func scorecards(of plan: AssessmentPlan) -> [RenderedDocument] {
    plan.ratingInterviews.map { interview in
      let view = ScorecardView(plan: plan, interview: interview)
      return RenderedDocument(
        path: "scorecards/\(interview.fileName).yaml", text: templates.render(view, with: "scorecard.yaml"))
    }
  }

  private func handouts(of interview: InterviewView, in view: LoopView) -> [RenderedDocument] {
    guard let exercise = interview.exercise else { return [] }
    let parts = exercise.handouts.flatMap { handout in
      let view = view.about(interview, handout: handout)
      return [
        document("handout.html", of: view, at: "\(handout.path).html"),
        document("handout.md", of: view, at: "\(handout.path).md"),
      ]
    }
    return parts + exercise.files
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

/// Links of the loop's folder within HTML.
enum FolderLinks {
  /// A text whose links into the folder, `href="./...`, hold from a folder below it too. Text that is not of a
  /// template has its quotation marks escaped and holds no such link.
  static func oneLevelDown(_ html: String) -> String {
    var html = html
    return html.withUTF8 { bytes in
      let mark = Array("href=\"./".utf8)
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count + 256)
      var start = 0
      var index = 0
      while index < bytes.count {
        if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
          index += mark.count
          output += bytes[start..<index - 2]
          output += "../".utf8
          start = index
        } else {
          index += 1
        }
      }
      output += bytes[start...]
      return String(decoding: output, as: UTF8.self)
    }
  }
}
