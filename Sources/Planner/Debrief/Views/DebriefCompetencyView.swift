import Rubric
import YAML

/// A competency, with what the scorecards say of it.
struct DebriefCompetencyView: View {
  let competency: DebriefCompetency
  let debrief: Debrief

  private func stands(_ standing: Standing) -> Bool { competency.standing == standing }

  private var levels: [DebriefLevelView] {
    let chosen = competency.readings.compactMap(\.chosen)
    let alternatives = competency.assessed?.alternatives ?? []
    let alternative = alternatives.first { chosen.contains($0.id) } ?? alternatives.first
    return ProficiencyLevel.allCases.map { level in
      DebriefLevelView(
        level: level, description: alternative?.levels.first { $0.level == level },
        raters: competency.readings.filter { $0.level == level.rawValue }.map {
          debrief.cards[$0.card].label
        },
        isTarget: level == competency.target)
    }
  }

  static let fields = Fields<DebriefCompetencyView>([
    .written("id") { $0.competency.id },
    .written("name") { $0.competency.name },
    .text("importance") { $0.competency.importance?.rawValue },
    .number("target") { $0.competency.target.rawValue },
    .text("targetName") { $0.competency.target.name },
    .markup("mean") { $0.competency.mean.map(LevelFigures.level) ?? "" },
    .markup("difference") { $0.competency.difference.map(LevelFigures.difference) ?? "" },
    .flag("isBelow") { $0.stands(.below) },
    .flag("isAt") { $0.stands(.at) },
    .flag("isAbove") { $0.stands(.above) },
    .number("spread") { $0.competency.spread },
    .flag("isOneApart") { $0.competency.spread == 1 },
    .flag("isWide") { $0.competency.spread > 1 },
    .flag("isSeveral") { $0.competency.levels.count > 1 },
    .list("levels") { $0.levels },
    .flag("hasAnchors") { $0.competency.assessed?.alternatives.isEmpty == false },
    .list("cells") { view in
      view.debrief.cards.indices.map { card in
        DebriefReadingView(
          reading: view.competency.readings.first { $0.card == card }, card: card,
          competency: view.competency,
          debrief: view.debrief)
      }
    },
    .list("readings") { view in
      view.competency.readings.map {
        DebriefReadingView(reading: $0, competency: view.competency, debrief: view.debrief)
      }
    },
  ])
}

/// A level of the scale.
struct DebriefLevelView: View {
  let level: ProficiencyLevel
  let description: LevelDescription?
  let raters: [String]
  let isTarget: Bool

  static let fields = Fields<DebriefLevelView>([
    .number("level") { $0.level.rawValue },
    .text("levelName") { $0.level.name },
    .text("summary") { $0.description?.summary },
    .texts("anchors") { ($0.description?.anchors ?? []).map(\.text) },
    .text("raters") { Figures.listed($0.raters) },
    .text("letters") { $0.raters.joined(separator: " ") },
    .flag("isTarget") { $0.isTarget },
    .flag("isShown") { ($0.isTarget || !$0.raters.isEmpty) && $0.description != nil },
  ])
}

/// What a scorecard says of a competency, or that it says nothing.
struct DebriefReadingView: View {
  var reading: DebriefReading?
  let card: Int
  let competency: DebriefCompetency
  let debrief: Debrief

  init(reading: DebriefReading, competency: DebriefCompetency, debrief: Debrief) {
    self.init(reading: reading, card: reading.card, competency: competency, debrief: debrief)
  }

  init(reading: DebriefReading?, card: Int, competency: DebriefCompetency, debrief: Debrief) {
    (self.reading, self.card, self.competency, self.debrief) = (reading, card, competency, debrief)
  }

  private func stands(_ standing: Standing) -> Bool { reading?.standing == standing }

  /// What the scorecard says, where it was changed.
  private var firstRating: String? {
    guard let reading, !reading.changes.isEmpty else { return nil }
    return reading.original?.level.map { String($0.rawValue) } ?? "n/o"
  }

  private var chosen: String? {
    guard let chosen = reading?.chosen else { return nil }
    return competency.assessed?.alternatives.first { $0.id == chosen }?.name ?? chosen
  }

  /// What a person's change in the form is about, and what the scorecard says.
  private var key: String {
    let card = debrief.cards[self.card]
    return ExactText.line(
      .mapping([
        .init("interview", .integer(card.number)),
        .init("interviewer", .text(card.scorecard.interviewer.value)),
        .init("competency", .text(competency.id)),
        .init("original", reading?.original?.document ?? .null),
      ]))
  }

  static let fields = Fields<DebriefReadingView>([
    .text("card") { $0.debrief.cards[$0.card].label },
    .written("rater") { $0.debrief.cards[$0.card].interviewer },
    .number("interview") { $0.debrief.cards[$0.card].number },
    .written("interviewName") { $0.debrief.cards[$0.card].name },
    .written("competency") { $0.competency.name },
    .flag("isRequired") { $0.competency.importance == .required },
    .number("rating") { $0.reading?.level },
    .text("original") { $0.firstRating },
    .text("ratingName") { $0.reading?.rating?.level?.name },
    .flag("isLower") { $0.stands(.below) },
    .flag("isMet") { $0.stands(.at) },
    .flag("isHigher") { $0.stands(.above) },
    .flag("isRated") { $0.reading?.rating != nil },
    .flag("isNotObserved") { $0.reading?.rating == .notObserved },
    .flag("isLacking") { $0.reading.map { $0.rating == nil } ?? false },
    .flag("isNotAsked") { $0.reading == nil },
    .flag("isUnfounded") { $0.reading.map { $0.level != nil && $0.isWithoutEvidence } ?? false },
    .written("chosen") { $0.chosen },
    .note("evidence") { $0.reading?.evidence ?? "" },
    .list("changes") { ($0.reading?.changes ?? []).map { DebriefChangeView(change: $0) } },
    .markup("key") { $0.key },
  ])
}

/// A changed rating.
struct DebriefChangeView: View {
  let change: RatingChange

  static let fields = Fields<DebriefChangeView>([
    .number("from") { $0.change.from.value.level?.rawValue },
    .number("to") { $0.change.to.value.level?.rawValue },
    .note("reason") { $0.change.reason.value },
    .text("reasonLine") { VisibleText.lines($0.change.reason.value).joined(separator: " ") },
  ])
}
