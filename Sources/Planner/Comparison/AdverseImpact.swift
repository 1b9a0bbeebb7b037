public import Statistics
public import YAML

/// The rates at which the people of several groups passed a stage, compared by the rule of four fifths, from counts
/// alone.
public struct AdverseImpact: Sendable {
  /// The groups, in the order given.
  public let groups: [Group]
  /// The place of the group that the others are compared with.
  public let reference: Int

  /// A group.
  public struct Group: Sendable {
    /// What the user calls it.
    public let name: String
    /// Its rate beside the highest.
    public let comparison: SelectionRates.Comparison
  }

  /// Compares groups by name and counts; nil for fewer than two.
  public init?(_ groups: [(name: String, counts: SelectionRates.Group)]) {
    guard let rates = SelectionRates(groups.map(\.counts)) else { return nil }
    reference = rates.reference
    self.groups = zip(groups, rates.comparisons).map { Group(name: $0.name, comparison: $1) }
  }

  /// Whether the rate of any group is less than four fifths of the highest.
  public var isBelowFourFifths: Bool { groups.contains { $0.comparison.isBelowFourFifths } }

  /// Below which p a difference is called significant: the customary 5 %, which 29 CFR 1607.14 B (5) has for validity.
  public static let significance = 0.05
  /// How many expected people are few (Cochran 1954).
  public static let few = 5.0

  /// The rates for programs.
  public var document: Document {
    .mapping([
      .init("rule", .text("29 CFR 1607.4 D")), .init("reference", .optional(name(at: reference))),
      .init("below_four_fifths", .boolean(isBelowFourFifths)),
      .init("groups", .list(groups.map(\.document))),
    ])
  }

  /// The rates for a spreadsheet: a row for each group, below a row of names.
  public var table: [[String]] {
    let head = ["group", "passed", "total", "rate", "ratio", "below_four_fifths", "p", "turned_by_one"]
    return [head]
      + groups.map { group in
        let comparison = group.comparison
        return [
          VisibleText.line(group.name), String(comparison.group.passed), String(comparison.group.total),
          ComparisonFigures.decimal(comparison.group.rate, places: 4),
          comparison.ratio.map { ComparisonFigures.decimal($0, places: 4) } ?? "",
          comparison.isBelowFourFifths ? "yes" : "no",
          comparison.test.map { ComparisonFigures.decimal($0.twoSided, places: 4) } ?? "",
          comparison.isTurnedByOne ? "yes" : "no",
        ]
      }
  }

  private func name(at index: Int) -> String? { groups.indices.contains(index) ? groups[index].name : nil }
}

extension AdverseImpact.Group {
  fileprivate var document: Document {
    .mapping([
      .init("name", .text(name)), .init("passed", .integer(comparison.group.passed)),
      .init("total", .integer(comparison.group.total)), .init("rate", .number(comparison.group.rate)),
      .init("ratio", .optional(number: comparison.ratio)),
      .init("below_four_fifths", .boolean(comparison.isBelowFourFifths)),
      .init("p", .optional(number: comparison.test?.twoSided)),
      .init("least_expected", .optional(number: comparison.leastExpected)),
      .init("turned_by_one", .boolean(comparison.isTurnedByOne)),
    ])
  }
}
