internal import Diagnostics
internal import YAML

/// The part of the day in which somebody works, as `utc+1 9:00-17:30`. Without a calendar: the offset is that of
/// the weeks of the loop.
public struct WorkingHours: Sendable, Equatable {
  /// The first minute of the day, in UTC, from 0 to 1,439.
  public var start: Int
  /// How many minutes follow, at most 1,440; past midnight the day begins anew.
  public var length: Int

  /// The minutes of a day.
  public static let day = 1_440

  /// Whether a minute of the day in UTC is in them.
  public func contains(_ minute: Int) -> Bool { (minute - start + Self.day) % Self.day < length }

  /// Hours from their text; nil where it is none.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, let offset = Self.offset(words[0]) else { return nil }
    let ends = words[1].split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = Self.clock(ends[0]), let last = Self.clock(ends[1]), first < last,
      last <= Self.day
    else { return nil }
    start = (first - offset + 2 * Self.day) % Self.day
    length = last - first
  }

  /// `utc`, `utc+1` or `utc-3:30` in minutes.
  private static func offset(_ word: Substring) -> Int? {
    guard word.hasPrefix("utc") || word.hasPrefix("UTC") else { return nil }
    let rest = word.dropFirst(3)
    guard let sign = rest.first else { return 0 }
    guard sign == "+" || sign == "-" else { return nil }
    let digits = rest.dropFirst()
    guard let minutes = digits.contains(":") ? clock(digits) : number(digits).map({ $0 * 60 }),
      minutes <= 14 * 60
    else { return nil }
    return sign == "-" ? -minutes : minutes
  }

  /// `9:30` in minutes.
  private static func clock(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hours = number(parts[0]), parts[1].utf8.count == 2,
      let minutes = number(parts[1]),
      minutes < 60
    else { return nil }
    return hours * 60 + minutes
  }

  /// One or two digits.
  private static func number(_ text: Substring) -> Int? {
    let isNumber = (1...2).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber ? Int(text) : nil
  }

  static let shape = Shape<String>.text.checked { text, node, findings in
    guard WorkingHours(text) == nil else { return }
    findings.add(
      "wrong-type", "expected hours such as \"utc+1 9:00-17:30\", found \"\(text.prefix(40))\"",
      at: node.range)
  }
  .map { WorkingHours($0) ?? WorkingHours(start: 0, length: day) }

  private init(start: Int, length: Int) {
    self.start = start
    self.length = length
  }
}
