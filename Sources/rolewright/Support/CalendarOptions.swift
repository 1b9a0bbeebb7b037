import ArgumentParser
import Diagnostics
import Planner
import Rubric

/// When the interviews are held.
struct CalendarOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The first day of the loop, such as 2026-12-07: also write loop.ics and candidate.ics. Screens are "
        + "put on the days before.", valueName: "date"),
    transform: Self.date)
  var start: CalendarDate?

  @Option(
    name: .long, help: ArgumentHelp("When the interviews of a day begin, such as 09:00.", valueName: "time"),
    transform: Self.time)
  var time: ClockTime?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How far the place's clocks are ahead of UTC, such as +01:00. Without it, times are those of whoever "
        + "opens the calendar.", valueName: "offset"),
    transform: Self.offset)
  var zone: UTCOffset?

  func validate() throws {
    guard start == nil, time != nil || zone != nil else { return }
    throw ValidationError("--time and --zone say when the loop of --start is held; name a date with them.")
  }

  /// When the interviews are held; nil where no date is given.
  func schedule(by library: RubricLibrary) throws(InvalidInput) -> LoopSchedule? {
    guard let start else { return nil }
    return LoopSchedule(start: start, time: time, zone: zone, rules: try library.scheduleRules())
  }

  @Sendable private static func date(_ text: String) throws -> CalendarDate {
    do throws(CalendarDate.Fault) { return try CalendarDate(text) } catch {
      throw ValidationError(error.message)
    }
  }

  @Sendable private static func time(_ text: String) throws -> ClockTime {
    guard let time = ClockTime(text) else {
      throw ValidationError("expected a time from 00:00 to 23:59")
    }
    return time
  }

  @Sendable private static func offset(_ text: String) throws -> UTCOffset {
    guard let offset = UTCOffset(text) else {
      throw ValidationError("expected an offset such as +01:00 or -05:30, or Z")
    }
    return offset
  }
}
