import Rubric

/// One competency that an interview rates, with what shows it.
struct RatingView: View {
  let number: Int
  let rating: PlannedRating
  let questions: [QuestionView]
  let shownBy: String?
  let exercise: PlannedExercise?
  let standings: ExerciseRatingView?
  /// The words of the posting that state it best, where no kit before has said them.
  var leading: EvidenceView?
  /// The number of the interview that rates it first.
  var first: Int?
  /// Red flags that stand elsewhere, once for several ratings.
  var shared: Set<String> = []

  /// The ratings of an interview, numbered in the order of asking.
  static func views(of interview: Interview, clock: [ClockView], form: ExerciseForm? = nil) -> [RatingView] {
    interview.ratings.enumerated().map { index, rating in
      let other = interview.ratings.first { $0.questions.contains { $0.question.id == rating.shownBy } }
      let exercise = interview.exercise(showing: rating)
      return RatingView(
        number: index + 1, rating: rating,
        questions: questions(of: rating, clock: clock),
        shownBy: rating.question == nil ? other.map { DemandView(demand: $0.demand).name } : nil,
        exercise: exercise, standings: exercise == nil ? nil : standings(of: rating.demand, in: form))
    }
  }

  /// Its questions, those on alternatives each under the name of its alternative.
  private static func questions(of rating: PlannedRating, clock: [ClockView]) -> [QuestionView] {
    let isDivided = !rating.instead.isEmpty
    return rating.askedOf.map { asked in
      QuestionView(
        asked.question, clock: clock, choice: asked.alternative?.name, on: rating.demand,
        insteadOf: isDivided ? rating.question : nil)
    }
  }

  /// What the exercise says of a demand.
  static func standings(of demand: Demand, in form: ExerciseForm?) -> ExerciseRatingView? {
    demand.signs(in: form).map { ExerciseRatingView(rating: $0, name: demand.name, target: demand.target) }
  }

  /// The competencies, each with the level that is asked for: the same, whichever the candidate chooses.
  private var alternatives: [CompetencyView] {
    rating.offered.competencies.map { CompetencyView(competency: $0, target: rating.demand.target) }
  }

  private var others: String? {
    let offered = rating.offered.alternatives.map(\.id)
    let others = rating.demand.competencies.filter { !offered.contains($0.id) }.map(\.name)
    let all = others + rating.demand.alsoWrittenIn
    return all.isEmpty ? nil : all.joined(separator: " or ")
  }

  static let fields = Fields<RatingView>([
    .number("number") { $0.number },
    .view("demand") { DemandView(demand: $0.rating.offered) },
    // The alternatives of the posting on which there is no question.
    .text("others") { $0.others },
    .list("competencies") { $0.alternatives },
    .list("ladders") { LadderView.views(of: $0.alternatives) },
    // Those that are its own; what holds for several ratings stands in `sharedRedFlags` of the loop.
    .list("redFlags") { view in
      RedFlagView.views(of: view.alternatives).filter { !view.shared.contains($0.text) }
    },
    .list("questions") { $0.questions },
    // The competency whose question shows this one too.
    .text("shownBy") { $0.shownBy },
    .flag("isShownByExercise") { $0.exercise != nil },
    // How each standing looks in the exercise, where the exercise describes them.
    .view("standings") { $0.standings },
    .flag("hasStandings") { $0.standings != nil },
    .flag("isSecondReading") { !$0.rating.isFirstReading },
    // The interview that rates it first.
    .number("first") { $0.first },
    .view("leading") { $0.leading },
  ])
}

/// A competency with the level asked for.
struct CompetencyView: View {
  let competency: Competency
  let target: ProficiencyLevel

  var levels: [LevelView] {
    competency.levels.map { LevelView(level: $0, target: target) }
  }

  static let fields = Fields<CompetencyView>([
    .text("id") { $0.competency.id },
    .text("name") { $0.competency.name },
    .text("definition") { $0.competency.definition },
    .number("target") { $0.target.rawValue },
    .text("targetName") { $0.target.name },
    .list("levels") { $0.levels },
    .texts("redFlags") { $0.competency.redFlags },
  ])
}

/// The levels that one or several alternatives have in common.
struct LadderView: View {
  var names: [String]
  let levels: [LevelView]

  /// The ladders of alternatives. Alternatives with the same levels and target share one.
  static func views(of alternatives: [CompetencyView]) -> [LadderView] {
    var views: [LadderView] = []
    for alternative in alternatives {
      let levels = alternative.levels
      if let index = views.firstIndex(where: { $0.levels == levels }) {
        views[index].names.append(alternative.competency.name)
      } else {
        views.append(LadderView(names: [alternative.competency.name], levels: levels))
      }
    }
    return views
  }

  private func level(_ offset: Int) -> LevelView? { levels.first { $0.offset == offset } }

  static let fields = Fields<LadderView>([
    .text("names") { Figures.listed($0.names) },
    .list("levels") { $0.levels },
    // The level below the target, the target, and the one above it.
    .view("below") { $0.level(-1) },
    .view("at") { $0.level(0) },
    .view("above") { $0.level(1) },
    // The levels further off.
    .list("others") { view in view.levels.filter { abs($0.offset ?? 0) > 1 } },
  ])
}

/// What would worry anybody, whatever the level.
struct RedFlagView: View {
  let text: String
  let name: String?

  /// The red flags of alternatives, each once: those of several or of a single one first, then with its name what
  /// holds for one alone.
  static func views(of alternatives: [CompetencyView]) -> [RedFlagView] {
    var owners: [String: Int] = [:]
    for flag in alternatives.flatMap(\.competency.redFlags) { owners[flag, default: 0] += 1 }
    var shared: [RedFlagView] = []
    var own: [RedFlagView] = []
    for alternative in alternatives {
      for flag in alternative.competency.redFlags {
        if alternatives.count > 1, owners[flag] == 1 {
          own.append(RedFlagView(text: flag, name: alternative.competency.name))
        } else if !shared.contains(where: { $0.text == flag }) {
          shared.append(RedFlagView(text: flag, name: nil))
        }
      }
    }
    return shared + own
  }

  static let fields = Fields<RedFlagView>([
    .text("text") { $0.text },
    // The alternative, where it holds for one alone.
    .text("alternative") { $0.name },
  ])
}

/// A proficiency level of a competency.
struct LevelView: View, Equatable {
  let level: LevelDescription
  /// The level asked for; nil where no role asks.
  let target: ProficiencyLevel?

  /// How far above the target it is.
  var offset: Int? { target.map { level.level.rawValue - $0.rawValue } }

  static func == (a: LevelView, b: LevelView) -> Bool {
    a.target == b.target && a.level.level == b.level.level && a.level.summary == b.level.summary
      && a.level.anchors.map(\.text) == b.level.anchors.map(\.text)
  }

  static let fields = Fields<LevelView>([
    .number("number") { $0.level.level.rawValue },
    .text("name") { $0.level.level.name },
    .text("summary") { $0.level.summary },
    .texts("anchors") { $0.level.anchors.map(\.text) },
    .flag("isTarget") { $0.offset == 0 },
  ])
}
