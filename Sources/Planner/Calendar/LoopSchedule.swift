public import Rubric

/// On which day and at what time each interview of a loop is held.
///
/// The interviews begin on the first day, one after the other with breaks; what a day has no room for goes on
/// the next. Screens are held on the days before, one a day, so that there is time to look at each. The debrief
/// follows the last interview, when there has been time to write it up.
public struct LoopSchedule: Sendable {
  /// The first day after the screens.
  public let start: CalendarDate
  /// How far the place's clocks are ahead of UTC; nil where times mean those of whoever reads them.
  let zone: UTCOffset?
  private let time: ClockTime
  private let rules: ScheduleRules

  /// What is held when.
  struct Event {
    /// The number of the interview; nil for the debrief.
    let interview: Int?
    /// When it begins, in minutes since the beginning of 1970 by the clocks of the place.
    let start: Int
    /// How long it takes.
    let minutes: Int
  }

  /// A schedule from a first day on. `time` is when the interviews of a day begin, where that is not as the rules
  /// say.
  public init(start: CalendarDate, time: ClockTime? = nil, zone: UTCOffset? = nil, rules: ScheduleRules) {
    self.start = start
    self.time = time ?? rules.start
    self.zone = zone
    self.rules = rules
  }

  /// What is held when, in order.
  func events(of loop: InterviewLoop) -> [Event] {
    let held = loop.interviews.filter { $0.isHeld && $0.minutes > 0 }
    let screens = held.filter(\.isScreen)
    var day = start
    var events: [Event] = screens.reversed().map { interview in
      day = next(day, by: -1)
      return Event(interview: interview.number, start: minute(time, on: day), minutes: interview.minutes)
    }.reversed()
    events += proper(held.filter { !$0.isScreen })
    guard loop.debriefMinutes > 0, let last = events.last else { return events }
    let end = last.start + last.minutes + max(rules.breakMinutes, loop.preparationMinutes)
    return events + [Event(interview: nil, start: end, minutes: loop.debriefMinutes)]
  }

  private func proper(_ interviews: [Interview]) -> [Event] {
    var events: [Event] = []
    var (day, count, hadLunch) = (start, 0, false)
    for interview in interviews {
      if count == rules.interviewsPerDay { (day, count, hadLunch) = (next(day, by: 1), 0, false) }
      var begin = minute(time, on: day)
      if count > 0, let last = events.last {
        begin = last.start + last.minutes + rules.breakMinutes
        if !hadLunch, time.minutes < rules.lunch.minutes,
          begin + interview.minutes > minute(rules.lunch, on: day)
        {
          begin = last.start + last.minutes + max(rules.lunchMinutes, rules.breakMinutes)
          hadLunch = true
        }
      }
      events.append(Event(interview: interview.number, start: begin, minutes: interview.minutes))
      count += 1
    }
    return events
  }

  private func minute(_ time: ClockTime, on day: CalendarDate) -> Int { day.number * 1440 + time.minutes }

  /// The next or the last day on which interviews are held.
  private func next(_ day: CalendarDate, by step: Int) -> CalendarDate {
    var day = day.adding(step)
    while !rules.days.contains(day.weekday) { day = day.adding(step) }
    return day
  }
}
