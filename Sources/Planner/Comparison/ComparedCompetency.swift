public import Rubric

/// A competency as a row of a comparison.
public struct ComparedCompetency: Sendable {
  /// What the assessment of the first candidate says of it.
  public let assessed: AssessedCompetency
  /// What was seen of each candidate, in the order of the comparison.
  public let cells: [ComparedCell]

  init(_ assessed: AssessedCompetency, of candidates: [ComparedCandidate]) {
    self.assessed = assessed
    cells = candidates.map { ComparedCell(assessed.id, of: $0) }
  }
}

/// What was seen of one competency of one candidate.
public struct ComparedCell: Sendable {
  /// The ratings, in the order of the scorecards.
  public let ratings: [Rated]
  /// The level that the candidate's role asks for.
  public let target: ProficiencyLevel

  /// A rating with the scorecard that it stands in.
  public struct Rated: Sendable {
    /// The scorecard.
    public let card: ComparedCard
    /// What it says.
    public let reading: ComparedReading
  }

  init(_ id: String, of candidate: ComparedCandidate) {
    ratings = candidate.cards.flatMap { card in
      // Of two entries of one scorecard the first counts.
      card.readings.first { $0.competency == id }.map { [Rated(card: card, reading: $0)] } ?? []
    }
    target = candidate.plan.competency(id)?.target ?? ratings.first?.reading.target ?? .intermediate
  }

  /// The mean of the levels observed, each rater alike; nil where there is none. What was not observed counts as no
  /// number.
  public var mean: Double? { Self.mean(of: ratings.compactMap(\.reading.level)) }

  /// The mean of the levels asked for in those ratings. They differ only where candidates choose one of several.
  public var askedMean: Double? {
    Self.mean(of: ratings.filter { $0.reading.level != nil }.map(\.reading.target.rawValue))
  }

  /// The mean level beyond what is asked for; negative below it.
  public var difference: Double? {
    guard let mean, let askedMean else { return nil }
    return mean - askedMean
  }

  private static func mean(of numbers: [Int]) -> Double? {
    numbers.isEmpty ? nil : Double(numbers.reduce(0, +)) / Double(numbers.count)
  }
}
