/// A table of the library, for spreadsheets and databases. The first row names the columns.
public enum LibraryTable: String, CaseIterable, Sendable {
  /// One row for each competency.
  case competencies
  /// One row for each anchor of each level.
  case anchors
  /// One row for each question. Several texts of one kind stand in one cell, a line each.
  case questions

  /// The rows for competencies with everything that they inherit; each question stands with the
  /// competency that it belongs to.
  public func rows(of competencies: [Competency]) -> [[String]] {
    switch self {
    case .competencies: Self.competencyRows(competencies)
    case .anchors: Self.anchorRows(competencies)
    case .questions: Self.questionRows(competencies)
    }
  }

  private static func competencyRows(_ competencies: [Competency]) -> [[String]] {
    [["id", "name", "family", "extends", "definition", "questions", "red_flags", "onet", "esco"]]
      + competencies.map { competency in
        [
          competency.id, competency.name, competency.family.rawValue, competency.extends ?? "",
          competency.definition, String(competency.ownQuestions.count), lines(competency.redFlags),
          lines(competency.references.onet), lines(competency.references.esco),
        ]
      }
  }

  private static func anchorRows(_ competencies: [Competency]) -> [[String]] {
    [["competency", "level", "level_name", "summary", "anchor"]]
      + competencies.flatMap { competency in
        competency.levels.flatMap { level in
          level.anchors.map { anchor in
            [competency.id, String(level.level.rawValue), level.level.name, level.summary, anchor.text]
          }
        }
      }
  }

  private static func questionRows(_ competencies: [Competency]) -> [[String]] {
    [
      [
        "id", "competency", "kind", "level_from", "level_to", "minutes", "ask", "slots", "probes", "strong",
        "meets", "weak", "also",
      ]
    ]
      + competencies.flatMap { competency in
        competency.ownQuestions.map { question in
          [
            question.id, competency.id, question.kind.rawValue, String(question.levels.lowerBound.rawValue),
            String(question.levels.upperBound.rawValue), String(question.minutes), question.ask,
            lines(question.slots.map { "{\($0.name)}: \($0.standard)" }), lines(question.probes.map(\.text)),
            lines(question.strong), lines(question.meets), lines(question.weak), lines(question.also),
          ]
        }
      }
  }

  private static func lines(_ texts: [String]) -> String { texts.joined(separator: "\n") }
}
