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
  /// The ratings, in the order of the scorecards, those that are missing in a scorecard included.
  public let ratings: [Rated]
  /// The mean of the levels observed, each rater alike; nil where there is none. What was not observed counts as no
  /// number.
  public let mean: Double?
  /// The mean level beyond what is asked for; negative below it.
  public let difference: Double?
  /// The level that the candidate's role asks for.
  public let target: ProficiencyLevel

  /// A rating with the scorecard that it stands in.
  public struct Rated: Sendable {
    /// The scorecard.
    public let card: DebriefCard
    /// What it says.
    public let reading: DebriefReading
  }

  init(_ id: String, of candidate: ComparedCandidate) {
    let (debrief, row) = (candidate.debrief, candidate.debrief.competencies.first { $0.id == id })
    ratings = (row?.readings ?? []).map { Rated(card: debrief.cards[$0.card], reading: $0) }
    mean = row?.mean
    difference = row?.difference
    target = row?.target ?? debrief.plan.competency(id)?.target ?? .intermediate
  }
}
