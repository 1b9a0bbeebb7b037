/// What the second of two roles asks for beyond the first, and what it asks for no more, in a few points.
public struct RoleDirection: Sendable, Equatable {
  /// One point.
  public struct Point: Sendable, Equatable {
    /// What a point is about.
    public enum Kind: String, Sendable, CaseIterable {
      /// Required competencies that came or went.
      case required
      /// Competencies that became required, or are required no more.
      case importance
      /// Alternatives that became fewer or more.
      case choice
      /// The least years of experience.
      case years
      /// The level of the role.
      case level
      /// Targets of required competencies.
      case targets
      /// Words that no competency covers.
      case uncovered
      /// Wishes and duties.
      case minor
    }

    /// What it is about.
    public let kind: Kind
    /// The competencies by id, alternatives as `go or python`; none where it is not about competencies.
    public var names: [String] = []
    /// What the first role says, in a word or two; empty where it says nothing.
    public var before = ""
    /// What the second role says, likewise.
    public var after = ""
    /// How many there are of what it is about, at least 1.
    public var count = 1
  }

  /// What is asked for beyond the first role, worst first. What no competency covers, and wishes and duties, are
  /// counted only where there is nothing else.
  public let more: [Point]
  /// What is asked for no more, or less of, likewise.
  public let less: [Point]
  /// Whether the second role pays more; other where it pays the same and where nobody can say.
  public let pays: RoleChange.Direction

  init(_ diff: RoleDiff, _ entries: [RoleDiffEntry]) {
    more = Self.points(entries, .more)
    less = Self.points(entries, .less)
    pays = diff.changes.lazy.compactMap { $0.fact?.pays }.first ?? .other
  }

  private static func points(_ entries: [RoleDiffEntry], _ way: RoleChange.Direction) -> [Point] {
    let worst = entries.filter { $0.consequence <= .measure }.flatMap(\.own).filter { $0.direction == way }
    var points =
      required(worst) + importances(worst) + worst.compactMap(\.choice) + worst.compactMap(\.measure)
    // Where a competency became required, its target is no news.
    let targets = entries.filter { $0.consequence == .measure }.flatMap(\.own)
      .filter { $0.kind == .target && $0.direction == way }.flatMap(\.competencies)
    if !targets.isEmpty { points.append(Point(kind: .targets, names: targets, count: targets.count)) }
    guard points.isEmpty else { return points }
    let rest: [(Point.Kind, RoleChange.Consequence)] = [(.uncovered, .uncovered), (.minor, .minor)]
    return rest.compactMap { kind, consequence in
      let count = entries.count { entry in
        entry.consequence == consequence && entry.own.contains { $0.direction == way }
      }
      return count == 0 ? nil : Point(kind: kind, count: count)
    }
  }

  private static func required(_ changes: [RoleChange]) -> [Point] {
    let names = changes.compactMap { change -> String? in
      switch change {
      case .competencyAdded(let competency), .competencyRemoved(let competency): competency.id
      case .alternatives(let group) where group.comesOrGoes: (group.from + group.to).joined(separator: " or ")
      default: nil
      }
    }
    return names.isEmpty ? [] : [Point(kind: .required, names: names, count: names.count)]
  }

  /// One point for each step between importances.
  private static func importances(_ changes: [RoleChange]) -> [Point] {
    var points: [Point] = []
    for case .importance(let change) in changes {
      let (before, after) = (change.from.importance.rawValue, change.to.importance.rawValue)
      if let place = points.firstIndex(where: { $0.before == before && $0.after == after }) {
        points[place].names.append(change.to.id)
        points[place].count += 1
      } else {
        points.append(Point(kind: .importance, names: [change.to.id], before: before, after: after))
      }
    }
    return points
  }
}

extension RoleDiff {
  /// What the second role asks for beyond the first, and no more, in a few points.
  public var direction: RoleDirection { direction(of: entries) }

  /// The same, for those who have the entries already: to put them together takes as long as to find the points.
  public func direction(of entries: [RoleDiffEntry]) -> RoleDirection { RoleDirection(self, entries) }
}

extension RoleDiffEntry {
  /// The changes that it is told by: of alternatives, not what became of each member.
  public var own: [RoleChange] {
    if case .alternatives = subject { return Array(changes.prefix(1)) }
    return changes
  }
}

extension RoleChange {
  /// The fact that it is about; nil for any other.
  var fact: FactChange? {
    guard case .fact(let change) = self else { return nil }
    return change
  }

  /// Fewer or more alternatives than there were.
  fileprivate var choice: RoleDirection.Point? {
    guard case .alternatives(let group) = self, !group.comesOrGoes else { return nil }
    return RoleDirection.Point(
      kind: .choice, names: group.names, before: group.wordsBefore, after: group.wordsAfter)
  }

  /// Years, or the level of the role.
  fileprivate var measure: RoleDirection.Point? {
    guard let fact, fact.fact == .minYears || fact.fact == .level else { return nil }
    return RoleDirection.Point(
      kind: fact.fact == .level ? .level : .years, before: fact.from.word, after: fact.to.word)
  }
}

extension AlternativesChange {
  /// Whether none of its members is asked for in one of the roles.
  var comesOrGoes: Bool { before.isEmpty || after.isEmpty }

  fileprivate var names: [String] { Set(from + to).sorted() }

  /// What the first role asks for: `go or python` of alternatives, `go and python` of what stands by itself, and
  /// `(go or python) and rust` of both; empty for nothing.
  public var wordsBefore: String { Self.words(from, before) }

  /// What the second role asks for, likewise.
  public var wordsAfter: String { Self.words(to, after) }

  private static func words(_ group: [String], _ all: [RoleCompetency]) -> String {
    let others = all.map(\.id).filter { !group.contains($0) }
    let choice = group.joined(separator: " or ")
    guard !others.isEmpty else { return choice }
    return ((choice.isEmpty ? [] : ["(\(choice))"]) + others).joined(separator: " and ")
  }
}
