import Mustache

/// How text is written so that a kind of document shows it literally. The kind follows from the
/// template's file name, so that no template can forget it.
enum Escaping: String, CaseIterable {
  case markdown = "MD"
  case html = "HTML"
  case yaml = "YAML"
  /// Chosen by pragma inside a template, where nothing but the end of the line has a meaning: behind
  /// the `#` of a YAML comment, and in an indented block of Markdown.
  case line = "LINE"

  /// The escaping for a template's name, such as `loop.md`.
  init?(template name: String) {
    if name.hasSuffix(".md") {
      self = .markdown
    } else if name.hasSuffix(".html") {
      self = .html
    } else if name.hasSuffix(".yaml") {
      self = .yaml
    } else {
      return nil
    }
  }

  /// The line that puts a template under this escaping.
  var pragma: String { "{{% CONTENT_TYPE:\(rawValue)}}\n" }

  /// Makes the escapings known to Mustache. Doing it again changes nothing.
  static func register() {
    MustacheContentTypes.register(MarkdownEscaping(), named: Escaping.markdown.rawValue)
    MustacheContentTypes.register(HTMLEscaping(), named: Escaping.html.rawValue)
    MustacheContentTypes.register(YAMLEscaping(), named: Escaping.yaml.rawValue)
    MustacheContentTypes.register(LineEscaping(), named: Escaping.line.rawValue)
  }
}

/// Character references for the five characters that mean something in HTML.
struct HTMLEscaping: MustacheContentType {
  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: { Self.reference(for: $0) != nil }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      if let reference = Self.reference(for: byte) {
        bytes.append(contentsOf: reference.utf8)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func reference(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}

/// The inside of a double-quoted YAML scalar.
struct YAMLEscaping: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Text that nothing ends but the line: it holds no line end.
struct LineEscaping: MustacheContentType {
  func escapeText(_ text: String) -> String {
    text.utf8.contains(where: { $0 < 0x20 }) ? PlainText(line: text).renderText : text
  }
}
