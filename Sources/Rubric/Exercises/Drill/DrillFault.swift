/// Something that is wrong with a drill, and the keys that lead to it.
public struct DrillFault: Sendable, Equatable {
  /// What is wrong.
  public let kind: Kind
  /// The way to the place from the block `drill`.
  public let path: [Step]

  /// One key or index, counted from 0, on the way to a place.
  public enum Step: Sendable, Equatable {
    /// A key of a mapping.
    case key(String)
    /// An entry of a list.
    case index(Int)
  }

  /// What is wrong with a drill. Texts are ids.
  public enum Kind: Sendable, Equatable {
    /// Two states, facts, checks or actions are called the same.
    case duplicateID(String)
    /// A state is named that the drill does not have.
    case unknownState(String)
    /// A fact is named that the drill does not have.
    case unknownFact(String)
    /// A state is named twice by what one check shows, or by the moves of one action: the first counts.
    case repeatedState(String)
    /// No path leads to a state within the limit.
    case unreachableState(String)
    /// No end can be reached from a state, however long one plays.
    case deadEnd(String)
    /// No good end is reached within the limit by steps whose needs are known.
    case noGoodEnd
    /// A check or an action needs facts that no path tells.
    case unmetNeed(of: String, facts: [String])
    /// No check tells a fact.
    case untoldFact(String)
    /// Nothing needs a fact, and no hint waits for it.
    case unneededFact(String)
    /// No path makes a move of an action, from any of the states.
    case idleMove(of: String, from: [String])
    /// A time mark or a hint comes at a minute at which the drill is over.
    case beyondLimit(minute: Int)
    /// A state worsens when the drill is over, though it be entered at its earliest minute.
    case worseningBeyondLimit(String, entered: Int)
    /// A state that ends the drill worsens, too.
    case worseningEnd(String)
    /// There are more paths than are walked: whether there is a good end is not known.
    case tooManyPaths
  }
}
