internal import Rubric

/// Asks about the products that the posting names for what decides, where that is rated by something else alone: a role
/// whose heaviest demand is Spark is not filled by an exercise on some pipeline. One question each, on the heaviest of the
/// core first, in an interview of questions on the subject, else beside the exercise that rates it.
struct NamedProductQuestions {
  private let demands: [Demand]
  private let title: Set<UInt64>
  private var asked: Set<String>

  /// The most demands that an interview rates.
  private let mostRatings: Int

  /// The questions for a loop with what of its core is rated, in which no interview rates more than so many demands.
  init(_ loop: InterviewLoop, core: [Coverage], most: Int) {
    mostRatings = most
    demands = core.map(\.demand).filter { $0.alternatives.count == 1 }
    title = Set(ScannedWords.hashes(of: loop.role.title))
    asked = loop.questionIDs
  }

  /// Adds the questions to some interviews.
  mutating func add(to interviews: inout [Interview]) {
    var count = 0
    for demand in demands where count < Self.most {
      let readings = interviews.flatMap { interview in
        interview.ratings.filter { $0.demand.id == demand.id }.map { (interview: interview, rating: $0) }
      }
      if readings.contains(where: { isAboutProduct($0.rating, in: $0.interview) }) { continue }
      guard let question = question(on: demand), let place = place(of: question, on: demand, in: interviews)
      else { continue }
      asked.insert(question.question.id)
      interviews[place].add(question, on: demand)
      count += 1
    }
  }

  /// More than these make a loop longer than what they tell is worth.
  private static let most = 2
  /// Nobody listens longer.
  private static let longest = 75

  /// Whether a demand is shown by a question on a product that the posting names for it, or by an exercise on one.
  private func isAboutProduct(_ rating: PlannedRating, in interview: Interview) -> Bool {
    if rating.questions.contains(where: { !$0.question.products.isEmpty }) { return true }
    let words = interview.exercise(showing: rating)?.links.flatMap(\.words) ?? []
    return rating.demand.technologies.contains { words.contains($0) }
  }

  /// The question on the product of which the posting speaks most, of those that fit the demand's level.
  private func question(on demand: Demand) -> PlannedQuestion? {
    let pool = QuestionPool(of: demand, title: title)
    let fit = pool.questions.filter { question in
      !question.products.isEmpty && question.levels.contains(demand.target) && !asked.contains(question.id)
    }
    let best = fit.max { (pool.products[$0.id] ?? 0) < (pool.products[$1.id] ?? 0) }
    return best.map { PlannedQuestion($0, technologies: pool.technologies) }
  }

  /// The interview that takes a question with the least change: it has the minutes, or is no longer than people listen once
  /// it has taken it; of several one that rates the demand, then one of questions alone, then the first.
  private func place(of question: PlannedQuestion, on demand: Demand, in interviews: [Interview]) -> Int? {
    let costs: [(place: Int, cost: Int)] = interviews.indices.compactMap { index in
      let interview = interviews[index]
      guard let format = interview.format, !interview.isAlone, !interview.ratings.isEmpty else { return nil }
      let rating = interview.ratings.first { $0.demand.id == demand.id }
      let isShown = rating.flatMap(interview.exercise(showing:)) != nil
      guard isShown || format.kinds.contains(question.question.kind) else { return nil }
      guard interview.mayRate(demand, most: min(format.ratings, mostRatings)),
        rating != nil || interview.exercise == nil
      else { return nil }
      let lacking = max(0, question.minutes - interview.unusedMinutes)
      if lacking > 0, interview.stage?.minutes != nil || interview.minutes + lacking > Self.longest {
        return nil
      }
      return (index, (lacking > 0 ? 4 : 0) + (rating == nil ? 2 : 0) + (interview.exercise == nil ? 0 : 1))
    }
    return costs.min { ($0.cost, $0.place) < ($1.cost, $1.place) }?.place
  }
}

extension Interview {
  /// Asks a question on a demand, behind what is asked on it already, or as a rating of its own.
  fileprivate mutating func add(_ question: PlannedQuestion, on demand: Demand) {
    guard let known = ratings.firstIndex(where: { $0.demand.id == demand.id }) else {
      ratings.append(PlannedRating(demand: demand, question: question, isFirstReading: false))
      return
    }
    ratings[known].further.append(question)
  }
}
