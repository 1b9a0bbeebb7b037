/// A value to be written as YAML or JSON. Keys keep their order.
public indirect enum Document: Sendable, Equatable {
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number, written with at most four decimals.
  case number(Double)
  /// `true` or `false`.
  case boolean(Bool)
  /// Nothing.
  case null
  /// Values in order, one a line, or all on one line when `inline`.
  case list([Document], inline: Bool = false)
  /// Keys with values, one a line, or all on one line when `inline`.
  case mapping([Pair], inline: Bool = false)

  /// A key and its value.
  public struct Pair: Sendable, Equatable {
    /// The key.
    public let key: String
    /// The value.
    public let value: Document

    /// A key and its value.
    public init(_ key: String, _ value: Document) {
      self.key = key
      self.value = value
    }
  }

  /// A text, or null.
  public static func optional(_ text: String?) -> Document { text.map { .text($0) } ?? .null }

  /// A whole number, or null.
  public static func optional(_ number: Int?) -> Document { number.map { .integer($0) } ?? .null }

  /// A truth value, or null.
  public static func optional(_ flag: Bool?) -> Document { flag.map { .boolean($0) } ?? .null }

  /// Texts on one line.
  public static func inline(_ texts: [String]) -> Document { .list(texts.map { .text($0) }, inline: true) }

  /// A number as it is written: rounded half away from zero to four decimals, never with an exponent
  /// for the sizes that occur here.
  static func decimal(_ number: Double) -> String {
    let rounded = (number * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : "\(rounded)"
  }
}
