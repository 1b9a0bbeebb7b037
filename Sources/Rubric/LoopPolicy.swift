internal import YAML

/// The rules within which a loop is planned. Each has its reason in `Rubrics/policy.yaml`.
public struct LoopPolicy: Sendable {
  /// The formats held before the others, in order.
  public var screens: [String]
  /// The formats that may follow, each at most once.
  public var formats: [String]
  /// Those of the formats that every loop holds, unless a required competency would go unrated for it.
  public var expected: [String]
  /// The most interviews after the screens.
  public var interviews: Int
  /// The most competencies rated in one interview.
  public var ratingsPerInterview: Int
  /// The least minutes for each competency rated.
  public var minutesPerRating: Int
  /// How many interviewers should rate each required competency.
  public var readings: Int
  /// The minutes of the debrief.
  public var debriefMinutes: Int
  /// The minutes that an interviewer spends on an interview beyond holding it: preparing and writing up.
  public var preparationMinutes: Int
  /// The level asked for by a role's level where the posting's words say nothing else.
  public var targets: [RoleLevel: ProficiencyLevel]

  /// The target for a role's level; Intermediate where the policy says nothing.
  public func target(for level: RoleLevel) -> ProficiencyLevel { targets[level] ?? .intermediate }

  static let shape = Shape<LoopPolicy>.mapping("the policy") { fields in
    LoopPolicy(
      screens: fields.required("screens", .list(of: .identifier)),
      formats: fields.required("formats", .list(of: .identifier, atLeast: 1)),
      expected: fields.optional("expected", .list(of: .identifier), default: []),
      interviews: fields.required("interviews", .integer(1...8)),
      ratingsPerInterview: fields.required("ratings_per_interview", .integer(1...8)),
      minutesPerRating: fields.required("minutes_per_rating", .integer(5...60)),
      readings: fields.required("readings", .integer(1...4)),
      debriefMinutes: fields.required("debrief_minutes", .integer(0...240)),
      preparationMinutes: fields.required("preparation_minutes", .integer(0...240)),
      targets: fields.required("targets", targets))
  }

  private static let targets = Shape<[RoleLevel: ProficiencyLevel]>.mapping("the targets") { fields in
    var targets: [RoleLevel: ProficiencyLevel] = [:]
    for level in RoleLevel.allCases {
      targets[level] = fields.required(level.rawValue, ProficiencyLevel.shape)
    }
    return targets
  }
}
