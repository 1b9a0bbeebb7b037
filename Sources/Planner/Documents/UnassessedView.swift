import Rubric

/// What is asked for and not assessed, by reason and importance.
struct UnassessedView: View {
  let groups: [OmissionView]
  let noted: [CoverageView]
  let unmapped: [Evidence]
  let unmet: [UnmetView]

  /// nil where everything is assessed.
  init?(_ view: LoopView) {
    groups = OmissionView.groups(of: view.coverage)
    noted = view.coverage.filter { !$0.isRated && !$0.coverage.noted.isEmpty }
    unmapped = view.wordsLeft
    unmet = view.ledger.unmet
    if groups.isEmpty, noted.isEmpty, unmapped.isEmpty, unmet.isEmpty { return nil }
  }

  static let fields = Fields<UnassessedView>([
    .list("groups") { $0.groups },
    // What an interview shows all the same.
    .list("noted") { $0.noted },
    .list("unmapped") { EvidenceView.views(of: $0.unmapped) },
    // Products that nothing is about by which their competency is rated.
    .list("unmet") { $0.unmet },
  ])
}

/// What is left out for one reason.
struct OmissionView: View {
  let omission: Coverage.Omission
  let importance: Importance
  let demands: [DemandView]

  /// The demands that no interview rates: the more important first, and among them by reason.
  static func groups(of coverage: [CoverageView]) -> [OmissionView] {
    let reasons: [Coverage.Omission] = [.noPlace, .noQuestion, .notInLibrary, .removedByHand]
    return Importance.allCases.flatMap { importance in
      reasons.compactMap { omission in
        let demands = coverage.filter {
          !$0.isRated && $0.coverage.noted.isEmpty && $0.coverage.omission == omission
            && $0.demand.demand.importance == importance
        }
        return demands.isEmpty
          ? nil
          : OmissionView(omission: omission, importance: importance, demands: demands.map(\.demand))
      }
    }
  }

  static let fields = Fields<OmissionView>([
    .text("importance") { $0.importance.rawValue },
    .list("demands") { $0.demands },
    .flag("noPlace") { $0.omission == .noPlace },
    .flag("noQuestion") { $0.omission == .noQuestion },
    .flag("notInLibrary") { $0.omission == .notInLibrary },
    .flag("removedByHand") { $0.omission == .removedByHand },
  ])
}
