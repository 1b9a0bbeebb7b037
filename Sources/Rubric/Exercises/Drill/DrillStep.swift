/// One step of a play.
public struct DrillStep: Sendable, Equatable {
  /// What was done.
  public var deed: Deed
  /// The minute at which it began.
  public var start: Int
  /// The minute at which it was over.
  public var end: Int
  /// The id of the state in which it began.
  public var from: String
  /// The id of the state in which it was over.
  public var to: String
  /// What was seen, in order.
  public var events: [DrillEvent]
  /// The ids of the facts that it told.
  public var told: [String] = []
  /// The ids of the facts that would have made it sensible and were not known: it was a guess.
  public var missing: [String] = []
  /// False where the end or the limit came first.
  public var isCompleted = true

  /// What is done in a step.
  public enum Deed: Sendable, Equatable {
    /// The drill begins.
    case beginning
    /// A check, by its id.
    case check(String)
    /// An action, by its id.
    case action(String)
    /// Minutes pass.
    case wait(Int)
    /// A hint is given; the id of the fact that was missing.
    case hint(missing: String)
  }
}

/// Something that is seen or falls due in a play.
public struct DrillEvent: Sendable, Equatable {
  /// The minute of the drill.
  public var minute: Int
  /// What it is.
  public var kind: Kind
  /// Its words; empty for an end.
  public var text: String

  /// What an event is.
  public enum Kind: Sendable, Equatable {
    /// A state was entered: what is seen in it.
    case seen
    /// What a check shows, or what is seen of an action.
    case shown
    /// What somebody says at a fixed minute.
    case mark
    /// Time made things worse.
    case worsening
    /// A fact that the candidate knows from now on. For the interviewer.
    case told
    /// A hint is due from now on: a suggestion to the interviewer, who may give it.
    case hint
    /// The drill ends.
    case end(Drill.End)
    /// The limit is reached.
    case outOfTime
  }
}

/// How a play ended.
public enum DrillOutcome: Sendable, Equatable {
  /// In a state that ends the drill.
  case ended(Drill.End)
  /// At the limit.
  case outOfTime
}
