import Diagnostics
import Testing

@testable import Rubric

@Suite("Playing a drill")
struct DrillPlayTests {
  @Test("it begins with what is seen, and with what is said at minute 0")
  func beginning() throws {
    let play = try SampleDrill.play([("{at: 3,", "{at: 0,")])
    #expect(
      lines(play.steps.flatMap(\.events)) == [
        "0 seen One login in three fails.", "0 mark Support: many calls.",
      ])
    #expect(play.minute == 0 && play.state.id == "failing" && play.outcome == nil && play.facts == [])
    #expect(play.steps.map(\.deed) == [.beginning])
  }

  @Test("a check takes its minutes, shows and tells")
  func check() throws {
    var play = try SampleDrill.play()
    #expect(
      lines(play.take(check: "graphs")) == ["2 shown Memory is full.", "2 told The session store is full."])
    #expect(play.minute == 2 && play.facts == ["memory"])
    #expect(lines(play.take(check: "graphs")) == ["3 mark Support: many calls.", "4 shown Memory is full."])
    #expect(play.steps.last?.told == [])
  }

  @Test("the good path ends well")
  func goodPath() throws {
    var play = try SampleDrill.play()
    for check in ["changes", "graphs"] { play.take(check: check) }
    play.take(check: "logs")
    #expect(
      lines(play.take(action: "roll-back").suffix(2)) == [
        "10 shown Some logins work again.", "10 seen Logins work and take long.",
      ])
    play.take(action: "roll-back")
    #expect(play.outcome == .ended(.good) && play.minute == 14)
    #expect(play.steps.allSatisfy { $0.missing == [] && $0.isCompleted })
    #expect(play.take(check: "logs") == [] && play.take(action: "empty") == [] && play.wait(minutes: 1) == [])
    #expect(play.giveHint() == nil && play.hintsDue == [])
  }

  @Test("what falls due in one minute comes in its order: marks, worsening, the step itself, hints")
  func order() throws {
    var play = try SampleDrill.play([("{at: 9,", "{at: 8,")])
    play.wait(minutes: 6)
    #expect(
      lines(play.take(check: "graphs")) == [
        "8 mark Support: callers are told to wait.", "8 worsening The graph of logins falls.",
        "8 seen No login works.", "8 shown Memory is full.", "8 told The session store is full.",
        "8 hint Whose sessions are missing?",
      ])
  }

  @Test("a step that worsening overtakes meets the state of then")
  func overtaken() throws {
    var play = try SampleDrill.play()
    play.wait(minutes: 5)
    #expect(
      lines(play.take(action: "roll-back")) == [
        "8 mark Support: callers are told to wait.", "8 worsening The graph of logins falls.",
        "8 seen No login works.", "9 shown Some logins work again.", "9 seen Logins work and take long.",
        "9 hint What is different today?", "9 hint Whose sessions are missing?",
      ])
    let step = try #require(play.steps.last)
    #expect(step.from == "failing" && step.to == "limping" && step.start == 5 && step.end == 9)
    #expect(step.missing == ["release", "evictions"] && step.isCompleted)
  }

  @Test("a worsening that ends the drill cuts the step off")
  func cutOff() throws {
    var play = try SampleDrill.play([("to: down, says: The graph", "to: lost, says: The graph")])
    play.wait(minutes: 6)
    let events = play.take(check: "logs")
    #expect(lines(events.suffix(2)) == ["8 seen Every session is gone.", "8 end poor "])
    #expect(play.minute == 8 && play.facts == [] && play.outcome == .ended(.poor))
    #expect(play.steps.last?.isCompleted == false)
  }

  @Test("minutes in a state begin anew when it is entered again")
  func age() throws {
    var play = try SampleDrill.play([("to: limping, says: Some", "to: failing, says: Some")])
    play.take(action: "restart")
    play.take(action: "roll-back")
    #expect(play.state.id == "failing" && play.minute == 6)
    play.wait(minutes: 7)
    #expect(play.state.id == "failing")
    #expect(lines(play.wait(minutes: 1)).contains("14 worsening The graph of logins falls."))
  }

  @Test("a step that would pass the limit is not completed, and one that meets it is")
  func limit() throws {
    for (waited, isCompleted) in [(17, false), (16, true)] {
      var play = try SampleDrill.play()
      play.wait(minutes: waited)
      let events = play.take(action: "roll-back")
      #expect(play.minute == 20 && play.outcome == .outOfTime)
      #expect(lines(events.suffix(1)) == ["20 outOfTime Let us stop here."])
      #expect(play.steps.last?.isCompleted == isCompleted)
      #expect(play.state.id == (isCompleted ? "limping" : "down"))
    }
  }

  @Test("an end that is reached at the limit counts")
  func endAtLimit() throws {
    var play = try SampleDrill.play([("limit: 20", "limit: 4")])
    play.take(action: "roll-back")
    #expect(play.outcome == .ended(.good) && play.minute == 4)
  }

  @Test("any wait is held to the limit", arguments: [Int.max, 1_000, 20, 0, -1, Int.min])
  func waiting(minutes: Int) throws {
    var play = try SampleDrill.play()
    play.wait(minutes: minutes)
    #expect(play.minute == min(max(minutes, 0), 20))
    #expect((play.outcome == .outOfTime) == (minutes >= 20))
  }

  @Test("a hint is announced once, stays due until given or known, and takes no time")
  func hints() throws {
    var play = try SampleDrill.play()
    #expect(play.giveHint() == nil)
    play.wait(minutes: 6)
    #expect(play.hintsDue.map(\.missing) == ["release"])
    #expect(play.wait(minutes: 1) == [])
    play.wait(minutes: 2)
    #expect(play.hintsDue.map(\.missing) == ["release", "evictions"])
    #expect(play.giveHint()?.say == "What is different today?")
    #expect(play.hintsDue.map(\.missing) == ["evictions"] && play.hintsGiven.map(\.missing) == ["release"])
    #expect(play.steps.last?.deed == .hint(missing: "release") && play.minute == 9)
    play.take(check: "logs")
    #expect(play.hintsDue == [])
  }

  @Test("a play is a value: the one before a step is the one to go back to")
  func undo() throws {
    let before = try SampleDrill.play()
    var after = before
    after.take(check: "changes")
    #expect(before.minute == 0 && before.facts == [] && before.steps.count == 1)
    #expect(after.minute == 1 && after.steps.count == 2)
  }

  @Test("what the drill does not have does nothing")
  func unknown() throws {
    var play = try SampleDrill.play()
    #expect(play.take(check: "roll-back") == [] && play.take(action: "changes") == [])
    #expect(play.steps.count == 1)
    #expect(DrillPlay(try SampleDrill.drill([("start: failing", "start: falling")])) == nil)
  }

  @Test("a drill may begin at its end")
  func endedAtOnce() throws {
    let play = try SampleDrill.play([("start: failing", "start: lost")])
    #expect(play.outcome == .ended(.poor))
    #expect(lines(play.steps.flatMap(\.events)) == ["0 seen Every session is gone.", "0 end poor "])
  }

  private func lines(_ events: some Sequence<DrillEvent>) -> [String] {
    events.map { event in
      let kind = if case .end(let end) = event.kind { "end \(end)" } else { "\(event.kind)" }
      return "\(event.minute) \(kind) \(event.text)"
    }
  }
}
