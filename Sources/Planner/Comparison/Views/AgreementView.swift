import Statistics

/// How far raters agree, as templates see it.
struct AgreementView: View {
  let agreement: RaterAgreement

  /// The lower end of the interval, where it belongs to a poorer reading than alpha itself.
  private var lesser: RaterAgreement.Reading? {
    guard let bounds = agreement.interval?.bounds, let reading = agreement.reading else { return nil }
    let lowest = RaterAgreement.Reading(bounds.lowerBound)
    return lowest == reading ? nil : lowest
  }

  private var pairs: Int { agreement.distances.reduce(0, +) }

  static let fields = Fields<AgreementView>([
    .number("units") { $0.agreement.units },
    .flag("isOneUnit") { $0.agreement.units == 1 },
    .number("minimum") { _ in RaterAgreement.minimum },
    .flag("isRefused") { $0.agreement.alpha == nil },
    .flag("isUndefined") { $0.agreement.alpha.map { $0.value == nil } ?? false },
    .markup("alpha") { $0.agreement.alpha?.value.map { ComparisonFigures.decimal($0, places: 3) } ?? "" },
    .number("values") { $0.agreement.alpha?.values },
    .number("pairs") { $0.pairs },
    .flag("isOnePair") { $0.pairs == 1 },
    .number("same") { $0.agreement.distances[0] },
    .number("oneApart") { $0.agreement.distances[1] },
    .number("further") { $0.agreement.distances[2...].reduce(0, +) },
    .markup("lower") {
      $0.agreement.interval?.bounds.map { ComparisonFigures.decimal($0.lowerBound, places: 3) } ?? ""
    },
    .markup("upper") {
      $0.agreement.interval?.bounds.map { ComparisonFigures.decimal($0.upperBound, places: 3) } ?? ""
    },
    .flag("hasNoBounds") { $0.agreement.interval.map { $0.bounds == nil } ?? false },
    .text("resamples") { $0.agreement.interval.map { Figures.grouped($0.resamples) } },
    .number("undefined") { view in
      view.agreement.interval.flatMap { $0.undefined == 0 ? nil : $0.undefined }
    },
    .flag("isFirm") { $0.agreement.reading == .firm },
    .flag("isTentative") { $0.agreement.reading == .tentative },
    .flag("isUnreliable") { $0.agreement.reading == .unreliable },
    .flag("mayBeTentative") { $0.lesser == .tentative },
    .flag("mayBeUnreliable") { $0.lesser == .unreliable },
    .number("unnamed") { $0.agreement.unnamed == 0 ? nil : $0.agreement.unnamed },
    .flag("isOneUnnamed") { $0.agreement.unnamed == 1 },
  ])
}

/// How one rater rates beside the others, as templates see it.
struct RaterProfileView: View {
  let profile: RaterProfile
  let style: String

  private var shared: SampleSummary? { profile.difference }

  static let fields = Fields<RaterProfileView>([
    .written("name") { $0.profile.name },
    .markup("style") { $0.style },
    .number("count") { $0.profile.count },
    .flag("isOne") { $0.profile.count == 1 },
    .number("notObserved") { $0.profile.notObserved == 0 ? nil : $0.profile.notObserved },
    .list("levels") { view in
      view.profile.levels.enumerated().map {
        LevelCountView(level: $0 + 1, count: $1, of: view.profile.count)
      }
    },
    .number("levelsUsed") { $0.profile.levelsUsed },
    .number("shared") { $0.shared?.count },
    .flag("isOneShared") { $0.shared?.count == 1 },
    .markup("difference") { $0.shared.map { ComparisonFigures.difference($0.mean) } ?? "" },
    .markup("error") { $0.shared?.standardError.map { ComparisonFigures.decimal($0, places: 2) } ?? "" },
    .markup("ownMean") { $0.profile.own.map { ComparisonFigures.decimal($0.mean, places: 2) } ?? "" },
    .markup("othersMean") { $0.profile.others.map { ComparisonFigures.decimal($0.mean, places: 2) } ?? "" },
    .markup("ownSpread") { $0.profile.own?.deviation.map { ComparisonFigures.decimal($0, places: 2) } ?? "" },
    .markup("othersSpread") {
      $0.profile.others?.deviation.map { ComparisonFigures.decimal($0, places: 2) } ?? ""
    },
    .number("minimum") { _ in RaterAgreement.minimum },
    .flag("isFew") { ($0.shared?.count ?? 0) < RaterAgreement.minimum },
    .flag("isStricter") { $0.profile.severity == .stricter },
    .flag("isMilder") { $0.profile.severity == .milder },
    .flag("isUntold") { $0.profile.severity == .untold },
  ])
}

/// How often a level was given.
struct LevelCountView: View {
  let level: Int
  let count: Int
  let all: Int

  init(level: Int, count: Int, of all: Int) {
    (self.level, self.count, self.all) = (level, count, all)
  }

  static let fields = Fields<LevelCountView>([
    .number("level") { $0.level },
    .number("count") { $0.count },
    .markup("percent") {
      $0.all == 0 ? "" : ComparisonFigures.percent(Double($0.count) / Double($0.all))
    },
  ])
}
