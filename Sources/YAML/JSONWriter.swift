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
    case .integer(let number): output += String(number).utf8
    case .number(let number): output += Document.decimal(number).utf8
    case .boolean(let flag): output += (flag ? "true" : "false").utf8
    case .null: output += "null".utf8
    case .list(let items, let inline):
      block("[", "]", items, inline: inline, indent: indent, to: &output) { item, output in
        write(item, indent: indent + 1, to: &output)
      }
    case .mapping(let pairs, let inline):
      block("{", "}", pairs, inline: inline, indent: indent, to: &output) { pair, output in
        quote(pair.key, to: &output)
        output += ": ".utf8
        write(pair.value, indent: indent + 1, to: &output)
      }
    }
  }

  private static func block<Item>(
    _ open: String, _ close: String, _ items: [Item], inline: Bool, indent: Int, to output: inout [UInt8],
    each: (Item, inout [UInt8]) -> Void
  ) {
    output += open.utf8
    let isInline = inline || items.isEmpty
    for (index, item) in items.enumerated() {
      if index > 0 { output += (isInline ? ", " : ",").utf8 }
      if !isInline { breakLine(indent + 1, &output) }
      each(item, &output)
    }
    if !isInline { breakLine(indent, &output) }
    output += close.utf8
  }

  private static func breakLine(_ indent: Int, _ output: inout [UInt8]) {
    output.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * indent { output.append(UInt8(ascii: " ")) }
  }

  private static func quote(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E || $0 == 0x22 || $0 == 0x5C }) {
      for scalar in text.unicodeScalars { escape(scalar, to: &output) }
    } else {
      output += text.utf8
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func escape(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    switch scalar {
    case "\"": output += "\\\"".utf8
    case "\\": output += "\\\\".utf8
    case "\n": output += "\\n".utf8
    case "\r": output += "\\r".utf8
    case "\t": output += "\\t".utf8
    case _ where isEscaped(scalar.value): output += "\\u\(hexadecimal(scalar.value))".utf8
    default: output += UTF8.encode(scalar) ?? .init()
    }
  }

  /// Controls, and what JSON allows in a text but YAML takes for a line end or refuses: the output must
  /// read back as YAML too. Marks of direction as well, which would turn what stands around them where it is shown.
  private static func isEscaped(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE,
      0xFFFF:
      true
    default: false
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
