/// Why required competencies cannot all be rated, and the ways out.
struct ConflictView: View {
  let demands: [DemandView]
  let places: Int
  let remedies: [RemedyView]

  /// A conflict of the loop.
  init(_ conflict: CoverageConflict) {
    self.init(conflict, remedies: RemedyView.views(of: conflict.remedies))
  }

  /// A conflict with its ways out.
  init(_ conflict: CoverageConflict, remedies: [RemedyView]) {
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
  ])
}

/// One way to resolve a conflict. Exactly one of the four views is there.
struct RemedyView: View {
  let remedy: CoverageRemedy

  /// Remedies in order.
  static func views(of remedies: [CoverageRemedy]) -> [RemedyView] { remedies.map(RemedyView.init) }

  static let fields = Fields<RemedyView>([
    .view("addInterview") { AddedInterviewView($0.remedy) },
    .text("makePreferred") { view in
      if case .makePreferred(let names) = view.remedy { Figures.listed(names) } else { nil }
    },
    .number("raiseRatings") { if case .raiseRatings(let count) = $0.remedy { count } else { nil } },
    .text("addQuestion") { if case .addQuestion(let name) = $0.remedy { name } else { nil } },
  ])
}

/// An interview that would resolve a conflict.
struct AddedInterviewView: View {
  let formatName: String
  let minutes: Int
  let covers: [String]

  /// The interview of a remedy, where the remedy is one.
  init?(_ remedy: CoverageRemedy) {
    guard case .addInterview(let formatName, let minutes, let covers) = remedy else { return nil }
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
