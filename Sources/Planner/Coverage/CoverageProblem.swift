internal import Rubric

/// Which demands are rated in which sessions: the question that the planner solves, in small numbers.
///
/// Demands and sessions are indices. A demand takes a place in a session when the session's format
/// rates it and a question is at hand.
struct CoverageProblem {
  /// A demand as far as places are concerned.
  struct Demand {
    /// How strongly it is asked for.
    var importance: Importance
    /// How many sessions may rate it.
    var readings: Int
    /// Whether the posting has little to say of it: a second reading counts no more than that of a duty.
    var isLight = false
    /// Whether the posting says so much of it, without requiring it, that its reading counts for more than a second one
    /// of what is required.
    var isHeavy = false
    /// Whether it is a duty or a wish and no trait of people: what nobody rates of it is not known at all.
    var isWork = false
    /// Whether it is required and of the core: one that decides is rated before others of which as many could be.
    var isDecisive = false
  }

  /// A session as far as places are concerned.
  struct Session {
    /// The most demands that it rates.
    var places: Int
    /// The minutes for rated questions.
    var ratedMinutes: Int
    /// The minutes it costs.
    var minutes: Int
    /// Whether it may be left out.
    var isOptional: Bool
    /// Whether the candidate is alone in it.
    var isAlone = false
    /// Whether every loop is expected to hold it.
    var isExpected = false
    /// Whether it is nothing much without an exercise.
    var needsExercise = false
    /// Whether it lacks the exercise that it needs.
    var isBare = false
    /// How close to the posting the exercise is around which it is held.
    var closeness = Closeness.far
  }

  /// A question by which a session may rate a demand.
  struct Option: Equatable {
    /// The question, by its place in `shows`.
    var question: Int
    /// How long it takes.
    var minutes: Int
  }

  /// An exercise as far as places are concerned.
  struct Exercise {
    /// How long it takes.
    var minutes: Int
    /// The demands that a session held around it rates without a further question, in rising order.
    var shows: [Int]
    /// Those of them that it is made for: what a session around it is held for above all.
    var rates: [Int] = []
    /// The first of these, which a session held around it rates in any case: nobody would understand an hour on routing
    /// that rates everything but networking. nil where it is made for none of the demands.
    var main: Int? { chief ?? rates.first }
    /// What it is made for above the others, whatever the order of the role: a program shows who writes it to program.
    var chief: Int?
    /// Those that it is made for and of which the posting names a product that it is about.
    var named: [Int] = []
    /// The demands for which a session around it is held above all.
    var core: [Int] { named + (main.map { named.contains($0) ? [] : [$0] } ?? []) }
    /// The exercises on the same subject, by their places: no loop holds two of them, since the first would
    /// teach what the second asks.
    var excludes: Set<Int> = []
    /// How close it is to the posting.
    var closeness = Closeness.far
    /// What it is worth that these demands are shown.
    var base = 0
    /// The sentences of the posting that speak of what it is about.
    var mentions: [Mention] = []

    /// What it is worth in a loop that has other exercises: a sentence counts once.
    func worth(beside others: [Exercise]) -> Int {
      mentions.reduce(base) { worth, mention in
        others.contains { $0.mentions.contains { $0.sentence == mention.sentence } }
          ? worth : worth + mention.worth
      }
    }
  }

  /// How close an exercise is to what a posting says of the work, beside the one of most worth.
  struct Closeness: Comparable {
    /// None, or nowhere near.
    static let far = Closeness(degree: 0)

    /// What it is worth in tenths of the best, from 3 on; else 0.
    let degree: Int

    init(degree: Int) { self.degree = degree < 3 ? 0 : min(degree, 10) }

    /// The closeness of an exercise, by what it and the best are worth.
    init(_ worth: Int, best: Int) { self.init(degree: 10 * worth / max(1, best)) }

    /// Whether it is one of the nearest.
    var isNearest: Bool { degree >= 9 }

    static func < (a: Closeness, b: Closeness) -> Bool { a.degree < b.degree }
  }

  /// A sentence of a posting that speaks of what an exercise is about.
  struct Mention {
    /// Its number among the sentences.
    var sentence: Int
    /// What its topics count.
    var worth: Int
  }

  /// The demands.
  var demands: [Demand]
  /// The sessions, in the order in which they would be held.
  var sessions: [Session]
  /// The most optional sessions that may be held.
  var optionalLimit: Int
  /// The most minutes that the optional sessions held may take; nil for no limit.
  var minuteLimit: Int?
  /// What a place in a session is worth to a demand, above 0, by `index(demand, session)`.
  var scores: [Int]
  /// For each demand the sessions whose formats are made for rating it, as bits.
  var apt: [UInt64]
  /// For each demand the sessions that are held for it above all, as bits: a system design interview for
  /// system design, and whatever its exercise is made for.
  var core: [UInt64]
  /// The questions for a demand in a session, the shortest first; empty where it cannot be rated.
  var options: [[Option]]
  /// The demands that each question shows besides its own.
  var shows: [[Int]]

  /// The exercises around which some session may be held.
  var exercises: [Exercise] = []
  /// What the posting asks for above all, in the first session of questions on the subject: that it is rated there counts
  /// by itself. nil where there is no such session.
  var gate: Pair?
  /// For each demand the sessions that have to rate it, as bits: those held around an exercise that is made for it.
  /// Empty where there are none.
  var forced: [UInt64] = []
  /// For each session the exercises around which it may be held, by their places in `exercises`, the most
  /// worth first; none where there are none for it.
  var suited: [[Int]] = []

  /// The demands that a session held around an exercise rates by it. Where the candidate is alone, nobody sees what an
  /// exercise shows in passing, unless the session is made for it: what is handed in shows how it was tested.
  func shown(by exercise: Int, in session: Int) -> [Int] {
    let shows = exercises[exercise].shows
    guard sessions[session].isAlone else { return shows }
    return shows.filter { exercises[exercise].rates.contains($0) || apt[$0] >> UInt64(session) & 1 == 1 }
  }

  /// The exercises around which a session may be held.
  func suited(_ session: Int) -> [Int] { suited.isEmpty ? [] : suited[session] }

  /// How close the closest exercise is around which a session may be held.
  func closest(_ session: Int) -> Closeness { suited(session).map { exercises[$0].closeness }.max() ?? .far }

  /// Whether a loop with some exercises may hold another one too: on another subject, and with a reading left of what
  /// it is made for. One is left in any case, where nobody asks for that: the session rates it all the same.
  func mayJoin(_ exercise: Int, _ taken: [Int?]) -> Bool {
    if taken.contains(where: { $0 == exercise || ($0.map(exercises[exercise].excludes.contains) ?? false) }) {
      return false
    }
    guard let main = exercises[exercise].main else { return true }
    let readings = max(1, demands[main].readings - (gate?.demand == main ? 1 : 0))
    return taken.count { $0.map { exercises[$0].main == main } ?? false } < readings
  }

  /// What any plan has to keep to.
  var limits: Limits {
    var limits = Limits(demands: demands.count)
    if !forced.isEmpty { limits.forced = forced }
    return limits
  }

  /// Where a pair stands in `scores` and `options`.
  func index(_ demand: Int, _ session: Int) -> Int { demand * sessions.count + session }

  /// The questions for a demand in a session.
  func options(of pair: Pair) -> [Option] { options[index(pair.demand, pair.session)] }

  /// The sessions that can rate a demand, as bits.
  func possible(_ demand: Int) -> UInt64 {
    bits(numbered: { !options[index(demand, $0)].isEmpty && sessions[$0].places > 0 })
  }

  /// Whether any session can rate a demand, by a question or by an exercise.
  func isRatable(_ demand: Int) -> Bool {
    possible(demand) != 0
      || suited.indices.contains { session in
        sessions[session].places > 0
          && suited[session].contains { shown(by: $0, in: session).contains(demand) }
      }
  }

  /// The sessions that are always held, as bits.
  var fixed: UInt64 { bits { !$0.isOptional } }

  /// The sessions whose numbers a condition holds for, as bits.
  func bits(numbered condition: (Int) -> Bool) -> UInt64 {
    sessions.indices.reduce(0) { condition($1) ? $0 | 1 << UInt64($1) : $0 }
  }

  /// The sessions that a condition holds for, as bits.
  func bits(where condition: (Session) -> Bool) -> UInt64 {
    bits(numbered: { condition(sessions[$0]) })
  }
}

/// A demand in a session.
struct Pair: Hashable {
  /// The demand.
  var demand: Int
  /// The session.
  var session: Int
}

/// The members of a set of small numbers kept in the bits of a word, in rising order.
struct Bits: Sequence, IteratorProtocol {
  private var rest: UInt64

  init(_ bits: UInt64) { rest = bits }

  /// The least of them; nil when there is none.
  var first: Int? { rest == 0 ? nil : rest.trailingZeroBitCount }

  mutating func next() -> Int? {
    guard rest != 0 else { return nil }
    defer { rest &= rest - 1 }
    return rest.trailingZeroBitCount
  }
}
