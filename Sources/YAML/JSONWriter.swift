/// Writes documents as JSON (RFC 8259): two spaces of indentation, keys in order, UTF-8 as it is.
public enum JSONWriter {
  /// The document as text, ending in a line end.
  public static func text(_ document: Document) -> String {
    var output = ""
    write(document, indent: 0, to: &output)
    return output + "\n"
  }

  private static func write(_ document: Document, indent: Int, to output: inout String) {
    switch document {
    case .text(let text): quote(text, to: &output)
    case .integer(let number): output += String(number)
    case .number(let number): output += Document.decimal(number)
    case .boolean(let flag): output += flag ? "true" : "false"
    case .null: output += "null"
    case .list(let items, let inline):
      block("[", "]", items, inline: inline, indent: indent, to: &output) { item, output in
        write(item, indent: indent + 1, to: &output)
      }
    case .mapping(let pairs, let inline):
      block("{", "}", pairs, inline: inline, indent: indent, to: &output) { pair, output in
        quote(pair.key, to: &output)
        output += ": "
        write(pair.value, indent: indent + 1, to: &output)
      }
    }
  }

  private static func block<Item>(
    _ open: String, _ close: String, _ items: [Item], inline: Bool, indent: Int, to output: inout String,
    each: (Item, inout String) -> Void
  ) {
    output += open
    let isInline = inline || items.isEmpty
    for (index, item) in items.enumerated() {
      if index > 0 { output += isInline ? ", " : "," }
      if !isInline { output += "\n" + String(repeating: "  ", count: indent + 1) }
      each(item, &output)
    }
    if !isInline { output += "\n" + String(repeating: "  ", count: indent) }
    output += close
  }

  private static func quote(_ text: String, to output: inout String) {
    output += "\""
    guard text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E || $0 == 0x22 || $0 == 0x5C }) else {
      output += text
      output += "\""
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where isEscaped(scalar.value): output += "\\u" + hexadecimal(scalar.value)
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }

  /// Controls, and what JSON allows in a text but YAML takes for a line end or refuses: the output must
  /// read back as YAML too.
  private static func isEscaped(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
