public import Diagnostics
public import Rubric

/// Prints a drill that is led: what the interviewer sees at each turn from the template `drill-turn.txt`, what
/// there is to ask for from `drill-list.txt`, and the record from `drill-record.md`.
///
/// Lines of `.txt` are as long as they come, but for the table of `drill-list.txt`, which fits 80 columns.
/// Whoever shows them breaks them.
public struct DrillRenderer: Sendable {
  private let templates: TemplateLibrary
  private let form: ExerciseForm
  private let names: [String: String]

  /// A renderer for a form of an exercise, with templates by name and the names of competencies by id. Throws
  /// all faults of the templates.
  public init(
    _ form: ExerciseForm, templates: [(name: String, source: SourceText)], names: [String: String]
  ) throws(InvalidInput) {
    self.templates = try TemplateLibrary(
      templates,
      documents: [
        ("drill-turn.txt", DrillTurnView.self), ("drill-list.txt", DrillListView.self),
        ("drill-record.md", DrillRecordView.self),
      ])
    self.form = form
    self.names = names
  }

  /// What is shown at the beginning.
  public func beginning(of session: DrillSession) -> String {
    templates.render(DrillTurnView(session: session, form: form), with: "drill-turn.txt")
  }

  /// What is shown when a line was typed: what came of it. With `typed`, the line is shown as well, for those
  /// who did not see it being typed. `elapsed` is the time since the beginning in seconds.
  public func turn(of session: DrillSession, _ reply: DrillReply, typed: String?, elapsed: Int?) -> String {
    var view = DrillTurnView(session: session, form: form)
    (view.reply, view.typed, view.elapsed) = (reply, typed, elapsed)
    let turn = templates.render(view, with: "drill-turn.txt")
    guard reply == .list else { return turn }
    return turn + templates.render(DrillListView(session: session), with: "drill-list.txt")
  }

  /// The record: what happened, what was found, and a form of a scorecard with the notes.
  public func record(of session: DrillSession) -> String {
    templates.render(DrillRecordView(session: session, form: form, names: names), with: "drill-record.md")
  }
}
