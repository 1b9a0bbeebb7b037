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
    .text("reliabilityOnce") { $0.economics.reliability(ofReadings: 1).map(Figures.share) },
    .text("reliabilityTwice") { $0.economics.reliability(ofReadings: 2).map(Figures.share) },
    .text("reliabilityMean") { $0.mean.map(Figures.share) },
    // Required competencies rated by one person, and by more.
    .number("onceCount") { $0.readings.count { $0 == 1 } },
    .number("twiceCount") { $0.readings.count { $0 > 1 } },
    .view("further") { view in
      view.economics.further.map { FurtherView(further: $0, limit: view.economics.limit) }
    },
    // The most interviews after the screens, where the policy chooses them.
    .number("limit") { $0.economics.limit },
  ])
}

/// What one more interview would add.
struct FurtherView: View {
  let further: FurtherInterview
  let limit: Int?

  static let fields = Fields<FurtherView>([
    .text("names") { Figures.listed($0.further.names) },
    .text("required") { $0.names(.required) },
    .text("preferred") { $0.names(.preferred) },
    .text("duties") { $0.names(.duty) },
    .text("secondReadings") { Figures.listed($0.further.secondReadings.map(\.name)) },
    .text("extraCandidateTime") { Figures.time(max(0, $0.further.candidateMinutes)) },
    .text("extraTeamTime") { Figures.time(max(0, $0.further.teamMinutes)) },
  ])

  private func names(_ importance: Importance) -> String {
    Figures.listed(further.covers.filter { $0.importance == importance }.map(\.name))
  }
}
