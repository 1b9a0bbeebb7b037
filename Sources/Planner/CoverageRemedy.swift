/// A change that lets required competencies be rated for which the loop has no place.
public enum CoverageRemedy: Sendable, Equatable {
  /// One more interview. `covers` names the demands that it lets the loop rate besides.
  case addInterview(formatName: String, minutes: Int, covers: [String])
  /// Asking for these less strongly.
  case makePreferred([String])
  /// Letting each interview rate up to this many competencies.
  case raiseRatings(to: Int)
  /// A question in the library that fits this demand, its level and a format of the loop.
  case addQuestion(String)
}
