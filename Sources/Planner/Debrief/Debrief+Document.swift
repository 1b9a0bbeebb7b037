import Diagnostics
import Rubric
public import YAML

extension Debrief {
  /// The debrief as it is written to JSON, every text to the last character.
  public var document: Document {
    .mapping([
      .init("candidate", .optional(candidate)),
      .init("title", .text(plan.title)),
      .init("company", .optional(plan.company)),
      .init("fingerprint", .text(plan.fingerprint)),
      .init("library", .optional(plan.library)),
      .init("complete", .boolean(isComplete)),
      .init("mixed", .boolean(isMixed)),
      .init("missing", .list(gaps.map(\.document))),
      .init("scorecards", .list(cards.map(\.document))),
      .init("competencies", .list(competencies.map { $0.document(cards) })),
      .init("to_discuss", attention),
      .init("unassessed", .list(plan.unrated.map(\.summary))),
      .init("unmapped", .list(plan.unmapped.map { .text($0) })),
      .init("combined", combined?.document ?? .null),
      .init("decision", decision?.document ?? .null),
    ])
  }

  private var attention: Document {
    func ids(_ rows: [DebriefCompetency]) -> Document { .inline(rows.map(\.id)) }
    func places(_ rows: [(competency: DebriefCompetency, reading: DebriefReading)]) -> Document {
      .list(
        rows.map { row in
          let pair = [row.competency.id, cards[row.reading.card].label].map { Document.text($0) }
          return .mapping([.init("id", pair[0]), .init("scorecard", pair[1])], inline: true)
        })
    }
    return .mapping([
      .init("disagreement", ids(disagreements)), .init("rated_once", ids(single)),
      .init("never_observed", ids(unseen)), .init("without_evidence", places(withoutEvidence)),
      .init("not_observed", places(notObserved)), .init("changed", places(changed)),
    ])
  }
}

extension DebriefGap {
  fileprivate var document: Document {
    .mapping([
      .init("interview", .integer(number)), .init("name", .text(name)),
      .init("interviewer", .optional(interviewer)),
      .init("file", .optional(source.map(\.fileName))),
      .init("blank", .boolean(isBlank)), .init("unrated", .inline(lack.unrated)),
      .init("recommendation_missing", .boolean(lack.isWithoutRecommendation)),
    ])
  }
}

extension DebriefCard {
  fileprivate var document: Document {
    .mapping([
      .init("label", .text(label)), .init("file", .text(file)), .init("interview", .integer(number)),
      .init("name", .text(name)), .init("interviewer", .optional(interviewer)),
      .init("date", .text(scorecard.date.value)), .init("fingerprint", .text(scorecard.fingerprint.value)),
      .init("complete", .boolean(isComplete)), .init("sealed", .optional(isIntact)),
      .init("overall", .optional(scorecard.overall?.value.rawValue)),
      .init("summary", .text(scorecard.summary.value)),
      .init(
        "questions",
        .list(
          scorecard.questions.map { question in
            .mapping([
              .init("id", .text(question.id.value)),
              .init("ask", .optional(interview?.questions.first { $0.id == question.id.value }?.ask)),
              .init("notes", .text(question.notes.value)),
            ])
          })),
    ])
  }
}

extension AssessedCompetency {
  fileprivate var summary: Document {
    .mapping([
      .init("id", .text(id)), .init("name", .text(name)), .init("importance", .text(importance.rawValue)),
      .init("target", .integer(target.rawValue)), .init("weight", .number(weight)),
    ])
  }
}

extension DebriefCompetency {
  fileprivate func document(_ cards: [DebriefCard]) -> Document {
    .mapping([
      .init("id", .text(id)), .init("name", .text(name)),
      .init("importance", .optional(importance?.rawValue)), .init("target", .integer(target.rawValue)),
      .init("weight", .number(weight)), .init("mean", mean.map { .number($0) } ?? .null),
      .init("difference", difference.map { .number($0) } ?? .null),
      .init("standing", .optional(standing?.rawValue)), .init("spread", .integer(spread)),
      .init("ratings", .list(readings.map { $0.document(cards) })),
    ])
  }
}

extension DebriefReading {
  fileprivate func document(_ cards: [DebriefCard]) -> Document {
    .mapping([
      .init("scorecard", .text(cards[card].label)), .init("rating", rating?.document ?? .null),
      .init("original", original?.document ?? .null), .init("chosen", .optional(chosen)),
      .init("target", .integer(target.rawValue)), .init("standing", .optional(standing?.rawValue)),
      .init("evidence", .text(evidence)),
      .init(
        "changes",
        .list(
          changes.map { change in
            .mapping([
              .init("from", change.from.value.document), .init("to", change.to.value.document),
              .init("reason", .text(change.reason.value)),
            ])
          })),
    ])
  }
}

extension CombinedFigures {
  fileprivate var document: Document {
    .mapping([
      .init("all", all.document), .init("required", required?.document ?? .null),
      .init("before_changes", before?.document ?? .null),
    ])
  }
}

extension CombinedFigure {
  fileprivate var document: Document {
    .mapping([
      .init("level", .number(level)), .init("target", .number(target)),
      .init("difference", .number(difference)),
      .init("standing", .text(standing.rawValue)), .init("observed_weight", .number(observed)),
      .init("weights", dependence.document), .init("parts", .list(parts.map(\.document))),
    ])
  }
}

extension WeightDependence {
  fileprivate var document: Document {
    func pair(_ range: ClosedRange<Double>) -> Document {
      .list([.number(range.lowerBound), .number(range.upperBound)], inline: true)
    }
    return .mapping([
      .init("margin", .number(Self.margin)), .init("level", pair(levels)),
      .init("difference", pair(differences)),
      .init("same_side", .boolean(isUnchanged)), .init("tolerance", .number(tolerance)),
    ])
  }
}

extension CombinedFigure.Part {
  fileprivate var document: Document {
    .mapping([
      .init("id", .text(competency.id)), .init("share", .number(share)), .init("level", .number(level)),
      .init("target", .number(target)), .init("adds", .number(share * level)),
      .init("moves", .number(share * difference)),
      .init("changes_above", turn.flatMap { $0.isMore ? .number($0.share) : nil } ?? .null),
      .init("changes_below", turn.flatMap { $0.isMore ? nil : .number($0.share) } ?? .null),
    ])
  }
}
