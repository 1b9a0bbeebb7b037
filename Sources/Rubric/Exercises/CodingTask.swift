internal import Diagnostics
internal import YAML

/// What the program of a coding exercise is held to: cases of input and output, so that every language is
/// equal, a reference solution, and flawed ones that the cases catch.
public struct CodingTask: Sendable {
  /// A program to start from in each of some languages: it reads the lines and prints the answers.
  public var starters: [Starter]
  /// The whole program, in Python; standard input to standard output.
  public var reference: String
  /// What is run, in order.
  public var cases: [Case]
  /// Solutions that are wrong.
  public var flawed: [Flaw]

  /// A program to start from.
  public struct Starter: Sendable {
    /// The language, such as `python`.
    public var language: String
    /// The program.
    public var program: String
  }

  /// Input with the output that it must give.
  public struct Case: Sendable {
    /// Its name within the exercise.
    public var id: String
    /// The part of the exercise from which on it holds.
    public var part: Int
    /// What it catches.
    public var shows: String
    /// The lines that the program reads.
    public var input: String
    /// The lines that it prints.
    public var output: String
  }

  /// The reference solution with a slip in it.
  public struct Flaw: Sendable {
    /// The slip of the exercise that it shows.
    public var slip: String
    /// What is written in place of what.
    public var changes: [Change]

    /// The reference with the slip; nil where a text to replace does not stand in it just once.
    public func program(of reference: String) -> String? {
      changes.reduce(reference) { program, change in
        guard let program, program.places(of: change.from).count == 1 else { return nil }
        return program.putting(change.to, for: change.from)
      }
    }
  }

  /// A text of the reference and what stands in its place.
  public struct Change: Sendable {
    /// A text that stands in the reference just once.
    public var from: String
    /// What takes its place.
    public var to: String
  }

  static let shape = Shape<CodingTask>.mapping("the coding task") { fields in
    let starters = fields.required("starter", Shape<[Keyed<String>]>.dictionary(of: .text))
    return CodingTask(
      starters: starters.map { Starter(language: $0.key, program: $0.value) },
      reference: fields.required("reference", .text),
      cases: fields.required("cases", .list(of: caseShape, atLeast: 3)),
      flawed: fields.required("flawed", .list(of: flaw, atLeast: 3)))
  }

  private static let caseShape = Shape<Case>.mapping("the test case") { fields in
    Case(
      id: fields.required("id", .identifier), part: fields.optional("part", .integer(1...9), default: 1),
      shows: fields.required("shows", .text), input: fields.required("input", .text),
      output: fields.required("output", .anyText))
  }

  private static let flaw = Shape<Flaw>.mapping("the flawed solution") { fields in
    Flaw(
      slip: fields.required("slip", .identifier),
      changes: fields.required("change", .list(of: change, atLeast: 1)))
  }

  private static let change = Shape<Change>.mapping("the change") { fields in
    Change(from: fields.required("from", .text), to: fields.required("to", .anyText))
  }
}
