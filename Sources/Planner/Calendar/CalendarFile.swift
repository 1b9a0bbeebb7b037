internal import Rubric

/// Writes a calendar (iCalendar, RFC 5545).
struct CalendarFile {
  private let schedule: LoopSchedule
  private var lines: [String]

  /// A calendar without events. Nobody's clock is read: every event is stamped with the first day.
  init(_ schedule: LoopSchedule) {
    self.schedule = schedule
    lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rolewright//Interview loop//EN", "CALSCALE:GREGORIAN",
    ]
  }

  /// Adds an event. The first line of its text is its summary, the rest its description.
  mutating func add(_ event: LoopSchedule.Event, id: String, text: String) {
    let parts = text.split(separator: "\n", maxSplits: 1)
    let description = parts.count > 1 ? String(parts[1]) : ""
    lines += [
      "BEGIN:VEVENT", "UID:\(id)", "DTSTAMP:\(schedule.start.digits)T000000Z",
      "DTSTART:\(time(event.start))", "DTEND:\(time(event.start + event.minutes))",
      "SUMMARY:\(Self.escaped(String(parts.first ?? "")))",
    ]
    if !description.isEmpty { lines.append("DESCRIPTION:\(Self.escaped(description))") }
    lines.append("END:VEVENT")
  }

  /// The calendar as text: lines of at most 75 bytes, each ended by CR and LF.
  var text: String { (lines + ["END:VCALENDAR"]).flatMap(Self.folded).map { $0 + "\r\n" }.joined() }

  /// In UTC where the place is known, else by the reader's own clocks (RFC 5545, 3.3.5).
  private func time(_ minute: Int) -> String {
    let utc = minute - (schedule.zone?.minutes ?? 0)
    let day = CalendarDate(number: utc >= 0 ? utc / 1440 : (utc - 1439) / 1440)
    let rest = utc - day.number * 1440
    let clock = CalendarDate.padded(rest / 60, 2) + CalendarDate.padded(rest % 60, 2) + "00"
    return "\(day.digits)T\(clock)" + (schedule.zone == nil ? "" : "Z")
  }

  /// A text as a value (RFC 5545, 3.3.11).
  private static func escaped(_ text: String) -> String {
    var result = ""
    var text = text[...]
    while text.last == "\n" { text.removeLast() }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line in stretches of at most 75 bytes, of which all but the first begin with a space; no character is cut
  /// (RFC 5545, 3.1).
  private static func folded(_ line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    var length = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if length + width > 75 {
        lines.append(current)
        (current, length) = (" ", 1)
      }
      current.unicodeScalars.append(scalar)
      length += width
    }
    return lines + [current]
  }
}
