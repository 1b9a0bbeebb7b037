internal import Rubric

/// What becomes of an interview.
public struct InterviewChange: Sendable {
  /// The interview of the first loop; nil where only the second holds it.
  public let from: Interview?
  /// The interview of the second loop; nil where only the first holds it.
  public let to: Interview?
  /// The names of what it rates in the second loop and not in the first, and the other way round; empty where only one
  /// loop holds it.
  public let ratings: (added: [String], removed: [String])

  /// What becomes of an interview.
  public enum Kind: String, Sendable, CaseIterable {
    /// Only the second loop holds it.
    case added
    /// Only the first loop holds it.
    case removed
    /// Both hold it, not alike.
    case changed
    /// Both hold it alike: as long, around the same exercise, with the same ratings and questions.
    case kept
  }

  init(from: Interview?, to: Interview?, _ matching: DemandMatching) {
    self.from = from
    self.to = to
    guard let from, let to else {
      ratings = ([], [])
      return
    }
    let before = Set(from.ratings.compactMap { matching.partner(of: $0.demand.id) })
    let after = Set(to.ratings.map(\.demand.id))
    ratings = (
      to.ratings.map(\.demand).filter { !before.contains($0.id) }.map(\.name),
      from.ratings.map(\.demand).filter { demand in
        matching.partner(of: demand.id).map { !after.contains($0) } ?? true
      }.map(\.name)
    )
  }

  /// What becomes of it.
  public var kind: Kind {
    guard let from else { return .added }
    guard let to else { return .removed }
    let isKept =
      from.minutes == to.minutes && from.exercise?.id == to.exercise?.id && from.name == to.name
      && ratings.added.isEmpty && ratings.removed.isEmpty && from.questionIDs == to.questionIDs
    return isKept ? .kept : .changed
  }

  /// What it is called, by the second side if that has it.
  public var name: String { (to ?? from)?.name ?? "" }

  /// Whether both loops hold it, and not for as long.
  public var hasOtherMinutes: Bool {
    guard let from, let to else { return false }
    return from.minutes != to.minutes
  }

  /// Whether both loops hold it, around different exercises, or one of them around none.
  public var hasOtherExercise: Bool {
    guard let from, let to else { return false }
    return from.exercise?.id != to.exercise?.id
  }

  /// Whether both loops hold it, and more changed than its questions.
  public var isFelt: Bool {
    kind == .changed
      && (hasOtherMinutes || hasOtherExercise || from?.name != to?.name || !ratings.added.isEmpty
        || !ratings.removed.isEmpty)
  }

  /// Whether both loops hold it, and somebody else of the panel does.
  public var hasOtherHolder: Bool {
    guard let from, let to else { return false }
    return from.holder != to.holder
  }
}

extension Interview {
  /// The ids of its questions.
  fileprivate var questionIDs: Set<String> { Set(ratings.flatMap(\.questions).map(\.question.id)) }
}
