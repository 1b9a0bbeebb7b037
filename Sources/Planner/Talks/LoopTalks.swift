internal import Rubric

extension InterviewLoop {
  /// The loop with what its formats ask beside the plan: the largest piece of work, the products of the core, and what no
  /// competency covers. An interview of which the posting says nothing is as long as it has something to ask.
  /// None rates more than so many demands for it.
  func withTalks(most: Int) -> InterviewLoop {
    var loop = self
    let core = core.filter(\.isRated)
    var largest = LargestWorkQuestions(self, core: core, most: most)
    largest.add(to: &loop.interviews)
    var products = NamedProductQuestions(loop, core: core, most: most)
    products.add(to: &loop.interviews)
    loop.countReadings()
    UncoveredQuestions(loop).add(to: &loop.interviews)
    for index in loop.interviews.indices { loop.interviews[index].takeItsMinutes() }
    return loop
  }

  /// The ids of all questions that it asks, of whichever alternative.
  var questionIDs: Set<String> {
    Set(interviews.flatMap(\.questions).map(\.question.id))
  }

  /// Brings into line with the interviews which reading is the first, what is covered where, and how many are twice.
  private mutating func countReadings() {
    var seen: Set<String> = []
    var numbers: [String: [Int]] = [:]
    for index in interviews.indices {
      for rating in interviews[index].ratings.indices {
        let id = interviews[index].ratings[rating].demand.id
        interviews[index].ratings[rating].isFirstReading = seen.insert(id).inserted
        numbers[id, default: []].append(interviews[index].number)
      }
    }
    for index in coverage.indices {
      let demand = coverage[index].demand
      if let rated = numbers[demand.id] {
        coverage[index] = Coverage(demand: demand, interviews: rated)
      } else {
        coverage[index].interviews = []
      }
    }
    let planned = optimality.requiredTwice
    optimality.count(coverage)
    let more = optimality.requiredTwice - planned
    optimality.bound.twice = min(optimality.required.all, optimality.bound.twice + more)
  }
}

extension Interview {
  /// Whether it rates a demand already, or fewer than the most that it may.
  func mayRate(_ demand: Demand, most: Int) -> Bool {
    ratings.count < most || ratings.contains { $0.demand.id == demand.id }
  }

  /// Lengthens it for its questions, or shortens it where ten minutes or more have none. A stage of the posting is never
  /// shorter than its format, and as long as the posting says where it does.
  fileprivate mutating func takeItsMinutes() {
    guard let format, !isAlone, stage?.minutes == nil, format.ratings > 0 else { return }
    let unused = unusedMinutes
    guard unused < 0 || unused >= Self.idle && stage == nil else { return }
    minutes = (minutes - unused + 4) / 5 * 5
  }

  /// So many minutes are no part of the candidate's questions.
  private static let idle = 5
}
