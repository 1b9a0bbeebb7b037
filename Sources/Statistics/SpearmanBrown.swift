/// How far a mean of several ratings can be relied on (Spearman 1910; Brown 1910).
public enum SpearmanBrown {
  /// The reliability of the mean of so many raters who rate apart, from 0 to 1: k r / (1 + (k - 1) r), with the
  /// agreement r of two of them, from 0 to 1. 0 for less than one rater.
  public static func reliability(of agreement: Double, raters count: Int) -> Double {
    count < 1 ? 0 : Double(count) * agreement / (1 + Double(count - 1) * agreement)
  }
}
