import Rubric

/// A competency of a scorecard, with the anchors that it is rated by.
struct ScorecardRatingView: View {
  let competency: AssessedCompetency
  let position: Int
  let standings: [ScorecardStandingsView]

  /// What an interview rates, in its order.
  static func views(of interview: AssessedInterview, in plan: AssessmentPlan) -> [ScorecardRatingView] {
    interview.rates.compactMap(plan.competency).enumerated().map { index, competency in
      ScorecardRatingView(
        competency: competency, position: index + 1,
        standings: ScorecardStandingsView.views(of: competency, in: interview))
    }
  }

  static let fields = Fields<ScorecardRatingView>([
    // Its place among what the interview rates, from 1.
    .number("position") { $0.position },
    .text("id") { $0.competency.id },
    .text("name") { $0.competency.name },
    .text("importance") { $0.competency.importance.rawValue },
    .number("target") { $0.competency.target.rawValue },
    .text("targetName") { $0.competency.target.name },
    // Whether the candidate chooses one of several.
    .flag("isChoice") { $0.competency.isChoice },
    .list("alternatives") { rating in
      rating.competency.alternatives.map { ScorecardAlternativeView(alternative: $0) }
    },
    .list("ladders") { ScorecardLadderView.views(of: $0.competency.alternatives) },
    .list("steps") { ScorecardStepView.views(of: $0.competency.alternatives) },
    // What shows it in this interview.
    .list("standings") { $0.standings },
  ])
}

/// What shows a competency in the exercise of an interview, or in the answers to a question.
struct ScorecardStandingsView: View {
  let signs: AssessedSigns
  let standing: StandingLevelsView
  /// The name of the alternative that they are about; nil for what holds for all.
  let choice: String?
  /// Whether another question of the interview shows the competency too.
  let isOneOfSeveral: Bool

  /// What shows a competency in an interview.
  static func views(of competency: AssessedCompetency, in interview: AssessedInterview)
    -> [ScorecardStandingsView]
  {
    let own = interview.signs.filter { $0.competency == competency.id }
    return own.map { signs in
      ScorecardStandingsView(
        signs: signs, standing: StandingLevelsView(range: signs.levels, target: competency.target),
        choice: competency.alternatives.first { $0.id == signs.chosen }?.name,
        isOneOfSeveral: own.contains { $0 != signs && $0.chosen == signs.chosen })
    }
  }

  static let fields = Fields<ScorecardStandingsView>(
    [
      // The id of the exercise or the question in which they are seen.
      .text("question") { $0.signs.question },
      // The alternative that they are about, and its id.
      .text("choice") { $0.choice },
      .text("chosen") { $0.signs.chosen },
      .flag("isOneOfSeveral") { $0.isOneOfSeveral },
    ] + StandingLevelsView.levelFields { $0.standing } + [
      .phrases("strong") { $0.signs.strong },
      .phrases("meets") { $0.signs.meets },
      .phrases("below") { $0.signs.below },
    ])
}

/// A competency of the library of which the candidate may choose one.
struct ScorecardAlternativeView: View {
  let alternative: AssessedAlternative

  static let fields = Fields<ScorecardAlternativeView>([
    .text("id") { $0.alternative.id },
    .text("name") { $0.alternative.name },
    .number("target") { $0.alternative.target.rawValue },
    .text("targetName") { $0.alternative.target.name },
  ])
}

/// The levels that one or several alternatives have in common, from the lowest up.
struct ScorecardLadderView: View {
  var alternatives: [AssessedAlternative]
  let target: ProficiencyLevel
  let levels: [LevelView]

  /// The ladders of alternatives. Alternatives with the same levels and target share one.
  static func views(of alternatives: [AssessedAlternative]) -> [ScorecardLadderView] {
    var views: [ScorecardLadderView] = []
    for alternative in alternatives {
      let levels = alternative.levels.map { LevelView(level: $0, target: alternative.target) }
      if let index = views.firstIndex(where: { $0.levels == levels }) {
        views[index].alternatives.append(alternative)
      } else {
        views.append(
          ScorecardLadderView(alternatives: [alternative], target: alternative.target, levels: levels))
      }
    }
    return views
  }

  static let fields = Fields<ScorecardLadderView>([
    .text("names") { Figures.listed($0.alternatives.map(\.name)) },
    .number("target") { $0.target.rawValue },
    .text("targetName") { $0.target.name },
    .list("levels") { $0.levels },
  ])
}

/// A step of the scale, with what it means for each ladder.
struct ScorecardStepView: View {
  let level: ProficiencyLevel
  let ladders: [ScorecardLadderView]

  /// The steps of the scale from the lowest up.
  static func views(of alternatives: [AssessedAlternative]) -> [ScorecardStepView] {
    let ladders = ScorecardLadderView.views(of: alternatives)
    return ProficiencyLevel.allCases.map { ScorecardStepView(level: $0, ladders: ladders) }
  }

  private var isTarget: Bool { ladders.allSatisfy { $0.target == level } }

  static let fields = Fields<ScorecardStepView>([
    .number("number") { $0.level.rawValue },
    .text("name") { $0.level.name },
    // Whether the role asks for it, of whatever is chosen.
    .flag("isTarget") { $0.isTarget },
    // Whether it depends on what is chosen.
    .flag("isDivided") { $0.ladders.count > 1 },
    .list("meanings") { step in
      step.ladders.compactMap { ladder in
        ladder.levels.first { $0.level.level == step.level }.map {
          ScorecardMeaningView(ladder: ladder, level: $0, isSharedTarget: step.isTarget)
        }
      }
    },
  ])
}

/// What a step of the scale means for a competency.
struct ScorecardMeaningView: View {
  let ladder: ScorecardLadderView
  let level: LevelView
  let isSharedTarget: Bool

  static let fields = Fields<ScorecardMeaningView>([
    .text("names") { Figures.listed($0.ladder.alternatives.map(\.name)) },
    // The ids of what it holds for, between spaces, and the first of them.
    .text("ids") { $0.ladder.alternatives.map(\.id).joined(separator: " ") },
    .text("key") { $0.ladder.alternatives.first?.id },
    // Whether the role asks for the step of this competency, and for another one of another.
    .flag("isOwnTarget") { $0.ladder.target == $0.level.level.level && !$0.isSharedTarget },
    .text("summary") { $0.level.level.summary },
    .texts("anchors") { $0.level.level.anchors.map(\.text) },
  ])
}
