import Diagnostics
import Rubric

/// Competencies by scorecards for a terminal of 80 columns: as many scorecards as fit beside the names.
struct DebriefBlockView: View {
  let debrief: Debrief
  let cards: Range<Int>

  /// The columns of the name, of the target, and of each scorecard; behind them comes the mean.
  private static let (nameWidth, targetWidth, cardWidth, limit) = (32, 8, 5, 6)

  static func all(of debrief: Debrief) -> [DebriefBlockView] {
    stride(from: 0, to: debrief.cards.count, by: limit).map { start in
      DebriefBlockView(debrief: debrief, cards: start..<min(start + limit, debrief.cards.count))
    }
  }

  /// Those that one of its scorecards rates; in the first stretch those as well that none rates.
  private var competencies: [DebriefCompetency] {
    debrief.competencies.filter { competency in
      competency.readings.contains { cards.contains($0.card) }
        || cards.lowerBound == 0 && competency.readings.isEmpty
    }
  }

  private var head: String {
    Self.filled("Competency", to: Self.nameWidth) + Figures.padded("target", to: Self.targetWidth)
      + cards.map { Figures.padded(debrief.cards[$0].label, to: Self.cardWidth - 2) + "  " }.joined()
      + "  mean"
  }

  private func row(_ competency: DebriefCompetency) -> String {
    let name = Self.filled(VisibleText.line(competency.name), to: Self.nameWidth)
    let cells = cards.map { card in
      Self.cell(competency.readings.first { $0.card == card })
    }
    return name + Figures.padded(String(competency.target.rawValue), to: Self.targetWidth) + cells.joined()
      + Figures.padded(competency.mean.map(LevelFigures.level) ?? "", to: 6)
      + Self.sign(competency.standing)
  }

  /// A cell of five columns, the level in the third of them; before it, where it was changed, the level of the scorecard.
  private static func cell(_ reading: DebriefReading?) -> String {
    guard let reading else { return "  \u{B7}  " }
    guard reading.rating != nil else { return "  ?  " }
    let isChanged = !reading.changes.isEmpty
    guard let level = reading.level else { return " n/o" + (isChanged ? "*" : " ") }
    let original = reading.original?.level.map { "\($0.rawValue)\u{2192}" } ?? " *"
    return (isChanged ? original : "  ") + "\(level)\(sign(reading.standing)) "
  }

  private static func sign(_ standing: Standing?) -> String {
    switch standing {
    case .below: "\u{25BD}"
    case .at: "="
    case .above: "\u{25B3}"
    case nil: " "
    }
  }

  /// A text of exactly some columns, cut short where it is longer.
  static func filled(_ text: String, to columns: Int) -> String {
    var result = String.UnicodeScalarView()
    var width = 0
    let isLong = DisplayWidth.of(text) > columns
    for scalar in text.unicodeScalars {
      let next = DisplayWidth.of(scalar)
      guard width + next <= (isLong ? columns - 1 : columns) else { break }
      width += next
      result.append(scalar)
    }
    if isLong {
      result.append("\u{2026}")
      width += 1
    }
    return String(result) + String(repeating: " ", count: max(0, columns - width))
  }

  static let fields = Fields<DebriefBlockView>([
    .lines("head") { [$0.head[...]] },
    .lines("rows") { view in
      view.competencies.map { competency in
        var row = view.row(competency)
        while row.last == " " { row.removeLast() }
        return row[...]
      }
    },
  ])
}
