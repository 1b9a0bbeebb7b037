import TestSupport

@testable import Rubric

/// Drills of any size: a row of states, each left by an action that needs facts.
enum LargeDrill {
  /// A drill. Every fact is told by a check, and needed; there are more actions than states.
  static func drill(states: Int, checks: Int, actions: Int, facts: Int) -> Drill {
    Drill(
      limit: 60, start: "s0", states: (0..<states).map { state($0, of: states) },
      facts: (0..<facts).map { Drill.Fact(id: "f\($0)", what: "Fact.") },
      checks: (0..<checks).map { number in
        Drill.Check(
          id: "c\(number)", asks: ["c"], minutes: 1 + number % 3, needs: [], shows: "Seen.",
          tells: ["f\(number % facts)"], readings: [])
      },
      actions: (0..<actions).map { number in
        let moves =
          number < states - 1
          ? [Drill.Move(sources: ["s\(number)"], target: "s\(number + 1)", says: "Moved.")] : []
        let needs = (0..<facts).filter { $0 % actions == number }.map { "f\($0)" }
        return Drill.Action(
          id: "a\(number)", does: "Acts", minutes: 2 + number % 2, needs: needs, moves: moves,
          otherwise: "Nothing.")
      },
      marks: [], hints: [], outOfTime: "Over.")
  }

  private static func state(_ number: Int, of count: Int) -> Drill.State {
    let isLast = number == count - 1
    let worsens = Drill.Worsening(
      after: 9 + number, target: "s\((number * 3 + 2) % (count - 1))", says: "Worse.")
    return Drill.State(
      id: "s\(number)", sees: "Seen.", worsens: isLast ? nil : worsens, end: isLast ? .good : nil)
  }
}

/// Small drills in which anything may happen.
struct RandomDrill {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A drill of four states, two of them ends, two facts, three checks and two actions, of five minutes.
  mutating func drill() -> Drill {
    Drill(
      limit: 5, start: "s0",
      states: (0..<4).map { number in
        Drill.State(
          id: "s\(number)", sees: "Seen.",
          worsens: number < 2 && random.once(in: 2) ? worsening() : nil,
          end: number == 2 ? .good : number == 3 ? .poor : nil)
      },
      facts: ["f0", "f1"].map { Drill.Fact(id: $0, what: "Fact.") },
      checks: (0..<3).map { check("c\($0)") }, actions: (0..<2).map { action("a\($0)") }, marks: [],
      hints: [], outOfTime: "Over.")
  }

  private mutating func worsening() -> Drill.Worsening {
    Drill.Worsening(after: 1 + Int(random.next() % 3), target: state(), says: "Worse.")
  }

  private mutating func check(_ id: String) -> Drill.Check {
    let readings =
      random.once(in: 2) ? [Drill.Reading(states: [state()], shows: "Else.", tells: facts())] : []
    return Drill.Check(
      id: id, asks: ["c"], minutes: Int(random.next() % 3), needs: facts(), shows: "Seen.", tells: facts(),
      readings: readings)
  }

  private mutating func action(_ id: String) -> Drill.Action {
    let moves = [
      Drill.Move(sources: ["s0"], target: state(), says: "Moved."),
      Drill.Move(sources: ["s1"], target: state(), says: "Moved."),
    ]
    return Drill.Action(
      id: id, does: "Acts", minutes: Int(random.next() % 4), needs: facts(), moves: moves,
      otherwise: "Nothing.")
  }

  private mutating func state() -> String { random.pick(["s0", "s1", "s2", "s3"]) }

  private mutating func facts() -> [String] { random.pick([[], [], ["f0"], ["f1"], ["f0", "f1"]]) }
}

/// What trying every path of a drill finds, with no thought for how long it takes: the oracle of the walk.
struct EveryPath {
  /// The ids of the states that are reached, guesses included.
  private(set) var states: Set<String> = []
  /// The earliest minute of a good end, by steps whose needs are known.
  private(set) var bestGoodEnd: Int?
  private var seen: Set<[String]> = []

  init?(_ drill: Drill) {
    guard let play = DrillPlay(drill) else { return nil }
    visit(play, isSensible: true)
    visit(play, isSensible: false)
  }

  private mutating func visit(_ play: DrillPlay, isSensible: Bool) {
    states.formUnion(play.steps.flatMap { [$0.from, $0.to] })
    let minutes = play.steps.flatMap(\.events).filter { $0.kind == .seen }.map { "\($0.minute)" }
    // The minute in which the state was entered decides when it worsens.
    let key = [play.state.id, "\(play.minute)", minutes.last ?? "", "\(isSensible)"] + play.facts.sorted()
    guard seen.insert(key).inserted else { return }
    if play.outcome == .ended(.good), isSensible { bestGoodEnd = min(bestGoodEnd ?? .max, play.minute) }
    guard play.outcome == nil else { return }
    for check in play.drill.checks { follow(play, isSensible) { $0.take(check: check.id) } }
    for action in play.drill.actions { follow(play, isSensible) { $0.take(action: action.id) } }
    follow(play, isSensible) { $0.wait(minutes: 1) }
  }

  private mutating func follow(_ play: DrillPlay, _ isSensible: Bool, _ step: (inout DrillPlay) -> Void) {
    var play = play
    step(&play)
    if isSensible, play.steps.last?.missing.isEmpty == false { return }
    visit(play, isSensible: isSensible)
  }
}
