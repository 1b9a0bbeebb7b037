public import YAML

/// One interviewer's ratings and evidence of one interview of one candidate.
///
/// Texts are as they were written, to the last character. Places are those of the file; a scorecard that was made
/// otherwise has them all at its beginning.
public struct Scorecard: Sendable {
  /// The fingerprint of the loop that it was made for.
  public var fingerprint: Placed<String>
  /// The interview.
  public var interview: ScorecardInterview
  /// The label of the candidate, such as `C-17`; empty while nobody has written it.
  public var candidate: Placed<String>
  /// Who rates: a name or a label; empty while nobody has written it.
  public var interviewer: Placed<String>
  /// The day of the interview, such as `2027-03-09`; empty while nobody has written it.
  public var date: Placed<String>
  /// What is rated, in the order of the interview.
  public var competencies: [RatedCompetency]
  /// What is noted to each question and exercise, in the order of the interview.
  public var questions: [QuestionEvidence]
  /// The recommendation; nil while there is none.
  public var overall: Placed<OverallRecommendation>?
  /// Why, in a few sentences.
  public var summary: Placed<String>

  /// A scorecard; blank but for what is given.
  public init(
    fingerprint: Placed<String>, interview: ScorecardInterview, candidate: Placed<String>,
    interviewer: Placed<String>, date: Placed<String>, competencies: [RatedCompetency],
    questions: [QuestionEvidence], overall: Placed<OverallRecommendation>? = nil, summary: Placed<String>
  ) {
    self.fingerprint = fingerprint
    self.interview = interview
    self.candidate = candidate
    self.interviewer = interviewer
    self.date = date
    self.competencies = competencies
    self.questions = questions
    self.overall = overall
    self.summary = summary
  }
}

/// The interview that a scorecard is of.
public struct ScorecardInterview: Sendable {
  /// Its number in the loop, from 1.
  public var number: Placed<Int>
  /// What it is called.
  public var name: String
  /// The id of its format; nil for a stage that no format fits.
  public var format: String?

  /// An interview by its number and name.
  public init(number: Placed<Int>, name: String, format: String?) {
    self.number = number
    self.name = name
    self.format = format
  }
}

/// A competency of a scorecard, with what was seen of it.
public struct RatedCompetency: Sendable {
  /// Its id; of alternatives all, joined by `|`, as `go|python`.
  public var id: Placed<String>
  /// The alternative that the candidate chose; nil where there are none, and while none is written.
  public var chosen: Placed<String>?
  /// The level that the role asks for.
  public var target: ProficiencyLevel
  /// What was seen; nil while nothing is rated.
  public var rating: Placed<Rating>?
  /// What was said and done that shows it, in the interviewer's words.
  public var evidence: Placed<String>

  /// A competency of a scorecard.
  public init(
    id: Placed<String>, chosen: Placed<String>? = nil, target: ProficiencyLevel,
    rating: Placed<Rating>? = nil, evidence: Placed<String>
  ) {
    self.id = id
    self.chosen = chosen
    self.target = target
    self.rating = rating
    self.evidence = evidence
  }
}

/// What an interviewer noted to a question, or to the exercise.
public struct QuestionEvidence: Sendable {
  /// The id of the question or of the exercise.
  public var id: Placed<String>
  /// What was said and done.
  public var notes: Placed<String>

  /// Notes to a question.
  public init(id: Placed<String>, notes: Placed<String>) {
    self.id = id
    self.notes = notes
  }
}

extension Scorecard {
  /// How far a scorecard is filled in.
  public enum Progress: Sendable, Equatable {
    /// Nobody has rated, noted or recommended anything.
    case blank
    /// Some of it is missing: ratings that are `null`, or the recommendation.
    case begun
    /// Every competency is rated or said to be not observed, and there is a recommendation.
    case complete
  }

  /// How far it is filled in. Who rates whom and when does not count: a blank scorecard may be made out to somebody.
  public var progress: Progress {
    let isEmpty =
      competencies.allSatisfy { $0.rating == nil && $0.chosen == nil && $0.evidence.value.isEmpty }
      && questions.allSatisfy(\.notes.value.isEmpty) && overall == nil && summary.value.isEmpty
    if isEmpty { return .blank }
    return overall != nil && competencies.allSatisfy { $0.rating != nil } ? .complete : .begun
  }
}
