/// How likely a table of two by two counts is, or one that is further off, where rows and columns have nothing to do
/// with each other and their sums are given: Fisher's exact test (Fisher 1935; Agresti 2002, section 3.5.1).
///
/// The probabilities are those of the hypergeometric distribution, each from its neighbour by the ratio of the two,
/// out of the likeliest one: no factorial is computed, nothing overflows, and a probability is exact to some eleven
/// digits. Those below 1e-300 count as 0.
public struct FisherExactTest: Sendable, Equatable {
  /// The probability of a table that is no likelier than this one.
  public let twoSided: Double
  /// The probability of a first count as small as this one, or smaller.
  public let less: Double
  /// The probability of a first count as large as this one, or larger.
  public let greater: Double

  /// The largest count that is taken.
  public static let maximum = 1_000_000

  /// Two tables count as equally likely where they differ by less than this, relatively: R's `fisher.test` has the
  /// same.
  private static let tolerance = 1 + 1e-7

  /// The test of a table: `a` and `b` in the first row, `c` and `d` in the second. nil where a count is negative or
  /// greater than a million.
  public init?(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
    guard [a, b, c, d].allSatisfy((0...Self.maximum).contains) else { return nil }
    let weights = TableWeights(row: a + b, column: a + c, total: a + b + c + d)
    let whole = weights.sum { _ in true }
    let limit = weights.of(a) * Self.tolerance
    twoSided = min(1, weights.sum { weights.of($0) <= limit } / whole)
    less = min(1, weights.sum { $0 <= a } / whole)
    greater = min(1, weights.sum { $0 >= a } / whole)
  }
}

/// How likely each first count of a table is whose sums are given, as a multiple of the likeliest.
private struct TableWeights {
  /// The least first count that is likely enough to have a weight, and the likeliest.
  private let start, mode: Int
  /// The weights from there on, rising to 1 at the likeliest and falling behind it.
  private let weights: [Double]

  /// The weights of the tables with such a first row, first column and total.
  init(row: Int, column: Int, total: Int) {
    let (least, most) = (max(0, row + column - total), min(row, column))
    // No sum is greater than four million, so that no product overflows.
    mode = min(max((row + 1) * (column + 1) / (total + 2), least), most)
    let rest = total - row - column
    var (falling, rising): ([Double], [Double]) = ([], [])
    var (count, weight) = (mode, 1.0)
    while count > least, weight > 0 {
      weight *= Double(count) * Double(rest + count) / (Double(row - count + 1) * Double(column - count + 1))
      rising.append(weight)
      count -= 1
    }
    start = count
    (count, weight) = (mode, 1.0)
    while count < most, weight > 0 {
      weight *= Double(row - count) * Double(column - count) / (Double(count + 1) * Double(rest + count + 1))
      falling.append(weight)
      count += 1
    }
    weights = rising.reversed() + [1] + falling
  }

  /// The weight of a first count.
  func of(_ count: Int) -> Double {
    weights.indices.contains(count - start) ? weights[count - start] : 0
  }

  /// The weights of the first counts that are wanted, added up, the smallest first so that nothing is lost.
  func sum(where isWanted: (Int) -> Bool) -> Double {
    var (left, right) = (0.0, 0.0)
    for count in start..<mode where isWanted(count) { left += of(count) }
    for count in (mode..<(start + weights.count)).reversed() where isWanted(count) { right += of(count) }
    return left + right
  }
}
