/// A drill, walked along every path: what is wrong with it, and the quickest way to a good end.
///
/// Of two ways that lead to the same state at the same age of it, the later is not followed when it knows
/// nothing that the earlier does not: it could do nothing more. That leaves few of the many paths, and the
/// number of those is held to `DrillSearch.budget`.
public struct DrillWalk: Sendable {
  /// What is wrong, in the order of the file's keys within each kind. Names that stand for nothing hide
  /// what follows from them, so nothing else is said while there are any.
  public let faults: [DrillFault]
  /// The steps of the quickest way to a good end, each sensible when it is taken; nil where there is none.
  /// It has no check that it could do without.
  public let goodPath: [DrillStep]?

  /// Walks a drill.
  public init(_ drill: Drill) {
    let faults = DrillNames(drill).faults
    guard faults.isEmpty, let machine = DrillMachine(drill) else {
      (self.faults, goodPath) = (faults, nil)
      return
    }
    var sensible = DrillSearch(machine, knowing: Self.needed(drill), isGuessing: false)
    let deeds = sensible.run()
    goodPath = deeds.flatMap { Self.path($0, drill) }
    var guessed = DrillSearch(machine, knowing: [], isGuessing: true)
    _ = guessed.run()
    self.faults =
      DrillPaths(
        machine: machine, walked: guessed, hasGoodEnd: deeds != nil, isComplete: sensible.isComplete
      ).faults
  }

  /// The quickest way to a good end alone, for a drill without faults; nil where there is none.
  public static func goodPath(of drill: Drill) -> [DrillStep]? {
    guard DrillNames(drill).faults.isEmpty, let machine = DrillMachine(drill) else { return nil }
    var sensible = DrillSearch(machine, knowing: needed(drill), isGuessing: false)
    return sensible.run().flatMap { path($0, drill) }
  }

  /// The facts that decide what is sensible, in the order of the file.
  private static func needed(_ drill: Drill) -> [String] {
    let needed = Set(drill.checks.flatMap(\.needs) + drill.actions.flatMap(\.needs))
    return drill.facts.map(\.id).filter(needed.contains)
  }

  /// The steps of a way to an end, without the checks that it does not need.
  private static func path(_ deeds: [DrillStep.Deed], _ drill: Drill) -> [DrillStep]? {
    guard var path = play(deeds, drill) else { return nil }
    for index in deeds.indices.reversed() {
      guard case .check = path.steps[index + 1].deed else { continue }
      var deeds = path.steps.dropFirst().map(\.deed)
      deeds[index] = .wait(path.steps[index + 1].end - path.steps[index + 1].start)
      if let shorter = play(deeds, drill), shorter.outcome == path.outcome, shorter.isSensible {
        path = shorter
      }
    }
    let deeds = path.steps.dropFirst().map(\.deed)
    return play(withWaitsJoined(deeds), drill).map { Array($0.steps.dropFirst()) }
  }

  private static func withWaitsJoined(_ deeds: [DrillStep.Deed]) -> [DrillStep.Deed] {
    deeds.reduce(into: []) { joined, deed in
      guard case .wait(let minutes) = deed else { return joined.append(deed) }
      if case .wait(let before) = joined.last {
        joined[joined.count - 1] = .wait(before + minutes)
      } else if minutes > 0 {
        joined.append(deed)
      }
    }
  }

  private static func play(_ deeds: [DrillStep.Deed], _ drill: Drill) -> DrillPlay? {
    var play = DrillPlay(drill)
    for deed in deeds {
      switch deed {
      case .check(let id): play?.take(check: id)
      case .action(let id): play?.take(action: id)
      case .wait(let minutes): play?.wait(minutes: minutes)
      case .beginning, .hint: break
      }
    }
    return play
  }
}

extension DrillPlay {
  /// Whether no step was a guess.
  fileprivate var isSensible: Bool { steps.allSatisfy(\.missing.isEmpty) }
}
