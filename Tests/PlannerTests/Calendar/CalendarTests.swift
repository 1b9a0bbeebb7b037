import Foundation
import Rubric
import Testing

@testable import Planner

@Suite("Calendars")
struct CalendarTests {
  @Test("every day of four hundred years has the number and the weekday that Foundation gives it")
  func days() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let first = try CalendarDate("1900-01-01")
    for number in stride(from: first.number, to: first.number + 146_100, by: 1) {
      let date = CalendarDate(number: number)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      let (year, month, day) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
      let digits = "\(year * 10_000 + month * 100 + day)"
      let isRight = date.digits == digits && Weekday.allCases[((parts.weekday ?? 0) + 5) % 7] == date.weekday
      let text = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
      guard isRight, try CalendarDate(text) == date else {
        Issue.record("\(text) is not \(date.digits)")
        return
      }
    }
  }

  private static let wrong = [
    ("2026-02-30", "February 2026 has 28 days"), ("2024-02-30", "February 2024 has 29 days"),
    ("2100-02-29", "February 2100 has 28 days"), ("2026-04-31", "April 2026 has 30 days"),
    ("2026-00-01", "there is no month 00"), ("2026-13-01", "there is no month 13"),
    ("2026-12-00", "December 2026 has 31 days"), ("1899-12-31", "expected a year from 1900 to 9998"),
    ("2026-2-3", "expected a date such as 2026-12-07"), ("07.12.2026", "expected a date such as 2026-12-07"),
    ("2026-12-07T09:00", "expected a date such as 2026-12-07"), ("", "expected a date such as 2026-12-07"),
    ("20261207", "expected a date such as 2026-12-07"), ("+026-12-07", "expected a date such as 2026-12-07"),
    ("２０２６-12-07", "expected a date such as 2026-12-07"),
  ]

  @Test("what is no date is refused with the reason", arguments: wrong)
  func faults(text: String, message: String) {
    let fault = #expect(throws: CalendarDate.Fault.self) { try CalendarDate(text) }
    #expect(fault?.message == message)
  }

  @Test("times and offsets are read strictly")
  func times() {
    #expect(["00:00", "9:05", "23:59"].map { ClockTime($0)?.minutes } == [0, 545, 1439])
    for text in ["24:00", "9", "09:60", "9:5", "-1:00", "+9:00", "", ":", "009:00", "9:00 "] {
      #expect(ClockTime(text) == nil)
    }
    #expect(["Z", "+01:00", "-05:30", "+14:00"].map { UTCOffset($0)?.minutes } == [0, 60, -330, 840])
    for text in ["01:00", "+1:00", "+14:01", "+24:00", "CET", ""] { #expect(UTCOffset(text) == nil) }
  }

  private static func rules(start: String = "09:30", perDay: Int = 4) throws -> ScheduleRules {
    var rules = try RealRubrics.library().scheduleRules()
    (rules.start, rules.interviewsPerDay) = (try #require(ClockTime(start)), perDay)
    return rules
  }

  /// Interviews of some minutes; screens have less than nothing.
  private static func loop(_ minutes: [Int], debrief: Int = 45) throws -> InterviewLoop {
    let format = try #require(try RealRubrics.library().format("coding"))
    let interviews = minutes.enumerated().map { index, minutes in
      Interview(
        number: index + 1, name: "No. \(index + 1)", format: minutes == 0 ? nil : format,
        minutes: abs(minutes),
        isScreen: minutes < 0, ratings: [])
    }
    let optimality = Optimality(
      isProven: true, required: (0, 0), requiredApt: 0, requiredTwice: 0, bound: (0, 0, 0), preferred: (0, 0),
      duties: (0, 0))
    return InterviewLoop(
      role: RoleDefinition(title: "Engineer"), interviews: interviews, coverage: [], conflict: nil,
      optimality: optimality, debriefMinutes: debrief, preparationMinutes: 30, fingerprint: "rw1-0")
  }

  private static let plans: [(minutes: [Int], start: String, perDay: Int, events: [String])] = [
    // The Monday after a weekend: screens on Thursday and Friday before it.
    (
      [-30, -60, 60], "09:30", 4,
      [
        "1 20261203 09:30-10:00", "2 20261204 09:30-10:30", "3 20261207 09:30-10:30",
        "debrief 20261207 11:00-11:45",
      ]
    ),
    // Lunch comes before what would run past half past twelve.
    (
      [75, 60, 60, 60], "09:30", 4,
      [
        "1 20261207 09:30-10:45", "2 20261207 11:00-12:00", "3 20261207 13:00-14:00",
        "4 20261207 14:15-15:15",
        "debrief 20261207 15:45-16:30",
      ]
    ),
    // In the afternoon there is none.
    (
      [60, 60], "13:00", 4,
      ["1 20261207 13:00-14:00", "2 20261207 14:15-15:15", "debrief 20261207 15:45-16:30"]
    ),
    // What a day has no room for goes on the next.
    (
      [60, 60, 60], "09:30", 2,
      [
        "1 20261207 09:30-10:30", "2 20261207 10:45-11:45", "3 20261208 09:30-10:30",
        "debrief 20261208 11:00-11:45",
      ]
    ),
    // Nobody holds a stage that no format fits.
    ([0, 60], "09:30", 4, ["2 20261207 09:30-10:30", "debrief 20261207 11:00-11:45"]),
    ([0], "09:30", 4, []),
  ]

  @Test("interviews follow each other with breaks, on days on which interviews are held", arguments: plans)
  func schedule(minutes: [Int], start: String, perDay: Int, events: [String]) throws {
    let rules = try Self.rules(start: start, perDay: perDay)
    let schedule = LoopSchedule(start: try CalendarDate("2026-12-07"), rules: rules)
    let shown = schedule.events(of: try Self.loop(minutes)).map { event in
      let (begin, end) = (event.start % 1440, event.start % 1440 + event.minutes)
      let clock = [begin, end].map { CalendarDate.padded($0 / 60, 2) + ":" + CalendarDate.padded($0 % 60, 2) }
      let name = event.interview.map { String($0) } ?? "debrief"
      return "\(name) \(CalendarDate(number: event.start / 1440).digits) \(clock.joined(separator: "-"))"
    }
    #expect(shown == events)
  }

  @Test("a calendar holds to RFC 5545, whatever stands in it")
  func form() throws {
    let name =
      "Ünïcode 日本語 🙂; with, all\\ \"sorts\" of\u{1}\u{7F}\tthings " + String(repeating: "日本", count: 60)
    var loop = try Self.loop([-30, 60, 60, 60, 60, 60])
    loop.role.title = "Lead; SRE, \\o/"
    loop.interviews[1].name = name
    let renderer = try DocumentRenderer(templates: try Repository.templates())
    for zone in [nil, "Z", "+14:00", "-11:30"] {
      let schedule = LoopSchedule(
        start: try CalendarDate("2026-03-01"), zone: zone.flatMap { UTCOffset($0) },
        rules: try Self.rules(start: "00:15"))
      let files = renderer.calendars(of: loop, on: schedule)
      #expect(files.map(\.path) == ["loop.ics", "candidate.ics"])
      let calendars = try files.map { try ParsedCalendar($0.text) }
      #expect(calendars.map(\.events.count) == [7, 6])
      let ids = calendars.flatMap(\.events).compactMap { $0["UID"] }
      #expect(Set(ids).count == 13 && ids.allSatisfy { $0.hasSuffix("@rolewright") })
      for event in calendars.flatMap(\.events) {
        #expect(event["DTSTAMP"] == "20260301T000000Z")
        let times = [event["DTSTART"], event["DTEND"]].compactMap { $0 }
        #expect(times.count == 2 && times[0] < times[1])
        #expect(times.allSatisfy { $0.hasSuffix("Z") == (zone != nil) })
      }
      let summary = try #require(calendars[0].events[1]["SUMMARY"])
      #expect(
        summary.hasPrefix("Ünïcode 日本語 🙂; with, all\\ \"sorts\" of") && summary.hasSuffix(": Lead; SRE, \\o/")
      )
    }
  }

  @Test("the calendars ask no question, and the candidate's does not say what is rated")
  func secrets() throws {
    let library = try RealRubrics.library()
    let role = role(required("linux", "networking", "kubernetes"))
    let loop = try LoopPlanner(library: library, policy: try library.policy()).plan(role)
    let renderer = try DocumentRenderer(templates: try Repository.templates())
    let schedule = LoopSchedule(start: try CalendarDate("2026-12-07"), rules: try Self.rules())
    let texts = try renderer.calendars(of: loop, on: schedule).map { file in
      try ParsedCalendar(file.text).events.compactMap { $0["DESCRIPTION"] }.joined(separator: "\n")
    }
    for question in loop.interviews.flatMap(\.ratings).flatMap(\.questions) {
      #expect(texts.allSatisfy { !$0.contains(question.ask.prefix(40)) })
    }
    #expect(texts[0].contains("Linux and the shell") && !texts[1].contains("Linux and the shell"))
    #expect(texts[0].contains("kits/") && !texts[1].contains("kits/"))
  }
}
