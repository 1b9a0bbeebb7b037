/// Colours of a terminal, or none.
public struct Style: Sendable {
  /// Whether escape sequences are written.
  public let isColoured: Bool

  /// A style with or without colours.
  public init(isColoured: Bool) { self.isColoured = isColoured }

  /// No escape sequences at all.
  public static let plain = Style(isColoured: false)

  /// The meanings that have a look of their own.
  public enum Role: String, Sendable {
    /// Titles, ids and other words to find at a glance.
    case strong = "1"
    /// Line numbers and gutters.
    case faint = "2"
    /// Errors and what was removed.
    case bad = "31"
    /// Carets and what was added.
    case good = "32"
    /// Warnings and what was changed.
    case notice = "33"
    /// Hints and places.
    case place = "36"
  }

  /// The text in the look of a role.
  public func callAsFunction(_ role: Role, _ text: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}
