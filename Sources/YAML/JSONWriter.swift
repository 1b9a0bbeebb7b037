/// Writes documents as JSON (RFC 8259): two spaces of indentation, keys in order, UTF-8 as it is.
public enum JSONWriter {
  /// The document as text, ending in a line end.
  public static func text(_ document: Document) -> String {
    var output: [UInt8] = []
    write(document, indent: 0, to: &output)
    output.append(UInt8(ascii: "\n"))
    return String(decoding: output, as: UTF8.self)
  }

  /// A text as a string of JSON, on one line and between quotation marks.
  public static func quoted(_ text: String) -> String {
    var output: [UInt8] = []
    quote(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func write(_ document: Document, indent: Int, to output: inout [UInt8]) {
    switch document {
    case .text(let text): quote(text, to: &output)
    case .integer(let number): append(String(number), to: &output)
    case .number(let number): append(Document.decimal(number), to: &output)
    case .boolean(let flag): append(flag ? "true" : "false", to: &output)
    case .null: append("null", to: &output)
    case .list(let items, let inline):
      block("[", "]", items, inline: inline, indent: indent, to: &output) { item, output in
        write(item, indent: indent + 1, to: &output)
      }
    case .mapping(let pairs, let inline):
      block("{", "}", pairs, inline: inline, indent: indent, to: &output) { pair, output in
        name(pair.key, to: &output)
        write(pair.value, indent: indent + 1, to: &output)
      }
    }
  }

  /// The key of a pair, and what stands behind it.
  static func name(_ key: String, to output: inout [UInt8]) {
    quote(key, to: &output)
    output.append(UInt8(ascii: ":"))
    output.append(UInt8(ascii: " "))
  }

  /// Items between brackets: on one line, or each on a line of its own.
  @inline(__always)
  static func block<Item>(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ items: [Item], inline: Bool, indent: Int,
    to output: inout [UInt8], each: (Item, inout [UInt8]) -> Void
  ) {
    output.append(UInt8(ascii: open))
    let isInline = inline || items.isEmpty
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      if !isInline { breakLine(indent + 1, &output) } else if index > 0 { output.append(UInt8(ascii: " ")) }
      each(item, &output)
    }
    if !isInline { breakLine(indent, &output) }
    output.append(UInt8(ascii: close))
  }

  private static func breakLine(_ indent: Int, _ output: inout [UInt8]) {
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { output.append(contentsOf: $0) }
  }

  static func quote(_ text: String, to output: inout [UInt8]) {
    var text = text
    output.append(UInt8(ascii: "\""))
    text.withUTF8 { JSONEscaping.append($0, to: &output) }
    output.append(UInt8(ascii: "\""))
  }
}
