internal import Diagnostics
public import YAML

/// Somebody who may hold interviews. What a file leaves out sets no limit.
public struct Interviewer: Sendable {
  /// What the person is called: a name or a label.
  public var name: Placed<String>
  /// What the person does, in a few words.
  public var role: String?
  /// What the person can rate; nil for everything.
  public var rates: Rates?
  /// The interview formats that the person can run; nil for all.
  public var runs: [Placed<String>]?
  /// The formats that the person is learning: to sit in, and not to count.
  public var shadows: [Placed<String>]
  /// The most interviews of one loop that the person holds or sits in; nil for no limit.
  public var mostInterviews: Int?
  /// The most minutes of them, preparation left aside; nil for no limit.
  public var mostMinutes: Int?
  /// When the person works; nil where that does not matter.
  public var hours: WorkingHours?

  /// The name alone.
  public var label: String { name.value }

  /// What somebody can rate.
  public struct Rates: Sendable {
    /// Families of competencies.
    public var families: [CompetencyFamily]
    /// Single competencies besides.
    public var competencies: [Placed<String>]
    /// The highest level that is asked for and that the person can tell from those below it.
    public var upTo: ProficiencyLevel

    static let shape = Shape<Rates>.mapping("what the interviewer rates") { fields in
      Rates(
        families: fields.optional(
          "families", .list(of: Shape<CompetencyFamily>.oneOf("family")), default: []),
        competencies: fields.optional(
          "competencies", .list(of: Shape<String>.identifier.placed), default: []),
        upTo: fields.optional("up_to", ProficiencyLevel.shape, default: .expert))
    }
  }

  /// Whether the person can run interviews of a format.
  public func canRun(_ format: String) -> Bool {
    guard let runs else { return !isShadowing(format) }
    return runs.contains { $0.value == format }
  }

  /// Whether the person is learning a format.
  public func isShadowing(_ format: String) -> Bool { shadows.contains { $0.value == format } }

  /// The highest level of a competency that the person can rate; nil when the competency is beyond the person.
  public func level(of competency: Competency) -> ProficiencyLevel? {
    guard let rates else { return .expert }
    let isKnown =
      rates.families.contains(competency.family) || rates.competencies.contains { $0.value == competency.id }
    return isKnown ? rates.upTo : nil
  }

  static let shape = Shape<Interviewer>.mapping("the interviewer") { fields in
    let limits = fields.optional("limits", Limits.shape)
    return Interviewer(
      name: fields.required("name", Shape<String>.text.placed),
      role: fields.optional("role", .text),
      rates: fields.optional("rates", Rates.shape),
      runs: fields.optional("runs", .list(of: Shape<String>.identifier.placed)),
      shadows: fields.optional("shadows", .list(of: Shape<String>.identifier.placed), default: []),
      mostInterviews: limits?.interviews, mostMinutes: limits?.minutes,
      hours: fields.optional("hours", WorkingHours.shape))
  }

  private struct Limits: Sendable {
    var interviews: Int?
    var minutes: Int?

    static let shape = Shape<Limits>.mapping("the limits") { fields in
      Limits(
        interviews: fields.optional("interviews", .integer(0...48)),
        minutes: fields.optional("minutes", .integer(0...2_000)))
    }
  }
}
