/// A hiring platform whose scorecards are written and read.
public enum ExchangePlatform: String, Sendable, CaseIterable {
  /// Greenhouse, in the shape of Harvest v1.
  case greenhouse
  /// Lever, as feedback forms.
  case lever
  /// Ashby, as application feedback.
  case ashby
}
