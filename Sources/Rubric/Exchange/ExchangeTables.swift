public import Diagnostics
internal import YAML

/// What stands at hiring platforms for what scorecards say (`Rubrics/exchange.yaml`).
public struct ExchangeTables: Sendable {
  /// The sentences by which what a platform has no field for is put into its notes.
  public var phrases: ExchangePhrases
  private var tables: [Keyed<ExchangeTable>]

  /// What stands at one platform.
  public func table(_ platform: ExchangePlatform) -> ExchangeTable {
    tables.first { $0.key == platform.rawValue }?.value ?? ExchangeTable.none
  }

  static let shape = Shape<ExchangeTables>.mapping("the exchange") { fields in
    ExchangeTables(
      phrases: fields.required("phrases", ExchangePhrases.shape),
      tables: fields.required("platforms", platforms))
  }

  private static let platforms = Shape<[Keyed<ExchangeTable>]>.dictionary(
    of: ExchangeTable.shape, names: ("the platforms", ExchangePlatform.allCases.map(\.rawValue))
  ).checked { tables, node, findings in
    for platform in ExchangePlatform.allCases where !tables.contains(where: { $0.key == platform.rawValue }) {
      findings.add(
        "missing-key", "the platforms have no \"\(platform.rawValue)\"", at: PlaceRange(at: node.range.start))
    }
  }
}

/// The sentences that stand in notes at platforms.
public struct ExchangePhrases: Sendable {
  /// A level, with `{level}` and `{target}`.
  public var level: ExchangePhrase
  /// Nothing was observed, with `{target}`.
  public var notObserved: ExchangePhrase
  /// Nothing was rated, with `{target}`.
  public var unrated: ExchangePhrase
  /// Which alternative the candidate chose, with `{chosen}`; stands behind one of the others.
  public var chosen: ExchangePhrase
  /// The scorecard as a whole.
  public var card: ExchangePhrase
  /// What a text is about that has no field of its own, with `{name}`.
  public var about: ExchangePhrase
  /// What stood at a platform and could not be read, with `{platform}` and `{value}`.
  public var original: ExchangePhrase

  /// The label of the recommendation in a form that is made for a loop.
  public var overallField: String
  /// The label of its summary.
  public var summaryField: String
  /// What it says of a rating, with `{target}`.
  public var asked: ExchangePhrase
  /// What it says of the evidence.
  public var evidenceHint: String

  /// The slots of `card`.
  public static let cardSlots = [
    "number", "interview", "candidate", "interviewer", "date", "overall", "fingerprint",
  ]

  static let shape = Shape<ExchangePhrases>.mapping("the phrases of the exchange") { fields in
    ExchangePhrases(
      level: fields.required("level", ExchangePhrase.shape(["level", "target"])),
      notObserved: fields.required("not_observed", ExchangePhrase.shape(["target"])),
      unrated: fields.required("unrated", ExchangePhrase.shape(["target"])),
      chosen: fields.required("chosen", ExchangePhrase.shape(["chosen"])),
      card: fields.required("card", ExchangePhrase.shape(cardSlots)),
      about: fields.required("about", ExchangePhrase.shape(["name"])),
      original: fields.required("original", ExchangePhrase.shape(["platform", "value"])),
      overallField: fields.required("overall_field", .text),
      summaryField: fields.required("summary_field", .text),
      asked: fields.required("asked", ExchangePhrase.shape(["target"])),
      evidenceHint: fields.required("evidence_hint", .text))
  }
}

/// What stands at one platform for ratings and recommendations.
public struct ExchangeTable: Sendable {
  /// The platform's name for people.
  public var name: String
  /// Where a body is sent, with `{application}` and `{user}`; nil where nothing takes it.
  public var address: String?
  private var byLevel: [String: String]
  private var againstTarget: [String: String]
  private var notObserved: String?
  private var unrated: String?
  private var recommendations: [String: String]
  private var read: [String: String]

  /// What stands for a rating, given the level that the role asks for; nil where the platform has nothing for it.
  public func value(of rating: Rating?, target: ProficiencyLevel) -> String? {
    switch rating {
    case .level(let level):
      byLevel[String(level.rawValue)] ?? againstTarget[String(level.rawValue - target.rawValue)]
    case .notObserved: notObserved
    case nil: unrated
    }
  }

  /// The ratings for which a value stands, given the level that the role asks for. One is a rating that is read back
  /// exactly; of several nobody knows which was meant.
  public func ratings(of value: String, target: ProficiencyLevel) -> [Rating?] {
    let all: [Rating?] = ProficiencyLevel.allCases.map { .level($0) } + [.notObserved, nil]
    return all.filter { self.value(of: $0, target: target) == value }
  }

  /// What stands for a recommendation; nil where the platform has nothing for it.
  public func value(of overall: OverallRecommendation) -> String? { recommendations[overall.rawValue] }

  /// The recommendation for which a value stands; nil where it stands for none or for several.
  public func recommendation(of value: String) -> OverallRecommendation? {
    let all = OverallRecommendation.allCases.filter { overall in
      recommendations[overall.rawValue] == value || read[overall.rawValue] == value
    }
    return all.count == 1 ? all[0] : nil
  }

  static let none = ExchangeTable(
    name: "", address: nil, byLevel: [:], againstTarget: [:], notObserved: nil, unrated: nil,
    recommendations: [:], read: [:])
}

extension ExchangeTable {
  static let shape = Shape<ExchangeTable>.mapping("the platform of the exchange") { fields in
    let ratings = fields.required("ratings", RatingWords.shape)
    let overall = fields.required("overall", words("the recommendations", recommendationNames))
    return ExchangeTable(
      name: fields.required("name", .text), address: fields.optional("address", .text),
      byLevel: ratings.byLevel, againstTarget: ratings.againstTarget, notObserved: ratings.notObserved,
      unrated: ratings.unrated, recommendations: overall,
      read: fields.optional("overall_read", words("the recommendations", recommendationNames), default: [:]))
  }

  private static let recommendationNames = OverallRecommendation.allCases.map(\.rawValue)

  /// What stands for each of some names.
  fileprivate static func words(_ what: String, _ names: [String]) -> Shape<[String: String]> {
    Shape<[Keyed<String>]>.dictionary(of: .text, names: (what, names)).map { entries in
      Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
    }
  }
}

/// The ratings of a platform as they are written in the file.
private struct RatingWords: Sendable {
  var byLevel: [String: String]
  var againstTarget: [String: String]
  var notObserved: String?
  var unrated: String?

  static let shape = Shape<RatingWords>.mapping("the ratings of the platform") { fields in
    let levels = ProficiencyLevel.allCases.map { String($0.rawValue) }
    let distances = (-4...4).map { String($0) }
    let byLevel = fields.optional("by_level", ExchangeTable.words("the levels", levels))
    let against = fields.optional("against_target", ExchangeTable.words("the distances", distances))
    if (byLevel == nil) == (against == nil) {
      fields.report("missing-key", "expected one of \"by_level\" and \"against_target\"")
    } else if let missing = (byLevel.map { _ in levels } ?? distances).first(where: {
      (byLevel ?? against ?? [:])[$0] == nil
    }) {
      fields.report(
        "missing-key", "nothing stands for \"\(missing)\"", at: byLevel == nil ? "against_target" : "by_level"
      )
    }
    return RatingWords(
      byLevel: byLevel ?? [:], againstTarget: against ?? [:],
      notObserved: fields.optional("not_observed", .text), unrated: fields.optional("unrated", .text))
  }
}

extension RubricLibrary {
  /// What stands at hiring platforms for what scorecards say.
  public func exchangeTables() throws(InvalidInput) -> ExchangeTables {
    guard let source = files["exchange.yaml"]?.source else {
      throw InvalidInput("missing-file", "the library has no exchange.yaml", file: "exchange.yaml")
    }
    return try ExchangeTables.shape.read(from: source)
  }
}
