public import YAML

/// How well somebody commands a competency: the five-point scale of the U.S. Office of Personnel
/// Management (Structured Interviews: A Practical Guide, 2008).
public enum ProficiencyLevel: Int, Sendable, CaseIterable, Comparable {
  /// Knows of it; acts under close guidance.
  case awareness = 1
  /// Handles the simplest cases, with help now and then.
  case basic = 2
  /// Handles ordinary cases alone.
  case intermediate = 3
  /// Handles hard cases, and guides others.
  case advanced = 4
  /// Sets direction; is the one whom others ask.
  case expert = 5

  /// The name of the level.
  public var name: String {
    switch self {
    case .awareness: "Awareness"
    case .basic: "Basic"
    case .intermediate: "Intermediate"
    case .advanced: "Advanced"
    case .expert: "Expert"
    }
  }

  /// The nearest level of the scale to a number.
  public init(clamping number: Int) {
    self = ProficiencyLevel(rawValue: min(max(number, 1), 5)) ?? .intermediate
  }

  /// Lower levels first.
  public static func < (a: ProficiencyLevel, b: ProficiencyLevel) -> Bool { a.rawValue < b.rawValue }

  /// A level as files write it: a number from 1 to 5.
  public static let shape = Shape<Int>.integer(1...5).map { ProficiencyLevel(clamping: $0) }

  static let rangeShape = Shape<ClosedRange<Int>>.range(within: 1...5).map { range in
    ProficiencyLevel(clamping: range.lowerBound)...ProficiencyLevel(clamping: range.upperBound)
  }
}

extension ClosedRange where Bound == ProficiencyLevel {
  /// A range as files write it, such as `2-4`.
  public var written: String { "\(lowerBound.rawValue)-\(upperBound.rawValue)" }
}

/// An observable behaviour that marks a level (behaviourally anchored rating scales; Smith & Kendall
/// 1963).
public struct BehaviouralAnchor: Sendable, Equatable {
  /// What somebody of this level is seen to do.
  public var text: String

  static let shape = Shape<String>.text.map { BehaviouralAnchor(text: $0) }
}

/// What a proficiency level means for one competency.
public struct LevelDescription: Sendable, Equatable {
  /// The level.
  public var level: ProficiencyLevel
  /// The level in a sentence.
  public var summary: String
  /// Behaviours that mark it.
  public var anchors: [BehaviouralAnchor]

  private static let body = Shape<LevelDescription>.mapping("the level") { fields in
    LevelDescription(
      level: .intermediate, summary: fields.required("summary", .text),
      anchors: fields.required("anchors", .list(of: BehaviouralAnchor.shape, atLeast: 1)))
  }

  /// The levels 1 to 5 by their number, all of them, in any order.
  static let levels = Shape<[LevelDescription]>.mapping("the levels") { fields in
    ProficiencyLevel.allCases.map { level in
      var description = fields.required(String(level.rawValue), body)
      description.level = level
      return description
    }
  }
}
