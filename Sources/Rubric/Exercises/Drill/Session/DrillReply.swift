/// What came of a line.
public enum DrillReply: Sendable, Equatable {
  /// Nothing was typed.
  case nothing
  /// A step was taken.
  case taken(DrillStep)
  /// What there is, is to be shown.
  case list
  /// The words may mean any of these, or this one, which is not taken on so few words.
  case ambiguous([DrillStep.Deed])
  /// The words mean nothing.
  case unknown
  /// No check or action has that number.
  case noSuchNumber
  /// A note was taken.
  case noted(DrillNote)
  /// There is nothing to note.
  case emptyNote
  /// No hint is due.
  case noHint
  /// One waits for a minute at least.
  case noMinutes
  /// The last step was taken back.
  case undone(DrillStep)
  /// There is no step to take back.
  case nothingToUndo
  /// The drill has ended: no step can be taken.
  case over
  /// The interviewer is done.
  case quit
}
