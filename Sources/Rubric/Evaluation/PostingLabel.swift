public import YAML

/// What people found in a posting: the answer that an extractor's is measured against.
public struct PostingLabel: Sendable {
  /// The posting's file name, without folders.
  public var file: Placed<String>
  /// The title; nil where the posting has none.
  public var title: String?
  /// The employer's name.
  public var company: String?
  /// The level that the title or the text states.
  public var level: RoleLevel
  /// The least years of experience demanded.
  public var minYears: Int?
  /// The pay that the posting states.
  public var pay: Pay?
  /// Whether the role can be remote; nil when nothing is said.
  public var remote: Bool?
  /// The stages of interviewing that the posting states, in order.
  public var interviewProcess: [ProcessStage]
  /// What the posting asks for.
  public var competencies: [LabelledCompetency]
  /// Competencies on which readers did not agree: to find one is neither right nor wrong.
  public var optional: [Placed<String>]
  /// Facts on which readers did not agree. They are not measured.
  public var unsure: [LabelledFact]
}

/// A competency that a posting asks for, as people read it.
public struct LabelledCompetency: Sendable {
  /// The competency's id.
  public var id: Placed<String>
  /// How strongly it is asked for.
  public var importance: Importance
  /// Another importance that is as right.
  public var orImportance: Importance?
  /// Whether it is one of several alternatives.
  public var grouping: Grouping
  /// The words of the posting that state it.
  public var quote: Placed<String>?

  /// How a competency stands to others of the posting.
  public enum Grouping: Sendable, Equatable {
    /// It is asked for by itself.
    case alone
    /// One of those with the same letter is enough.
    case group(String)
    /// Readers did not agree; either is right.
    case either
  }

  /// Whether an importance is one of those that are right.
  public func accepts(_ other: Importance) -> Bool { other == importance || other == orImportance }

  /// Whether an any-of letter, or none, is right. The letter itself does not matter.
  public func accepts(group: String?) -> Bool {
    switch grouping {
    case .either: true
    case .alone: group == nil
    case .group: group != nil
    }
  }
}
