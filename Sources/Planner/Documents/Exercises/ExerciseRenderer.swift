public import Diagnostics
public import Rubric

/// Renders exercises for whoever holds, writes or reads them: one form from the templates `exercise.md` and
/// `exercise-handout.md`, the table of all from `exercise-list.txt`.
public struct ExerciseRenderer: Sendable {
  private let templates: TemplateLibrary
  private let names: [String: String]

  /// A renderer with templates by name, and the names of competencies by id. Throws all faults of the
  /// templates; the built-in ones alone were checked before.
  public init(
    templates: [(name: String, source: SourceText)], names: [String: String], areChecked: Bool = false
  ) throws(InvalidInput) {
    self.templates = try TemplateLibrary(
      templates,
      documents: [
        ("exercise.md", ExerciseView.self), ("exercise-handout.md", ExerciseView.self),
        ("exercise-list.txt", ExerciseListView.self),
      ], areChecked: areChecked)
    self.names = names
  }

  /// All that the interviewer needs, as Markdown; the parts for the candidate stand at the end.
  public func page(of form: ExerciseForm) -> String { render(form, "exercise.md") }

  /// What the candidate is handed, as Markdown.
  public func handout(of form: ExerciseForm) -> String { render(form, "exercise-handout.md") }

  /// A folder of files by their path below it: the page, each part for the candidate, and of a coding exercise the
  /// starters, the reference solution and each case as input and output.
  public func files(of form: ExerciseForm) -> [(path: String, text: String)] {
    var files = [("interviewer.md", page(of: form))]
    files += form.exercise.parts.map { ("candidate/\($0.id).md", "# \($0.title)\n\n\($0.text)") }
    guard let task = form.exercise.coding else { return files }
    files += CodingFiles.starters(task.starters).map { ("candidate/\($0)", $1) }
    for (name, text) in CodingFiles.cases(of: task) {
      files.append((name == "reference.py" ? name : "cases/\(name)", text))
    }
    return files
  }

  /// The exercises by kind.
  public func list(_ exercises: [Exercise]) -> String {
    templates.render(ExerciseListView(exercises: exercises), with: "exercise-list.txt")
  }

  private func render(_ form: ExerciseForm, _ template: String) -> String {
    templates.render(ExerciseView(form: form, names: names), with: template)
  }
}
