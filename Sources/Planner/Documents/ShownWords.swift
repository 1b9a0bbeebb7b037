internal import Diagnostics
internal import Rubric

/// The words of the posting that are shown for each demand: the line that says most plainly that it is asked for. A demand
/// has the same words wherever it is shown, and those of another only where it has no words besides.
struct ShownWords {
  private let shown: [String: EvidenceView]

  /// The words for the demands of a role, of which the first choose first.
  init(_ role: RoleDefinition, _ demands: [Demand]) {
    let lines = StatedLines(role, demands)
    var told: Set<String> = []
    var shown: [String: EvidenceView] = [:]
    for demand in demands {
      guard let best = lines.best(for: demand, besides: told) else { continue }
      told.insert(best.quote)
      shown[demand.id] = best
    }
    self.shown = shown
  }

  /// The words for a demand; nil where the posting has none.
  subscript(_ demand: Demand) -> EvidenceView? { shown[demand.id] }
}

/// How plainly the sentences of a posting state what a role asks for.
private struct StatedLines {
  private let heaviness: Heaviness
  /// The demands that a sentence calls by a name of theirs.
  private let named: [SentencePlace: Set<String>]

  init(_ role: RoleDefinition, _ demands: [Demand]) {
    heaviness = Heaviness(role)
    var named: [SentencePlace: Set<String>] = [:]
    for demand in demands {
      let names = PlainNames(demand)
      for evidence in demand.evidence where names.isNamed(in: evidence) {
        named[SentencePlace(evidence), default: []].insert(demand.id)
      }
    }
    self.named = named
  }

  /// The words that state a demand most plainly, of those not told yet if there are any of them that say as much as three
  /// words do.
  func best(for demand: Demand, besides told: Set<String>) -> EvidenceView? {
    let views = EvidenceView.views(of: demand.evidence)
    let ranks = views.map { view in
      (isFresh: view.isTelling && !told.contains(view.quote), plainness: plainness(of: view, for: demand))
    }
    let best = views.indices.max { a, b in
      if ranks[a].isFresh != ranks[b].isFresh { return ranks[b].isFresh }
      return (ranks[a].plainness, b) < (ranks[b].plainness, a)
    }
    return best.map { views[$0] }
  }

  private func plainness(of view: EvidenceView, for demand: Demand) -> Int {
    let place = SentencePlace(view.first)
    let count = heaviness.count(at: place)
    let owners = named[place] ?? []
    let asking = asking(view, demand)
    let byName = asking > 1 ? Self.byName : 1
    var plainness = asking + (owners.contains(demand.id) ? byName : owners.isEmpty ? 0 : Self.byOther)
    plainness += count == 1 ? 1 : count < SentencePlace.list ? 0 : count < 2 * SentencePlace.list ? -1 : -3
    plainness += view.isWhole ? 0 : -3
    plainness += heaviness.isFelt(at: place) ? -4 : 0
    return view.isTelling ? plainness : plainness - 4
  }

  /// More where the posting lists what it asks for than where it tells of the role or wishes, and there more than where it
  /// tells of itself, unless it demands it there. What the title is about is the work, and no wish; no wish
  /// shows what is required.
  private func asking(_ view: EvidenceView, _ demand: Demand) -> Int {
    if view.first.isOfWishes { return wishing(demand) }
    switch view.first.section {
    case "required", "duties": return 4
    case "role": return 3
    default:
      if view.first.importance == .required { return 2 }
      return view.first.isOfStack ? 1 : 0
    }
  }

  private func wishing(_ demand: Demand) -> Int {
    switch demand.importance {
    case .required: 1
    case .preferred: heaviness.isInTitle(demand) ? 2 : 4
    case .duty: 2
    }
  }

  /// A name counts for more than half a section, and that of something else alone against it. Where the posting tells of
  /// itself, "you'd join the Reliability team", a name says little of what it asks for.
  private static let byName = 3
  private static let byOther = -2
}
