extension Drill {
  /// What the candidate can ask to see.
  public struct Check: Sendable, Equatable {
    /// Its name within the drill.
    public var id: String
    /// The words with which people ask for it.
    public var asks: [String]
    /// How long it takes.
    public var minutes: Int
    /// The ids of the facts without which nobody would think of it.
    public var needs: [String]
    /// What is seen, but in the states that `readings` name.
    public var shows: String
    /// The ids of the facts that this tells.
    public var tells: [String]
    /// What is seen in some states instead. The first that names a state counts there.
    public var readings: [Reading]
  }

  /// What a check shows in some states.
  public struct Reading: Sendable, Equatable {
    /// The ids of the states.
    public var states: [String]
    /// What is seen.
    public var shows: String
    /// The ids of the facts that this tells.
    public var tells: [String]
  }

  /// What the candidate can have done.
  public struct Action: Sendable, Equatable {
    /// Its name within the drill.
    public var id: String
    /// What it is, in a sentence.
    public var does: String
    /// How long it takes.
    public var minutes: Int
    /// The ids of the facts that make it sensible rather than a guess. Nothing hinders a guess.
    public var needs: [String]
    /// Where it leads. The first move from a state counts there.
    public var moves: [Move]
    /// What is seen in the states from which it leads nowhere.
    public var otherwise: String
  }

  /// Where an action leads from some states.
  public struct Move: Sendable, Equatable {
    /// The ids of the states.
    public var sources: [String]
    /// The id of the state that follows.
    public var target: String
    /// What is seen when it happens.
    public var says: String
  }
}
