import Diagnostics
import TestSupport
import Testing

@testable import Rubric

@Suite("Leading a drill")
struct DrillSessionTests {
  @Test(
    "what is typed is read as it is meant",
    arguments: [
      ("", .nothing), ("  \t ", .nothing), ("?", .list), (" ? ", .list), ("h", .hint), ("H", .hint),
      ("u", .undo), ("q", .quit), ("w", .wait(1)), ("w 3", .wait(3)), ("W3", .wait(3)), ("w -3", .wait(-3)),
      ("w logs", .words("w logs")), ("w 99999999999999999999", .words("w 99999999999999999999")),
      ("c3", .check(number: 3)), ("A12", .action(number: 12)), ("c", .words("c")), ("c3x", .words("c3x")),
      ("c99999999999999999999", .check(number: .max)), ("c0", .check(number: 0)), ("c-1", .words("c-1")),
      ("c٣", .words("c٣")), ("n", .note("")), ("n  says: it is slow ", .note("says: it is slow")),
      ("N x", .note("x")), ("notes", .words("notes")), ("help me", .words("help me")), ("h x", .words("h x")),
      ("q u i t", .words("q u i t")), ("? logs", .words("? logs")), ("logs\r", .words("logs")),
    ] as [(String, DrillRequest)])
  func requests(line: String, expected: DrillRequest) {
    #expect(DrillRequest(line) == expected)
  }

  @Test(
    "a few letters find what is meant, and only that",
    arguments: [
      ("depl", ["changes"]), ("rece ch", ["changes"]), ("changes recent", ["changes"]), ("LOGS", ["logs"]),
      ("roll", ["roll-back"]), ("roll-back", ["roll-back"]), ("rolls the release back", ["roll-back"]),
      ("re", ["changes", "roll-back", "restart"]), ("memory", ["graphs"]), ("emory", ["graphs"]),
      ("session store", ["restart", "empty"]), ("empty", ["empty"]), ("store empt", ["empty"]),
      ("show me the deployments please", ["changes"]), ("grahps", ["graphs"]), ("xyzzy", []), ("!?", []),
      ("e", ["empty"]), ("l", ["logs"]), ("", []),
    ])
  func matches(words: String, expected: [String]) throws {
    let deeds = DrillMatcher(try SampleDrill.drill()).deeds(for: words)
    #expect(deeds.map(Self.id) == expected)
  }

  @Test("a long and hostile request finds nothing and takes no time")
  func hostile() throws {
    let matcher = DrillMatcher(try SampleDrill.drill())
    #expect(matcher.deeds(for: String(repeating: "ab ", count: 100_000)) == [])
    #expect(matcher.deeds(for: String(repeating: "\u{301}", count: 100_000)) == [])
  }

  @Test("words that mean several things take no step")
  func ambiguous() throws {
    var session = try session()
    #expect(
      session.take("re", elapsed: nil)
        == .ambiguous([.check("changes"), .action("roll-back"), .action("restart")]))
    #expect(session.take("xyzzy", elapsed: nil) == .unknown)
    #expect(
      session.take("c4", elapsed: nil) == .noSuchNumber && session.take("a0", elapsed: nil) == .noSuchNumber)
    #expect(session.take("w 0", elapsed: nil) == .noMinutes && session.take("h", elapsed: nil) == .noHint)
    #expect(session.play.steps.count == 1 && session.entries.count == 1)
  }

  @Test(
    "an action is taken at once only where its beginning was typed",
    arguments: [
      ("release", false), ("back", false), ("roll", true), ("release roll", true),
      ("rolls the release back", true), ("store empt", true), ("memory", true),
    ])
  func plain(words: String, isTaken: Bool) throws {
    var session = try session()
    let reply = session.take(words, elapsed: nil)
    #expect(session.play.steps.count == (isTaken ? 2 : 1))
    if !isTaken { #expect(reply == .ambiguous([.action("roll-back")])) }
  }

  @Test("steps and notes are noted down in their order, with their times")
  func entries() throws {
    var session = try session()
    _ = session.take("depl", elapsed: 3)
    _ = session.take("n on: posts first", elapsed: 65)
    _ = session.take("a2", elapsed: nil)
    #expect(session.entries.map(\.elapsed) == [nil, 3, 65, nil])
    #expect(session.notes.map(\.note.text) == ["posts first"])
    #expect(session.notes.map(\.note.competency) == ["on-call"] && session.notes.map(\.note.minute) == [1])
    #expect(session.play.state.id == "down" && session.play.minute == 3)
  }

  @Test("a step that is taken back stays as struck, and notes stay as they are")
  func undo() throws {
    var session = try session()
    #expect(session.take("u", elapsed: nil) == .nothingToUndo)
    for line in ["c1", "n one", "a2", "n two"] { _ = session.take(line, elapsed: nil) }
    guard case .undone(let step) = session.take("u", elapsed: nil) else {
      Issue.record("nothing was taken back")
      return
    }
    #expect(step.deed == .action("restart") && session.play.state.id == "failing" && session.play.minute == 1)
    #expect(session.entries.map(\.isStruck) == [false, false, false, true, false])
    #expect(session.notes.map(\.note.text) == ["one", "two"])
    _ = session.take("u", elapsed: nil)
    #expect(session.play.minute == 0 && session.play.facts == [])
    #expect(session.take("u", elapsed: nil) == .nothingToUndo)
    #expect(session.entries.count { $0.isStruck } == 2)
  }

  @Test(
    "whatever is typed, time stays within the limit, and taking all back leads to the beginning",
    arguments: 1...40)
  func everythingBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var session = try session()
    let beginning = session.play.state.id
    let lines = [
      "c1", "c2", "c3", "a1", "a2", "a3", "w", "w 2", "h", "u", "n x", "graphs", "restart", "?", "", "zz",
    ]
    for _ in 0..<60 {
      _ = session.take(random.pick(lines), elapsed: nil)
      let play = session.play
      #expect((0...20).contains(play.minute) && (play.outcome == nil || play.steps.count > 1))
      #expect(play.steps.count == session.entries.count { $0.isStep && !$0.isStruck })
      #expect(Set(play.facts).count == play.facts.count)
    }
    let notes = session.notes.count
    for _ in 0..<60 { _ = session.take("u", elapsed: nil) }
    #expect(session.take("u", elapsed: nil) == .nothingToUndo)
    #expect(session.play.minute == 0 && session.play.state.id == beginning && session.play.facts == [])
    #expect(session.notes.count == notes && notes > 0)
  }

  @Test("a hint and an end can be taken back")
  func undoneEnd() throws {
    var session = try session()
    for line in ["w 6", "h"] { _ = session.take(line, elapsed: nil) }
    #expect(session.play.hintsGiven.count == 1)
    _ = session.take("u", elapsed: nil)
    #expect(session.play.hintsGiven == [] && session.play.hintsDue.count == 1)
    for line in ["w 2", "a3"] { _ = session.take(line, elapsed: nil) }
    #expect(session.play.outcome == .ended(.poor))
    for line in ["c1", "a1", "w", "h", "logs"] { #expect(session.take(line, elapsed: nil) == .over) }
    guard case .noted = session.take("n sees it", elapsed: nil) else {
      Issue.record("no note was taken")
      return
    }
    _ = session.take("u", elapsed: nil)
    #expect(session.play.outcome == nil && session.play.state.id == "down")
    #expect(session.take("q", elapsed: nil) == .quit)
  }

  @Test(
    "a note is about the competency that it names",
    arguments: [
      ("on-call: calm", "on-call", "calm"), ("on: calm", "on-call", "calm"),
      ("ON-CALL : calm", "on-call", "calm"),
      ("trouble: x: y", "troubleshooting", "x: y"), ("o: calm", nil, "o: calm"),
      ("says: no", nil, "says: no"), (": no", nil, ": no"), ("on-call:", nil, "on-call:"),
      ("observability: graphs", "observability", "graphs"), ("calm", nil, "calm"),
    ])
  func notes(typed: String, competency: String?, text: String) {
    let rated = ["on-call", "troubleshooting", "observability"]
    let note = DrillNote(typed, at: 4, rated: rated)
    #expect(note.competency == competency && note.text == text && note.minute == 4)
  }

  private func session() throws -> DrillSession {
    let session = DrillSession(try SampleDrill.drill(), rated: ["on-call", "troubleshooting"])
    return try #require(session)
  }

  private static func id(_ deed: DrillStep.Deed) -> String {
    switch deed {
    case .check(let id), .action(let id): id
    case .beginning, .wait, .hint: "\(deed)"
    }
  }
}

extension DrillEntry {
  fileprivate var isStep: Bool {
    if case .step = content { true } else { false }
  }
}
