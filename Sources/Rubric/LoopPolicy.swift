internal import YAML

/// The rules within which a loop is planned. Each has its reason in `Rubrics/policy.yaml`.
public struct LoopPolicy: Sendable, Equatable {
  /// The formats held before the others, in order.
  public var screens: [String]
  /// The formats that may follow, each at most once.
  public var formats: [String]
  /// Those of the formats that every loop holds, unless a required competency would go unrated for it.
  public var expected: [String]
  /// The most interviews after the screens.
  public var interviews: Int
  /// The most minutes of the candidate in all the interviews after the screens; nil for no limit.
  public var minutes: Int?
  /// The most competencies rated in one interview.
  public var ratingsPerInterview: Int
  /// The least minutes for each competency rated.
  public var minutesPerRating: Int
  /// How many interviewers should rate each required competency.
  public var readings: Int
  /// How far the ratings of two interviewers who rate apart agree, as a correlation; nil where it is not known.
  public var raterAgreement: Double?
  /// The minutes of the debrief.
  public var debriefMinutes: Int
  /// The minutes that an interviewer spends on an interview beyond holding it: preparing and writing up.
  public var preparationMinutes: Int
  /// By what a panel decides.
  public var decision = DecisionRule()
  /// The level asked for by a role's level where the posting's words say nothing else.
  public var targets: [RoleLevel: ProficiencyLevel]
  /// What is otherwise for roles of some levels, as long as all that is required can be rated so.
  public var sizes: [RoleLevel: LoopSize] = [:]

  /// The least years of experience for which a role without a stated level counts as senior; nil where years say nothing.
  public var seniorYears: Int?
  /// The most years of experience for which a role that is called senior counts as mid for the targets; nil where years say
  /// nothing.
  public var midYears: Int?

  /// The highest target of what the posting states in one sentence alone, where its words ask for no more; nil for no such
  /// limit. The two demands that it puts first have the target of the role's level all the same.
  public var mostForOneLine: ProficiencyLevel?

  /// What the level in a role's title asks for by itself, by the ids of competencies: whoever is called staff leads
  /// technically. Where the posting states it at all, it weighs as if the title named it.
  public var levelDemands: [RoleLevel: [String]] = [:]

  /// The target for a role's level; Intermediate where the policy says nothing.
  public func target(for level: RoleLevel) -> ProficiencyLevel { targets[level] ?? .intermediate }

  /// The ids of what a role's level asks for by itself.
  public func demands(of level: RoleLevel) -> [String] { levelDemands[level] ?? [] }

  /// Whether years of experience set the targets of a role, and not its level.
  public func areTelling(_ years: Int?, of level: RoleLevel) -> Bool { self.level(of: years, level) != nil }

  /// The target for a role's level, or for the years that it asks for where they say more. A role that states neither, and
  /// is open to people without experience, counts as one for them.
  public func target(for level: RoleLevel, years: Int?, isOpenToBeginners: Bool = false) -> ProficiencyLevel {
    if level == .unspecified, years == nil, isOpenToBeginners { return target(for: .junior) }
    return target(for: self.level(of: years, level) ?? level)
  }

  /// The level for which years of experience stand, beside the level that is stated.
  private func level(of years: Int?, _ stated: RoleLevel) -> RoleLevel? {
    guard let years else { return nil }
    switch stated {
    case .unspecified: return seniorYears.map { years >= $0 } ?? false ? .senior : nil
    case .senior: return midYears.map { years <= $0 } ?? false ? .mid : nil
    default: return nil
    }
  }

  static let shape = shape(over: nil)

  /// A policy, or one that is laid over another: then every key may be left out.
  static func shape(over base: LoopPolicy?) -> Shape<LoopPolicy> {
    let decision = base?.decision ?? DecisionRule()
    return .mapping("the policy") { fields in
      LoopPolicy(
        screens: fields.value("screens", .list(of: .identifier), over: base?.screens),
        formats: fields.value("formats", .list(of: .identifier, atLeast: 1), over: base?.formats),
        expected: fields.optional("expected", .list(of: .identifier), default: base?.expected ?? []),
        interviews: fields.value("interviews", .integer(interviewLimits), over: base?.interviews),
        minutes: fields.optional("minutes", .integer(minuteLimits)) ?? base?.minutes,
        ratingsPerInterview: fields.value(
          "ratings_per_interview", .integer(ratingLimits), over: base?.ratingsPerInterview),
        minutesPerRating: fields.value("minutes_per_rating", .integer(5...60), over: base?.minutesPerRating),
        readings: fields.value("readings", .integer(1...4), over: base?.readings),
        raterAgreement: fields.optional("rater_agreement", .number(0...1)) ?? base?.raterAgreement,
        debriefMinutes: fields.value("debrief_minutes", .integer(0...240), over: base?.debriefMinutes),
        preparationMinutes: fields.value(
          "preparation_minutes", .integer(0...240), over: base?.preparationMinutes),
        decision: DecisionRule(
          coreDemands: fields.optional("core_demands", .integer(1...12), default: decision.coreDemands),
          coreMusts: fields.optional("core_musts", .integer(0...12), default: decision.coreMusts),
          coreGap: fields.optional("core_gap", .integer(1...4), default: decision.coreGap),
          followUpMinutes: fields.optional(
            "follow_up_minutes", .integer(0...240), default: decision.followUpMinutes),
          othersPerMiss: fields.optional(
            "others_per_miss", .integer(0...20), default: decision.othersPerMiss)),
        targets: fields.value("targets", targets(over: base), over: base?.targets),
        sizes: fields.optional("sizes", LoopSize.allShape, default: base?.sizes ?? [:]),
        seniorYears: fields.optional("senior_years", .integer(1...40)) ?? base?.seniorYears,
        midYears: fields.optional("mid_years", .integer(1...40)) ?? base?.midYears,
        mostForOneLine: fields.optional("most_for_one_line", ProficiencyLevel.shape) ?? base?.mostForOneLine,
        levelDemands: fields.optional("level_demands", levelDemandsShape, default: base?.levelDemands ?? [:]))
    }
  }

  /// How many interviews may follow the screens.
  public static let interviewLimits = 1...8
  /// How many minutes all of them may take.
  public static let minuteLimits = 15...2_000
  /// How many competencies one may rate.
  public static let ratingLimits = 1...8

  private static let levelDemandsShape =
    Shape<[String]>.list(of: .identifier, atLeast: 1).bySomeLevels("the level demands")

  private static func targets(over base: LoopPolicy?) -> Shape<[RoleLevel: ProficiencyLevel]> {
    .mapping("the targets") { fields in
      var targets: [RoleLevel: ProficiencyLevel] = [:]
      for level in RoleLevel.allCases {
        targets[level] = fields.value(level.rawValue, ProficiencyLevel.shape, over: base?.target(for: level))
      }
      return targets
    }
  }
}

extension Fields {
  /// The value of a key that must be there, unless there is another value over which it is laid.
  fileprivate mutating func value<Value>(_ key: String, _ shape: Shape<Value>, over base: Value?) -> Value {
    guard let base else { return required(key, shape) }
    return optional(key, shape, default: base)
  }
}
