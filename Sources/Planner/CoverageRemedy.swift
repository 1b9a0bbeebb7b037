/// A change that lets required competencies be rated for which the loop has no place, and its price.
public struct CoverageRemedy: Sendable, Equatable {
  /// What would be changed.
  public var change: Change
  /// What that costs.
  public var cost: Cost

  /// A change that helps.
  public enum Change: Sendable, Equatable {
    /// One more interview. `covers` names the demands that it lets the loop rate besides.
    case addInterview(formatName: String, minutes: Int, covers: [String])
    /// Asking for these less strongly.
    case makePreferred([String])
    /// Letting each interview rate up to this many competencies.
    case raiseRatings(to: Int)
    /// A question in the library that fits this demand, its level and a format of the loop.
    case addQuestion(String)
    /// Letting the interviews after the screens take up to this many minutes.
    case allowMinutes(to: Int)
    /// A longer stage of the posting's process. `covers` names the demands that it lets the loop rate besides.
    case lengthenStage(name: String, from: Int, to: Int, covers: [String])
  }

  /// What a change costs, against the loop as it is planned.
  public struct Cost: Sendable, Equatable {
    /// The minutes that the candidate spends more; below zero where the changed loop is shorter.
    public var candidateMinutes = 0
    /// The minutes that the team spends more, with preparation and debrief; below zero likewise.
    public var teamMinutes = 0
    /// The names of demands that the loop would no longer rate, or would go on leaving out.
    public var unrated: [String] = []
    /// The names of required demands that would lose their second reading.
    public var onceOnly: [String] = []
    /// The least minutes for each rating, before and after, where an interview rates more than before.
    public var minutesEach: MinutesEach?

    /// Minutes for each rating.
    public struct MinutesEach: Sendable, Equatable {
      /// As it is planned.
      public var before: Int
      /// After the change.
      public var after: Int
    }
  }
}
