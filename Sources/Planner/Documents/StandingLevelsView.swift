import Rubric

/// For which levels the standings of an exercise or a question speak, whose file describes them once for a range of
/// targets.
///
/// What is described in the middle is the middle of the range. A role that asks for more than that has the target at what
/// is strong; one that asks for less is met by most of what is in the middle.
struct StandingLevelsView: View {
  /// The targets for which it is fit.
  let range: ClosedRange<ProficiencyLevel>
  /// The levels that a role asks for; none where no role asks.
  private let targets: Set<ProficiencyLevel>

  /// The level that a role asks for; nil where no role asks, and where it asks for several.
  var target: ProficiencyLevel? { targets.count == 1 ? targets.first : nil }

  init(range: ClosedRange<ProficiencyLevel>, target: ProficiencyLevel?) {
    self.range = range
    targets = Set([target].compactMap(\.self))
  }

  /// Those of the answers to a question that is asked for a demand.
  init(of question: Question, for demand: Demand) {
    self.init(range: question.levels, target: demand.target)
  }

  /// Those of an exercise's steps, which are about all that it rates in an interview: the range that most of it has, and
  /// its target where that is one.
  init(ofSteps ratings: [StandingLevelsView]) {
    let range = ratings.map(\.range).mostCommon ?? .basic ... .advanced
    self.range = range
    targets = Set(ratings.filter { $0.range == range }.compactMap(\.target))
  }

  /// How what stands in the middle suits the level that a role asks for: it is that level, or more, or less.
  enum Fit: Equatable {
    case matched
    case hard
    case easy
    /// Easier still.
    case stretched
  }

  /// nil where no role asks.
  var fit: Fit? { target.map(fit) }

  private func fit(for target: ProficiencyLevel) -> Fit {
    switch 2 * target.rawValue - ends {
    case ...(-2): .hard
    // Nothing is above the expert, so what is strong is what shows one.
    case 1 where target == .expert: .easy
    case -1...1: .matched
    case 2: .easy
    default: .stretched
    }
  }

  /// Of what is heard from somebody in the middle, and from somebody strong, that which is at the target, the highest of
  /// several.
  func atTarget(meets: [String], strong: [String]) -> [String] {
    let fit = targets.max().map(fit)
    let isAbove = fit == .easy || fit == .stretched
    return (isAbove && !strong.isEmpty) || meets.isEmpty ? strong : meets
  }

  /// The ends of the range, added up: twice its middle.
  private var ends: Int { range.lowerBound.rawValue + range.upperBound.rawValue }

  /// The levels in the middle of the range: one, or two where the range has an even number of them.
  private var middle: (low: Int, high: Int) { (ends / 2, (ends + 1) / 2) }

  /// The levels for which a standing below the middle speaks, and those for one above it.
  private var outside: (below: Int, above: Int) {
    middle.low == middle.high ? (max(1, middle.low - 1), min(5, middle.high + 1)) : middle
  }

  /// The level for which each standing speaks, where a role asks for one: the ends and the middle.
  private var levels: (below: Int, meets: Int, strong: Int)? {
    guard let target, let fit else { return nil }
    let asked = target.rawValue
    return switch fit {
    case .matched: (asked - 1, asked, asked + 1)
    case .hard: (asked - 1, asked + 1, asked + 2)
    case .easy: (asked - 2, asked - 1, asked)
    case .stretched: (asked - 3, asked - 2, asked - 1)
    }
  }

  /// The levels for which what is below or weak speaks.
  private var belowLevel: String {
    let below = levels?.below ?? outside.below
    return below <= 1 ? "1" : "\(below) or lower"
  }

  /// The level for which what is in the middle speaks.
  private var meetsLevel: String {
    if let levels { return "\(min(5, max(1, levels.meets)))" }
    return middle.low == middle.high ? "\(middle.low)" : "\(middle.low) or \(middle.high)"
  }

  /// The levels for which what is strong speaks.
  private var strongLevel: String {
    let above = levels?.strong ?? outside.above
    return above >= 5 ? "5" : "\(above) or higher"
  }

  static let fields = Fields<StandingLevelsView>(levelFields { $0 })

  /// Its names, for a view that has them as its own.
  static func levelFields<Owner>(
    _ levels: @escaping @Sendable (Owner) -> StandingLevelsView
  ) -> [Field<Owner>] {
    [
      // The level that the role asks for, where the exercise or the question is one of a loop.
      .number("target") { levels($0).target?.rawValue },
      // Whether what stands in the middle is that level, or more than it, or less; or less by two levels.
      .flag("isMatched") { levels($0).fit == .matched },
      .flag("isHard") { levels($0).fit == .hard },
      .flag("isEasy") { levels($0).fit == .easy },
      .flag("isStretched") { levels($0).fit == .stretched },
      // The levels for which each standing speaks.
      .text("belowLevel") { levels($0).belowLevel },
      .text("meetsLevel") { levels($0).meetsLevel },
      .text("strongLevel") { levels($0).strongLevel },
      // The level just below the target.
      .number("nearLevel") { view in levels(view).target.map { max(1, $0.rawValue - 1) } },
    ]
  }
}

extension Array where Element: Equatable {
  /// The element that stands there most often, the first of several.
  fileprivate var mostCommon: Element? {
    let counts = map { element in count { $0 == element } }
    return zip(self, counts).first { $0.1 == counts.max() }?.0
  }
}
