/// What changes for the people who hold the interviews.
public struct PeopleChange: Sendable {
  /// The least number of different people, so that nobody rates a competency twice, on both sides.
  public let least: (from: Int, to: Int)
  /// What the panel lacks for the second loop and has for the first.
  public let gapsOpened: [PanelGap]
  /// What the panel lacks for the first loop and has for the second.
  public let gapsClosed: [PanelGap]
  /// What it lacks for both.
  public let gapsKept: [PanelGap]
  /// Whether a panel was named.
  public let isPanelKnown: Bool
  /// Those of the panel who have more or less to do, in its order, with their minutes on both sides.
  public let loads: [(name: String, from: Int, to: Int)]

  init(from: InterviewLoop, to: InterviewLoop) {
    least = (PeopleNeeded(from).count, PeopleNeeded(to).count)
    let (before, after) = (
      (from.panel?.gaps ?? []).flatMap(\.parts), (to.panel?.gaps ?? []).flatMap(\.parts)
    )
    gapsOpened = PanelGap.joined(after.filter { gap in !before.contains { $0.isSame(as: gap) } })
    gapsClosed = PanelGap.joined(before.filter { gap in !after.contains { $0.isSame(as: gap) } })
    gapsKept = PanelGap.joined(after.filter { gap in before.contains { $0.isSame(as: gap) } })
    isPanelKnown = to.panel != nil
    let known = Dictionary((from.panel?.people ?? []).map { ($0.name, $0.minutes) }) { first, _ in first }
    loads = (to.panel?.people ?? []).map { ($0.name, known[$0.name] ?? 0, $0.minutes) }
      .filter { $0.1 != $0.2 }
  }

  /// Whether other people are needed, or the panel lacks something else.
  public var isFelt: Bool { least.from != least.to || !gapsOpened.isEmpty || !gapsClosed.isEmpty }
}

extension PanelGap {
  /// The gap of each demand by itself, so that one more does not make all of them new.
  fileprivate var parts: [PanelGap] {
    switch self {
    case .nobodyRates(let shortages): shortages.map { .nobodyRates([$0]) }
    case .heldByOthers(let shortages): shortages.map { .heldByOthers([$0]) }
    case .onlyOneRates(let person, let demands): demands.map { .onlyOneRates(person: person, demands: [$0]) }
    case .oneReading(let demands): demands.map { .oneReading([$0]) }
    case .nobodyRuns, .limitsReached, .noCommonHours: [self]
    }
  }

  /// Gaps with those of one kind, and of one person, as one again.
  fileprivate static func joined(_ parts: [PanelGap]) -> [PanelGap] {
    parts.reduce(into: []) { gaps, part in
      switch (gaps.last, part) {
      case (.nobodyRates(let some)?, .nobodyRates(let more)):
        gaps[gaps.count - 1] = .nobodyRates(some + more)
      case (.heldByOthers(let some)?, .heldByOthers(let more)):
        gaps[gaps.count - 1] = .heldByOthers(some + more)
      case (.oneReading(let some)?, .oneReading(let more)):
        gaps[gaps.count - 1] = .oneReading(some + more)
      case (.onlyOneRates(let person, let some)?, .onlyOneRates(let other, let more)) where person == other:
        gaps[gaps.count - 1] = .onlyOneRates(person: person, demands: some + more)
      default: gaps.append(part)
      }
    }
  }

  /// Whether the same is lacking, whatever the numbers of the interviews.
  fileprivate func isSame(as other: PanelGap) -> Bool {
    switch (self, other) {
    case (.nobodyRuns(_, let a, let people), .nobodyRuns(_, let b, let others)):
      a == b && people == others
    case (.limitsReached(_, let a, let people), .limitsReached(_, let b, let others)):
      a == b && people == others
    default: self == other
    }
  }
}
