internal import Diagnostics
internal import Rubric

/// Finds changes that let the demands of a conflict be rated, by planning again with each.
///
/// The changes that cost no minutes come first.
struct RemedyFinder {
  private let draft: LoopDraft
  private let library: RubricLibrary
  /// The required demands that the loop rates.
  private let rated: [Int]
  /// The ones that it leaves out and a remedy should bring in.
  private let missing: [Int]
  /// Whether they are left out because nothing in the loop can rate them.
  private let isUnratable: Bool

  init(_ draft: LoopDraft, core: [Int], library: RubricLibrary) {
    self.draft = draft
    self.library = library
    rated = draft.required.filter { draft.isRated($0) }
    isUnratable = core.contains { !draft.isRatable($0) }
    missing = isUnratable ? core : draft.required.filter { !draft.isRated($0) && draft.isRatable($0) }
  }

  /// The remedies, cheapest first.
  func remedies() throws(InvalidInput) -> [CoverageRemedy] {
    let preferred = CoverageRemedy.makePreferred(missing.map { draft.demands[$0].name })
    return [addedQuestion(), raisedRatings(), preferred, try addedInterview()].compactMap { $0 }
  }

  /// A question that any format of the loop for this demand could ask.
  private func addedQuestion() -> CoverageRemedy? {
    guard isUnratable, let demand = missing.first else { return nil }
    var problem = draft.builder.problem
    for (index, session) in draft.sessions.enumerated()
    where QuestionFit.fit(of: session, draft.demands[demand]) > 0 {
      let option = CoverageProblem.Option(
        question: problem.shows.count, minutes: draft.policy.minutesPerRating)
      if option.minutes <= session.ratedMinutes { problem.options[problem.index(demand, index)] = [option] }
    }
    problem.shows.append([])
    return problem.canRate(all: rated + missing) ? .addQuestion(draft.demands[demand].name) : nil
  }

  /// The least number of ratings in an interview that gives room for all.
  private func raisedRatings() -> CoverageRemedy? {
    var policy = draft.policy
    let most = draft.sessions.compactMap(\.format?.ratings).max() ?? 0
    while policy.ratingsPerInterview < most {
      policy.ratingsPerInterview += 1
      var problem = draft.builder.problem
      for index in problem.sessions.indices {
        problem.sessions[index].places = draft.sessions[index].places(under: policy)
      }
      if problem.canRate(all: rated + missing) { return .raiseRatings(to: policy.ratingsPerInterview) }
    }
    return nil
  }

  /// One more interview beside those held: the one that brings in the most, then the shortest. Formats
  /// that the loop does not hold come first.
  private func addedInterview() throws(InvalidInput) -> CoverageRemedy? {
    let heldFormats = draft.held.compactMap { draft.sessions[$0].format?.id }
    let ids =
      draft.policy.formats.filter { !heldFormats.contains($0) }
      + draft.policy.formats.filter(heldFormats.contains)
    var best: (format: InterviewFormat, covers: [Int])?
    for id in ids {
      guard let format = try library.format(id) else { continue }
      let covers = covered(with: format)
      let isBetter =
        best.map { (covers.count, -format.minutes) > ($0.covers.count, -$0.format.minutes) } ?? !covers
        .isEmpty
      if isBetter { best = (format, covers) }
    }
    return best.map { best in
      let names = best.covers.map { draft.demands[$0].name }
      return .addInterview(formatName: best.format.name, minutes: best.format.minutes, covers: names)
    }
  }

  /// The missing demands that the held sessions and one more would rate, without losing a required one.
  private func covered(with format: InterviewFormat) -> [Int] {
    var sessions = draft.held.map { draft.sessions[$0] }
    for index in sessions.indices { sessions[index].isOptional = false }
    sessions.append(Session(name: format.name, format: format, minutes: format.minutes))
    let list = SessionList(sessions, optionalLimit: 0)
    var problem = ProblemBuilder(draft.demands, list, policy: draft.policy, exercises: draft.pool)
      .problem
    for demand in problem.demands.indices { problem.demands[demand].readings = 0 }
    for demand in rated { problem.demands[demand].readings = 1 }
    for demand in missing {
      problem.demands[demand].readings = 1
      problem.demands[demand].importance = .preferred
    }
    var search = ExerciseSearch(problem, nodeLimit: CoverageProblem.checkLimit)
    let plan = search.solve().plan
    return plan.objective.once == rated.count ? missing.filter { plan.seats[$0] != 0 } : []
  }
}
