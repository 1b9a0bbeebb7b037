internal import Figures

/// An exercise with its inputs drawn and all its slots filled: same construct, its own surface.
public struct ExerciseForm: Sendable {
  /// The exercise, its texts as people read them.
  public let exercise: Exercise
  /// What the form was drawn by; nil for the first form.
  public let seed: String?
  /// Tells forms apart: two forms with one fingerprint are the same to the letter.
  public let fingerprint: String
  /// Its inputs and figures with their values.
  public let figures: [FigureLine]

  /// Its name for people.
  public var title: String { exercise.title }
  /// The incident of a drill.
  public var drill: Drill? { exercise.drill }
}

/// An input or a figure of a form.
public struct FigureLine: Sendable, Equatable {
  /// Its name in slots.
  public var name: String
  /// What it is.
  public var what: String
  /// How it is computed; nil for an input.
  public var formula: String?
  /// Its value as it is written.
  public var value: String
  /// Its unit; empty for none.
  public var unit: String
}

extension Unit {
  /// The unit as people read it behind a number; empty for none and for a time of day.
  var shown: String { isClock || text == "1" ? "" : text }
}

extension ReviewTask {
  /// Every quotation of the artefact.
  var quotes: [String] { findings.map(\.quote) + sound.map(\.quote) }
}
