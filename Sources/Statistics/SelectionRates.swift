/// How often the people of several groups passed a selection, and how the rates compare with the highest: the rule of
/// four fifths of the U.S. Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D.
///
/// A rate of less than four fifths of the highest is generally taken as evidence of adverse impact. It is a rule of
/// thumb and no definition: smaller differences may matter where they are significant, and greater ones may not where
/// the numbers are small. Beside each ratio therefore stand Fisher's exact test and what one person would change.
public struct SelectionRates: Sendable, Equatable {
  /// A group, by counts alone.
  public struct Group: Sendable, Equatable {
    /// How many passed.
    public let passed: Int
    /// How many there were.
    public let total: Int

    /// A group; nil unless `passed` is at least 0 and at most `total`, and `total` from 1 to a million.
    public init?(passed: Int, total: Int) {
      guard (1...FisherExactTest.maximum).contains(total), (0...total).contains(passed) else { return nil }
      self.passed = passed
      self.total = total
    }

    /// The share that passed, from 0 to 1.
    public var rate: Double { Double(passed) / Double(total) }

    /// Whether the rate of one group is below so many fifths of that of another. Exact.
    func isBelow(fifths: Int, of other: Group) -> Bool {
      5 * passed * other.total < fifths * other.passed * total
    }
  }

  /// A group beside that of the highest rate.
  public struct Comparison: Sendable, Equatable {
    /// The group.
    public let group: Group
    /// Whether no rate is higher.
    public let isHighest: Bool
    /// Its rate over the highest; nil where nobody of any group passed.
    public let ratio: Double?
    /// Whether the rate is less than four fifths of the highest. Exactly four fifths are not.
    public let isBelowFourFifths: Bool
    /// How likely so different rates are where both groups stand the same chance; nil for a group of the highest rate.
    public let test: FisherExactTest?
    /// How many people would be expected in the least of the four counts (passed or not, of this group or the other)
    /// where both groups stand the same chance; nil for a group of the highest rate. Fewer than five are few (Cochran
    /// 1954).
    public let leastExpected: Double?
    /// Whether the group would have the higher rate had one person of it passed in the place of one of the other. Then
    /// the numbers are too small to act upon (Questions and Answers on the Uniform Guidelines, 44 FR 11996, 1979,
    /// no. 21).
    public let isTurnedByOne: Bool
  }

  /// Each group, in the order given.
  public let comparisons: [Comparison]
  /// The place of the group that the others are compared with: of the highest rate, and of these the largest.
  public let reference: Int

  /// Compares groups. nil for fewer than two.
  public init?(_ groups: [Group]) {
    guard groups.count > 1 else { return nil }
    let highest = groups.indices.reduce(0) { best, index in
      let (one, other) = (groups[best], groups[index])
      if one.isBelow(fifths: 5, of: other) { return index }
      return other.isBelow(fifths: 5, of: one) || other.total <= one.total ? best : index
    }
    reference = highest
    comparisons = groups.map { Comparison($0, beside: groups[highest]) }
  }
}

extension SelectionRates.Comparison {
  fileprivate init(_ group: SelectionRates.Group, beside highest: SelectionRates.Group) {
    self.group = group
    isHighest = !group.isBelow(fifths: 5, of: highest)
    ratio = highest.passed == 0 ? nil : group.rate / highest.rate
    isBelowFourFifths = group.isBelow(fifths: 4, of: highest)
    test =
      isHighest
      ? nil
      : FisherExactTest(
        group.passed, group.total - group.passed, highest.passed, highest.total - highest.passed)
    let (passed, total) = (group.passed + highest.passed, group.total + highest.total)
    let least = Double(min(passed, total - passed)) * Double(min(group.total, highest.total)) / Double(total)
    leastExpected = isHighest ? nil : least
    let exchanged = (group.passed + 1) * highest.total > (highest.passed - 1) * group.total
    isTurnedByOne = !isHighest && exchanged
  }
}
