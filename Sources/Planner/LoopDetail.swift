/// What is worked out of a loop beside its interviews. Each costs about as much as the search for the loop may, and is
/// left out where nobody reads it.
public struct LoopDetail: OptionSet, Sendable {
  /// The details as bits.
  public let rawValue: Int

  /// A set of details by their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The smallest conflict. Without it a conflict names all required demands that are left out.
  public static let smallestConflict = LoopDetail(rawValue: 1 << 0)
  /// The ways out of the smallest conflict.
  public static let remedies = LoopDetail(rawValue: 1 << 1)
  /// What one more interview would add, which is a plan of its own.
  public static let furtherInterview = LoopDetail(rawValue: 1 << 2)
  /// What the loop was made from. Without it the fingerprint is empty.
  public static let fingerprint = LoopDetail(rawValue: 1 << 3)

  /// All that is written to a file.
  public static let standard: LoopDetail = [.smallestConflict, .remedies, .fingerprint]
  /// All that people read.
  public static let whole: LoopDetail = [.standard, .furtherInterview]
}
