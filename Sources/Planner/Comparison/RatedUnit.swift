internal import Rubric

/// One competency of one candidate with what interviewers gave it who rated apart: the unit of agreement.
///
/// It holds the ratings of the scorecards, before any was changed in the debrief: afterwards they are no longer
/// independent. Where a candidate chooses one of several competencies, ratings of different ones are different units.
struct RatedUnit {
  /// A level with who gave it.
  struct Value {
    /// Who rated, as `RaterName` tells people apart.
    let rater: String
    /// The level, from 1 to 5.
    let level: Int
  }

  /// The levels, one for each rater, in the order of the interviews.
  let values: [Value]

  /// The units of a comparison of which any level was observed.
  static func all(of comparison: Comparison) -> [RatedUnit] {
    comparison.competencies.flatMap { competency in
      zip(comparison.candidates, competency.cells).flatMap { candidate, cell in
        units(of: cell, candidate: candidate)
      }
    }
  }

  /// A rater who rated the competency in two interviews counts once, with the first.
  private static func units(of cell: ComparedCell, candidate: ComparedCandidate) -> [RatedUnit] {
    var choices: [String] = []
    var values: [[Value]] = []
    for (index, rated) in cell.ratings.enumerated() {
      guard let level = rated.reading.original?.level?.rawValue else { continue }
      let choice = rated.reading.chosen ?? ""
      let rater = RaterName.key(of: rated.card) ?? "\n\(candidate.folder)\n\(index)"
      let place = choices.firstIndex(of: choice) ?? choices.count
      if place == choices.count {
        choices.append(choice)
        values.append([])
      }
      if !values[place].contains(where: { $0.rater == rater }) {
        values[place].append(Value(rater: rater, level: level))
      }
    }
    return values.map { RatedUnit(values: $0) }
  }
}

/// How raters are told apart: by the names that they write.
enum RaterName {
  /// A name without capitals and needless spaces, by which it is compared.
  static func key(of name: String) -> String { name.asName }

  /// The same of a scorecard; nil where nobody is named.
  static func key(of card: DebriefCard) -> String? {
    card.interviewer.map(key(of:)).flatMap { $0.isEmpty ? nil : $0 }
  }
}
