/// An incident as a small state machine, played in conversation (docs/exercises.md): what each check
/// shows, what each action does, what time does, and how it can end.
///
/// All minutes are those of the drill, from 0 at its beginning. `DrillPlay` plays it, and `DrillWalk`
/// walks every path of it.
public struct Drill: Sendable, Equatable {
  /// The minutes of play.
  public var limit: Int
  /// The id of the state in which it begins.
  public var start: String
  /// The states, at least one.
  public var states: [State]
  /// What the candidate can come to know.
  public var facts: [Fact]
  /// What the candidate can ask to see.
  public var checks: [Check]
  /// What the candidate can have done.
  public var actions: [Action]
  /// What people say at fixed minutes.
  public var marks: [Mark]
  /// The help that is given while a fact is missing.
  public var hints: [Hint]
  /// What the interviewer says when the limit is reached.
  public var outOfTime: String

  /// A fact in words, by its id; the id of one that the drill does not have.
  public func fact(_ id: String) -> String { facts.first { $0.id == id }?.what ?? id }

  /// How things stand.
  public struct State: Sendable, Equatable {
    /// Its name within the drill.
    public var id: String
    /// What users and graphs show; read aloud when the state is entered.
    public var sees: String
    /// What time makes of it.
    public var worsens: Worsening?
    /// How the drill ends in it; nil where it goes on.
    public var end: End?
  }

  /// What time makes of a state.
  public struct Worsening: Sendable, Equatable {
    /// The minutes after which it happens, from the minute in which the state is entered; at least 1.
    public var after: Int
    /// The id of the state that follows.
    public var target: String
    /// What is seen when it happens.
    public var says: String
  }

  /// How a drill ends.
  public enum End: String, Sendable, CaseIterable {
    /// As it should.
    case good
    /// Well enough, at a price.
    case fair
    /// Badly.
    case poor
  }

  /// Something that the candidate can come to know.
  public struct Fact: Sendable, Equatable {
    /// Its name within the drill.
    public var id: String
    /// The fact, for the interviewer.
    public var what: String
  }

  /// What one person in a channel says at a minute.
  public struct Mark: Sendable, Equatable {
    /// The minute.
    public var minute: Int
    /// What is said, read aloud.
    public var says: String
  }

  /// Help, due from a minute on while a fact is missing.
  public struct Hint: Sendable, Equatable {
    /// The minute from which it is due.
    public var minute: Int
    /// The id of the fact without which it is given.
    public var missing: String
    /// The words of the hint.
    public var say: String
  }
}
