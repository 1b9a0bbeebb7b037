internal import Rubric
internal import Statistics
internal import YAML

/// What a loop gives for its price, beside the minutes that it takes.
public struct LoopEconomics: Sendable {
  /// How far the ratings of two interviewers who rate apart agree; nil where the policy does not say.
  public var agreement: Double?
  /// The most interviews after the screens that the policy allows; nil where the posting states the process.
  public var limit: Int?
  /// Whether it has been tried what one more interview would add.
  public var isFurtherKnown = false
  /// What one more interview than the policy or the posting allows would add; nil where it adds nothing.
  public var further: FurtherInterview?

  /// How far the mean rating of so many interviewers who rate apart can be relied on, from 0 to 1, by the
  /// formula of Spearman and Brown. nil where the agreement is not known.
  public func reliability(ofReadings count: Int) -> Double? {
    agreement.map { SpearmanBrown.reliability(of: $0, raters: count) }
  }

  /// The mean reliability over the required demands that a loop rates; nil where it rates none.
  public func meanReliability(of loop: InterviewLoop) -> Double? {
    let values = loop.requiredReadings.filter { $0 > 0 }.compactMap { reliability(ofReadings: $0) }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  func document(of loop: InterviewLoop) -> Document {
    let values = [
      ("once", reliability(ofReadings: 1)), ("twice", reliability(ofReadings: 2)),
      ("mean", meanReliability(of: loop)),
    ]
    let reliability = values.map { name, value in
      Document.Pair(name, value.map { .number(($0 * 1_000).rounded() / 1_000) } ?? .null)
    }
    return .mapping([
      .init("people_needed", .integer(PeopleNeeded(loop).count)),
      .init("reliability", .mapping(reliability, inline: true)),
    ])
  }
}

extension InterviewLoop {
  /// For each required demand how many different people rate it. Interviews that nobody is named for count as
  /// held by different people.
  public var requiredReadings: [Int] {
    coverage.filter { $0.demand.importance == .required }.map { coverage in
      let holders = coverage.interviews.map { number in
        interviews.first { $0.number == number }?.holder ?? "\n\(number)"
      }
      return Set(holders).count
    }
  }
}
