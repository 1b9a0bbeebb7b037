import ArgumentParser
import Diagnostics
import Rubric

/// A figure and the least that it may be: `f1=0.94`.
struct AccuracyFloor: ExpressibleByArgument {
  let figure: AccuracyFigure
  let least: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let figure = AccuracyFigure(rawValue: String(parts[0])),
      let least = Double(parts[1]), (0...1).contains(least)
    else { return nil }
    (self.figure, self.least) = (figure, least)
  }

  /// Whether the figure is not lower, both with four decimals. One that was not measured is.
  func holds(_ counts: AccuracyCounts) -> Bool {
    guard let value = figure.value(in: counts)?.value else { return false }
    return Self.tenThousandths(value) >= Self.tenThousandths(least)
  }

  /// What is said of a figure that is lower.
  func finding(_ counts: AccuracyCounts, in folder: String) -> Finding {
    let value = figure.value(in: counts).map { Self.text($0.value) } ?? "not measured"
    let message = "\(figure.rawValue) is \(value); expected at least \(Self.text(least))"
    return Finding("below-floor", message, in: SourceText(name: folder, bytes: []), at: nil)
  }

  private static func text(_ value: Double) -> String {
    let (whole, rest) = tenThousandths(value).quotientAndRemainder(dividingBy: 10_000)
    return "\(whole)." + String(String(10_000 + rest).dropFirst())
  }

  private static func tenThousandths(_ value: Double) -> Int { AccuracyFigure.units(value, scale: 10_000) }
}
