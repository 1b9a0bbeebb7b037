import Rubric
import YAML

/// What the templates of a candidate's debrief see.
struct DebriefView: View {
  let debrief: Debrief
  var assets = Assets(style: "", script: "")

  /// What the page holds beside the debrief.
  struct Assets: Sendable {
    let style: String
    let script: String
  }

  private func competencies(_ competencies: [DebriefCompetency]) -> [DebriefCompetencyView] {
    competencies.map { DebriefCompetencyView(competency: $0, debrief: debrief) }
  }

  private func readings(
    _ readings: [(competency: DebriefCompetency, reading: DebriefReading)]
  ) -> [DebriefReadingView] {
    readings.map { DebriefReadingView(reading: $0.reading, competency: $0.competency, debrief: debrief) }
  }

  private var missing: [DebriefAbsentView] {
    DebriefAbsentView.all(of: debrief.gaps)
  }

  static let fields = Fields<DebriefView>(facts + lists + ends)

  private static let facts: [Field<DebriefView>] = [
    .written("candidate") { $0.debrief.candidate },
    .text("title") { $0.debrief.plan.title },
    .text("company") { $0.debrief.plan.company },
    .text("fingerprint") { $0.debrief.plan.fingerprint },
    .text("library") { $0.debrief.plan.library },
    .markup("style") { $0.assets.style },
    .markup("script") { $0.assets.script },
    .number("cardCount") { $0.debrief.cards.count },
    .flag("isSingleCard") { $0.debrief.cards.count == 1 },
    .flag("isComplete") { $0.debrief.isComplete },
    .flag("isMixed") { $0.debrief.isMixed },
    .number("disagreementCount") { $0.debrief.disagreements.count },
    .flag("isAgreed") { $0.debrief.disagreements.isEmpty },
  ]

  private static let lists: [Field<DebriefView>] = [
    .list("missing") { $0.missing },
    .list("cards") { view in view.debrief.cards.map { DebriefCardView(card: $0, debrief: view.debrief) } },
    .flag("hasNotes") { view in
      view.debrief.cards.contains {
        $0.scorecard.questions.contains { !VisibleText.lines($0.notes.value).isEmpty }
      }
    },
    .texts("broken") { $0.debrief.broken.map(\.label) },
    .list("blocks") { DebriefBlockView.all(of: $0.debrief) },
    .list("competencies") { $0.competencies($0.debrief.competencies) },
    .list("disagreements") { $0.competencies($0.debrief.disagreements) },
    .list("single") { $0.competencies($0.debrief.single) },
    .list("unseen") { $0.competencies($0.debrief.unseen) },
    .list("withoutEvidence") { $0.readings($0.debrief.withoutEvidence) },
    .list("notObserved") { $0.readings($0.debrief.notObserved) },
    .list("changed") { $0.readings($0.debrief.changed) },
    .list("unrated") { $0.debrief.plan.unrated.map { DebriefUnratedView(competency: $0) } },
    .list("unmapped") { $0.debrief.plan.unmapped.map { DebriefWordsView(words: $0) } },
  ]

  private static let ends: [Field<DebriefView>] = [
    .view("combined") { $0.debrief.combined.map { DebriefCombinedView(figures: $0) } },
    .view("decision") { $0.debrief.decision.map { DebriefDecisionView(decision: $0) } },
    .markup("fingerprintValue") { ExactText.quoted($0.debrief.plan.fingerprint) },
    .markup("candidateValue") { ExactText.quoted($0.debrief.candidate ?? "") },
    .markup("decisionValue") { view in
      view.debrief.decision.map { ExactText.line($0.document) } ?? "null"
    },
  ]
}

/// Something that is asked for and that no interview rates.
struct DebriefUnratedView: View {
  let competency: AssessedCompetency

  static let fields = Fields<DebriefUnratedView>([
    .text("name") { $0.competency.name },
    .text("importance") { $0.competency.importance.rawValue },
    .number("target") { $0.competency.target.rawValue },
    .text("targetName") { $0.competency.target.name },
    .text("percent") { LevelFigures.percent($0.competency.weight) },
  ])
}

/// Words of the posting.
struct DebriefWordsView: View {
  let words: String

  static let fields = Fields<DebriefWordsView>([.text("words") { $0.words }])
}
