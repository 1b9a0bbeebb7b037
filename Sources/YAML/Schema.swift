/// What a value of a file may be, told to programs: what `Shape` reads, without how it is read.
public indirect enum Schema: Sendable, Equatable {
  /// Any value at all.
  case anything
  /// Any single value that is not null.
  case text(isEmptyAllowed: Bool)
  /// Small letters, digits, hyphens and slashes.
  case identifier
  /// A whole number within bounds.
  case integer(ClosedRange<Int>)
  /// A number within bounds.
  case number(ClosedRange<Double>)
  /// `true` or `false`.
  case boolean
  /// `2-4`, or a single whole number.
  case range(ClosedRange<Int>)
  /// One of some names.
  case oneOf([String])
  /// What one of some schemas allows.
  case anyOf([Schema])
  /// Values in order.
  case list(Schema, atLeast: Int)
  /// Values under names: of the writer's choice, or some of those given.
  case dictionary(Schema, names: [String]?)
  /// Known keys of a thing, such as "the level".
  case mapping(String, [Key])

  /// A key of a mapping.
  public struct Key: Sendable, Equatable {
    /// The key.
    public let name: String
    /// What stands under it.
    public let schema: Schema
    /// Whether it must be there. Others may also be null.
    public let isRequired: Bool

    init(_ name: String, _ schema: Schema, isRequired: Bool) {
      self.name = name
      self.schema = schema
      self.isRequired = isRequired
    }
  }
}
