import Rubric

/// Why required competencies cannot all be rated, and the ways out.
struct ConflictView: View {
  let demands: [DemandView]
  let places: Int
  let remedies: [RemedyView]
  /// What is required and not rated.
  let left: [String]

  /// A conflict of the loop, with what the loop covers.
  init(_ conflict: CoverageConflict, coverage: [Coverage] = []) {
    let left = coverage.filter { $0.interviews.isEmpty && $0.demand.importance == .required }
      .filter { $0.demand.isInLibrary }.map(\.demand)
    self.init(
      conflict, remedies: RemedyView.views(of: conflict.remedies), left: left.isEmpty ? nil : left)
  }

  /// A conflict with its ways out.
  init(_ conflict: CoverageConflict, remedies: [RemedyView], left: [Demand]? = nil) {
    self.left = (left ?? conflict.demands).map { DemandView(demand: $0).name }
    demands = conflict.demands.map(DemandView.init)
    places = conflict.places
    self.remedies = remedies
  }

  static let fields = Fields<ConflictView>([
    .list("demands") { $0.demands },
    .number("count") { $0.demands.count },
    .number("places") { $0.places },
    // There is no room for any of them.
    .flag("isUnratable") { $0.places == 0 },
    .list("remedies") { $0.remedies },
    // What is required and not rated: `Linux, Ruby or Go`.
    .text("left") { Figures.chosen($0.left) },
    // The cheapest change by which more of it is rated, and whether there are other remedies.
    .view("cheapest") { $0.cheapest },
    .flag("hasOthers") { $0.remedies.count > ($0.cheapest == nil ? 0 : 1) },
  ])

  private var cheapest: RemedyView? { remedies.first(where: \.isRatingMore) }
}

/// One way to resolve a conflict, with its cost. Exactly one of the six changes is there.
struct RemedyView: View {
  let remedy: CoverageRemedy

  /// Whether more is rated by it, and not only less asked for.
  var isRatingMore: Bool {
    if case .makePreferred = remedy.change { false } else { true }
  }

  /// Remedies in order.
  static func views(of remedies: [CoverageRemedy]) -> [RemedyView] { remedies.map(RemedyView.init) }

  static let fields = Fields<RemedyView>([
    .view("addInterview") { AddedInterviewView($0.remedy.change) },
    .text("makePreferred") { view in
      if case .makePreferred(let names) = view.remedy.change { Figures.listed(names) } else { nil }
    },
    .number("raiseRatings") { if case .raiseRatings(let count) = $0.remedy.change { count } else { nil } },
    .text("addQuestion") { if case .addQuestion(let name) = $0.remedy.change { name } else { nil } },
    .text("allowMinutes") { view in
      if case .allowMinutes(let minutes) = view.remedy.change { Figures.time(minutes) } else { nil }
    },
    .view("lengthenStage") { LengthenedStageView($0.remedy.change) },
    .view("cost") { RemedyCostView($0.remedy) },
  ])
}

/// What a change costs, against the loop as it is planned.
struct RemedyCostView: View {
  let cost: CoverageRemedy.Cost
  /// What is lost besides what the change names itself.
  let unrated: [String]

  /// The cost of a remedy.
  init(_ remedy: CoverageRemedy) {
    cost = remedy.cost
    if case .makePreferred(let names) = remedy.change {
      unrated = remedy.cost.unrated.filter { !names.contains($0) }
    } else {
      unrated = remedy.cost.unrated
    }
  }

  static let fields = Fields<RemedyCostView>([
    // Missing where the change takes no more time.
    .text("candidateTime") { $0.cost.candidateMinutes > 0 ? Figures.time($0.cost.candidateMinutes) : nil },
    .text("teamTime") { $0.cost.teamMinutes > 0 ? Figures.time($0.cost.teamMinutes) : nil },
    .text("unrated") { Figures.listed($0.unrated) },
    .text("onceOnly") { Figures.listed($0.cost.onceOnly) },
    .number("minutesBefore") { $0.cost.minutesEach?.before },
    .number("minutesAfter") { $0.cost.minutesEach?.after },
  ])
}

/// A stage of the posting's process that would resolve a conflict if it were longer.
struct LengthenedStageView: View {
  let name: String
  let from: Int
  let to: Int
  let covers: [String]

  /// The stage of a change, where the change is one.
  init?(_ change: CoverageRemedy.Change) {
    guard case .lengthenStage(let name, let from, let to, let covers) = change else { return nil }
    self.name = name
    self.from = from
    self.to = to
    self.covers = covers
  }

  static let fields = Fields<LengthenedStageView>([
    .text("stage") { $0.name },
    .number("from") { $0.from },
    .number("to") { $0.to },
    .text("covers") { Figures.listed($0.covers) },
  ])
}

/// An interview that would resolve a conflict.
struct AddedInterviewView: View {
  let formatName: String
  let minutes: Int
  let covers: [String]

  /// The interview of a change, where the change is one.
  init?(_ change: CoverageRemedy.Change) {
    guard case .addInterview(let formatName, let minutes, let covers) = change else { return nil }
    self.formatName = formatName
    self.minutes = minutes
    self.covers = covers
  }

  static let fields = Fields<AddedInterviewView>([
    .text("formatName") { $0.formatName },
    .number("minutes") { $0.minutes },
    .text("covers") { Figures.listed($0.covers) },
  ])
}
