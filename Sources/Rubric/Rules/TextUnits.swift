/// The characters of a YAML scalar as it stands in its file, without its quotes and with its escapes undone.
///
/// A typographic apostrophe is a plain one.
struct TextUnits {
  private var scalars: String.UnicodeScalarView.SubSequence
  private var offset: Int
  private let style: Style

  private enum Style {
    case plain, single, double
  }

  /// The characters of some bytes.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    switch bytes[range].first {
    case UInt8(ascii: "\""): style = .double
    case UInt8(ascii: "'"): style = .single
    default: style = .plain
    }
    let quotes = style == .plain ? 0 : 1
    let inner = range.lowerBound + quotes..<max(range.lowerBound + quotes, range.upperBound - quotes)
    offset = inner.lowerBound
    scalars = String(decoding: bytes[inner], as: UTF8.self).unicodeScalars[...]
  }

  /// The next character; nil at the end.
  mutating func next() -> TextWords.Unit? {
    let start = offset
    guard let scalar = pop() else { return nil }
    let meant: Unicode.Scalar
    switch (style, scalar) {
    case (.double, "\\"): meant = escaped()
    case (.single, "'"):
      if scalars.first == "'" { _ = pop() }
      meant = "'"
    case (_, "\u{2019}"), (_, "\u{2BC}"): meant = "'"
    default: meant = scalar
    }
    return TextWords.Unit(scalar: meant, range: start..<offset)
  }

  private mutating func pop() -> Unicode.Scalar? {
    guard let scalar = scalars.popFirst() else { return nil }
    offset += UTF8.width(scalar)
    return scalar
  }

  /// What stands behind a backslash. All that is no letter parts words alike.
  private mutating func escaped() -> Unicode.Scalar {
    guard let name = pop() else { return "\\" }
    switch name {
    case "x": return hexadecimal(2)
    case "u": return hexadecimal(4)
    case "U": return hexadecimal(8)
    case "n", "N", "L", "P", "r": return "\n"
    case "t", "_", " ", "\n": return " "
    default: return "\\"
    }
  }

  private mutating func hexadecimal(_ count: Int) -> Unicode.Scalar {
    var digits = ""
    for _ in 0..<count {
      guard let digit = pop() else { break }
      digits.unicodeScalars.append(digit)
    }
    let scalar = UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) } ?? "\u{FFFD}"
    return scalar == "\u{2019}" ? "'" : scalar
  }
}

extension UTF8 {
  /// How many bytes a character takes.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x1_0000 ? 3 : 4
  }
}
