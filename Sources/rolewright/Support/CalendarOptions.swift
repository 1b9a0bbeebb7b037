import ArgumentParser
import Diagnostics
import Planner
import Rubric

/// When the interviews are held.
struct CalendarOptions {
  /// The first day.
  let start: CalendarDate?
  /// When a day begins.
  let time: ClockTime?
  /// How far the clocks are ahead of UTC.
  let zone: UTCOffset?

  /// Refuses a time without a date.
  func validate() throws {
    guard start == nil, time != nil || zone != nil else { return }
    throw ValidationError("--time and --zone say when the loop of --start is held; name a date with them.")
  }

  /// When the interviews are held; nil where no date is given.
  func schedule(by library: RubricLibrary) throws(InvalidInput) -> LoopSchedule? {
    guard let start else { return nil }
    return LoopSchedule(start: start, time: time, zone: zone, rules: try library.scheduleRules())
  }

  /// A date as an argument.
  @Sendable static func date(_ text: String) throws -> CalendarDate {
    do throws(CalendarDate.Fault) { return try CalendarDate(text) } catch {
      throw ValidationError(error.message)
    }
  }

  /// A time of day as an argument.
  @Sendable static func time(_ text: String) throws -> ClockTime {
    guard let time = ClockTime(text) else {
      throw ValidationError("expected a time from 00:00 to 23:59")
    }
    return time
  }

  /// An offset as an argument.
  @Sendable static func offset(_ text: String) throws -> UTCOffset {
    guard let offset = UTCOffset(text) else {
      throw ValidationError("expected an offset such as +01:00 or -05:30, or Z")
    }
    return offset
  }
}
