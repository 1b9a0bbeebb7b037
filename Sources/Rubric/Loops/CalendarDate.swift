internal import YAML

/// A day of the Gregorian calendar, from 1900 to 9998.
public struct CalendarDate: Sendable, Equatable, Comparable {
  /// The days since 1 January 1970.
  public let number: Int

  /// Why a text is no date, in words for the person who wrote it.
  public struct Fault: Error, Equatable {
    /// A sentence without a final stop.
    public let message: String
  }

  /// A date such as `2026-12-07`.
  public init(_ text: String) throws(Fault) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isForm = parts.map(\.utf8.count) == [4, 2, 2]
    let isNumeric = text.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
    guard isForm, isNumeric, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else {
      throw Fault(message: "expected a date such as 2026-12-07")
    }
    guard (1900...9998).contains(year) else { throw Fault(message: "expected a year from 1900 to 9998") }
    guard (1...12).contains(month) else { throw Fault(message: "there is no month \(parts[1])") }
    let length = Self.days(ofMonth: month, in: year)
    guard (1...length).contains(day) else {
      throw Fault(message: "\(Self.months[month - 1]) \(year) has \(length) days")
    }
    self.init(number: Self.number(year, month, day))
  }

  /// The day so many days after 1 January 1970.
  public init(number: Int) { self.number = number }

  /// The day of the week. 1 January 1970 was a Thursday.
  public var weekday: Weekday { Weekday.allCases[((number + 3) % 7 + 7) % 7] }

  /// The date so many days later.
  public func adding(_ days: Int) -> CalendarDate { CalendarDate(number: number + days) }

  /// The date as RFC 5545 writes it: `20261207`.
  public var digits: String {
    let (year, month, day) = civil
    return Self.padded(year, 4) + Self.padded(month, 2) + Self.padded(day, 2)
  }

  /// The date as `2026-12-07` (ISO 8601).
  public var text: String {
    let (year, month, day) = civil
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// Earlier days first.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.number < b.number }

  /// A whole number from 0, with zeros before it up to a width.
  public static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  private static func days(ofMonth month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// The number of a day. The year is counted from March, so that a leap day is its last, and in rounds of 400
  /// years of 146,097 days each. 1 January 1970 is day 719,468 of that count.
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + ofYear - 719_468
  }

  /// The date of a number: the same backwards.
  private var civil: (year: Int, month: Int, day: Int) {
    let days = number + 719_468
    let (round, ofRound) = (days / 146_097, days % 146_097)
    let year = (ofRound - ofRound / 1460 + ofRound / 36_524 - ofRound / 146_096) / 365
    let ofYear = ofRound - (365 * year + year / 4 - year / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (round * 400 + year + (month <= 2 ? 1 : 0), month, ofYear - (153 * shifted + 2) / 5 + 1)
  }
}

extension CalendarDate {
  /// A date as files write it: `2026-12-07`.
  static let shape = Shape<String>.text.checked { text, node, findings in
    do throws(Fault) {
      _ = try CalendarDate(text)
    } catch {
      findings.add("calendar-date", "\"\(text)\" is no date: \(error.message)", at: node.range)
    }
  }.map { (try? CalendarDate($0)) ?? CalendarDate(number: 0) }
}

/// How far a place's clocks are ahead of UTC.
public struct UTCOffset: Sendable, Equatable {
  /// In minutes; negative where they are behind.
  public let minutes: Int

  /// An offset such as `+01:00` or `-05:30`, or `Z`; nil for any other text, and beyond 14 hours.
  public init?(_ text: String) {
    if text == "Z" {
      minutes = 0
      return
    }
    guard let sign = text.first, sign == "+" || sign == "-", text.utf8.count == 6,
      let time = ClockTime(String(text.dropFirst())), time.minutes <= 14 * 60
    else { return nil }
    minutes = sign == "-" ? -time.minutes : time.minutes
  }
}
