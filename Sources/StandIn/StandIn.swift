// What ArgumentParser takes from FoundationEssentials, and no more: whether an error has a description for people, and
// JSON of the commands for `--experimental-dump-help`. `make release` has it compiled in place of the module of that
// name, which is four megabytes of calendars, locales and file managers (docs/decisions/0031-no-foundation.md). A test
// compares its JSON with Foundation's.

/// An error that says itself what is wrong.
public protocol LocalizedError: Error {
  /// What is wrong.
  var errorDescription: String? { get }
}

extension LocalizedError {
  /// Nothing, where an error does not say.
  public var errorDescription: String? { nil }
}

/// The bytes of a text.
public struct Data: Sendable {
  let text: String
}

extension String {
  /// How a text is encoded.
  public struct Encoding: Sendable {
    /// The only one.
    public static let utf8 = Encoding()
  }

  /// The text of some bytes.
  public init?(data: Data, encoding: Encoding) { self = data.text }
}

/// Writes values as JSON.
public final class JSONEncoder {
  /// How the JSON looks.
  public struct OutputFormatting: OptionSet, Sendable {
    /// The choices as bits.
    public let rawValue: UInt

    /// The choices of some bits.
    public init(rawValue: UInt) { self.rawValue = rawValue }
    /// Each value on a line of its own.
    public static let prettyPrinted = OutputFormatting(rawValue: 1)
    /// The keys in the order of their characters.
    public static let sortedKeys = OutputFormatting(rawValue: 2)
  }

  /// It is always written with both.
  public var outputFormatting: OutputFormatting = [.prettyPrinted, .sortedKeys]

  /// A writer.
  public init() {}

  /// The JSON of a value.
  public func encode<Value: Encodable>(_ value: Value) throws -> Data {
    let place = JSONPlace()
    try place.put(value, codingPath: [])
    var text = ""
    place.write(to: &text, indent: "\n")
    return Data(text: text)
  }
}
