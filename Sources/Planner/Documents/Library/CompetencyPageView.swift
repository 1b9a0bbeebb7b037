import Rubric

/// A competency by itself, for whoever writes, reads or approves rubrics.
struct CompetencyPageView: View {
  let competency: Competency
  let signals: [Signal]
  let style: String

  private var inherited: [Question] {
    competency.questions.filter { !$0.id.hasPrefix(competency.id + "/") }
  }

  static let fields = Fields<CompetencyPageView>([
    .markup("style") { $0.style },
    .text("id") { $0.competency.id },
    .text("name") { $0.competency.name },
    .text("title") { $0.competency.name },
    .text("family") { $0.competency.family.rawValue },
    .text("definition") { $0.competency.definition },
    // The competency whose levels and questions are this one's too.
    .text("extends") { $0.competency.extends },
    .number("count") { $0.competency.ownQuestions.count },
    .list("levels") { $0.competency.levels.map { LevelView(level: $0, target: nil) } },
    .list("questions") { $0.competency.ownQuestions.map { LibraryQuestionView(question: $0) } },
    .list("inherited") { $0.inherited.map { LibraryQuestionView(question: $0) } },
    .texts("redFlags") { $0.competency.redFlags },
    .list("signals") { $0.signals.map { SignalView(signal: $0) } },
    .texts("esco") { $0.competency.references.esco },
    .texts("onet") { $0.competency.references.onet },
  ])
}

/// A question of the library, its slots filled with what stands there by default.
struct LibraryQuestionView: View {
  let question: Question

  private var words: QuestionView {
    let filled = SlotFiller(technologies: []).fill(question)
    return QuestionView(
      PlannedQuestion(question: filled, ask: filled.ask, minutes: filled.minutes), clock: [])
  }

  static let fields = Fields<LibraryQuestionView>([
    .text("id") { $0.question.id },
    .text("kind") { $0.question.kind.rawValue },
    .text("levels") { $0.question.levels.spoken },
    .number("minutes") { $0.question.minutes },
    .view("words") { $0.words },
    .list("slots") { $0.question.slots.map { SlotView(slot: $0) } },
    .texts("also") { $0.question.also },
  ])
}

extension ClosedRange where Bound == ProficiencyLevel {
  /// A range as people read it, such as `2 to 4`; a single level by itself.
  var spoken: String {
    lowerBound == upperBound ? "\(lowerBound.rawValue)" : "\(lowerBound.rawValue) to \(upperBound.rawValue)"
  }
}

/// What may stand in a slot.
struct SlotView: View {
  let slot: QuestionSlot

  static let fields = Fields<SlotView>([
    .text("name") { "{\($0.slot.name)}" },
    .text("standard") { $0.slot.standard },
    .texts("technologies") { $0.slot.technologies },
  ])
}

/// Wording that states a competency.
struct SignalView: View {
  let signal: Signal

  static let fields = Fields<SignalView>([
    .texts("terms") { $0.signal.terms },
    .list("technologies") { $0.signal.technologies.map { TechnologyView(technology: $0) } },
    .flag("isCaseExact") { $0.signal.isCaseExact },
    .texts("near") { $0.signal.near },
    .texts("not") { $0.signal.not },
  ])
}

/// A product with its other spellings.
struct TechnologyView: View {
  let technology: Signal.Technology

  static let fields = Fields<TechnologyView>([
    .text("name") { $0.technology.name },
    .texts("spellings") { $0.technology.spellings },
  ])
}
