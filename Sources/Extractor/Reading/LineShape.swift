/// What a line of Markdown or plain text looks like from outside.
struct LineShape {
  enum Kind: Equatable {
    case blank
    /// A line of dashes, stars or equals signs.
    case rule
    case heading(level: Int)
    case item
    case text
  }

  let kind: Kind
  /// The bytes of the line that are its text, without bullet, number or heading marks.
  let content: Range<Int>
  /// How many columns it is indented.
  let indent: Int

  /// Looks at a line of the input.
  init(_ input: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    var start = line.lowerBound
    while start < line.upperBound, Self.isBlank(input[start]) || input[start] == UInt8(ascii: ">") {
      start += 1
    }
    var end = line.upperBound
    while end > start, Self.isBlank(input[end - 1]) { end -= 1 }
    indent = start - line.lowerBound
    let trimmed = start..<end
    if trimmed.isEmpty {
      (kind, content) = (.blank, trimmed)
    } else if CharacterClass.isLetter(input[start]) {
      // Most lines, which none of the marks below begins.
      (kind, content) = (.text, trimmed)
    } else if Self.isRule(input, trimmed) {
      (kind, content) = (.rule, trimmed)
    } else if let heading = Self.numberSigns(input, trimmed) {
      (kind, content) = (.heading(level: heading.level), heading.content)
    } else if let text = Self.bullet(input, trimmed) {
      (kind, content) = (.item, text)
    } else {
      (kind, content) = (.text, trimmed)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private static func isRule(_ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let mark = input[range.lowerBound]
    guard range.count >= 3, rules.contains(mark) else { return false }
    let isBar = range.count >= leastBar && mark == UInt8(ascii: "=")
    return range.allSatisfy { input[$0] == mark || isBlank(input[$0]) || isBar && bars.contains(input[$0]) }
  }

  /// So many signs with which a line is drawn are a line, of whichever kinds: "=======-".
  private static let leastBar = 5
  private static let bars = ByteSet("-=".utf8)

  private static func numberSigns(
    _ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (level: Int, content: Range<Int>)? {
    let sign = UInt8(ascii: "#")
    let level = range.prefix { input[$0] == sign }.count
    let after = range.lowerBound + level
    guard (1...6).contains(level), after == range.upperBound || isBlank(input[after]) else { return nil }
    var end = range.upperBound
    while end > after, input[end - 1] == sign || isBlank(input[end - 1]) { end -= 1 }
    let start = (after..<end).first { !isBlank(input[$0]) } ?? end
    return (level, start..<end)
  }

  /// The text behind a bullet or a number.
  static func bullet(_ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var after = range.lowerBound
    // An escaped dash begins an entry of a list as people see it: "\\- Linux".
    if range.count > 2, input[after] == UInt8(ascii: "\\"), dashes.contains(input[after + 1]) {
      after += 1
    }
    let first = input[after]
    if dashes.contains(first) {
      after += 1
      guard after < range.upperBound, isBlank(input[after]) else { return nil }
    } else if CharacterClass.isDigit(first) {
      while after < range.upperBound, CharacterClass.isDigit(input[after]) { after += 1 }
      guard after - range.lowerBound <= 2, after + 1 < range.upperBound, ".)".utf8.contains(input[after]),
        isBlank(input[after + 1])
      else { return nil }
      after += 1
    } else if let (scalar, length) = UTF8Scalar.decode(input, at: range.lowerBound), bullets.contains(scalar)
    {
      after += length
    } else {
      return nil
    }
    while after < range.upperBound, isBlank(input[after]) { after += 1 }
    return after..<range.upperBound
  }

  private static let rules = ByteSet("-*_=~".utf8)
  private static let dashes = ByteSet("-*+".utf8)

  /// • · ‣ ▪ ▫ ● ○ ◦ ■ □ ➢ ✓ ✔ → and dashes at the beginning of a line.
  private static let bullets: [UInt32] = [
    0x2022, 0xB7, 0x2023, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25E6, 0x25A0, 0x25A1, 0x27A2, 0x2713, 0x2714,
    0x2192,
    0x2013, 0x2014,
  ]
}
