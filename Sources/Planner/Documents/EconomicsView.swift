import Rubric

/// What the loop gives for its price.
struct EconomicsView: View {
  let economics: LoopEconomics
  let readings: [Int]
  let mean: Double?

  /// The economics of a loop, where it has them.
  init?(_ loop: InterviewLoop) {
    guard let economics = loop.economics else { return nil }
    self.economics = economics
    readings = loop.requiredReadings
    mean = economics.meanReliability(of: loop)
  }

  static let fields = Fields<EconomicsView>([
    // How far a rating can be relied on, such as 0.61; missing where the policy states no agreement.
    .markup("reliabilityOnce") { $0.economics.reliability(ofReadings: 1).map(Figures.share) ?? "" },
    .markup("reliabilityTwice") { $0.economics.reliability(ofReadings: 2).map(Figures.share) ?? "" },
    .markup("reliabilityMean") { $0.mean.map(Figures.share) ?? "" },
    // Required competencies rated by one person, and by more; missing where there are none.
    .number("onceCount") { view in view.count { $0 == 1 } },
    .number("twiceCount") { view in view.count { $0 > 1 } },
    // Whether it has been tried what one more interview would add.
    .flag("isFurtherKnown") { $0.economics.isFurtherKnown },
    .view("further") { view in
      view.economics.further.map { FurtherView(further: $0, limit: view.economics.limit) }
    },
    // The most interviews after the screens, where the policy chooses them.
    .number("limit") { $0.economics.limit },
  ])

  /// How many required competencies have so many readings; nil for none.
  private func count(_ isCounted: (Int) -> Bool) -> Int? {
    let count = readings.count(where: isCounted)
    return count > 0 ? count : nil
  }
}

/// What one more interview would add.
struct FurtherView: View {
  let further: FurtherInterview
  let limit: Int?

  static let fields = Fields<FurtherView>([
    .text("name") { $0.further.name },
    // What it would be the first to rate.
    .list("covers") { $0.further.covers.map(DemandView.init) },
    .text("secondReadings") { Figures.listed($0.further.secondReadings.map(\.name)) },
    .text("extraCandidateTime") { Figures.time(max(0, $0.further.candidateMinutes)) },
    .text("extraTeamTime") { Figures.time(max(0, $0.further.teamMinutes)) },
  ])
}
