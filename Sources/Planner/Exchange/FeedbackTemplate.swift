public import Rubric
public import YAML

/// The feedback template at Lever that the scorecards of an interview presuppose: the body of
/// `POST /feedback_templates`. Lever gives each field an id, which goes into the mapping.
public struct FeedbackTemplate {
  /// The interview.
  public let number: Int
  /// What is sent.
  public let document: Document
  /// The name of its file, without folder and ending.
  public let fileName: String

  /// The templates of the interviews of a loop that rate anything, in order.
  public static func all(of plan: AssessmentPlan, _ tables: ExchangeTables) -> [FeedbackTemplate] {
    plan.ratingInterviews.map { FeedbackTemplate($0, of: plan, tables.phrases) }
  }

  private init(_ interview: AssessedInterview, of plan: AssessmentPlan, _ phrases: ExchangePhrases) {
    number = interview.number
    fileName = interview.fileName
    let competencies = interview.rates.compactMap { plan.competency($0) }
    // Lever asks for exactly one field of this type; its options are the company's own.
    let overall = Self.field("score-system", phrases.overallField)
    let ratings = competencies.flatMap { competency in
      [
        Self.field("score", competency.name, Self.scale(of: competency, phrases)),
        Self.field("textarea", competency.name, phrases.evidenceHint),
      ]
    }
    let questions = interview.questions.map { Self.field("textarea", $0.ask) }
    let fields = [overall] + ratings + questions + [Self.field("textarea", phrases.summaryField)]
    document = .mapping([
      .init("text", .text(interview.name)), .init("instructions", .text("")), .init("fields", .list(fields)),
    ])
  }

  /// A field. None is required: no rating and no recommendation is ever forced.
  private static func field(_ type: String, _ text: String, _ description: String = "") -> Document {
    .mapping([
      .init("type", .text(type)), .init("text", .text(text)), .init("description", .text(description)),
      .init("required", .boolean(false)),
    ])
  }

  /// The level asked for and what each level means, a line each; of alternatives each with its name.
  private static func scale(of competency: AssessedCompetency, _ phrases: ExchangePhrases) -> String {
    let scales = competency.alternatives.map { alternative in
      let heading = competency.isChoice ? [alternative.name] : []
      let levels = alternative.levels.map { "\($0.level.rawValue) \($0.level.name): \($0.summary)" }
      return (heading + levels).joined(separator: "\n")
    }
    let asked = phrases.asked.filled(["target": String(competency.target.rawValue)])
    return ([asked] + scales).joined(separator: "\n")
  }
}
