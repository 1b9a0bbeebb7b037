/// How text is written so that a kind of document shows it literally. The kind follows from the
/// template's file name, so that no template can forget it.
enum Escaping: Sendable {
  case markdown
  case html
  case yaml
  /// Where nothing but the end of the line has a meaning: in plain text, and, chosen by pragma, behind
  /// the `#` of a YAML comment and in an indented block of Markdown.
  case line

  /// The escaping for a template's name, such as `loop.md`.
  init?(template name: String) {
    if name.hasSuffix(".md") {
      self = .markdown
    } else if name.hasSuffix(".html") {
      self = .html
    } else if name.hasSuffix(".yaml") {
      self = .yaml
    } else if name.hasSuffix(".txt") {
      self = .line
    } else {
      return nil
    }
  }

  /// Adds a text so that the document shows it literally.
  func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      switch self {
      case .markdown: MarkdownEscaping.append(bytes, to: &output)
      case .html: HTMLEscaping.append(bytes, to: &output)
      case .yaml: YAMLEscaping.append(bytes, to: &output)
      case .line: LineEscaping.append(bytes, to: &output)
      }
    }
  }
}

/// Character references for the five characters that mean something in HTML.
enum HTMLEscaping {
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    // Up to the next character that means something, all of it at once.
    var start = 0
    for index in bytes.indices {
      let reference: StaticString
      switch bytes[index] {
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "\""): reference = "&quot;"
      case UInt8(ascii: "'"): reference = "&#39;"
      default: continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      reference.withUTF8Buffer { output.append(contentsOf: $0) }
      start = index + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}

/// The inside of a double-quoted YAML scalar.
enum YAMLEscaping {
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: output.append(UInt8(ascii: " "))
      default: output.append(byte)
      }
    }
  }
}

/// Text that nothing ends but the line: it holds no line end.
enum LineEscaping {
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    for byte in bytes { output.append(byte < 0x20 ? UInt8(ascii: " ") : byte) }
  }
}
