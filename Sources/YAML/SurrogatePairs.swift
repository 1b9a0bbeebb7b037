internal import Diagnostics

/// Rewrites the surrogate pairs of a JSON text for libyaml, and remembers where.
///
/// JSON writes a character beyond U+FFFF as two escapes, `\uD83D\uDE00` (RFC 8259, section 7). YAML has
/// `\U0001F600` for it and libyaml refuses the halves. Each pair becomes that one escape, which is two
/// characters shorter; `column(_:line:)` and `offset(_:)` give back the places of the original.
struct SurrogatePairs {
  /// The rewritten text.
  private(set) var bytes: [UInt8] = []

  private var rewritten: [Rewriting] = []

  /// The end of one rewritten escape, in the rewritten text, counted from 0.
  private struct Rewriting {
    var line: Int
    var column: Int
    var offset: Int
  }

  /// Rewrites a text that is JSON, that is, begins with `{` or `[`; nil for any other and for one
  /// without such pairs.
  init?(_ source: ArraySlice<UInt8>) {
    let first = source.first { $0 > 0x20 }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
    bytes.reserveCapacity(source.count)
    var (line, column) = (0, 0)
    var index = source.startIndex
    while index < source.endIndex {
      let byte = source[index]
      if byte == Self.backslash, let code = Self.pair(at: index, in: source) {
        bytes += Self.escape(code)
        (index, column) = (index + 12, column + 10)
        rewritten.append(Rewriting(line: line, column: column, offset: bytes.count))
        continue
      }
      // An escaped backslash begins no escape.
      let length =
        byte == Self.backslash && source.dropFirst(index + 1 - source.startIndex).first == byte ? 2 : 1
      for _ in 0..<length { bytes.append(byte) }
      index += length
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 0)
      } else if byte & 0xC0 != 0x80 {
        column += length
      }
    }
    if rewritten.isEmpty { return nil }
  }

  /// The column of the original for one of the rewritten text, both counted from 0.
  func column(_ column: Int, line: Int) -> Int {
    let before = count { ($0.line, $0.column) <= (line, column) } - count { $0.line < line }
    return column + 2 * before
  }

  /// The byte offset of the original for one of the rewritten text.
  func offset(_ offset: Int) -> Int {
    offset + 2 * count { $0.offset <= offset }
  }

  /// How many rewritings fulfil a condition that holds for the first ones and no others.
  private func count(_ holds: (Rewriting) -> Bool) -> Int {
    rewritten.partitioningIndex { !holds($0) }
  }

  private static let backslash = UInt8(ascii: "\\")

  /// The scalar that two escapes of six characters mean, high half first.
  private static func pair(at index: Int, in bytes: ArraySlice<UInt8>) -> UInt32? {
    guard let high = unit(at: index, in: bytes), (0xD800..<0xDC00).contains(high),
      let low = unit(at: index + 6, in: bytes), (0xDC00..<0xE000).contains(low)
    else { return nil }
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  /// The number of an escape `\uXXXX`.
  private static func unit(at index: Int, in bytes: ArraySlice<UInt8>) -> UInt32? {
    guard index + 6 <= bytes.endIndex, bytes[index] == backslash, bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt32(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
  }

  private static func escape(_ code: UInt32) -> [UInt8] {
    let digits = String(code, radix: 16, uppercase: true)
    return Array(("\\U" + String(repeating: "0", count: 8 - digits.count) + digits).utf8)
  }
}
