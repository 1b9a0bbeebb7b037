/// Why a number, a unit or a formula is none, or has no value.
public struct FigureFault: Error, Hashable, Sendable {
  /// What is wrong, for those who treat one fault otherwise than another.
  public enum Kind: Hashable, Sendable {
    /// The text does not follow the grammar.
    case syntax
    /// A word in a unit that the table does not have.
    case unknownUnit(String)
    /// A name in a formula that no value was given for.
    case unknownName(String)
    /// Two dimensions that do not go together.
    case dimensions
    /// A condition where an amount is wanted, or the other way round.
    case condition
    /// A division by zero.
    case dividedByZero
    /// A number that 128 bits do not hold exactly.
    case tooLarge
    /// An exponent that is no whole number.
    case notWhole
    /// A step that is missing, or not greater than zero.
    case step
  }

  /// What is wrong.
  public var kind: Kind
  /// The fault in words, without a full stop, such as "adds USD to request/s".
  public var message: String
  /// Where it is, as a count of UTF-8 bytes before it in the text of the formula or unit; nil where there is
  /// no text.
  public var offset: Int?

  /// A fault at a place, if it has one.
  public init(_ kind: Kind, _ message: String, at offset: Int? = nil) {
    self.kind = kind
    self.message = message
    self.offset = offset
  }

  /// The same fault at a place, unless it has one already.
  func at(_ offset: Int) -> FigureFault { FigureFault(kind, message, at: self.offset ?? offset) }

  /// The same fault in a text that begins so many bytes further on.
  func moved(by bytes: Int) -> FigureFault { FigureFault(kind, message, at: (offset ?? 0) + bytes) }

  static let tooLarge = FigureFault(.tooLarge, "a number becomes too large to stay exact")
  static let dividedByZero = FigureFault(.dividedByZero, "divides by zero")
}

/// What a computation gives, with the place of its fault.
func located<Value>(
  at offset: Int, _ compute: () throws(FigureFault) -> Value
) throws(FigureFault) -> Value {
  do { return try compute() } catch { throw error.at(offset) }
}
