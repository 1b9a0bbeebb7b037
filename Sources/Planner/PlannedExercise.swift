public import Rubric

/// The exercise that an interview is held around: one task in depth, which shows several of the
/// competencies that the interview rates.
public struct PlannedExercise: Sendable {
  /// The id of the exercise in the library.
  public var id: String
  /// What the candidate does in it.
  public var kind: ExerciseKind
  /// Its name for people.
  public var title: String
  /// The minutes it takes.
  public var minutes: Int
  /// What the form is drawn by; nil for the first form.
  public var seed: String?
  /// The ids of the competencies of which it describes each standing.
  public var rates: [String]
  /// The posting's sentences that it practises, the nearest first: each asks for what is rated by it, and speaks of what
  /// it is made of. Empty where there is none: what is rated is asked for, and nothing more is said of the words.
  public var links: [Nearness]
  /// The ids of the competencies of which it shows something besides.
  public var also: [String] = []
  /// What it is made of, in the words of postings: no names that it only suits.
  public var about: [String] = []
  /// The names among these on which its texts come back, such as of products.
  public var products: [String] = []

  /// Why it was chosen among those that fit: the nearest of these.
  public var nearness: Nearness? { links.first }
}

extension PlannedExercise {
  /// An exercise of the library, in the form that a seed draws.
  init(_ outline: ExerciseOutline, seed: String? = nil, links: [Nearness] = []) {
    self.init(
      id: outline.id, kind: outline.kind, title: outline.title, minutes: outline.minutes, seed: seed,
      rates: outline.rates.map(\.id), links: links, also: outline.also,
      about: outline.about.filter { !outline.unseen.contains($0) }, products: outline.products)
  }
}

extension PlannedQuestion {
  /// A question of the library, its slots filled with the products that a role names.
  init(_ question: Question, technologies: [String], nearness: Nearness? = nil) {
    let filled = SlotFiller(technologies: technologies).fill(question)
    self.init(question: filled, ask: filled.ask, minutes: filled.minutes, nearness: nearness)
  }
}

/// Why a question or an exercise was chosen among those that fit: the words of the posting to which it
/// comes nearest (docs/planning.md, Nearness).
public struct Nearness: Sendable {
  /// The posting's sentence; its title, in line 0, where no sentence comes nearer.
  public var evidence: Evidence
  /// What the sentence and the question or exercise have in common, as the posting writes it, most telling
  /// first.
  public var words: [String]
}

extension InterviewLoop {
  /// The number of the first interview whose exercise practises what a sentence of the posting says.
  func practising(_ evidence: Evidence) -> Int? {
    let place = SentencePlace(evidence)
    return interviews.first { interview in
      interview.exercise?.links.contains { SentencePlace($0.evidence) == place } ?? false
    }?.number
  }
}

extension Interview {
  /// All its questions, with those that are asked instead where another alternative is chosen.
  var questions: [PlannedQuestion] { ratings.flatMap { $0.questions + $0.instead } }

  /// The exercise that it is held around, where that shows a rating.
  func exercise(showing rating: PlannedRating) -> PlannedExercise? {
    exercise.flatMap { rating.shownBy == $0.id ? $0 : nil }
  }
}
