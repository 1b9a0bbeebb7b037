/// What a change did: each figure that is another one, and each error that is gone or new.
public struct EvaluationComparison: Sendable, Equatable {
  /// The figures that changed, in order; of the halves too where both runs have the same.
  public var figures: [FigureChange]
  /// What was wrong before and is right now.
  public var gains: [Verdict]
  /// What was right before and is wrong now.
  public var losses: [Verdict]
  /// Postings that cannot be compared one by one: one of the runs does not have them or does not show
  /// them, or their label or their text is another one.
  public var incomparable: [String]

  /// A figure that changed.
  public struct FigureChange: Sendable, Equatable {
    /// The postings of which it is a figure.
    public var part: Evaluation.Part.Name
    /// Which figure.
    public var figure: AccuracyFigure
    /// Its values; nil where nothing was measured.
    public var before: Double?
    /// Its value in the second run.
    public var after: Double?
  }

  /// An error of a posting.
  public struct Verdict: Sendable, Equatable {
    /// The file name of the posting.
    public var file: String
    /// The error that is gone or new.
    public var error: AccuracyError
  }

  /// Compares a run with an earlier one.
  public init(from old: Evaluation, to new: Evaluation) {
    figures = Self.figures(old, new)
    let (before, after) = (Self.byName(old), Self.byName(new))
    // Where the second run shows a half only, the other half is not asked for.
    let gone = new.halves == nil ? Set(before.keys) : []
    let names = gone.union(after.keys).sorted()
    (gains, losses, incomparable) = ([], [], [])
    for name in names {
      guard let old = before[name], let new = after[name], old.digest == new.digest else {
        incomparable.append(name)
        continue
      }
      gains += Self.verdicts(of: old, without: new)
      losses += Self.verdicts(of: new, without: old)
    }
  }

  private static func byName(_ evaluation: Evaluation) -> [String: Evaluation.Posting] {
    Dictionary(evaluation.postings.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The errors of one run that the other does not have.
  private static func verdicts(of run: Evaluation.Posting, without other: Evaluation.Posting) -> [Verdict] {
    let known = Set(other.errors.map(\.key))
    return run.errors.filter { !known.contains($0.key) }.map { Verdict(file: run.file, error: $0) }
  }

  private static func figures(_ old: Evaluation, _ new: Evaluation) -> [FigureChange] {
    let isSameSplit = old.halves?.seed == new.halves?.seed
    return new.parts.flatMap { part -> [FigureChange] in
      guard part.name == .all || isSameSplit, let before = old.parts.first(where: { $0.name == part.name })
      else { return [] }
      return AccuracyFigure.allCases.compactMap { figure in
        let change = FigureChange(
          part: part.name, figure: figure, before: figure.value(in: before.counts)?.value,
          after: figure.value(in: part.counts)?.value)
        return change.before == change.after ? nil : change
      }
    }
  }
}
