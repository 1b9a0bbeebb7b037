internal import Rubric

/// Writes a draft out as a loop.
struct LoopAssembler {
  private let role: RoleDefinition
  private let draft: LoopDraft
  private let formSeed: String?
  private let nearness: QuestionNearness
  private let choices: [QuestionChooser.Choice]
  private let further: [Pair: [Int]]
  private let instead: [Pair: [PlannedQuestion]]

  init(_ role: RoleDefinition, _ draft: LoopDraft, formSeed: String?) {
    self.role = role
    self.draft = draft
    self.formSeed = formSeed
    let quality = QuestionQuality(draft)
    nearness = quality.nearness
    let choices = QuestionChooser(draft.problem, cost: quality.cost).choose(draft.plan.seats)
    self.choices = choices
    var filler = FurtherQuestions(
      draft.problem, questionCount: draft.builder.questions.count, choices: choices,
      closed: Set(draft.demands.indices.filter { draft.builder.pools[$0].owner != nil }), cost: quality.cost)
    var further: [Pair: [Int]] = [:]
    for session in draft.held {
      let here = choices.filter { $0.pair.session == session }
      for (choice, questions) in zip(here, filler.fill(here)) { further[choice.pair] = questions }
    }
    self.further = further
    let questions = draft.builder.questions
    let asked = (choices.filter(\.isOwn).map(\.question) + further.values.joined()).filter {
      $0 < questions.count
    }
    var search = InsteadQuestions(draft, used: Set(asked.map { questions[$0].id }))
    var instead: [Pair: [PlannedQuestion]] = [:]
    for choice in choices where choice.isOwn && choice.question < questions.count {
      instead[choice.pair] = search.questions(for: choice.pair, beside: questions[choice.question])
    }
    self.instead = instead
  }

  /// The loop, without conflict and fingerprint.
  func loop() -> InterviewLoop {
    var interviews = draft.held.enumerated().map { interview(of: $1, number: $0 + 1) }
    if !interviews.isEmpty, interviews.allSatisfy({ $0.stage != nil }) { markScreens(of: &interviews) }
    return InterviewLoop(
      role: role, interviews: interviews, coverage: coverage(), conflict: nil, optimality: draft.optimality,
      debriefMinutes: draft.policy.debriefMinutes, preparationMinutes: draft.policy.preparationMinutes,
      decision: draft.policy.decision, formSeed: formSeed, fingerprint: ""
    ).withTalks(most: draft.policy.ratingsPerInterview)
  }

  private func interview(of index: Int, number: Int) -> Interview {
    let session = draft.sessions[index]
    return Interview(
      number: number, name: session.name, format: session.format, minutes: session.minutes,
      stage: session.stage, isPlain: session.isPlain,
      isScreen: session.isScreen, ratings: order(choices.filter { $0.pair.session == index }).map(rating),
      exercise: exercise(of: index))
  }

  /// The exercise of a session; nil also where questions turned out to show all that it rates.
  private func exercise(of session: Int) -> PlannedExercise? {
    let shown = choices.filter { $0.pair.session == session && isExercise($0) }.map(\.pair.demand)
    guard let number = draft.exercises[session], !shown.isEmpty else { return nil }
    return PlannedExercise(
      draft.pool.outlines[number], seed: formSeed, links: draft.pool.links(of: number, rating: shown))
  }

  /// Whether a choice stands for the exercise of its session.
  private func isExercise(_ choice: QuestionChooser.Choice) -> Bool {
    choice.question >= draft.builder.questions.count
  }

  /// What the exercise shows comes first; then questions that show a second demand, each followed by what
  /// it shows; then questions about the system that the interview tells, so that nobody has to leave it and come back; then
  /// the more important demands, then the heavier ones.
  private func order(_ choices: [QuestionChooser.Choice]) -> [QuestionChooser.Choice] {
    let shared = choices.filter { !$0.isOwn }.map(\.question)
    return choices.sorted { a, b in
      if isExercise(a) != isExercise(b) { return isExercise(a) }
      let (sharesA, sharesB) = (shared.contains(a.question), shared.contains(b.question))
      if sharesA != sharesB { return sharesA }
      if sharesA, a.question != b.question { return a.question < b.question }
      if sharesA, a.isOwn != b.isOwn { return a.isOwn }
      let (leavesA, leavesB) = (leavesThread(a), leavesThread(b))
      if leavesA != leavesB { return leavesA < leavesB }
      let (first, second) = (draft.demands[a.pair.demand], draft.demands[b.pair.demand])
      if first.importance != second.importance { return first.importance < second.importance }
      return first.weight == second.weight ? a.pair.demand < b.pair.demand : first.weight > second.weight
    }
  }

  /// How far the questions of a choice leave the system that the interview tells: not at all, after the first, or from the
  /// first on.
  private func leavesThread(_ choice: QuestionChooser.Choice) -> Int {
    guard !isExercise(choice) else { return 0 }
    func isOfThread(_ number: Int) -> Bool { draft.builder.questions[number].thread != nil }
    return !isOfThread(choice.question) ? 2 : (further[choice.pair] ?? []).allSatisfy(isOfThread) ? 0 : 1
  }

  private func rating(_ choice: QuestionChooser.Choice) -> PlannedRating {
    let first = draft.plan.seats[choice.pair.demand].trailingZeroBitCount
    let shownBy =
      isExercise(choice)
      ? draft.exercises[choice.pair.session].map { draft.pool.outlines[$0].id }
      : draft.builder.questions[choice.question].id
    let isOwn = choice.isOwn && !isExercise(choice)
    return PlannedRating(
      demand: draft.demands[choice.pair.demand],
      question: isOwn ? planned(choice.question, for: choice.pair) : nil,
      further: (further[choice.pair] ?? []).map { planned($0, for: choice.pair) },
      instead: isOwn ? instead[choice.pair] ?? [] : [],
      shownBy: isOwn ? nil : shownBy, isFirstReading: first == choice.pair.session)
  }

  private func planned(_ number: Int, for pair: Pair) -> PlannedQuestion {
    PlannedQuestion(
      draft.builder.questions[number], technologies: draft.builder.pools[pair.demand].technologies,
      nearness: nearness.nearest(to: number, of: draft.demands[pair.demand], numbered: pair.demand))
  }

  /// The stages before the first that rates three demands or lasts an hour are screens. Where there is no
  /// such stage, those before the first that rates the most.
  private func markScreens(of interviews: inout [Interview]) {
    let most = interviews.map(\.ratings.count).max() ?? 0
    let proper =
      interviews.firstIndex { $0.isHeld && ($0.ratings.count >= 3 || $0.minutes >= 60) }
      ?? interviews.firstIndex { $0.ratings.count == most }
    for index in interviews.indices.prefix(proper ?? 0) { interviews[index].isScreen = true }
  }

  private func coverage() -> [Coverage] {
    let numbers = Dictionary(uniqueKeysWithValues: draft.held.enumerated().map { ($1, $0 + 1) })
    return draft.demands.indices.map { index in
      let interviews = Bits(draft.plan.seats[index]).compactMap { numbers[$0] }
      return Coverage(demand: draft.demands[index], interviews: interviews, omission: omission(of: index))
    }
  }

  private func omission(of demand: Int) -> Coverage.Omission? {
    if draft.isRated(demand) { return nil }
    if !draft.demands[demand].isInLibrary { return .notInLibrary }
    return draft.isRatable(demand) ? .noPlace : .noQuestion
  }
}
