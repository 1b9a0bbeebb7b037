internal import Rubric

/// Opens interviews with a question on the largest piece of work that the candidate has done in what the role is about, as
/// their formats say: on the heaviest demand of the core for which there is such a question, of those that one interview
/// alone rates before those that two rate already, and on the next where an interview has minutes that nothing else takes.
/// What the plan had no place for goes before all of it: what the level in the title asks for, since nobody is called staff
/// for building alone, then a technical duty of two lines at least: the one that most lines call by its name.
struct LargestWorkQuestions {
  private let demands: [Demand]
  /// What nothing rates: what the level in the title asks for, then the technical duties that come back, the heaviest first.
  private let unrated: [Demand]
  private let isTechnical: Bool
  /// Who begins has done nothing large yet.
  private let isForBeginners: Bool
  private var asked: Set<String>

  /// The most demands that an interview rates.
  private let mostRatings: Int

  /// The questions for a loop with what of its core is rated, in which no interview rates more than so many demands.
  init(_ loop: InterviewLoop, core: [Coverage], most: Int) {
    mostRatings = most
    let others = loop.coverage.filter { entry in
      entry.isRated && !core.contains { $0.demand.id == entry.demand.id }
    }
    let heaviest = core.filter { $0.interviews.count < 2 } + core.filter { $0.interviews.count > 1 }
    let ranked = (heaviest + others.sorted { $0.demand.weight > $1.demand.weight }).map(\.demand)
    // Who leads people is asked for a team and what it delivered, anybody else for technical work.
    demands = ranked
    isTechnical = !loop.role.level.leadsPeople
    let left = loop.coverage.filter { !$0.isRated && $0.demand.importance != .required }.map(\.demand)
    let duties = left.filter { $0.importance == .duty && !$0.isOfLevel && !$0.isOfPeople && $0.emphasis > 1 }
    unrated =
      left.filter(\.isOfLevel)
      + (isTechnical ? Self.byName(duties) : [])
    isForBeginners = loop.role.level == .intern || loop.role.level == .junior
    asked = loop.questionIDs
  }

  /// What the posting calls by its name in most lines goes first, then what weighs most: "scalable" and "design and build"
  /// stand in most postings, and are seldom what the work is about.
  private static func byName(_ duties: [Demand]) -> [Demand] {
    let ranked = duties.map { demand in
      let names = PlainNames(demand)
      let lines = Set(demand.evidence.filter { !$0.isOfStack && names.isNamed(in: $0) }.map(\.line))
      return (demand: demand, lines: lines.count)
    }
    return ranked.sorted { ($0.lines, $0.demand.weight) > ($1.lines, $1.demand.weight) }.map(\.demand)
  }

  /// Adds the questions to some interviews.
  mutating func add(to interviews: inout [Interview]) {
    for index in interviews.indices {
      guard let work = interviews[index].format?.largestWork else { continue }
      // What the plan has put there already is only moved to the front.
      let before = asked
      asked.subtract(interviews[index].ratings.flatMap(\.questions).map(\.question.id))
      let (demand, question) = next(for: interviews[index], work) ?? (nil, nil)
      asked = before
      var count = question.map { interviews[index].putFirst($0.question.id) } ?? false ? 1 : 0
      if let demand, let question, count == 0, interviews[index].unusedMinutes >= work.minutes {
        insert(question, on: demand, at: 0, of: &interviews[index])
        count = 1
      }
      while (1..<Self.most).contains(count), interviews[index].unusedMinutes >= work.minutes,
        let (demand, question) = next(for: interviews[index], work)
      {
        insert(question, on: demand, at: count, of: &interviews[index])
        count += 1
      }
    }
  }

  private mutating func insert(
    _ question: PlannedQuestion, on demand: Demand, at place: Int, of interview: inout Interview
  ) {
    asked.insert(question.question.id)
    interview.insert(question, on: demand, at: place)
  }

  /// More cases of one kind tire both.
  private static let most = 2

  /// The heaviest demand that has a question: of those that ask for the largest piece of work, else, where nothing else is
  /// asked in the interview, of those that ask for a case.
  private func next(for interview: Interview, _ work: LargestWork) -> (Demand, PlannedQuestion)? {
    let own =
      isForBeginners
      ? nil
      : first(
        in: (unrated + (isTechnical ? demands.filter { !$0.isOfPeople } : inOrder(of: work)))
          .filter { interview.mayRate($0, most: mostRatings) }
      ) {
        work.questions.contains($0.id)
      }
    if own != nil || !interview.ratings.isEmpty { return own }
    let kinds = interview.format?.kinds ?? []
    return first(in: demands.filter { !$0.isOfPeople } + demands.filter(\.isOfPeople), near: true) {
      kinds.contains($0.kind) && $0.minutes <= interview.unusedMinutes
    }
  }

  /// For who leads people: what the format asks of them first, in its order, then the rest.
  private func inOrder(of work: LargestWork) -> [Demand] {
    let people = demands.filter(\.isOfPeople)
    let asked = work.questions.compactMap { id in
      people.first { $0.competencies.contains { $0.questions.contains { $0.id == id } } }
    }
    return asked + demands
  }

  /// The first of a demand's questions that fits its level, of the first demand that has one; with `near`, of those whose
  /// levels come nearest.
  private func first(
    in demands: [Demand], near: Bool = false, where isFit: (Question) -> Bool
  ) -> (Demand, PlannedQuestion)? {
    for demand in demands {
      let pool = QuestionPool(of: demand)
      guard pool.owner == nil else { continue }
      let fit = pool.questions.filter { isFit($0) && $0.thread == nil && !asked.contains($0.id) }
      let nearest = QuestionFit.nearest(Array(fit.indices), to: demand.target, levels: { fit[$0].levels })
      guard let question = nearest.first.map({ fit[$0] }), near || question.levels.contains(demand.target)
      else {
        continue
      }
      return (demand, PlannedQuestion(question, technologies: pool.technologies))
    }
    return nil
  }
}

extension Interview {
  /// Puts what it shows by a question first; false where it does not ask that.
  fileprivate mutating func putFirst(_ id: String) -> Bool {
    let place = ratings.firstIndex { $0.instead.isEmpty && $0.questions.contains { $0.question.id == id } }
    guard let place else { return false }
    var rating = ratings.remove(at: place)
    let questions =
      rating.questions.filter { $0.question.id == id } + rating.questions.filter { $0.question.id != id }
    (rating.question, rating.further) = (questions.first, Array(questions.dropFirst()))
    ratings.insert(rating, at: 0)
    return true
  }

  /// The minutes that no question takes.
  var unusedMinutes: Int {
    guard let format else { return 0 }
    let asked = ratings.flatMap(\.questions).map(\.minutes) + uncovered.map(\.minutes)
    return format.ratedMinutes(of: minutes) - asked.reduce(exercise?.minutes ?? 0, +)
  }

  /// Puts a question in front of others: of the rating that is there on the same demand, else as a rating of its own.
  fileprivate mutating func insert(_ question: PlannedQuestion, on demand: Demand, at place: Int) {
    guard let known = ratings.firstIndex(where: { $0.demand.id == demand.id }) else {
      ratings.insert(PlannedRating(demand: demand, question: question, isFirstReading: false), at: place)
      return
    }
    var rating = ratings.remove(at: known)
    rating.further = rating.questions
    (rating.question, rating.shownBy) = (question, nil)
    ratings.insert(rating, at: min(place, ratings.count))
  }
}
