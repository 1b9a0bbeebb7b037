/// Which ids of a hiring platform stand for what of ours: a file that somebody fills in for one loop.
///
/// An id is nil where the platform has no such field, so that what belongs there goes into the summary as text; it
/// is empty while nobody has filled it in.
public struct ExchangeMapping: Sendable, Equatable {
  /// The platform.
  public var platform: ExchangePlatform
  /// The fingerprint of the loop that it was made for.
  public var fingerprint: String?
  /// The forms of the interviews.
  public var interviews: [InterviewForm]
  /// The candidates' applications.
  public var candidates: [Candidate]
  /// The interviewers.
  public var people: [Person]

  /// A mapping.
  public init(
    platform: ExchangePlatform, fingerprint: String?, interviews: [InterviewForm], candidates: [Candidate],
    people: [Person]
  ) {
    self.platform = platform
    self.fingerprint = fingerprint
    self.interviews = interviews
    self.candidates = candidates
    self.people = people
  }

  /// The form that an interview has at the platform.
  public struct InterviewForm: Sendable, Equatable {
    /// The number of the interview in the loop.
    public var number: Int
    /// What the interview is called at the platform.
    public var name: String?
    /// The id of the form: Greenhouse's interview step, Lever's feedback template, Ashby's form definition.
    public var form: String?
    /// The field of the recommendation.
    public var overall: String?
    /// The field of the summary.
    public var summary: String?
    /// The field in which all competencies are rated, in the order of `competencies`: Lever's scorecard.
    public var skills: String?
    /// Whether fields of text take a plain text in place of rich text.
    public var isPlainText: Bool
    /// The fields of the competencies.
    public var competencies: [CompetencyFields]
    /// The fields of the questions.
    public var questions: [QuestionField]

    /// A form.
    public init(
      number: Int, name: String?, form: String?, overall: String?, summary: String?, skills: String? = nil,
      isPlainText: Bool = false, competencies: [CompetencyFields], questions: [QuestionField]
    ) {
      self.number = number
      self.name = name
      self.form = form
      self.overall = overall
      self.summary = summary
      self.skills = skills
      self.isPlainText = isPlainText
      self.competencies = competencies
      self.questions = questions
    }
  }

  /// The fields of a competency.
  public struct CompetencyFields: Sendable, Equatable {
    /// The id of the competency, as scorecards write it.
    public var id: String
    /// The field of the rating; at Greenhouse the name of the attribute.
    public var rating: String?
    /// The field of the evidence.
    public var note: String?

    /// The fields of a competency.
    public init(id: String, rating: String?, note: String?) {
      self.id = id
      self.rating = rating
      self.note = note
    }
  }

  /// The field of a question.
  public struct QuestionField: Sendable, Equatable {
    /// The id of the question or of the exercise.
    public var id: String
    /// The field of the notes.
    public var notes: String?

    /// The field of a question.
    public init(id: String, notes: String?) {
      self.id = id
      self.notes = notes
    }
  }

  /// A candidate at the platform.
  public struct Candidate: Sendable, Equatable {
    /// The label of the candidate.
    public var label: String
    /// The id of the application; at Lever of the opportunity.
    public var application: String?
    /// The id of the candidate, which Greenhouse has besides.
    public var candidate: String?
    /// The interviews that were scheduled.
    public var interviews: [Event]

    /// A candidate at the platform.
    public init(label: String, application: String?, candidate: String?, interviews: [Event]) {
      self.label = label
      self.application = application
      self.candidate = candidate
      self.interviews = interviews
    }
  }

  /// A scheduled interview of a candidate.
  public struct Event: Sendable, Equatable {
    /// The number of the interview in the loop.
    public var number: Int
    /// The id of the interview; at Ashby of the interview event.
    public var interview: String?
    /// The id of its panel, at Lever.
    public var panel: String?

    /// A scheduled interview.
    public init(number: Int, interview: String?, panel: String?) {
      self.number = number
      self.interview = interview
      self.panel = panel
    }
  }

  /// An interviewer at the platform.
  public struct Person: Sendable, Equatable {
    /// The name or label that scorecards bear.
    public var label: String
    /// The id of the user.
    public var id: String?

    /// An interviewer at the platform.
    public init(label: String, id: String?) {
      self.label = label
      self.id = id
    }
  }
}
