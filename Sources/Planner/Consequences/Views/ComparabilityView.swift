import Rubric

/// What becomes of the ratings of scorecards.
struct ComparabilityView: View {
  let scorecards: ScorecardComparability

  static let fields = Fields<ComparabilityView>([
    .number("candidateCount") { $0.scorecards.candidates.count },
    .flag("isOneCandidate") { $0.scorecards.candidates.count == 1 },
    .text("candidates") { Figures.listed($0.scorecards.candidates) },
    // Those whose scorecards are of neither side's loop.
    .text("ofOtherLoops") { Figures.listed($0.scorecards.ofOtherLoops) },
    .flag("areAllOfOtherLoops") { $0.scorecards.ofOtherLoops.count == $0.scorecards.candidates.count },
    .number("ratedCount") { $0.scorecards.count },
    .flag("isRated") { $0.scorecards.count > 0 },
    .flag("isOneRated") { $0.scorecards.count == 1 },
    .number("comparableCount") { $0.scorecards.count(.comparable) },
    .flag("isOneComparable") { $0.scorecards.count(.comparable) == 1 },
    .number("otherQuestionsCount") { view in view.figure(.otherTasks) },
    .number("lostCount") { view in view.figure(.lost) },
    .list("ratings") { $0.ratings { _ in true } },
    .list("affected") { $0.ratings { $0.verdict != .comparable } },
    .list("comparable") { $0.ratings { $0.verdict == .comparable } },
    .list("neverRated") { view in view.scorecards.neverRated.map { DemandView(demand: $0) } },
  ])

  private func ratings(_ condition: (KeptRating) -> Bool) -> [KeptRatingView] {
    scorecards.ratings.filter(condition).map { KeptRatingView(rating: $0, of: scorecards.candidates.count) }
  }

  private func figure(_ verdict: KeptRating.Verdict) -> Int? {
    let count = scorecards.count(verdict)
    return count == 0 ? nil : count
  }
}

/// A competency of scorecards.
struct KeptRatingView: View {
  let rating: KeptRating
  /// The number of all candidates.
  let count: Int

  init(rating: KeptRating, of count: Int) {
    self.rating = rating
    self.count = count
  }

  static let fields = Fields<KeptRatingView>([
    .text("name") { $0.rating.name },
    .flag("isComparable") { $0.rating.verdict == .comparable },
    .flag("isOtherQuestions") { $0.rating.verdict == .otherTasks },
    .flag("isLost") { $0.rating.verdict == .lost },
    // Missing where it is said of all.
    .text("candidates") { view in
      view.rating.candidates.count == view.count ? nil : Figures.listed(view.rating.candidates)
    },
    .list("reasons") { $0.rating.reasons.map { KeptReasonView(reason: $0) } },
  ])
}

/// Why ratings are not quite comparable. Exactly one of the flags is there.
struct KeptReasonView: View {
  let reason: KeptRating.Reason

  static let fields = Fields<KeptReasonView>([
    .flag("isOtherLoop") { $0.reason == .otherLoop },
    .flag("isNotAsked") { $0.reason == .notAsked },
    .flag("isNotRated") { $0.reason == .notRated },
    .flag("isReworded") { $0.reason == .reworded },
    .flag("isTasks") { $0.reason == .tasks },
    .text("along") { if case .along(let name) = $0.reason { name } else { nil } },
    .text("notOffered") { if case .notOffered(let name) = $0.reason { name } else { nil } },
    .text("levels") { view in
      if case .anchors(let levels) = view.reason { Figures.listed(levels.map { String($0) }) } else { nil }
    },
    .flag("isOneLevel") { if case .anchors(let levels) = $0.reason { levels.count == 1 } else { false } },
    .number("target") { if case .target(_, let level) = $0.reason { level } else { nil } },
    .number("targetBefore") { if case .target(let level, _) = $0.reason { level } else { nil } },
  ])
}
