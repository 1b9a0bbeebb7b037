/// Text in fields that a platform shows as HTML.
enum HTMLText {
  /// A text that shows itself: no character of it is markup. Line ends stay as they are.
  static func encoded(_ text: String) -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The text that a little HTML shows: paragraphs and items on lines of their own, other tags
  /// left out. What is no
  /// tag of the few that platforms write stays as it is.
  static func decoded(_ html: String) -> String {
    var output: [UInt8] = []
    var isBroken = false
    func put(_ bytes: some Sequence<UInt8>, first: UInt8) {
      if isBroken, !output.isEmpty, first != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
      isBroken = false
      output += bytes
    }
    var rest = html.utf8[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "<"), let (tag, behind) = tag(rest) {
        isBroken = isBroken || breaks.contains(tag)
        rest = behind
      } else if byte == UInt8(ascii: "&"), let (scalar, behind) = reference(rest) {
        put(UTF8.encode(scalar) ?? .init(), first: byte)
        rest = behind
      } else {
        put(CollectionOfOne(byte), first: byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Tags behind which a line ends, and those that are merely left out.
  private static let breaks: Set<String> = [
    "/p", "/li", "br", "br/", "/div", "/ul", "/ol", "/h1", "/h2", "/h3",
  ]
  private static let others: Set<String> = [
    "p", "ul", "ol", "li", "b", "/b", "i", "/i", "a", "/a", "strong", "/strong", "em", "/em", "u", "/u",
    "div",
    "span", "/span", "h1", "h2", "h3",
  ]

  /// The tag that begins a text. A tag holds no other.
  private static func tag(
    _ text: Substring.UTF8View
  ) -> (name: String, rest: Substring.UTF8View)? {
    let word = text.dropFirst().prefix(8).prefix { $0 == UInt8(ascii: "/") || ASCII.isWord($0) }
    let name = String(decoding: word, as: UTF8.self).lowercased()
    guard breaks.contains(name) || others.contains(name) else { return nil }
    let behind = text.dropFirst(1 + word.count).drop { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<") }
    guard behind.first == UInt8(ascii: ">") else { return nil }
    return (name, behind.dropFirst())
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
  ]

  private static func reference(
    _ text: Substring.UTF8View
  ) -> (scalar: Unicode.Scalar, rest: Substring.UTF8View)? {
    let inside = text.dropFirst().prefix(10)
    guard let end = inside.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: inside[..<end], as: UTF8.self)
    let rest = text[text.index(after: end)...]
    if let scalar = named[name] { return (scalar, rest) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { Unicode.Scalar($0) }.map { ($0, rest) }
  }
}
