import Rubric

/// A competency that an exercise rates.
struct ExerciseRatingView: View {
  let rating: ExerciseRating
  let name: String
  /// The level that a role asks for; nil where no role asks.
  var target: ProficiencyLevel?

  /// How the exercise suits the level that a role asks for: what stands in the middle of it is that level, or more, or
  /// less.
  enum Fit: Equatable {
    case matched
    case hard
    case easy
    /// Easier still.
    case stretched
  }

  /// nil where no role asks.
  var fit: Fit? {
    guard let target else { return nil }
    return switch 2 * target.rawValue - ends {
    case ...(-2): .hard
    case -1...1: .matched
    case 2: .easy
    default: .stretched
    }
  }

  /// The levels in the middle of the range: one, or two where the range has an even number of them.
  private var middle: (low: Int, high: Int) { (ends / 2, (ends + 1) / 2) }

  /// The ends of the range, added up: twice its middle.
  private var ends: Int { rating.levels.lowerBound.rawValue + rating.levels.upperBound.rawValue }

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

  private var belowLevel: String {
    let below = levels?.below ?? outside.below
    return below <= 1 ? "1" : "\(below) or lower"
  }

  private var meetsLevel: String {
    if let levels { return "\(min(5, max(1, levels.meets)))" }
    return middle.low == middle.high ? "\(middle.low)" : "\(middle.low) or \(middle.high)"
  }

  private var strongLevel: String {
    let above = levels?.strong ?? outside.above
    return above >= 5 ? "5" : "\(above) or higher"
  }

  static let fields = Fields<ExerciseRatingView>([
    .text("id") { $0.rating.id },
    .text("name") { $0.name },
    .text("levels") { $0.rating.levels.spoken },
    // The level that the role asks for, where the exercise is one of a loop.
    .number("target") { $0.target?.rawValue },
    // Whether what stands in the middle is that level, or more than it, or less; or less by two levels.
    .flag("isMatched") { $0.fit == .matched },
    .flag("isHard") { $0.fit == .hard },
    .flag("isEasy") { $0.fit == .easy },
    .flag("isStretched") { $0.fit == .stretched },
    // The levels for which each standing speaks.
    .text("belowLevel") { $0.belowLevel },
    .text("meetsLevel") { $0.meetsLevel },
    .text("strongLevel") { $0.strongLevel },
    // The level just below the target.
    .number("nearLevel") { view in view.target.map { max(1, $0.rawValue - 1) } },
    .phrases("strong") { $0.rating.strong },
    .phrases("meets") { $0.rating.meets },
    .phrases("below") { $0.rating.below },
  ])
}
