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
    let (before, after) = (from.panel?.gaps ?? [], to.panel?.gaps ?? [])
    gapsOpened = after.filter { gap in !before.contains { $0.isSame(as: gap) } }
    gapsClosed = before.filter { gap in !after.contains { $0.isSame(as: gap) } }
    gapsKept = after.filter { gap in before.contains { $0.isSame(as: gap) } }
    isPanelKnown = to.panel != nil
    let known = Dictionary((from.panel?.people ?? []).map { ($0.name, $0.minutes) }) { first, _ in first }
    loads = (to.panel?.people ?? []).map { ($0.name, known[$0.name] ?? 0, $0.minutes) }
      .filter { $0.1 != $0.2 }
  }

  /// Whether other people are needed, or the panel lacks something else.
  public var isFelt: Bool { least.from != least.to || !gapsOpened.isEmpty || !gapsClosed.isEmpty }
}

extension PanelGap {
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
