public import Rubric

/// What becomes of one thing that roles ask for, and loops rate or leave out.
public struct DemandChange: Sendable {
  /// How the first loop covers it; nil where the first role does not ask for it by itself.
  public let from: Coverage?
  /// How the second loop covers it, likewise.
  public let to: Coverage?
  /// The names of the interviews that rate it, in the first loop and in the second.
  public let interviews: (from: [String], to: [String])
  /// The name of the demand that it is rated along with on the side that does not ask for it by itself, as programming
  /// is with a language.
  public let along: String?
  /// The formats of the interviews that rate it.
  private let formats: (from: [String], to: [String])
  /// Whether both loops hold all interviews that rate it in either.
  private let areHeldByBoth: Bool

  /// What becomes of a demand.
  public enum Kind: String, Sendable, CaseIterable {
    /// Asked for by both, rated by the first loop, and by the second no more.
    case lost
    /// Asked for by the second role alone, and rated by no interview.
    case unratedAnew = "unrated-anew"
    /// Asked for by the second role alone, and rated.
    case ratedAnew = "rated-anew"
    /// Asked for by both, and rated by the second loop alone.
    case covered
    /// Rated by both loops.
    case kept
    /// Asked for by the first role alone, and rated.
    case dropped
    /// Asked for by the first role alone, and rated by no interview.
    case droppedUnrated = "dropped-unrated"
    /// Asked for by both, and rated by neither loop.
    case unrated
  }

  init(from: Coverage?, to: Coverage?, in loops: (from: InterviewLoop, to: InterviewLoop)) {
    self.from = from
    self.to = to
    let held = (loops.from.interviews(rating: from), loops.to.interviews(rating: to))
    interviews = (held.0.map(\.name), held.1.map(\.name))
    formats = (held.0.map(\.key).sorted(), held.1.map(\.key).sorted())
    let common = Set(loops.from.interviews.map(\.key)).intersection(loops.to.interviews.map(\.key))
    areHeldByBoth = common.isSuperset(of: formats.from + formats.to)
    if let from, to == nil {
      along = loops.to.demand(along: from.demand)
    } else if let to, from == nil {
      along = loops.from.demand(along: to.demand)
    } else {
      along = nil
    }
  }

  /// What becomes of it.
  public var kind: Kind {
    switch (from?.isRated, to?.isRated) {
    case (true?, true?): .kept
    case (true?, false?): .lost
    case (false?, true?): .covered
    case (false?, false?): .unrated
    case (true?, nil): .dropped
    case (false?, nil): .droppedUnrated
    case (nil, true?): .ratedAnew
    case (nil, false?), (nil, nil): .unratedAnew
    }
  }

  /// What it is called, by the second side if that has it.
  public var name: String { (to ?? from)?.demand.name ?? "" }

  /// Its id, by the second side if that has it.
  public var id: String { (to ?? from)?.demand.id ?? "" }

  /// How strongly it is asked for, by the second side if that has it.
  public var importance: Importance { (to ?? from)?.demand.importance ?? .duty }

  /// How strongly the first side asks for it, where the second asks for it too, and not as strongly.
  public var importanceBefore: Importance? {
    guard let from, let to, from.demand.importance != to.demand.importance else { return nil }
    return from.demand.importance
  }

  /// Both levels where both ask for it, at other levels.
  public var targets: (from: ProficiencyLevel, to: ProficiencyLevel)? {
    guard let from, let to, from.demand.target != to.demand.target else { return nil }
    return (from.demand.target, to.demand.target)
  }

  /// How often it is rated on both sides, where both rate it, and not equally often.
  public var readings: (from: Int, to: Int)? {
    guard kind == .kept, let from, let to, from.interviews.count != to.interviews.count else { return nil }
    return (from.interviews.count, to.interviews.count)
  }

  /// The names of what is to choose from on both sides, where both ask for it, and for other alternatives.
  public var choices: (from: String, to: String)? {
    guard let from, let to, from.demand.ids != to.demand.ids else { return nil }
    return (from.demand.name, to.demand.name)
  }

  /// Whether both roles ask for it in the same way: the same alternatives as strongly and at the same level.
  public var isAskedAlike: Bool {
    guard let from, let to else { return false }
    return choices == nil && targets == nil && from.demand.importance == to.demand.importance
  }

  /// Whether it is rated as often as before, but in other interviews.
  public var isMoved: Bool { kind == .kept && readings == nil && formats.from != formats.to }

  /// Whether it is moved for no reason but the planner's choice: both loops hold the interviews that rate it in either.
  public var isRechoice: Bool { isMoved && areHeldByBoth }

  /// Whether anything follows for the loop: not where both or neither side rates it alike.
  public var isFelt: Bool {
    switch kind {
    case .kept: targets != nil || readings != nil || choices != nil || isMoved && !isRechoice
    case .unrated, .droppedUnrated: false
    case .lost, .unratedAnew, .ratedAnew, .covered, .dropped: along == nil
    }
  }
}

extension Coverage {
  /// Whether an interview rates it.
  var isRated: Bool { !interviews.isEmpty }
}

extension Demand {
  /// The ids of the alternatives, whatever their order.
  var ids: Set<String> { Set(alternatives.map(\.id)) }
}

extension InterviewLoop {
  fileprivate func interviews(rating coverage: Coverage?) -> [Interview] {
    guard let coverage else { return [] }
    return interviews.filter { coverage.interviews.contains($0.number) }
  }

  /// The name of the rated demand that a demand of another loop is rated along with here.
  fileprivate func demand(along other: Demand) -> String? {
    let ids = other.alternatives.map(\.id)
    return coverage.first { coverage in
      coverage.isRated && ids.allSatisfy { id in coverage.demand.along.contains { $0.id == id } }
    }?.demand.name
  }
}

extension Interview {
  /// What tells interviews of two loops apart: the format, or the name where no format fits.
  var key: String { format?.id ?? name }
}
