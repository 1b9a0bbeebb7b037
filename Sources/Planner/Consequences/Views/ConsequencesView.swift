import Rubric

/// What follows from what changed, as the templates `consequences` see it.
struct ConsequencesView: View {
  let consequences: Consequences
  /// Whether every rating, question and exercise is told of, and not what somebody must settle or arrange.
  var isWhole = false

  private var loop: LoopDiff { consequences.loop }

  static let fields = Fields<ConsequencesView>([
    // Whether more than mere re-choices follow for the loop.
    .flag("isFelt") { $0.loop.isFelt },
    .text("candidateTime") { Figures.time($0.loop.candidateMinutes.to) },
    .text("candidateTimeBefore") { view in
      view.loop.candidateMinutes.from == view.loop.candidateMinutes.to
        ? nil : Figures.time(view.loop.candidateMinutes.from)
    },
    .text("teamTime") { Figures.time($0.loop.teamMinutes.to) },
    .text("teamTimeBefore") { view in
      view.loop.teamMinutes.from == view.loop.teamMinutes.to ? nil : Figures.time(view.loop.teamMinutes.from)
    },
    // Whether the second loop cannot rate all that is required, and the first can.
    .flag("isConflictNew") { $0.loop.from.conflict == nil && $0.loop.to.conflict != nil },
    .number("requiredRated") { $0.loop.to.optimality.required.rated },
    .number("requiredCount") { $0.loop.to.optimality.required.all },
    .flag("isConflictSolved") { $0.loop.from.conflict != nil && $0.loop.to.conflict == nil },
    .list("gapsOpened") { $0.loop.people.gapsOpened.map { PanelGapView(gap: $0) } },
    .list("gapsClosed") { $0.loop.people.gapsClosed.map { PanelGapView(gap: $0) } },
    .number("gapsKept") { view in
      view.loop.people.gapsKept.isEmpty ? nil : view.loop.people.gapsKept.count
    },
    .flag("isPanelKnown") { $0.loop.people.isPanelKnown },
    .flag("isPanelEnough") { $0.loop.to.panel?.gaps.isEmpty ?? false },
    .list("loads") { $0.loop.people.loads.map { LoadChangeView(name: $0.name, from: $0.from, to: $0.to) } },
    .number("debriefMinutes") { $0.loop.to.debriefMinutes },
    .number("leastPeople") { $0.loop.people.least.to },
    .number("leastPeopleBefore") { view in
      view.loop.people.least.from == view.loop.people.least.to ? nil : view.loop.people.least.from
    },
    .flag("isWhole") { $0.isWhole },
    // What is asked for, and rated no more or by no interview.
    .list("lost") { UnratedView.views($0.loop.ratings(.lost)) },
    .list("unratedAnew") { UnratedView.views($0.loop.ratings(.unratedAnew)) },
    // What becomes of competencies, worst first.
    .list("groups") { DemandGroupView.views($0.loop) },
    .list("interviewsAdded") { $0.interviews { $0.kind == .added } },
    .list("interviewsRemoved") { $0.interviews { $0.kind == .removed } },
    .list("interviewsChanged") { $0.interviews(\.isFelt) },
    .list("exercisesAdded") { $0.tasks(.added, areExercises: true) },
    .list("exercisesRemoved") { $0.tasks(.removed, areExercises: true) },
    .list("questionsAdded") { $0.tasks(.added, areExercises: false) },
    .list("questionsRemoved") { $0.tasks(.removed, areExercises: false) },
    .number("tasksKept") { view in view.loop.tasks.count { $0.kind == .kept } },
    .number("tasksCount") { view in view.loop.tasks.count { $0.kind != .removed } },
    .flag("areTasksKept") { view in view.loop.tasks.allSatisfy { $0.kind == .kept } },
    // What the planner has chosen otherwise though nothing asks for it.
    .view("rechoices") { view in
      view.loop.rechoices.isEmpty ? nil : RechoicesView(rechoices: view.loop.rechoices)
    },
    .view("scorecards") { $0.consequences.scorecards.map(ComparabilityView.init) },
  ])

  private func interviews(_ condition: (InterviewChange) -> Bool) -> [InterviewChangeView] {
    loop.interviews.filter(condition).map(InterviewChangeView.init)
  }

  private func tasks(_ kind: TaskChange.Kind, areExercises: Bool) -> [TaskChangeView] {
    loop.tasks.filter { $0.kind == kind && !$0.isRechoice && $0.isExercise == areExercises }
      .map(TaskChangeView.init)
  }
}

/// What somebody of a panel has to do on both sides.
struct LoadChangeView: View {
  let name: String
  let from: Int
  let to: Int

  static let fields = Fields<LoadChangeView>([
    .text("person") { $0.name },
    // Missing where there is nothing to do.
    .text("timeBefore") { $0.from == 0 ? nil : Figures.time($0.from) },
    .text("time") { $0.to == 0 ? nil : Figures.time($0.to) },
  ])
}

/// An interview that comes, goes or changes.
struct InterviewChangeView: View {
  let change: InterviewChange

  static let fields = Fields<InterviewChangeView>([
    .text("name") { $0.change.name },
    .text("nameBefore") { $0.change.from?.name == $0.change.to?.name ? nil : $0.change.from?.name },
    // Missing where nothing is known of it.
    .number("minutes") { view in
      (view.change.to ?? view.change.from).flatMap { $0.minutes == 0 ? nil : $0.minutes }
    },
    .number("minutesBefore") { $0.change.hasOtherMinutes ? $0.change.from?.minutes : nil },
    .text("exercise") { ($0.change.to ?? $0.change.from)?.exercise?.title },
    // Where both loops hold it, around different exercises.
    .text("exerciseBefore") { $0.change.hasOtherExercise ? $0.change.from?.exercise?.title : nil },
    .flag("isOtherExercise") { $0.change.hasOtherExercise },
    // What it rates in the second loop and not in the first, and the other way round.
    .text("ratesAnew") { Figures.listed($0.change.ratings.added) },
    .text("ratesNoMore") { Figures.listed($0.change.ratings.removed) },
    .text("rates") { view in
      Figures.listed((view.change.to ?? view.change.from)?.ratings.map(\.demand.name) ?? [])
    },
  ])
}

/// A question or an exercise that comes or goes.
struct TaskChangeView: View {
  let change: TaskChange

  static let fields = Fields<TaskChangeView>([
    .text("id") { $0.change.id },
    .text("words") { $0.change.words },
    .text("shows") { Figures.listed($0.change.shows) },
  ])
}

/// How much the planner has chosen otherwise though nothing asks for it. Each is missing where there is none.
struct RechoicesView: View {
  let rechoices: LoopDiff.Rechoices

  static let fields = Fields<RechoicesView>([
    .number("taskCount") { $0.rechoices.tasks == 0 ? nil : $0.rechoices.tasks },
    .flag("isOneTask") { $0.rechoices.tasks == 1 },
    .number("placeCount") { $0.rechoices.places == 0 ? nil : $0.rechoices.places },
    .flag("isOnePlace") { $0.rechoices.places == 1 },
    .number("holderCount") { $0.rechoices.holders == 0 ? nil : $0.rechoices.holders },
    // Whether anything but holders is there.
    .flag("hasOther") { $0.rechoices.tasks > 0 || $0.rechoices.places > 0 },
    .flag("isOneHolder") { $0.rechoices.holders == 1 },
  ])
}
