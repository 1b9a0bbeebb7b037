internal import Diagnostics
internal import Rubric

/// Finds changes that let the demands of a conflict be rated, by planning again with each.
///
/// The changes that cost the candidate no minutes come first, then those that cost few.
struct RemedyFinder {
  private let draft: LoopDraft
  private let library: RubricLibrary
  private let trial: RemedyTrial
  /// The required demands that the loop rates.
  private let rated: [Int]
  /// The ones that it leaves out and a remedy should bring in.
  private let missing: [Int]
  /// Whether they are left out because nothing in the loop can rate them.
  private let isUnratable: Bool

  init(_ draft: LoopDraft, core: [Int], library: RubricLibrary) {
    self.draft = draft
    self.library = library
    trial = RemedyTrial(draft)
    rated = draft.required.filter { draft.isRated($0) }
    isUnratable = core.contains { !draft.isRatable($0) }
    missing = isUnratable ? core : draft.required.filter { !draft.isRated($0) && draft.isRatable($0) }
  }

  /// The remedies, cheapest first.
  func remedies() throws(InvalidInput) -> [CoverageRemedy] {
    let found = [
      addedQuestion(), raisedRatings(), madePreferred(), allowedMinutes(), lengthenedStage(),
      try addedInterview(),
    ].compactMap { $0 }
    let order = found.indices.sorted { a, b in
      (max(0, found[a].cost.candidateMinutes), a) < (max(0, found[b].cost.candidateMinutes), b)
    }
    return order.map { found[$0] }
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
    guard problem.canRate(all: rated + missing) else { return nil }
    return CoverageRemedy(
      change: .addQuestion(draft.demands[demand].name), cost: trial.cost(of: problem, draft.sessions))
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
      guard problem.canRate(all: rated + missing) else { continue }
      var cost = trial.cost(of: problem, draft.sessions)
      cost.minutesEach = minutesEach(with: policy)
      return CoverageRemedy(change: .raiseRatings(to: policy.ratingsPerInterview), cost: cost)
    }
    return nil
  }

  /// The least minutes for each rating of the interviews that would rate more under another policy.
  private func minutesEach(with policy: LoopPolicy) -> CoverageRemedy.Cost.MinutesEach? {
    let changed = draft.sessions.filter { $0.places(under: policy) > $0.places(under: draft.policy) }
    func least(_ policy: LoopPolicy) -> Int? {
      changed.map { $0.ratedMinutes / max(1, $0.places(under: policy)) }.min()
    }
    guard let before = least(draft.policy), let after = least(policy) else { return nil }
    return .init(before: before, after: after)
  }

  /// Asking for what is left out less strongly.
  private func madePreferred() -> CoverageRemedy {
    var problem = draft.builder.problem
    for demand in missing {
      problem.demands[demand].importance = .preferred
      problem.demands[demand].readings = 1
    }
    return CoverageRemedy(
      change: .makePreferred(missing.map { draft.demands[$0].name }),
      cost: trial.cost(of: problem, draft.sessions, givenUp: missing))
  }

  /// The least minutes after the screens with which all can be rated, where the policy limits them.
  private func allowedMinutes() -> CoverageRemedy? {
    guard let limit = draft.builder.problem.minuteLimit else { return nil }
    let optional = draft.sessions.filter(\.isOptional).map(\.minutes)
    let sums = optional.reduce(into: Set([0])) { sums, minutes in sums.formUnion(sums.map { $0 + minutes }) }
    var candidates = sums.filter { $0 > limit }.sorted()[...]
    var problem = draft.builder.problem
    var enough: Int?
    while !candidates.isEmpty {
      let middle = candidates.startIndex + candidates.count / 2
      problem.minuteLimit = candidates[middle]
      if problem.canRate(all: rated + missing) {
        enough = candidates[middle]
        candidates = candidates[..<middle]
      } else {
        candidates = candidates[(middle + 1)...]
      }
    }
    guard let enough else { return nil }
    problem.minuteLimit = enough
    return CoverageRemedy(change: .allowMinutes(to: enough), cost: trial.cost(of: problem, draft.sessions))
  }

  /// One stage of a stated process made longer: the one that brings in the most, then by the fewest minutes.
  private func lengthenedStage() -> CoverageRemedy? {
    var best: (gain: (covers: Int, fewness: Int), remedy: CoverageRemedy)?
    for (index, session) in draft.sessions.enumerated().prefix(16) where session.stage != nil {
      for minutes in lengths(of: session) {
        var sessions = draft.sessions
        sessions[index].minutes = minutes
        let covers = covered(in: sessions)
        let gain = (covers.count, session.minutes - minutes)
        guard !covers.isEmpty, best.map({ gain > $0.gain }) ?? true else { continue }
        let change = CoverageRemedy.Change.lengthenStage(
          name: session.name, from: session.minutes, to: minutes, covers: names(covers))
        best = (gain, CoverageRemedy(change: change, cost: cost(in: sessions)))
      }
    }
    return best?.remedy
  }

  /// The lengths at which a session would have room for one rating more, two more and so on, up to what its format
  /// and the policy allow.
  private func lengths(of session: Session) -> [Int] {
    guard let format = session.format, session.minutes > 0 else { return [] }
    let places = session.places(under: draft.policy)
    let most = min(format.ratings, draft.policy.ratingsPerInterview)
    guard places < most else { return [] }
    let fixed = format.opening + format.closing
    return (places + 1...most).map { count in (fixed + count * draft.policy.minutesPerRating + 4) / 5 * 5 }
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
      let covers = covered(in: held(with: format))
      let isBetter =
        best.map { (covers.count, -format.minutes) > ($0.covers.count, -$0.format.minutes) } ?? !covers
        .isEmpty
      if isBetter { best = (format, covers) }
    }
    return best.map { best in
      CoverageRemedy(
        change: .addInterview(
          formatName: best.format.name, minutes: best.format.minutes, covers: names(best.covers)),
        cost: cost(in: held(with: best.format)))
    }
  }

  private func names(_ demands: [Int]) -> [String] { demands.map { draft.demands[$0].name } }

  /// The sessions held, none of which may be left out, and one more.
  private func held(with format: InterviewFormat) -> [Session] {
    var sessions = draft.held.map { draft.sessions[$0] }
    for index in sessions.indices { sessions[index].isOptional = false }
    return sessions + [Session(format)]
  }

  /// What the loop costs when just these sessions are held.
  private func cost(in sessions: [Session]) -> CoverageRemedy.Cost {
    let list = SessionList(sessions, optionalLimit: 0)
    return trial.cost(of: problem(of: list), sessions)
  }

  private func problem(of list: SessionList) -> CoverageProblem {
    ProblemBuilder(
      draft.demands, list, policy: draft.policy, exercises: draft.pool, pools: draft.builder.pools
    ).problem
  }

  /// The missing demands that a loop of just these sessions would rate, without losing a required one.
  private func covered(in sessions: [Session]) -> [Int] {
    let list = SessionList(sessions, optionalLimit: 0)
    var problem = problem(of: list)
    for demand in problem.demands.indices { problem.demands[demand].readings = 0 }
    for demand in rated { problem.demands[demand].readings = 1 }
    for demand in missing {
      problem.demands[demand].readings = 1
      problem.demands[demand].importance = .preferred
    }
    var search = ExerciseSearch(
      problem, nodeLimit: CoverageProblem.checkLimit, steps: CoverageProblem.checkSteps)
    let plan = search.solve().plan
    return plan.objective.once == rated.count ? missing.filter { plan.seats[$0] != 0 } : []
  }
}
