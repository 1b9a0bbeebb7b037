/// Cuts a formula into tokens. A number and its unit are one.
struct FormulaLexer {
  private let bytes: [UInt8]
  private let units: UnitTable
  private var offset = 0

  /// The longer ones first.
  private static let signs = ["<=", ">=", "==", "!=", "+", "-", "*", "/", "^", "(", ")", ",", "<", ">"]

  init(_ text: String, units: UnitTable) {
    bytes = Array(text.utf8)
    self.units = units
  }

  /// All tokens, in order.
  mutating func tokens() throws(FigureFault) -> [FormulaToken] {
    var tokens: [FormulaToken] = []
    while let token = try next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() throws(FigureFault) -> FormulaToken? {
    skip { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard offset < bytes.count else { return nil }
    let start = offset
    let content = try content(bytes[offset])
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    return FormulaToken(content: content, offset: start, text: text)
  }

  private mutating func content(_ first: UInt8) throws(FigureFault) -> FormulaToken.Content {
    if Rational.isDigit(first) { return .number(try quantity()) }
    if Self.isSmallLetter(first) { return word() }
    let rest = bytes[offset...]
    guard let sign = Self.signs.first(where: { rest.starts(with: $0.utf8) }) else {
      throw FigureFault(.syntax, unusable(first), at: offset)
    }
    offset += sign.utf8.count
    return .sign(sign)
  }

  private mutating func word() -> FormulaToken.Content {
    let start = offset
    skip(while: Self.isNamePart)
    let name = String(decoding: bytes[start..<offset], as: UTF8.self)
    if let word = FormulaWord(rawValue: name) { return .word(word) }
    return FormulaFunction(rawValue: name).map { .function($0) } ?? .name(name)
  }

  /// A number with the unit that stands right behind it, if one does.
  private mutating func quantity() throws(FigureFault) -> Quantity {
    let start = offset
    skip { Rational.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") || Self.isLetter($0) }
    let digits = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard !Self.hasIdleZero(digits) else {
      let message = "thousands are not grouped, and no number begins with an idle 0"
      throw FigureFault(.syntax, message, at: start)
    }
    guard let number = Rational(decimal: digits) else {
      let message = "a number is written in digits with a point, at most \(Rational.longestDigits) of them"
      throw FigureFault(.syntax, message, at: start)
    }
    let unit = try unit()
    return try located(at: start) { () throws(FigureFault) in try Quantity(number, unit) }
  }

  private mutating func unit() throws(FigureFault) -> Unit {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "[") else { return .none }
    let open = offset
    guard let close = bytes[open...].firstIndex(of: UInt8(ascii: "]")) else {
      throw FigureFault(.syntax, "\"[\" without \"]\"", at: open)
    }
    offset = close + 1
    let unit: Unit
    do {
      unit = try units.unit(String(decoding: bytes[(open + 1)..<close], as: UTF8.self))
    } catch {
      throw error.moved(by: open + 1)
    }
    guard !unit.isClock else {
      throw FigureFault(.syntax, "a time of day in a formula is a time since midnight: 14[h]", at: open + 1)
    }
    return unit
  }

  /// What to write in place of a character that begins nothing.
  private func unusable(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "["): "a unit stands right behind a number: 10[min]"
    case UInt8(ascii: "%"): "a percentage has its sign in brackets: 20[%]"
    case UInt8(ascii: "="): "two things are compared by \"==\""
    case _ where Self.isLetter(byte) || byte == UInt8(ascii: "_"):
      "a name has small letters, digits and \"_\", and begins with a letter"
    default: "no formula has \(Characters.found(bytes, offset))"
    }
  }

  private mutating func skip(while isSkipped: (UInt8) -> Bool) {
    while offset < bytes.count, isSkipped(bytes[offset]) { offset += 1 }
  }

  /// Whether a number begins with a zero that says nothing: the end of a number that was grouped by commas.
  private static func hasIdleZero(_ digits: String) -> Bool {
    let bytes = Array(digits.utf8.prefix(2))
    return bytes.first == UInt8(ascii: "0") && bytes.count > 1 && Rational.isDigit(bytes[1])
  }

  static func isSmallLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  static func isNamePart(_ byte: UInt8) -> Bool {
    isSmallLetter(byte) || Rational.isDigit(byte) || byte == UInt8(ascii: "_")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { isSmallLetter(byte | 0x20) }
}
