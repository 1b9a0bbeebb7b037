import YAML

/// Values that a program reads back to the last character: JSON on one line, which is YAML as well.
enum ExactText {
  /// A text between double quotes.
  static func quoted(_ text: String) -> String { line(.text(text)) }

  /// A value.
  static func line(_ document: Document) -> String {
    String(JSONWriter.text(inline(document)).dropLast())
  }

  private static func inline(_ document: Document) -> Document {
    switch document {
    case .list(let items, _): .list(items.map(inline), inline: true)
    case .mapping(let pairs, _):
      .mapping(pairs.map { Document.Pair($0.key, inline($0.value)) }, inline: true)
    default: document
    }
  }
}
