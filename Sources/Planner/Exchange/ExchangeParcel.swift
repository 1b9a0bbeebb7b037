internal import Rubric

/// A scorecard made ready for a platform: each value and text by the field that it goes into.
struct ExchangeParcel {
  /// A competency.
  struct Skill {
    var id: String
    /// What it is called at the platform, where that goes by names.
    var field: ExchangeField
    /// The field of its note.
    var noteField: ExchangeField
    /// What stands for the rating; nil where nothing does.
    var value: String?
    /// The note that goes with the rating or into its own field; empty where there is none.
    var note: String
  }

  /// The notes to a question.
  struct Answer {
    var id: String
    var ask: String
    var field: ExchangeField
    var text: String
  }

  var card: ExchangeCard
  var interviewName: String
  var skills: [Skill]
  var answers: [Answer]
  /// What stands for the recommendation; nil where nothing does.
  var overall: String?
  /// The summary, with what goes nowhere else.
  var summary: String
  var fields: ExchangeFields
}

/// What became of a part of a scorecard on its way to a platform.
public struct ExchangeLoss: Sendable, Equatable {
  /// A part of a scorecard.
  public enum Part: Sendable, Hashable {
    /// The rating of a competency.
    case rating(String)
    /// The evidence of a competency.
    case evidence(String)
    /// The notes to a question.
    case notes(String)
    /// The recommendation.
    case overall
    /// The summary.
    case summary
  }

  /// What became of it.
  public enum Fate: Sendable, Equatable {
    /// It stands in a note as text, and is read back from there.
    case inNote
    /// It stands in the summary as text, and is read back as part of that.
    case inSummary
    /// It stands nowhere.
    case nowhere
  }

  /// The part.
  public var part: Part
  /// What became of it.
  public var fate: Fate
}
