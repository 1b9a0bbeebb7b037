public import Diagnostics
public import Rubric

/// Renders the library for whoever writes, reads or approves rubrics: a competency as a page from the
/// templates `rubric.txt`, `rubric.md` and `rubric.html`, the table of all from `rubric-list.txt`, and the
/// beginnings of a file from `rubric-new.yaml`.
///
/// Lines of `.txt` are as long as they come; whoever shows them breaks them.
public struct LibraryRenderer: Sendable {
  private let templates: TemplateLibrary

  /// A renderer with templates by name. Throws all faults of the templates.
  public init(templates: [(name: String, source: SourceText)]) throws(InvalidInput) {
    let pages = PageFormat.allCases.map {
      ("rubric.\($0.rawValue)", CompetencyPageView.self as any View.Type)
    }
    self.templates = try TemplateLibrary(
      templates,
      documents: pages + [
        ("rubric-list.txt", CompetencyListView.self), ("rubric-new.yaml", SkeletonView.self),
      ])
  }

  /// The page of a competency with everything that it inherits, and the signals of its own.
  public func page(of competency: Competency, signals: [Signal], as format: PageFormat) -> String {
    let style = templates.verbatim["style.css"] ?? ""
    let view = CompetencyPageView(competency: competency, signals: signals, style: style)
    return templates.render(view, with: "rubric.\(format.rawValue)")
  }

  /// The competencies by family, in the order given.
  public func list(_ competencies: [Competency]) -> String {
    templates.render(CompetencyListView(competencies: competencies), with: "rubric-list.txt")
  }

  /// A file with every key, a word on each, and a mark where something is to be written. With `extends`, a
  /// file that takes its levels from that competency.
  public func skeleton(id: String, family: CompetencyFamily, extends: String?) -> String {
    templates.render(SkeletonView(id: id, family: family, extends: extends), with: "rubric-new.yaml")
  }
}
