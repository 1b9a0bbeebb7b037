/// The numbers from one to another by equal steps, from which a draw is taken.
public struct Steps: Hashable, Sendable {
  /// The most numbers that may be drawn from.
  public static let most = 1_000_000
  /// The first number.
  public let from: Rational
  /// From one number to the next.
  public let step: Rational
  /// How many numbers there are, at least one.
  public let count: Int

  /// The numbers from one to another, both included. Throws `step` unless the step is greater than zero and
  /// meets the last number exactly, or when there are more than a million.
  public init(from: Rational, to last: Rational, by step: Rational) throws(FigureFault) {
    guard step > .zero else { throw FigureFault(.step, "a step has to be greater than zero") }
    let spans = try last.subtracting(from).dividing(by: step)
    guard spans >= .zero else { throw FigureFault(.step, "from \(from) there is no way up to \(last)") }
    guard spans.isWhole else {
      throw FigureFault(.step, "steps of \(step) from \(from) do not meet \(last)")
    }
    guard let whole = spans.whole, whole < Self.most else {
      throw FigureFault(.step, "steps of \(step) from \(from) to \(last) are too many")
    }
    self.from = from
    self.step = step
    count = whole + 1
  }

  /// One of the numbers, counted from 0. Throws `step` where there is none.
  public func number(_ index: Int) throws(FigureFault) -> Rational {
    guard (0..<count).contains(index) else {
      throw FigureFault(.step, "there is no number \(index) among \(count)")
    }
    return try from.adding(try step.multiplying(by: Rational(index)))
  }

  /// Whether a number is one of them.
  public func contains(_ number: Rational) -> Bool {
    guard number >= from, let spans = try? number.subtracting(from).dividing(by: step),
      let whole = spans.whole
    else { return false }
    return whole < count
  }
}
