public import Diagnostics
internal import YAML

/// When the interviews of a loop are held (`schedule.yaml`).
public struct ScheduleRules: Sendable {
  /// The days on which interviews are held.
  public var days: [Weekday]
  /// When the first interview of a day begins.
  public var start: ClockTime
  /// The minutes between two interviews.
  public var breakMinutes: Int
  /// The break before the first interview that would run past this time is for lunch.
  public var lunch: ClockTime
  /// The minutes of lunch.
  public var lunchMinutes: Int
  /// The most interviews on one day.
  public var interviewsPerDay: Int

  static let shape = Shape<ScheduleRules>.mapping("the schedule") { fields in
    ScheduleRules(
      days: fields.required("days", .list(of: Shape<Weekday>.oneOf("day"), atLeast: 1)),
      start: fields.required("start", ClockTime.shape),
      breakMinutes: fields.required("break_minutes", .integer(0...240)),
      lunch: fields.required("lunch", ClockTime.shape),
      lunchMinutes: fields.required("lunch_minutes", .integer(0...240)),
      interviewsPerDay: fields.required("interviews_per_day", .integer(1...12)))
  }
}

/// A day of the week.
public enum Weekday: String, Sendable, CaseIterable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A time of day, to the minute.
public struct ClockTime: Sendable, Equatable {
  /// The minutes since midnight, from 0 to 1439.
  public let minutes: Int

  /// A time such as `09:00`, of 24 hours; nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let isForm = parts.count == 2 && (1...2).contains(parts[0].utf8.count) && parts[1].utf8.count == 2
    guard isForm, text.utf8.allSatisfy({ $0 == 0x3A || (0x30...0x39).contains($0) }),
      let hour = Int(parts[0]),
      let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    minutes = 60 * hour + minute
  }

  private init() { minutes = 0 }

  static let shape = Shape<String>.text.checked { text, node, findings in
    guard ClockTime(text) == nil else { return }
    findings.add("clock-time", "\"\(text)\" is no time of day; expected one such as 09:00", at: node.range)
  }.map { ClockTime($0) ?? ClockTime() }
}

extension RubricLibrary {
  /// When interviews are held.
  public func scheduleRules() throws(InvalidInput) -> ScheduleRules {
    guard let source = files["schedule.yaml"]?.source else {
      throw InvalidInput("missing-file", "the library has no schedule.yaml", file: "schedule.yaml")
    }
    return try ScheduleRules.shape.read(from: source)
  }
}
