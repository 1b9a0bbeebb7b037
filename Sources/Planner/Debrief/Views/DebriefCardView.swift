import Diagnostics
import Rubric
import YAML

/// A scorecard.
struct DebriefCardView: View {
  let card: DebriefCard
  let debrief: Debrief

  private func recommends(_ recommendation: OverallRecommendation) -> Bool {
    card.scorecard.overall?.value == recommendation
  }

  static let fields = Fields<DebriefCardView>([
    .text("label") { $0.card.label },
    .written("file") { $0.card.file },
    .number("number") { $0.card.number },
    .written("name") { $0.card.name },
    .written("interviewer") { $0.card.interviewer },
    .written("date") { $0.card.scorecard.date.value },
    .written("cardFingerprint") { $0.card.scorecard.fingerprint.value },
    .flag("isForeign") { $0.card.isForeign },
    .flag("isUnfinished") { !$0.card.isComplete },
    .flag("isSealed") { $0.card.isIntact == true },
    .flag("isBroken") { $0.card.isIntact == false },
    .flag("hasOverall") { $0.card.scorecard.overall != nil },
    .flag("isStrongNo") { $0.recommends(.strongNo) },
    .flag("isNo") { $0.recommends(.no) },
    .flag("isYes") { $0.recommends(.yes) },
    .flag("isStrongYes") { $0.recommends(.strongYes) },
    .flag("isNoDecision") { $0.recommends(.noDecision) },
    .note("summary") { $0.card.scorecard.summary.value },
    .list("questions") { view in
      view.card.scorecard.questions.filter { !VisibleText.lines($0.notes.value).isEmpty }.map { question in
        DebriefQuestionView(
          question: question, asked: view.card.interview?.questions.first { $0.id == question.id.value })
      }
    },
  ])
}

/// What was noted to a question or to the exercise.
struct DebriefQuestionView: View {
  let question: QuestionEvidence
  let asked: AssessedQuestion?

  static let fields = Fields<DebriefQuestionView>([
    .written("id") { $0.question.id.value },
    .written("ask") { $0.asked?.ask },
    .note("notes") { $0.question.notes.value },
  ])
}

/// An interview of which something is missing.
struct DebriefAbsentView: View {
  let gap: DebriefGap

  static func all(of gaps: [DebriefGap]) -> [DebriefAbsentView] { gaps.map { DebriefAbsentView(gap: $0) } }

  static let fields = Fields<DebriefAbsentView>([
    .number("number") { $0.gap.number },
    .written("name") { $0.gap.name },
    .written("interviewer") { $0.gap.interviewer },
    .written("file") { $0.gap.source.map(\.fileName) },
    .flag("isThere") { $0.gap.source != nil },
    .flag("isBlank") { $0.gap.isBlank },
    .text("lacks") {
      $0.gap.lack.unrated.isEmpty ? nil : Figures.listed($0.gap.lack.unrated.map(VisibleText.line))
    },
    .flag("lacksRecommendation") { $0.gap.lack.isWithoutRecommendation },
  ])
}
