public import Rubric

/// A competency as a row of the debrief: what the scorecards say of it.
public struct DebriefCompetency: Sendable {
  /// Its id; of alternatives all, joined by `|`.
  public let id: String
  /// What the assessment says of it; nil where it does not know it.
  public let assessed: AssessedCompetency?
  /// The level asked for.
  public let target: ProficiencyLevel
  /// The ratings of it, in the order of the scorecards, those that are missing included.
  public let readings: [DebriefReading]

  /// Its name; the id where the assessment does not know it.
  public var name: String { assessed?.name ?? id }
  /// How strongly it is asked for; nil where the assessment does not know it.
  public var importance: Importance? { assessed?.importance }
  /// Its weight in the assessment; 0 where that does not know it.
  public var weight: Double { assessed?.weight ?? 0 }

  /// The levels observed, in the order of the scorecards.
  public var levels: [Int] { readings.compactMap(\.level) }

  /// How many levels lie between the highest and the lowest; 0 where fewer than two are observed.
  public var spread: Int { (levels.max() ?? 0) - (levels.min() ?? 0) }

  /// The mean of the levels observed, each rater alike; nil where there is none.
  public var mean: Double? { Self.mean(of: levels) }

  /// The mean of the levels asked for in those ratings. They differ only where candidates choose one of several.
  public var askedMean: Double? { Self.mean(of: readings.filter { $0.level != nil }.map(\.target.rawValue)) }

  /// The mean level beyond what is asked for; negative below it; nil where nothing is observed.
  public var difference: Double? {
    guard let mean, let askedMean else { return nil }
    return mean - askedMean
  }

  /// Where the mean stands to what is asked for.
  public var standing: Standing? { difference.map(Standing.init) }

  private static func mean(of numbers: [Int]) -> Double? {
    numbers.isEmpty ? nil : Double(numbers.reduce(0, +)) / Double(numbers.count)
  }
}

/// Where a level stands to the one asked for. To one decimal: what rounds to no difference is none.
public enum Standing: String, Sendable {
  /// Lower than asked for.
  case below
  /// As asked for.
  case at
  /// Higher than asked for.
  case above

  /// The standing of a difference to what is asked for.
  public init(_ difference: Double) {
    let tenths = LevelFigures.tenths(difference)
    self = tenths == 0 ? .at : tenths < 0 ? .below : .above
  }
}

/// What one scorecard says of a competency.
public struct DebriefReading: Sendable {
  /// The index of the scorecard among those of the debrief.
  public let card: Int
  /// What the scorecard says; nil where it says nothing.
  public let original: Rating?
  /// What holds after the debrief: the original, or what it was changed to.
  public let rating: Rating?
  /// How it was changed; one change at most where `DebriefCheck` finds nothing.
  public let changes: [RatingChange]
  /// The alternative that the candidate chose, by its id, as it is written; nil where there is none.
  public let chosen: String?
  /// The level asked for: that of the alternative chosen, where one was.
  public let target: ProficiencyLevel
  /// What shows it, in the interviewer's words.
  public let evidence: String

  /// The level that holds, as a number; nil where none was observed.
  public var level: Int? { rating?.level?.rawValue }
  /// Where it stands to the level asked for; nil where none was observed.
  public var standing: Standing? { level.map { Standing(Double($0 - target.rawValue)) } }
  /// Whether nothing is written that shows it.
  public var isWithoutEvidence: Bool { evidence.allSatisfy(\.isWhitespace) }
}
