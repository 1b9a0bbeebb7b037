public import YAML

/// A fact that two roles state differently.
public struct FactChange: Sendable, Equatable {
  /// The facts, in the order of the role file.
  public enum Fact: String, Sendable, CaseIterable {
    case title, company, level
    case minYears = "min_years"
    case pay, location, remote
    /// The stages in their order.
    case interviewProcess = "interview_process"
  }

  /// What it is about.
  public let fact: Fact
  /// What the first role states, as its file writes it; null for nothing.
  public let from: Document
  /// What the second role states, as its file writes it; null for nothing.
  public let to: Document
  /// Whether the second role asks for more; only years and the levels of one ladder tell.
  public let direction: RoleChange.Direction
  /// Whether the second role pays more: no end is lower and one is higher, in the same currency for the same
  /// time. nil where this is not about pay.
  public let pays: RoleChange.Direction?
  /// What became of the stages; nil where this is not about them.
  public let stages: StagesChange?

  /// The change back.
  public var reversed: FactChange {
    FactChange(
      fact: fact, from: to, to: from, direction: direction.reversed, pays: pays?.reversed,
      stages: stages?.reversed)
  }
}
