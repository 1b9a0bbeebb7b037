import Rubric

/// One competency that an interview rates, with the questions that show it.
struct RatingView: View {
  let number: Int
  let rating: PlannedRating
  let questions: [QuestionView]
  let shownBy: String?

  /// The ratings of an interview, numbered in the order of asking.
  static func views(of interview: Interview, clock: [ClockView]) -> [RatingView] {
    interview.ratings.enumerated().map { index, rating in
      let other = interview.ratings.first { $0.question?.question.id == rating.shownBy }
      return RatingView(
        number: index + 1, rating: rating,
        questions: rating.questions.map { QuestionView($0, clock: clock) },
        shownBy: rating.question == nil ? other.map { DemandView(demand: $0.demand).name } : nil)
    }
  }

  /// The competencies, each with the level that its alternative asks for.
  private var alternatives: [CompetencyView] {
    zip(rating.demand.competencies, rating.demand.alternatives).map {
      CompetencyView(competency: $0, target: $1.target)
    }
  }

  static let fields = Fields<RatingView>([
    .number("number") { $0.number },
    .view("demand") { DemandView(demand: $0.rating.demand) },
    .list("competencies") { $0.alternatives },
    .list("questions") { $0.questions },
    // The competency whose question shows this one too.
    .text("shownBy") { $0.shownBy },
    .flag("isSecondReading") { !$0.rating.isFirstReading },
  ])
}

/// A competency with the level asked for.
struct CompetencyView: View {
  let competency: Competency
  let target: ProficiencyLevel

  static let fields = Fields<CompetencyView>([
    .text("id") { $0.competency.id },
    .text("name") { $0.competency.name },
    .text("definition") { $0.competency.definition },
    .number("target") { $0.target.rawValue },
    .text("targetName") { $0.target.name },
    .list("levels") { view in
      view.competency.levels.map { LevelView(level: $0, isTarget: $0.level == view.target) }
    },
    .texts("redFlags") { $0.competency.redFlags },
  ])
}

/// A proficiency level of a competency.
struct LevelView: View {
  let level: LevelDescription
  let isTarget: Bool

  static let fields = Fields<LevelView>([
    .number("number") { $0.level.level.rawValue },
    .text("name") { $0.level.level.name },
    .text("summary") { $0.level.summary },
    .texts("anchors") { $0.level.anchors.map(\.text) },
    .flag("isTarget") { $0.isTarget },
  ])
}

/// A question of an interview.
struct QuestionView: View {
  let planned: PlannedQuestion
  let slot: ClockView?
  let spoken: Substring
  let exhibit: [Substring]

  /// A question with its stretch of the clock.
  init(_ planned: PlannedQuestion, clock: [ClockView]) {
    self.planned = planned
    (spoken, exhibit) = Self.parts(of: planned.ask)
    slot = clock.first { stretch in
      if case .question(let id, _) = stretch.part { id == planned.question.id } else { false }
    }
  }

  /// The words to read aloud are the first paragraph; what follows it, such as code to review, is shown.
  private static func parts(of ask: String) -> (spoken: Substring, exhibit: [Substring]) {
    let lines = ask.split(separator: "\n", omittingEmptySubsequences: false)
    guard let gap = lines.firstIndex(where: isBlank) else { return (ask[...], []) }
    let spoken = lines[gap].startIndex
    let shown = lines[gap...].drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    let indent =
      shown.lazy.filter { !isBlank($0) }.map { $0.utf8.prefix { $0 == UInt8(ascii: " ") }.count }.min() ?? 0
    return (ask[..<spoken], shown.map { $0.dropFirst(indent) })
  }

  private static func isBlank(_ line: Substring) -> Bool { line.utf8.allSatisfy(ASCII.isSpace) }

  static let fields = Fields<QuestionView>([
    .text("id") { $0.planned.question.id },
    .text("ask") { String($0.spoken) },
    // The same words in lines that fit behind the mark of a comment.
    .texts("askLines") { LineFilling.lines(of: String($0.spoken), width: 92) },
    // What the candidate is shown, line by line.
    .lines("exhibit") { $0.exhibit },
    .number("minutes") { $0.planned.minutes },
    .number("from") { $0.slot?.start },
    .number("to") { $0.slot?.end },
    .texts("probes") { $0.planned.question.probes.map(\.text) },
    .texts("strong") { $0.planned.question.strong },
    .texts("meets") { $0.planned.question.meets },
    .texts("weak") { $0.planned.question.weak },
  ])
}
