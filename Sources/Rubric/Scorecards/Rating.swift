public import YAML

/// What an interviewer has seen of a competency.
///
/// "Not observed" stands off the scale: no evidence is no low rating, and counts as no number anywhere.
public enum Rating: Sendable, Equatable {
  /// The level that the evidence shows.
  case level(ProficiencyLevel)
  /// The interview gave no occasion to see it.
  case notObserved

  /// The level; nil where nothing was observed.
  public var level: ProficiencyLevel? {
    guard case .level(let level) = self else { return nil }
    return level
  }

  /// The rating as files write it: `1` to `5`, or `not_observed`.
  public var written: String { level.map { String($0.rawValue) } ?? Self.notObservedWord }

  /// The rating as it is written to YAML and JSON.
  public var document: Document {
    level.map { .integer($0.rawValue) } ?? .text(Self.notObservedWord)
  }

  /// The rating that files write so; nil for anything else.
  public init?(written text: String) {
    if text == Self.notObservedWord {
      self = .notObserved
    } else if let number = Int(text), String(number) == text, let level = ProficiencyLevel(rawValue: number) {
      self = .level(level)
    } else {
      return nil
    }
  }

  private static let notObservedWord = "not_observed"

  /// A rating in a file. Anything else is a finding of `rating-off-scale`.
  static let shape = Shape<Rating>.scale
}

extension Shape<Rating> {
  /// What editors complete.
  private static var schema: Schema { .anyOf([.integer(1...5), .oneOf(["not_observed"])]) }

  fileprivate static var scale: Shape {
    Shape<String>.text.checked { text, node, findings in
      guard Rating(written: text) == nil else { return }
      findings.add(
        "rating-off-scale", "\"\(text)\" is no rating; expected a whole number from 1 to 5, or not_observed",
        at: node.range)
    }.map { Rating(written: $0) ?? .notObserved }.described(as: schema)
  }
}

/// What an interviewer recommends on the whole: four points, and a fifth for none. It is one view of several;
/// a person decides.
public enum OverallRecommendation: String, Sendable, CaseIterable {
  /// Clearly not.
  case strongNo = "strong_no"
  /// Rather not.
  case no
  /// Rather yes.
  case yes
  /// Clearly yes.
  case strongYes = "strong_yes"
  /// The interview does not allow a recommendation. It is never forced.
  case noDecision = "no_decision"
}
