/// A figure of accuracy, by the name that floors and comparisons call it.
public enum AccuracyFigure: String, Sendable, CaseIterable {
  case precision, recall, f1
  case requiredPrecision = "required_precision"
  case requiredRecall = "required_recall"
  case requiredF1 = "required_f1"
  case importance
  case anyOf = "any_of"
  case quotes, title, company, level
  case minYears = "min_years"
  case pay, remote
  case interviewProcess = "interview_process"

  /// Its value, from 0 to 1, and the numbers of which it is the share where it is one. Nil where nothing
  /// was measured.
  public func value(in counts: AccuracyCounts) -> (value: Double, share: Share?)? {
    switch self {
    case .precision: Self.share(counts.competencies.right, of: counts.competencies.found)
    case .recall: Self.share(counts.competencies.right, of: counts.competencies.labelled)
    case .f1: (counts.competencies.f1, nil)
    case .requiredPrecision: Self.share(counts.required.right, of: counts.required.found)
    case .requiredRecall: Self.share(counts.required.right, of: counts.required.labelled)
    case .requiredF1: (counts.required.f1, nil)
    case .importance: (counts.importance.value, counts.importance)
    case .anyOf: (counts.anyOf.value, counts.anyOf)
    case .quotes: (counts.quotes.value, counts.quotes)
    default: LabelledFact(rawValue: rawValue).flatMap { counts.facts[$0] }.map { ($0.value, $0) }
    }
  }

  private static func share(_ right: Int, of all: Int) -> (value: Double, share: Share?) {
    let share = Share(right: right, all: all)
    return (share.value, share)
  }

  /// A value in whole units of which `scale` make 1, to the nearest, ties to even, as the exact value of
  /// the number has it: 0.0625 is 62 thousandths, as in the printing of most languages.
  public static func units(_ value: Double, scale: Double) -> Int {
    let product = value * scale
    let error = (-product).addingProduct(value, scale)
    let isTie = product - product.rounded(.down) == 0.5
    guard isTie, error != 0 else { return Int(product.rounded(.toNearestOrEven)) }
    return Int(product.rounded(error > 0 ? .up : .down))
  }

  /// A value with four decimals.
  static func fourDecimals(_ value: Double) -> Double { Double(units(value, scale: 10_000)) / 10_000 }
}
