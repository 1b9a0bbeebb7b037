internal import Rubric

extension DocumentRenderer {
  /// The calendars of a loop: `loop.ics` for those who hold the interviews, without a question in it, and
  /// `candidate.ics` for the candidate, without what is rated and without the debrief.
  ///
  /// An event's id is of the loop's fingerprint, the first day and the interview's number: the same plan for the
  /// same days replaces its events, and that for the next candidate has its own.
  public func calendars(of loop: InterviewLoop, on schedule: LoopSchedule) -> [RenderedDocument] {
    var (team, candidate) = (CalendarFile(schedule), CalendarFile(schedule))
    let view = LoopView(loop, assets: LoopView.Assets(style: "", script: ""))
    let base = "\(loop.fingerprint)-\(schedule.start.digits)"
    for event in schedule.events(of: loop) {
      guard let number = event.interview else {
        team.add(event, id: "\(base)-debrief@rolewright", text: text("event.txt", of: view))
        continue
      }
      guard let interview = view.interviews.first(where: { $0.interview.number == number }) else { continue }
      let own = view.about(interview)
      team.add(event, id: "\(base)-\(number)@rolewright", text: text("event.txt", of: own))
      candidate.add(
        event, id: "\(base)-\(number)-candidate@rolewright", text: text("candidate-event.txt", of: own))
    }
    return [
      RenderedDocument(path: "loop.ics", text: team.text),
      RenderedDocument(path: "candidate.ics", text: candidate.text),
    ]
  }
}
