internal import YAML

/// Who of a panel holds and learns what in a loop, and what the panel lacks.
public struct PanelAssignment: Sendable {
  /// The people, in the order of the file.
  public var people: [PanelMember]
  /// What the panel lacks, the worst first.
  public var gaps: [PanelGap]
  /// The time of day in which all who hold an interview that rates are at work; nil where nobody's hours are known.
  public var debrief: DebriefHours?
  /// Whether no assignment is better.
  public var isProven: Bool

  /// When a debrief could be held.
  public struct DebriefHours: Sendable, Equatable {
    /// The first minute of the day, in UTC.
    public var start: Int
    /// How many minutes all are at work from then on; 0 where there is no such time.
    public var length: Int
  }
}

/// Somebody of a panel and what a loop asks of them.
public struct PanelMember: Sendable, Equatable {
  /// What the person is called.
  public var name: String
  /// What the person does.
  public var role: String?
  /// The numbers of the interviews that the person holds.
  public var holds: [Int]
  /// The numbers of those that the person sits in to learn.
  public var shadows: [Int]
  /// The minutes of the interviews held, with preparing and writing up; the debrief left aside.
  public var minutes: Int
}

/// Something that a loop needs and a panel does not have.
public enum PanelGap: Sendable, Equatable {
  /// Nobody can run an interview. `learners` are shadowing its format.
  case nobodyRuns(interview: Int, name: String, learners: [String])
  /// Those who can run it have reached their limits.
  case limitsReached(interview: Int, name: String, people: [String])
  /// Nobody can rate these demands at the level asked for.
  case nobodyRates([Shortage])
  /// Nobody who holds an interview that rates these can rate them, though others could.
  case heldByOthers([Shortage])
  /// Only one person can rate these required demands.
  case onlyOneRates(person: String, demands: [String])
  /// Rated twice, but by one person only who can rate them.
  case oneReading([String])
  /// Those who rate have no time of day in common that is long enough for the debrief.
  case noCommonHours(minutes: Int)

  /// A demand that a panel cannot rate, and who comes near it.
  public struct Shortage: Sendable, Equatable {
    /// The name of the demand.
    public var demand: String
    /// The level asked for.
    public var target: Int
    /// Who can rate it at lower levels, or could if they held an interview that rates it.
    public var people: [String]
  }
}

extension PanelAssignment {
  var document: Document {
    .mapping([
      .init("people", .list(people.map(\.document))),
      .init("gaps", .list(gaps.map(\.document))),
      .init(
        "debrief_hours",
        debrief.map {
          .mapping(
            [.init("start_utc", .text($0.clock)), .init("minutes", .integer($0.length))], inline: true)
        } ?? .null),
      .init("proven", .boolean(isProven)),
    ])
  }
}

extension PanelAssignment.DebriefHours {
  /// The beginning as `14:05`.
  var clock: String { Self.clock(start) }

  /// The end likewise; a time that ends on the next day too.
  var endClock: String { Self.clock((start + length) % 1_440) }

  private static func clock(_ minute: Int) -> String {
    let (hours, minutes) = minute.quotientAndRemainder(dividingBy: 60)
    return "\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
  }
}

extension PanelMember {
  fileprivate var document: Document {
    func numbers(_ numbers: [Int]) -> Document { .list(numbers.map { .integer($0) }, inline: true) }
    return .mapping(
      [
        .init("name", .text(name)), .init("holds", numbers(holds)), .init("shadows", numbers(shadows)),
        .init("minutes", .integer(minutes)),
      ], inline: true)
  }
}

extension PanelGap {
  var document: Document {
    func interview(_ number: Int, _ people: [String]) -> Document {
      .mapping([.init("interview", .integer(number)), .init("people", .inline(people))], inline: true)
    }
    func list(_ shortages: [Shortage]) -> Document {
      .list(
        shortages.map {
          .mapping([.init("demand", .text($0.demand)), .init("people", .inline($0.people))], inline: true)
        })
    }
    let pair: Document.Pair =
      switch self {
      case .nobodyRuns(let number, _, let learners): .init("nobody_runs", interview(number, learners))
      case .limitsReached(let number, _, let people): .init("limits_reached", interview(number, people))
      case .nobodyRates(let shortages): .init("nobody_rates", list(shortages))
      case .heldByOthers(let shortages): .init("held_by_others", list(shortages))
      case .onlyOneRates(let person, let demands):
        .init(
          "only_one_rates",
          .mapping([.init("person", .text(person)), .init("demands", .inline(demands))], inline: true))
      case .oneReading(let demands): .init("one_reading", .inline(demands))
      case .noCommonHours(let minutes): .init("no_common_hours", .integer(minutes))
      }
    return .mapping([pair])
  }
}
