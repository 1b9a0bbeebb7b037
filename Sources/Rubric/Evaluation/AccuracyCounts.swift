/// How often something that can be there or not was found rightly.
public struct Hits: Sendable, Equatable {
  /// There, and found.
  public var right = 0
  /// Found, and not there.
  public var wrong = 0
  /// There, and not found.
  public var missed = 0

  /// Numbers to begin with.
  public init(right: Int = 0, wrong: Int = 0, missed: Int = 0) {
    self.right = right
    self.wrong = wrong
    self.missed = missed
  }

  /// How many are there.
  public var labelled: Int { right + missed }

  /// How many were found.
  public var found: Int { right + wrong }

  /// The share of the right ones among those found; 0 where nothing was.
  public var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }

  /// The share of those found among those that are there; 0 where nothing is.
  public var recall: Double { labelled == 0 ? 0 : Double(right) / Double(labelled) }

  /// The harmonic mean of both.
  public var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  static func + (a: Hits, b: Hits) -> Hits {
    Hits(right: a.right + b.right, wrong: a.wrong + b.wrong, missed: a.missed + b.missed)
  }

  /// Counts one thing.
  mutating func count(isThere: Bool, isFound: Bool) {
    if isThere && isFound { right += 1 }
    if isFound && !isThere { wrong += 1 }
    if isThere && !isFound { missed += 1 }
  }
}

/// How many of some things are right.
public struct Share: Sendable, Equatable {
  /// The right ones.
  public var right = 0
  /// All.
  public var all = 0

  /// Numbers to begin with.
  public init(right: Int = 0, all: Int = 0) {
    self.right = right
    self.all = all
  }

  /// The share of the right ones; 0 where there is nothing.
  public var value: Double { all == 0 ? 0 : Double(right) / Double(all) }

  static func + (a: Share, b: Share) -> Share { Share(right: a.right + b.right, all: a.all + b.all) }

  /// Counts one thing.
  mutating func count(_ isRight: Bool) {
    right += isRight ? 1 : 0
    all += 1
  }
}

/// What was right and wrong in some postings, in numbers.
public struct AccuracyCounts: Sendable, Equatable {
  /// How many postings there are.
  public var postings = 0
  /// How many of them could not be read; all that they ask for is missed.
  public var failed = 0
  /// The competencies.
  public var competencies = Hits()
  /// The required ones alone, save those whose importance is left open.
  public var required = Hits()
  /// The importance of those found rightly.
  public var importance = Share()
  /// Whether those found rightly are alternatives or not.
  public var anyOf = Share()
  /// Quoted words that stand in the file.
  public var quotes = Share()
  /// The other facts.
  public var facts: [LabelledFact: Share] = [:]

  static func + (a: AccuracyCounts, b: AccuracyCounts) -> AccuracyCounts {
    AccuracyCounts(
      postings: a.postings + b.postings, failed: a.failed + b.failed,
      competencies: a.competencies + b.competencies, required: a.required + b.required,
      importance: a.importance + b.importance, anyOf: a.anyOf + b.anyOf, quotes: a.quotes + b.quotes,
      facts: a.facts.merging(b.facts) { $0 + $1 })
  }
}
