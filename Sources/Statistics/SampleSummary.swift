/// How large numbers are on average, and how far they are apart.
public struct SampleSummary: Sendable, Equatable {
  /// How many there are.
  public let count: Int
  /// Their mean.
  public let mean: Double
  /// Their standard deviation, with one less than their count below the line; nil for fewer than two.
  public let deviation: Double?

  /// The summary of some numbers; nil where there are none.
  public init?(_ numbers: [Double]) {
    guard !numbers.isEmpty else { return nil }
    count = numbers.count
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    self.mean = mean
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation = numbers.count < 2 ? nil : (squares / Double(numbers.count - 1)).squareRoot()
  }

  /// By how much the mean of such a sample is off on average: the standard deviation over the root of the count.
  public var standardError: Double? { deviation.map { $0 / Double(count).squareRoot() } }
}
