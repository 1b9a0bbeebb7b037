/// Reads a unit: words, each with a power if it has one, joined by `*` and `/` from left to right.
struct UnitReader {
  private let text: String
  private let bytes: [UInt8]
  private let units: [String: Unit]
  private var offset = 0

  /// Longer than any unit that a person can read.
  static let longest = 200

  init(_ text: String, units: [String: Unit]) {
    self.text = text
    self.units = units
    bytes = Array(text.utf8)
  }

  /// The unit that the whole text is.
  mutating func unit() throws(FigureFault) -> Unit {
    guard bytes.count <= Self.longest else {
      throw FigureFault(.syntax, "a unit has at most \(Self.longest) characters", at: 0)
    }
    var product = try factor()
    while offset < bytes.count {
      let isBelow = bytes[offset] == UInt8(ascii: "/")
      guard isBelow || bytes[offset] == UInt8(ascii: "*") else { throw unexpected("\"*\" or \"/\"") }
      offset += 1
      let start = offset
      let next = try factor()
      guard !product.isClock, !next.isClock else {
        throw FigureFault(.syntax, "a time of day stands alone, without \"*\" and \"/\"", at: start)
      }
      product = try located(at: start) { () throws(FigureFault) in
        try Self.product(product, next, power: isBelow ? -1 : 1)
      }
    }
    product.text = text
    return product
  }

  /// Whether a text is a word of a unit: letters, then digits, hyphens and low lines, too.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first), text.utf8.count <= longest else { return false }
    return text.utf8.allSatisfy(isPart) && text.utf8.last != UInt8(ascii: "-")
  }

  private mutating func factor() throws(FigureFault) -> Unit {
    let start = offset
    let unit = try word()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "^") else { return unit }
    offset += 1
    guard offset < bytes.count, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[offset]) else {
      throw unexpected("a power from 1 to 9")
    }
    let power = Int(bytes[offset] - UInt8(ascii: "0"))
    offset += 1
    guard !unit.isClock else {
      throw FigureFault(.syntax, "a time of day stands alone, without \"^\"", at: start)
    }
    return try located(at: start) { () throws(FigureFault) in try Self.product(.none, unit, power: power) }
  }

  private mutating func word() throws(FigureFault) -> Unit {
    let start = offset
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "%") {
      offset += 1
    } else if offset < bytes.count, bytes[offset] == UInt8(ascii: "1") {
      offset += 1
      return .none
    } else {
      guard offset < bytes.count, Self.isLetter(bytes[offset]) else { throw unexpected("a unit") }
      while offset < bytes.count, Self.isPart(bytes[offset]) { offset += 1 }
    }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let unit = units[word] else {
      throw FigureFault(.unknownUnit(word), "unknown unit \"\(word)\"", at: start)
    }
    return unit
  }

  private static func product(_ first: Unit, _ second: Unit, power: Int) throws(FigureFault) -> Unit {
    Unit(
      text: first.text, dimension: try first.dimension.times(second.dimension, power: power),
      scale: try first.scale.multiplying(by: try second.scale.power(power)))
  }

  private func unexpected(_ expected: String) -> FigureFault {
    FigureFault(.syntax, "expected \(expected), found \(Characters.found(bytes, offset))", at: offset)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    isLetter(byte) || Rational.isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}

/// What stands at a place of a text, for a message.
enum Characters {
  /// The character at an offset between quotation marks, or "the end".
  static func found(_ bytes: [UInt8], _ offset: Int) -> String {
    guard offset < bytes.count else { return "the end" }
    let scalar = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.prefix(1)
    return "\"\(String(scalar))\""
  }
}
