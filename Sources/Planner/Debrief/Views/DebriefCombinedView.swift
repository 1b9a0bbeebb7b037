import Rubric

/// The combined figures.
struct DebriefCombinedView: View {
  let figures: CombinedFigures

  static let fields = Fields<DebriefCombinedView>([
    .view("all") { DebriefFigureView(figure: $0.figures.all) },
    .view("required") { $0.figures.required.map { DebriefFigureView(figure: $0) } },
    .view("before") { $0.figures.before.map { DebriefFigureView(figure: $0) } },
  ])
}

/// A combined figure, with its parts and how much it depends on the weights.
struct DebriefFigureView: View {
  let figure: CombinedFigure

  private var dependence: WeightDependence { figure.dependence }

  /// The parts of which each could change sides by its weight, those nearest to it first.
  private var turns: [DebriefPartView] {
    figure.parts.enumerated().compactMap { index, part in
      part.turn.map { (index: index, distance: abs($0.share - part.share)) }
    }
    .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
    .map { DebriefPartView(part: figure.parts[$0.index]) }
  }

  /// The greatest whole percentage within which the side holds, strictly less than the tolerance; nil where it says
  /// no more than the margin does.
  private var tolerated: Int? {
    let percent = Int((dependence.tolerance * 100 - 1e-9).rounded(.up)) - 1
    let known = dependence.isUnchanged ? Int(WeightDependence.margin * 100) : 0
    return percent > known ? percent : nil
  }

  static let fields = Fields<DebriefFigureView>([
    .markup("level") { LevelFigures.level($0.figure.level) },
    .markup("target") { LevelFigures.level($0.figure.target) },
    .markup("difference") { LevelFigures.difference($0.figure.difference) },
    .flag("isBelow") { $0.figure.standing == .below },
    .flag("isAt") { $0.figure.standing == .at },
    .flag("isAbove") { $0.figure.standing == .above },
    .text("observed") { LevelFigures.percent($0.figure.observed) },
    .markup("least") { LevelFigures.level($0.dependence.levels.lowerBound) },
    .markup("most") { LevelFigures.level($0.dependence.levels.upperBound) },
    .markup("leastDifference") { LevelFigures.difference($0.dependence.differences.lowerBound) },
    .markup("mostDifference") { LevelFigures.difference($0.dependence.differences.upperBound) },
    .flag("isUnchanged") { $0.dependence.isUnchanged },
    .flag("isUnchangeable") { $0.dependence.tolerance > 1 - 1e-9 },
    .number("tolerated") { $0.tolerated },
    .text("at") { LevelFigures.position($0.figure.level) },
    .text("targetAt") { LevelFigures.position($0.figure.target) },
    .text("leastAt") { LevelFigures.position($0.dependence.levels.lowerBound) },
    .text("mostAt") { LevelFigures.position($0.dependence.levels.upperBound) },
    .list("parts") { view in view.figure.parts.map { DebriefPartView(part: $0) } },
    .list("turns") { $0.turns },
    .list("nearest") { Array($0.turns.prefix(3)) },
    .flag("hasFurther") { $0.turns.count > 3 },
    .lines("table") { DebriefPartView.table($0.figure.parts).map { $0[...] } },
  ])
}

/// What a competency adds to the combined figure.
struct DebriefPartView: View {
  let part: CombinedFigure.Part

  private var added: Double { part.share * part.difference }

  /// The length of its bar, as a percentage of half the room: a part that adds half a level fills it.
  private var length: String {
    LevelFigures.position(1 + 4 * min(abs(added) * 2, 1))
  }

  static let fields = Fields<DebriefPartView>([
    .written("competency") { $0.part.competency.name },
    .text("share") { LevelFigures.percent($0.part.share) },
    .markup("mean") { LevelFigures.level($0.part.level) },
    .markup("asked") { LevelFigures.level($0.part.target) },
    .markup("partDifference") { LevelFigures.difference($0.part.difference) },
    .markup("adds") { LevelFigures.part($0.part.share * $0.part.level) },
    .markup("moves") { LevelFigures.part($0.added) },
    .text("length") { $0.length },
    .flag("isDown") { $0.part.difference < -1e-9 },
    .flag("isUp") { $0.part.difference > 1e-9 },
    .flag("canTurn") { $0.part.turn != nil },
    .flag("isMore") { $0.part.turn?.isMore ?? false },
    .text("turn") { view in view.part.turn.map { LevelFigures.percent($0.share, besides: view.part.share) } },
    .text("shareNow") { view in
      view.part.turn.map { LevelFigures.percent(view.part.share, besides: $0.share) }
        ?? LevelFigures.percent(view.part.share)
    },
  ])

  /// A table of parts for a terminal of 80 columns.
  static func table(_ parts: [CombinedFigure.Part]) -> [String] {
    let head =
      DebriefBlockView.filled("Competency", to: 32)
      + ["share", "level", "target", "diff.", "moves"].map { Figures.padded($0, to: 8) }.joined()
    return [head]
      + parts.map { part in
        let view = DebriefPartView(part: part)
        let cells = [
          LevelFigures.percent(part.share) + " %", LevelFigures.level(part.level),
          LevelFigures.level(part.target),
          LevelFigures.difference(part.difference), LevelFigures.part(view.added),
        ]
        return DebriefBlockView.filled(VisibleText.line(part.competency.name), to: 32)
          + cells.map { String(repeating: " ", count: max(0, 8 - $0.count)) + $0 }.joined()
      }
  }
}
