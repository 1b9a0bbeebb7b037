/// A step or a note of a drill that is led.
public struct DrillEntry: Sendable, Equatable {
  /// What it is.
  public var content: Content
  /// The time since the beginning, in seconds; nil where nobody measured it.
  public var elapsed: Int?
  /// Whether it was taken back.
  public var isStruck = false

  /// A step or a note.
  public enum Content: Sendable, Equatable {
    /// A step of the play.
    case step(DrillStep)
    /// A note of the interviewer.
    case note(DrillNote)
  }
}

/// What the interviewer notes of what the candidate says and does.
public struct DrillNote: Sendable, Equatable {
  /// The minute of the drill.
  public var minute: Int
  /// The id of the competency that it is about; nil for a note about no one in particular.
  public var competency: String?
  /// The note.
  public var text: String

  /// A note as it was typed: `on-call: TEXT` is about that competency, where it is rated. The beginning of its
  /// id is enough where no other begins so.
  init(_ typed: String, at minute: Int, rated: [String]) {
    self.minute = minute
    text = typed
    guard let colon = typed.firstIndex(of: ":") else { return }
    let name = typed[..<colon].trimmed.lowercased()
    let rest = typed[typed.index(after: colon)...].trimmed
    let meant = rated.contains(name) ? [name] : rated.filter { $0.hasPrefix(name) }
    guard !name.isEmpty, !rest.isEmpty, meant.count == 1, let id = meant.first else { return }
    competency = id
    text = rest
  }
}
