internal import YAML

/// A sentence with slots, such as `Level {level} of 5.`, that is read back as exactly as it was written.
///
/// A value of ASCII letters, digits, `_` and `-` stands as it is; any other as a string of JSON, between quotation
/// marks and on one line, so that no value can pass for the words around it.
public struct ExchangePhrase: Sendable {
  private let parts: [Part]

  private enum Part: Sendable, Equatable {
    case words(String)
    case slot(String)
  }

  /// A sentence from its text. Braces without their other half are words.
  public init(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      parts.append(.words(String(rest[..<open])))
      parts.append(.slot(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    parts.append(.words(String(rest)))
    self.parts = parts.filter { $0 != .words("") }
  }

  /// The names of its slots, in their order.
  public var slots: [String] {
    parts.compactMap { part in
      if case .slot(let name) = part { name } else { nil }
    }
  }

  /// Whether two slots touch each other, so that nobody could tell where one ends.
  var hasTouchingSlots: Bool {
    zip(parts, parts.dropFirst()).contains { pair in
      if case (.slot, .slot) = pair { true } else { false }
    }
  }

  /// The sentence with its slots filled; a slot without a value stays empty.
  public func filled(_ values: [String: String]) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .slot(let name): Self.written(values[name] ?? "")
      }
    }.joined()
  }

  /// The values of the slots, where a text begins with the sentence, and what stands behind it.
  public func match(_ text: Substring.UTF8View) -> (values: [String: String], rest: Substring.UTF8View)? {
    var rest = text
    var values: [String: String] = [:]
    for part in parts {
      switch part {
      case .words(let words):
        guard rest.starts(with: words.utf8) else { return nil }
        rest = rest.dropFirst(words.utf8.count)
      case .slot(let name):
        guard let (value, behind) = Self.read(rest) else { return nil }
        values[name] = value
        rest = behind
      }
    }
    return (values, rest)
  }

  private static func written(_ value: String) -> String {
    guard value.isEmpty || !value.utf8.allSatisfy(isBare) else { return value }
    return JSONWriter.quoted(value)
  }

  /// A value that begins a text, and what stands behind it.
  private static func read(_ text: Substring.UTF8View) -> (value: String, rest: Substring.UTF8View)? {
    guard text.first == UInt8(ascii: "\"") else {
      let value = text.prefix(while: isBare)
      return value.isEmpty ? nil : (String(Substring(value)), text.dropFirst(value.count))
    }
    return JSONReader.string(leading: text)
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }

  /// A sentence that has some slots, each once.
  static func shape(_ slots: [String]) -> Shape<ExchangePhrase> {
    Shape<String>.text.checked { text, node, findings in
      let phrase = ExchangePhrase(text)
      guard phrase.slots.sorted() != slots.sorted() || phrase.hasTouchingSlots else { return }
      let list = slots.map { "{\($0)}" }.joined(separator: ", ")
      findings.add(
        "phrase-slots", "expected each of \(list) once, with words between them", at: node.range)
    }.map { ExchangePhrase($0) }
  }
}
