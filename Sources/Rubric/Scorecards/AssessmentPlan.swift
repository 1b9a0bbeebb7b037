/// What the scorecards of a loop rate, and by what: the file `assessment.yaml` in the loop's folder and in the
/// folder of each candidate.
///
/// It holds all that checking, debriefing and comparing scorecards needs, the anchors included, so that a debrief
/// can be made again years later, whatever has become of the rubrics since.
public struct AssessmentPlan: Sendable, Equatable {
  /// The fingerprint of the loop.
  public var fingerprint: String
  /// The version of the rubric library that the loop was planned with; nil where it has none.
  public var library: String?
  /// The title of the role.
  public var title: String
  /// The company; nil where the posting names none.
  public var company: String?
  /// The level of the role.
  public var level: RoleLevel
  /// What the role asks for, in its order; what no interview rates has no alternatives here.
  public var competencies: [AssessedCompetency]
  /// The interviews that the team holds, in order.
  public var interviews: [AssessedInterview]
  /// What the posting asks for and no competency covers, in its words.
  public var unmapped: [String]

  /// A plan of what scorecards rate.
  public init(
    fingerprint: String, library: String?, title: String, company: String?, level: RoleLevel,
    competencies: [AssessedCompetency], interviews: [AssessedInterview], unmapped: [String]
  ) {
    self.fingerprint = fingerprint
    self.library = library
    self.title = title
    self.company = company
    self.level = level
    self.competencies = competencies
    self.interviews = interviews
    self.unmapped = unmapped
  }

  /// What scorecards call the competency of an id.
  public func competency(_ id: String) -> AssessedCompetency? { competencies.first { $0.id == id } }

  /// The interview of a number.
  public func interview(_ number: Int) -> AssessedInterview? { interviews.first { $0.number == number } }

  /// The interviews that rate anything: each needs a scorecard.
  public var ratingInterviews: [AssessedInterview] { interviews.filter { !$0.rates.isEmpty } }

  /// The competencies that some interview rates.
  public var rated: [AssessedCompetency] {
    let ids = Set(interviews.flatMap(\.rates))
    return competencies.filter { ids.contains($0.id) }
  }

  /// The competencies that the role asks for and no interview rates.
  public var unrated: [AssessedCompetency] {
    let ids = Set(interviews.flatMap(\.rates))
    return competencies.filter { !ids.contains($0.id) }
  }
}

/// A competency that the role asks for, or alternatives of which the candidate chooses one.
public struct AssessedCompetency: Sendable, Equatable {
  /// Its id; of alternatives all, joined by `|`, as `go|python`.
  public var id: String
  /// Its name; of alternatives all, joined by "or".
  public var name: String
  /// How strongly it is asked for.
  public var importance: Importance
  /// The level asked for; the highest of alternatives.
  public var target: ProficiencyLevel
  /// Its share of the whole, from 0 to 1; the shares of a role's competencies add up to 1, but for rounding.
  public var weight: Double
  /// The competencies of the library behind it, each with its levels; empty where no interview rates it.
  public var alternatives: [AssessedAlternative]

  /// A competency that the role asks for.
  public init(
    id: String, name: String, importance: Importance, target: ProficiencyLevel, weight: Double,
    alternatives: [AssessedAlternative]
  ) {
    self.id = id
    self.name = name
    self.importance = importance
    self.target = target
    self.weight = weight
    self.alternatives = alternatives
  }

  /// Whether the candidate chooses one of several.
  public var isChoice: Bool { alternatives.count > 1 }
}

/// A competency of the library as a scorecard shows it.
public struct AssessedAlternative: Sendable, Equatable {
  /// Its id.
  public var id: String
  /// Its name.
  public var name: String
  /// The level that the role asks for.
  public var target: ProficiencyLevel
  /// The five levels, each with its anchors.
  public var levels: [LevelDescription]

  /// A competency of the library.
  public init(id: String, name: String, target: ProficiencyLevel, levels: [LevelDescription]) {
    self.id = id
    self.name = name
    self.target = target
    self.levels = levels
  }
}

/// An interview as its scorecard shows it.
public struct AssessedInterview: Sendable, Equatable {
  /// Its number in the loop, from 1.
  public var number: Int
  /// What it is called.
  public var name: String
  /// The id of its format; nil for a stage that no format fits.
  public var format: String?
  /// The minutes it takes; 0 where nothing is known of it.
  public var minutes: Int
  /// The ids of what it rates, in the order of the scorecard.
  public var rates: [String]
  /// The questions and the exercise, in the order of asking.
  public var questions: [AssessedQuestion]
  /// What shows what it rates, in the order of the scorecard, where its kit says so.
  public var signs: [AssessedSigns]

  /// An interview.
  public init(
    number: Int, name: String, format: String?, minutes: Int, rates: [String],
    questions: [AssessedQuestion], signs: [AssessedSigns] = []
  ) {
    self.number = number
    self.name = name
    self.format = format
    self.minutes = minutes
    self.rates = rates
    self.questions = questions
    self.signs = signs
  }
}

/// A question of an interview, or the exercise that it is held around.
public struct AssessedQuestion: Sendable, Equatable {
  /// The id of the question or of the exercise.
  public var id: String
  /// The words that are read aloud; the title of an exercise.
  public var ask: String
  /// What the exercise's form is drawn by; nil for questions and for the first form.
  public var form: String?

  /// A question, or an exercise.
  public init(id: String, ask: String, form: String? = nil) {
    self.id = id
    self.ask = ask
    self.form = form
  }
}
