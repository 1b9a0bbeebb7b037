internal import Diagnostics
internal import Rubric

/// An amount of money, or a range, as it stands in a text.
struct Money {
  /// The ISO 4217 code.
  var currency: String
  var low: Int
  /// nil for a single amount.
  var high: Int?
  /// The bytes of the text.
  var range: Range<Int>
}

/// Finds amounts of money: `$102,638~$172,500`, `CAD $162k - $180k`, `160-180k USD`, `EUR 50.000`.
struct MoneyScanner {
  private let bytes: [UInt8]
  private let money: MoneySigns

  /// A scanner of a text for some signs.
  init(_ bytes: [UInt8], _ money: MoneySigns) {
    self.bytes = bytes
    self.money = money
  }

  /// The amounts within a stretch, in order. A currency is named before or behind a number, or once
  /// for both ends of a range.
  func amounts(in range: Range<Int>) -> [Money] {
    var found: [Money] = []
    var offset = range.lowerBound
    while let digit = nextDigit(from: offset, in: range) {
      offset = digit
      guard offset == range.lowerBound || !isWordOrDot(offset - 1),
        let money = money(at: offset, in: range)
      else {
        offset += 1
        continue
      }
      if let money = money.value { found.append(money) }
      offset = money.end
    }
    return found
  }

  private func nextDigit(from offset: Int, in range: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { input in
      // Without its highest bit, a byte plus 0x80 less a limit has it where the byte is no less than the limit.
      input.firstOffset(in: min(offset, range.upperBound)..<range.upperBound) { bytes in
        let plain = bytes & 0x7F7F_7F7F_7F7F_7F7F
        let digits = (plain &+ 0x5050_5050_5050_5050) & ~(plain &+ 0x4646_4646_4646_4646)
        return digits & ~bytes & 0x8080_8080_8080_8080
      }
    }
  }

  private func money(at start: Int, in range: Range<Int>) -> (value: Money?, end: Int)? {
    guard let first = number(at: start, in: range) else { return nil }
    var currency = sign(before: start, in: range)
    var end = first.end
    var second: (value: Int, isThousands: Bool, end: Int)?
    if let next = skipJoiner(
      from: skipUnit(from: sign(behind: end, in: range)?.end ?? end, in: range), in: range)
    {
      let place = sign(at: next, in: range)
      let digits = skipSpaces(place?.end ?? next, in: range)
      if digits < range.upperBound, isDigit(digits), let number = number(at: digits, in: range),
        number.value >= first.value
      {
        second = number
        currency = currency ?? place?.code ?? sign(behind: first.end, in: range)?.code
        end = number.end
      }
    }
    // "85 000 $ CAD": the sign, and then the code.
    while let behind = sign(behind: end, in: range) {
      currency = stronger(currency, behind.code)
      end = behind.end
    }
    guard let currency else { return (nil, end) }
    // "160-180k": the k of the upper end is the lower's too.
    let shares = second.map { $0.isThousands && !first.isThousands && first.value < 1_000 } ?? false
    let low = shares ? first.value * 1_000 : first.value
    let (code, factor) = Self.counted(in: currency)
    return (
      Money(currency: code, low: low * factor, high: second.map { $0.value * factor }, range: start..<end),
      end
    )
  }

  /// A code behind an amount says more than a `$` before it, and more than the same code: "₹15 lakh".
  private func stronger(_ before: String?, _ behind: String) -> String {
    guard let before, before != "USD", !behind.hasPrefix(before) else { return behind }
    return before
  }

  /// `INR 100000` counts hundreds of thousands of rupees.
  private static func counted(in currency: String) -> (code: String, factor: Int) {
    guard currency.utf8.contains(0x20) else { return (currency, 1) }
    let parts = currency.split(separator: " ")
    return (String(parts.first ?? ""), parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
  }

  /// Digits with separators of thousands, decimals and a `k`.
  private func number(at start: Int, in range: Range<Int>) -> (value: Int, isThousands: Bool, end: Int)? {
    var value = 0
    var thousandths = 0
    var place = 0
    var mark: UInt8?
    var offset = start
    while offset < range.upperBound, value < 1_000_000_000 {
      let byte = bytes[offset]
      if isDigit(offset) {
        if place == 0 { value = value * 10 + Int(byte - 0x30) }
        thousandths += Int(byte - 0x30) * (place / 10)
        place = place > 1 ? place / 10 : place
        offset += 1
      } else if mark ?? byte == byte, let width = thousandsMark(offset, in: range) {
        mark = byte
        offset += width
      } else if place == 0, byte == UInt8(ascii: "."), offset + 1 < range.upperBound, isDigit(offset + 1) {
        place = 1_000
        offset += 1
      } else {
        break
      }
    }
    guard offset > start else { return nil }
    let isThousands =
      offset < range.upperBound && bytes[offset] | 0x20 == UInt8(ascii: "k")
      && (offset + 1 == range.upperBound || !isLetter(offset + 1))
    return isThousands ? (value * 1_000 + thousandths, true, offset + 1) : (value, false, offset)
  }

  /// The width of a comma, point, apostrophe or space before exactly three digits, or of a comma before
  /// two digits that such a comma follows, as in `30,00,000`; nil for anything else.
  private func thousandsMark(_ offset: Int, in range: Range<Int>) -> Int? {
    let isPlain = [0x2C, 0x2E, 0x27, 0x20].contains(bytes[offset])
    let width = isPlain ? 1 : bytes[offset...].starts(with: "’".utf8) ? 3 : 0
    guard width > 0 else { return nil }
    let count = digits(from: offset + width, in: range)
    if count == 3 { return width }
    let next = offset + 3
    let isLakh =
      count == 2 && bytes[offset] == 0x2C && next < range.upperBound && bytes[next] == 0x2C
      && digits(from: next + 1, in: range) == 3
    return isLakh ? width : nil
  }

  /// How many digits stand behind each other, counted up to four.
  private func digits(from start: Int, in range: Range<Int>) -> Int {
    (start..<max(start, min(start + 4, range.upperBound))).prefix { isDigit($0) }.count
  }

  /// Behind a unit of time at an end of a range: "$80/hr - $95/hr", "$150k/year to $180k/year".
  private func skipUnit(from start: Int, in range: Range<Int>) -> Int {
    guard start < range.upperBound, bytes[start] == UInt8(ascii: "/") else { return start }
    let letters = (start + 1..<min(start + 6, range.upperBound)).prefix { isLetter($0) }
    return letters.isEmpty ? start : start + 1 + letters.count
  }

  /// Behind what joins the ends of a range: `-`, `–`, `~` or "to".
  private func skipJoiner(from start: Int, in range: Range<Int>) -> Int? {
    let offset = skipSpaces(start, in: range)
    guard offset < range.upperBound else { return nil }
    for joiner in money.joiners where bytes[offset...].starts(with: joiner) {
      return skipSpaces(offset + joiner.count, in: range)
    }
    return nil
  }

  private func sign(before offset: Int, in range: Range<Int>) -> String? {
    guard let (code, start) = sign(endingAt: offset, in: range) else { return nil }
    // `CAD $162,000`: the code before a bare dollar sign decides.
    return code == "USD" ? sign(endingAt: start, in: range)?.code ?? code : code
  }

  /// The sign that ends at an offset, but for spaces, and where it begins.
  private func sign(endingAt offset: Int, in range: Range<Int>) -> (code: String, start: Int)? {
    var end = offset
    while end > range.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
    guard end > range.lowerBound, money.lasts.contains(bytes[end - 1]) else { return nil }
    let last = bytes[end - 1]
    for number in money.signs.indices where money.signs[number].last == last {
      let start = end - money.signs[number].bytes.count
      guard start >= range.lowerBound, bytes[start..<end].elementsEqual(money.signs[number].bytes),
        standsAlone(start, end)
      else { continue }
      return (money.signs[number].code, start)
    }
    return nil
  }

  private func sign(behind offset: Int, in range: Range<Int>) -> (code: String, end: Int)? {
    sign(at: skipSpaces(offset, in: range), in: range)
  }

  private func sign(at offset: Int, in range: Range<Int>) -> (code: String, end: Int)? {
    guard offset < range.upperBound, money.firsts.contains(bytes[offset]) else { return nil }
    let first = bytes[offset]
    for number in money.signs.indices where money.signs[number].first == first {
      let end = offset + money.signs[number].bytes.count
      guard end <= range.upperBound, bytes[offset..<end].elementsEqual(money.signs[number].bytes),
        standsAlone(offset, end)
      else { continue }
      return (money.signs[number].code, end)
    }
    return nil
  }

  /// A code of letters is a word of its own.
  private func standsAlone(_ start: Int, _ end: Int) -> Bool {
    let startsWithLetter = CharacterClass.isASCIIWord(bytes[start])
    let endsWithLetter = CharacterClass.isASCIIWord(bytes[end - 1])
    let before = start > 0 && startsWithLetter && isLetter(start - 1)
    let behind = end < bytes.count && endsWithLetter && isLetter(end)
    return !before && !behind
  }

  private func skipSpaces(_ start: Int, in range: Range<Int>) -> Int {
    var offset = start
    while offset < range.upperBound, bytes[offset] == 0x20 { offset += 1 }
    return offset
  }

  private func isDigit(_ offset: Int) -> Bool { CharacterClass.isDigit(bytes[offset]) }
  private func isLetter(_ offset: Int) -> Bool { CharacterClass.isLetter(bytes[offset]) }
  private func isWordOrDot(_ offset: Int) -> Bool { isDigit(offset) || bytes[offset] == UInt8(ascii: ".") }
}
