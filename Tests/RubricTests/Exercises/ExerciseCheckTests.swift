import Diagnostics
import Rubric
import TestSupport
import Testing

@Suite("Checking exercises")
struct ExerciseCheckTests {
  @Test("sound exercises give no findings, and their forms none")
  func sound() {
    let library = RubricLibrary(SmallExercise.files)
    #expect(FindingPrinter().text(library.checkExercises(library.exerciseIDs)) == "")
  }

  @Test("every rule with an exercise that breaks it", arguments: cases)
  func rule(example: BrokenLibrary) throws {
    let library = RubricLibrary(example.files)
    let output = FindingPrinter().text(library.check() + library.checkForms(of: library.exerciseIDs))
    let path = "Tests/RubricTests/Golden/exercise-check/\(example.name).out"
    #expect(output == (try Golden.expected(path, recording: output)))
    #expect(output.contains("[\(example.name.prefix { $0 != "+" })]"))
  }

  /// One library for each rule; the name is the rule, and behind `+` which case of it.
  static let cases: [BrokenLibrary] = [
    broken("broken-constraint", "done >= 500[job]", "done >= 5000[job]"),
    broken("duplicate-id", "{id: two,", "{id: one,"),
    broken(
      "few-forms", ", from: 1000, to: 2000, step: 100}", "}", "from: 1, to: 9, step: 1", "among: [7, 8]"),
    broken("figure-name", "  first:", "  First:", "{=first}", "{=done}"),
    broken("figure-name+word", "  first:", "  min:", "{=first}", "{=done}"),
    broken("unknown-unit+count", "inputs:", "counts: [job, 7th]\ninputs:"),
    broken("formula-syntax+quoted", "\"done >= 500[job]\"", "\"done >= 500[job\""),
    broken("figure-name+twice", "  done: {what", "  rate: {what", "{=first}", "{=done}"),
    broken("flaw-not-found", "from: \"int(line)\"", "from: \"int(lines)\""),
    broken("formula-syntax", "formula: rate * span", "formula: rate * (span"),
    broken("formula-value", "formula: rate * span", "formula: rate * span / (first - 7)"),
    broken("inexact-slot", "{=span in h}", "{=first_third in h}", "figures:", Self.third),
    broken("input-range", "from: 1000, to: 2000, step: 100", "from: 1000, to: 2050, step: 100"),
    broken("input-range+outside", "is: 1200", "is: 1250"),
    broken("input-range+both", "step: 1}", "step: 1, among: [1, 2]}"),
    broken("kind-block", "kind: coding", "kind: drill"),
    broken("kind-folder", "kind: coding", "kind: case"),
    broken(
      "no-form", "rate * span, unit: job, round: 1}", "rate * span, unit: job, round: 1}", "done >= 500",
      "done > 9000"),
    broken("quotation", "lost: {=lost}\", what", "lose {=lost}\", what", in: "notice"),
    broken("quotation+twice", "We lost {=lost} lines\"", "lost\"", in: "notice"),
    broken("reading-time", "reading: 1", "reading: 0", "Of {=done}", String(repeating: "word ", count: 200)),
    broken("minutes", "by: 3", "by: 6"),
    broken("rounding", "round: 1}", "round: 0}"),
    broken("formula-value+inexact", "rate * span, unit: job, round: 1}", "rate * span / 7, unit: job}"),
    broken("rounding+two", "round: 1}", "round: 1, round_up: 1}"),
    broken("typed-figure", "key: It is", "key: It is not 41.5 of p99 or"),
    broken("uneven-names", "{thing: box}", "{things: box}"),
    broken("slot-article", "is a {=thing}", "is an {=thing}"),
    broken("unhanded-part", "hand: [task], reading: 1", "do: [Wait.]"),
    broken("unit-mismatch", "unit: job, round", "unit: USD, round"),
    broken("unit-mismatch+slot", "{=span in h}", "{=span in USD}"),
    broken("unknown-figure", "formula: rate * span", "formula: rate * spam"),
    broken("unknown-part", "hand: [task]", "hand: [tusk]"),
    broken("unknown-slip", "{slip: off, change: [{from: \"print(\"", "{slip: of, change: [{from: \"print(\""),
    broken("unknown-slot", "It is {=done}", "It is {=dome} and {=thing in h} and {=}"),
    broken("unknown-unit", "unit: job/h", "unit: jab/h"),
    broken("unused-figure", "`{=done}` is a {=thing}", "it"),
    broken("wrong-type", "is: 1200", "is: many"),
    broken("unknown-competency", "id: programming, levels", "id: programing, levels"),
  ]

  private static let third =
    "figures:\n  first_third: {what: a third, formula: span / 7, unit: min, round: 0.0001}"

  /// The small library with stretches of an exercise replaced, each once.
  private static func broken(
    _ name: String, _ old: String, _ new: String, _ second: String = "", _ other: String = "",
    in file: String = "sums"
  ) -> BrokenLibrary {
    var files = SmallExercise.replacing(old, by: new, in: file)
    if !second.isEmpty {
      files = files.map { path, source in
        guard path.hasSuffix("/\(file).yaml") else { return (path, source) }
        return SmallLibrary.file(path, source.text.replacing(second, with: other))
      }
    }
    return BrokenLibrary(name, files: files)
  }
}
