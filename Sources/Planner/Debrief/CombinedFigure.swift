import Rubric

/// The combined figures of a debrief.
public struct CombinedFigures: Sendable {
  /// That of all competencies.
  public let all: CombinedFigure
  /// That of the required ones alone; nil where none of them was observed.
  public let required: CombinedFigure?
  /// That of all before ratings were changed; nil where none was.
  public let before: CombinedFigure?

  /// The figures of a debrief's rows; nil where nothing that weighs anything was observed.
  init?(of competencies: [DebriefCompetency], in plan: AssessmentPlan) {
    let asked = plan.competencies
    let required = asked.filter { $0.importance == .required }
    guard let all = CombinedFigure(of: competencies, asked: asked) else { return nil }
    self.all = all
    self.required = CombinedFigure(
      of: competencies.filter { $0.importance == .required }, asked: required)
    let isChanged = competencies.contains { $0.readings.contains { !$0.changes.isEmpty } }
    before = isChanged ? CombinedFigure(of: competencies.map(\.unchanged), asked: asked) : nil
  }
}

/// The weighted mean of the levels of the competencies that were observed.
///
/// For each competency `c`, `level(c)` is the mean of the levels that its raters gave; not observed is left out, and
/// every rater counts alike. With `weight(c)` from the role,
///
///     share(c)   = weight(c) / sum of the weights of all competencies observed
///     combined   = sum of share(c) x level(c)
///     target     = sum of share(c) x target(c)
///     difference = combined - target
///
/// Combining by a fixed rule predicts performance better than judging the whole by eye (Kuncel, Klieger, Connelly &
/// Ones 2013); the weights are equal within an importance unless the role says otherwise (U.S. OPM). It is one view of
/// the ratings and says nothing that they do not say.
public struct CombinedFigure: Sendable {
  /// The competencies observed, in the order of the debrief.
  public let parts: [Part]
  /// The share of the weight of all that is asked for on which anything was observed, from 0 to 1.
  public let observed: Double
  /// How much it depends on the weights.
  public let dependence: WeightDependence

  /// A competency's part.
  public struct Part: Sendable {
    /// The competency.
    public let competency: DebriefCompetency
    /// Its weight among those observed, from 0 to 1.
    public let share: Double
    /// The mean of its levels.
    public let level: Double
    /// The level asked for.
    public let target: Double
    /// The share that it would have to have for the combined figure to change sides; nil where none does that.
    public let turn: TurningShare?

    /// The level beyond what is asked for.
    public var difference: Double { level - target }
  }

  /// The combined level.
  public var level: Double { parts.reduce(0) { $0 + $1.share * $1.level } }
  /// The target, weighted likewise.
  public var target: Double { parts.reduce(0) { $0 + $1.share * $1.target } }
  /// The combined level beyond the target.
  public var difference: Double { parts.reduce(0) { $0 + $1.share * $1.difference } }
  /// Where it stands to the target.
  public var standing: Standing { Standing(difference) }

  /// The figure of some rows, against all that is asked for; nil where nothing that weighs anything was observed.
  init?(of competencies: [DebriefCompetency], asked: [AssessedCompetency]) {
    let rows = competencies.compactMap { row -> (row: DebriefCompetency, level: Double, target: Double)? in
      guard row.weight > 0, let mean = row.mean, let target = row.askedMean else { return nil }
      return (row, mean, target)
    }
    let whole = rows.reduce(0) { $0 + $1.row.weight }
    guard whole > 0 else { return nil }
    let weighted = rows.map { row in
      WeightedLevel(share: row.row.weight / whole, level: row.level, target: row.target)
    }
    let dependence = WeightDependence(of: weighted)
    self.dependence = dependence
    observed = min(whole / asked.reduce(0) { $0 + $1.weight }, 1)
    parts = rows.indices.map { index in
      Part(
        competency: rows[index].row, share: weighted[index].share, level: rows[index].level,
        target: rows[index].target, turn: dependence.turns[index])
    }
  }
}

extension DebriefCompetency {
  /// As the scorecards have it, before anything was changed.
  fileprivate var unchanged: DebriefCompetency {
    DebriefCompetency(
      id: id, assessed: assessed, target: target, readings: readings.map(\.unchanged))
  }
}

extension DebriefReading {
  fileprivate var unchanged: DebriefReading {
    DebriefReading(
      card: card, original: original, rating: original, changes: [], chosen: chosen, target: target,
      evidence: evidence)
  }
}
