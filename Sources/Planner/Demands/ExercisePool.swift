internal import Rubric

/// The exercises among which a loop chooses, with how near each comes to the posting.
struct ExercisePool {
  /// The exercises, in the order of their ids.
  let outlines: [ExerciseOutline]
  /// How near each comes to what the posting says of the work.
  let nearness: TopicNearness

  /// How heavy the demands of the role are.
  let heaviness: Heaviness

  private let demands: [Demand]
  /// The competencies of each demand.
  private let asked: [PostingSentences.Asked]
  /// The demands that decide.
  let decisive: Set<Int>
  private let fits: [ExerciseFit]
  /// What each is as far as places are concerned, before sessions are known.
  let exercises: [CoverageProblem.Exercise]

  /// The exercises for a role, of which so many demands decide.
  init(_ outlines: [ExerciseOutline], for role: RoleDefinition, _ demands: [Demand], core: Int = 0) {
    self.outlines = outlines
    self.demands = demands
    let heaviness = Heaviness(role)
    decisive = Set(heaviness.heaviest(core, of: demands))
    let names = DemandNames(demands)
    let weights = demands.map { DemandWeight($0, heaviness) }
    self.heaviness = heaviness
    let fits = outlines.map { ExerciseFit($0, demands, names) }
    let asked = Self.asked(by: demands, of: role)
    let nearness = TopicNearness(
      PostingSentences(of: role), exercises: outlines, showing: fits.map { Self.union(of: $0.rates, asked) })
    self.nearness = nearness
    self.fits = fits
    self.asked = asked
    let titled = demands.map { $0.technologies.filter(heaviness.isInTitle) }
    exercises = zip(outlines.indices, nearness.spoken()).map { number, mentions in
      let (outline, fit) = (outlines[number], fits[number])
      let rates = Self.single(fit, demands)
      let isForeign =
        nearness.isForeign(number) || Self.isBesideTitle(outline, fit, demands, titled)
      return CoverageProblem.Exercise(
        minutes: outline.minutes, shows: rates, rates: rates, chief: Self.chief(outline, fit, rates, demands),
        named: Self.named(outline, rates, demands),
        base: fit.worth(weights, isForeign: isForeign), mentions: mentions)
    }
  }

  /// Whether an exercise is about products of which the posting names some, and its title another: one on MySQL for a
  /// "Database Engineer (PostgreSQL)". `titled` has the products of each demand that the title names.
  private static func isBesideTitle(
    _ outline: ExerciseOutline, _ fit: ExerciseFit, _ demands: [Demand], _ titled: [[String]]
  ) -> Bool {
    fit.rates.contains { number in
      !titled[number].isEmpty && !outline.products.contains(where: titled[number].contains)
        && outline.products.contains(where: demands[number].technologies.contains)
    }
  }

  private static func asked(by demands: [Demand], of role: RoleDefinition) -> [PostingSentences.Asked] {
    var places: [String: Int] = [:]
    for (place, competency) in role.competencies.enumerated() { places[competency.id] = place }
    return demands.map { demand in
      (demand.alternatives + demand.along).reduce(into: []) { asked, competency in
        if let place = places[competency.id] { asked.formUnion(PostingSentences.Asked(place: place)) }
      }
    }
  }

  private static func union(
    of demands: [Int], _ asked: [PostingSentences.Asked]
  ) -> PostingSentences.Asked {
    demands.reduce(into: []) { $0.formUnion(asked[$1]) }
  }

  /// The posting's sentences that an exercise practises where an interview rates some demands by it: those that ask for
  /// what it is made for among them, and speak of what it is made of.
  func links(of exercise: Int, rating demands: [Int]) -> [Nearness] {
    let made = Set(fits[exercise].rates)
    return nearness.links(of: exercise, rating: Self.union(of: demands.filter(made.contains), asked))
  }

  /// Puts into a problem the exercises around which its sessions may be held.
  ///
  /// Of those that suit a session's format and minutes, and rate a demand that the format is for, the nearest:
  /// those worth at least three fifths of the one of most worth, and at most six. All are considered where a
  /// required demand would go unrated for it.
  func add(to problem: inout CoverageProblem, _ sessions: [Session], reach: Reach, _ showing: Showing) {
    problem.exercises = exercises
    let held = heldFor(sessions)
    for (number, fit) in fits.enumerated() {
      problem.exercises[number].shows += inPassing(fit, showing, held[outlines[number].kind] ?? [])
      problem.exercises[number].shows.sort()
    }
    var best = 1
    problem.suited = sessions.map { session in
      guard let format = session.format, !format.exercises.isEmpty else { return [] }
      let suited = outlines.indices.filter { number in
        format.exercises.contains(outlines[number].kind) && outlines[number].minutes <= session.ratedMinutes
          && fits[number].rates.contains { QuestionFit.fit(of: session, demands[$0]) > 0 }
      }
      let worth = suited.map { exercises[$0].worth(beside: []) }
      let sorted = zip(suited, worth).sorted { ($0.1, $1.0) > ($1.1, $0.0) }
      let most = sorted.first?.1 ?? 0
      best = max(best, most)
      if reach == .far { return sorted.map(\.0) }
      return sorted.prefix(6).prefix { $0.1 * 5 >= 3 * most }.map(\.0)
    }
    exclude(in: &problem)
    for number in Set(problem.suited.joined()) where !exercises[number].mentions.isEmpty {
      problem.exercises[number].closeness = .init(exercises[number].worth(beside: []), best: best)
    }
    for (index, session) in sessions.enumerated() {
      let shown = Set(problem.suited[index].flatMap { problem.shown(by: $0, in: index) })
      for demand in shown where problem.scores[problem.index(demand, index)] == 0 {
        let fit = QuestionFit.fit(of: session, demands[demand])
        problem.scores[problem.index(demand, index)] = 3 * fit + demands[demand].emphasis + 1
      }
    }
  }

  /// What a session around an exercise rates in any case, where that is not the first of the role: programming where a
  /// program is written, and of cases of people what their file puts first.
  private static func chief(
    _ outline: ExerciseOutline, _ fit: ExerciseFit, _ rates: [Int], _ demands: [Demand]
  ) -> Int? {
    if outline.kind == .coding {
      return rates.first { demands[$0].competencies.contains { $0.family == .languages } }
    }
    let first = fit.ratings.lazy.compactMap { $0.first(where: rates.contains) }.first
    return first.flatMap { demands[$0].isOfPeople ? $0 : nil }
  }

  /// Those of some demands of which the posting names a product that an exercise is about.
  private static func named(_ outline: ExerciseOutline, _ rates: [Int], _ demands: [Demand]) -> [Int] {
    let products = outline.products
    guard !products.isEmpty else { return [] }
    return rates.filter { demand in
      (demands[demand].alternatives + demands[demand].along).contains {
        $0.technologies.contains(where: products.contains)
      }
    }
  }

  /// Marks those of the exercises at hand that are on the same subject: they share three fifths of the topics of one.
  private func exclude(in problem: inout CoverageProblem) {
    let numbers = Set(problem.suited.joined()).sorted()
    let shared = SharedTopics(numbers.map { outlines[$0].about })
    for (index, number) in numbers.enumerated() {
      for (before, other) in numbers.prefix(index).enumerated()
      where shared.areOneSubject(index, before) && outlines[other].kind != outlines[number].kind {
        problem.exercises[number].excludes.insert(other)
        problem.exercises[other].excludes.insert(number)
      }
    }
  }

  /// The demands that a session held around an exercise rates by it beside what it is made for: how somebody works with
  /// others, which one sees wherever people work, and what a session with exercises of its kind is held for above all, as
  /// an incident drill is for on-call; where places are short, whatever else is required that it shows, but nothing that
  /// decides, unless an interview would lack its exercise for that.
  private func inPassing(_ fit: ExerciseFit, _ showing: Showing, _ held: Set<Int>) -> [Int] {
    fit.also.filter { number in
      if held.contains(number) { return true }
      guard showing == .all || !decisive.contains(number) else { return false }
      return demands[number].isOfPeople || showing > .own && demands[number].importance == .required
    }
  }

  /// The demands for which sessions with exercises of each kind are held above all.
  private func heldFor(_ sessions: [Session]) -> [ExerciseKind: Set<Int>] {
    sessions.reduce(into: [:]) { held, session in
      let made = demands.indices.filter { session.isMade(for: demands[$0]) }
      guard !made.isEmpty else { return }
      for kind in session.format?.exercises ?? [] { held[kind, default: []].formUnion(made) }
    }
  }

  /// Seats without those of demands that exercises show in passing and that other sessions rate too: what has no words of
  /// its own gives no second reading.
  func withoutPassing(_ seats: [UInt64], _ chosen: [Int?], _ sessions: [Session]) -> [UInt64] {
    var seats = seats
    for (session, exercise) in chosen.enumerated() {
      guard let exercise else { continue }
      let bit: UInt64 = 1 << UInt64(session)
      for demand in fits[exercise].also
      where !demands[demand].isOfPeople && seats[demand] & bit != 0 && seats[demand] != bit
        && !sessions[session].isMade(for: demands[demand])
      {
        seats[demand] &= ~bit
      }
    }
    return seats
  }

  /// What an exercise is made for, each rating of its once: of several languages the weightiest, since one program
  /// shows one.
  private static func single(_ fit: ExerciseFit, _ demands: [Demand]) -> [Int] {
    guard fit.ratings.contains(where: { $0.count > 1 }) else { return fit.rates }
    let chosen = fit.ratings.compactMap { numbers in
      numbers.min {
        (demands[$0].importance, -demands[$0].weight, $0) < (demands[$1].importance, -demands[$1].weight, $1)
      }
    }
    return Set(chosen).sorted()
  }

  /// How far from the posting the exercises may lie that are considered.
  enum Reach { case near, far }
}

/// What exercises and questions may be taken to show besides what they are made for.
enum Showing: Comparable {
  /// Nothing but how somebody works with others.
  case own
  /// What is required, by exercises unless it decides, and by the answers to questions on something else.
  case passing
  /// The same, and by exercises what decides too: rather than an interview without the exercise that it needs.
  case all
}

/// Which demands an exercise shows.
struct ExerciseFit {
  /// Those that it rates, with a description of each standing, in rising order.
  let rates: [Int]
  /// Those on which it gives a second reading, likewise.
  let also: [Int]

  /// For each of its ratings the demands that it rates; more than one where it goes by what several extend.
  let ratings: [[Int]]

  /// How far the middle of its levels lies from a target that it rates, in halves of a level.
  private let distance: Int

  /// An exercise rates a demand when its levels hold the target and it rates every alternative, or what
  /// each extends: whichever the candidate chooses, the exercise is the same. What it shows besides has to
  /// lie within the levels of what it rates.
  init(_ exercise: ExerciseOutline, _ demands: [Demand], _ names: DemandNames) {
    let lowest = exercise.rates.map(\.levels.lowerBound).min() ?? .awareness
    let highest = exercise.rates.map(\.levels.upperBound).max() ?? .awareness
    ratings = exercise.rates.map { rating in
      names.demands(rating.id).filter { Self.holds(rating.levels, demands[$0].target) }
    }
    let rates = ratings.flatMap { $0 }
    let also = exercise.also.flatMap { id in
      names.demands(id).filter { Self.holds(lowest...highest, demands[$0].target) && !rates.contains($0) }
    }
    self.rates = Self.inOrder(rates)
    let own = exercise.rates.flatMap { rating in
      names.demands(rating.id).map { rating.levels.offset(from: demands[$0].target) }
    }
    let usual = (lowest...highest).offset(from: names.usualTarget)
    distance = own.min().map { max($0, usual - 2) } ?? 0
    self.also = Self.inOrder(also)
  }

  private static func inOrder(_ demands: [Int]) -> [Int] {
    demands.count > 1 ? Set(demands).sorted() : demands
  }

  /// Whether levels hold a target. Few exercises reach the expert's level, and what an advanced answer leaves
  /// open in one shows the expert: up to the advanced level, they serve both.
  private static func holds(_ levels: ClosedRange<ProficiencyLevel>, _ target: ProficiencyLevel) -> Bool {
    levels.contains(min(target, .advanced)) || levels.contains(target)
  }

  /// What an exercise is worth less that is about products of which the posting names none: as much as a required demand
  /// that it rates.
  private static let foreign = 6

  /// What it is worth that these demands are shown, in the measure of nearness: the more the posting speaks
  /// of them, the more; less where the exercise is for a level above or below, or about products of which the posting
  /// names none.
  func worth(_ demands: [DemandWeight], isForeign: Bool) -> Int {
    let shown =
      rates.reduce(0) { $0 + 2 * demands[$1].importance + demands[$1].emphasis }
      + also.reduce(0) { $0 + demands[$1].importance + demands[$1].emphasis / 3 }
    return max(1, shown - 2 * distance - (isForeign ? Self.foreign : 0))
  }
}

/// What a demand counts where it is shown, worked out once for all exercises.
struct DemandWeight {
  /// 3 where it is required or heavy, 2 where it is preferred, else 1; for a trait 1.
  let importance: Int
  /// How much the posting speaks of it, the title counted as some lines.
  let emphasis: Int

  init(_ demand: Demand, _ heaviness: Heaviness) {
    emphasis = demand.emphasis + (heaviness.isInTitle(demand) ? Heaviness.inTitle : 0)
    importance =
      if heaviness.isTrait(demand) {
        1
      } else if heaviness.isHeavy(demand) {
        3
      } else {
        switch demand.importance {
        case .required: 3
        case .preferred: 2
        case .duty: 1
        }
      }
  }
}

/// The demands that an exercise shows when it shows a competency.
struct DemandNames {
  /// The target that most of the demands have, the highest of several: the level of the role.
  let usualTarget: ProficiencyLevel

  private var numbers: [String: [Int]] = [:]

  /// A demand goes by the ids by which whatever the candidate chooses of it goes.
  init(_ demands: [Demand]) {
    usualTarget = .usual(among: demands.map(\.target))
    for (index, demand) in demands.enumerated() {
      let ids = Set(demand.competencies.flatMap { [$0.id, $0.extends].compactMap(\.self) })
      for id in ids where demand.goes(by: id) { numbers[id, default: []].append(index) }
    }
  }

  /// The demands that go by an id.
  func demands(_ id: String) -> [Int] { numbers[id] ?? [] }
}
